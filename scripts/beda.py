#!/usr/bin/env python3
"""What changed in the data since a commit, as Markdown: beda.py origin/main

For a comment on a pull request: each changed value where they are few, else how many.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import finished  # noqa: E402
from profil_terbuka.history import differences_since, differences_told  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402


def run(commit: str) -> int:
    """Print what differs."""
    print(differences_told(differences_since(ROOT, commit)), end="")
    return 0


def main() -> int:
    """Exit status 1 where git knows no such commit."""
    parser = argparse.ArgumentParser(description=text(message("commands.difference")))
    parser.add_argument("komit", help=text(message("commands.option-commit")))
    options = parser.parse_args()
    return finished(lambda: run(options.komit))


if __name__ == "__main__":
    sys.exit(main())
