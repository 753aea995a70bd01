"""Withhold small counts about sensitive matters: make tutup INSTANSI=dinas-x

What must not be shown goes to rahasia/, which git ignores, and its cells in datasets/ become empty
with status c; so do as few others as it takes that nobody can work them out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .. import disclosure
from ..model.messages import message
from ..words.catalogues import text
from ..words.report import report
from .choosing import chosen_agencies
from .command import Command


def _close(root: Path, slug: str) -> int:
    """Withhold in the files of one agency and say what was done; the exit status."""
    print(text(message("commands.withholding", slug=slug)), flush=True)
    done = disclosure.withhold(root, slug)
    if done.findings:
        print(report(done.findings), file=sys.stderr)
        return 1
    told = done.told or [message("commands.nothing-to-withhold", slug=slug)]
    print("\n".join(map(text, told)))
    for line in (*done.missing, *done.exposed):
        print(text(line), file=sys.stderr)
    if done.told:
        print(text(message("commands.after-withholding")))
    return 1 if done.exposed else 0


def _options(made: argparse.ArgumentParser) -> None:
    agencies = text(message("commands.option-agencies"))
    made.add_argument("instansi", nargs="*", help=agencies)


def _run(options: argparse.Namespace) -> int:
    """Withhold for the agencies named, or for all."""
    slugs = chosen_agencies(options.akar, options.instansi)
    return max(_close(options.akar, slug) for slug in slugs)


COMMAND = Command(_options, _run)
