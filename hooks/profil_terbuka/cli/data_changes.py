"""What changed in the data since a commit, as Markdown: beda.py origin/main

For a comment on a pull request: each changed value where they are few, else how many.
"""

from __future__ import annotations

import argparse

from ..history import differences_since, differences_told
from ..model.messages import message
from ..words.catalogues import text
from .command import Command


def _options(made: argparse.ArgumentParser) -> None:
    made.add_argument("komit", help=text(message("commands.option-commit")))


def _run(options: argparse.Namespace) -> int:
    """Print what differs; a commit that git does not know is a Refusal."""
    print(differences_told(differences_since(options.akar, options.komit)), end="")
    return 0


COMMAND = Command(_options, _run)
