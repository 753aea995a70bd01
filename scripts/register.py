#!/usr/bin/env python3
"""The working registers of requests and objections, blank: make register INSTANSI=...

The workbook goes where the office keeps its own files, never into the repository: what is filled in
is about people. One that is there already is left as it is.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import chosen, finished  # noqa: E402
from profil_terbuka import editing  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402

EXAMPLE = "make register INSTANSI={}"


def run(options: argparse.Namespace) -> int:
    """Lay the workbook, and tell where."""
    agency = chosen(ROOT, options.instansi, EXAMPLE)
    folder = editing.office_folder(ROOT, agency, options.folder)
    laid = editing.lay_register(ROOT, agency, folder)
    said = "commands.register-laid" if laid.new else "commands.register-there"
    print(text(message(said, file=str(laid.file))))
    return 0


def parser() -> argparse.ArgumentParser:
    """The options, named as staff know them from the Makefile."""
    made = argparse.ArgumentParser(description=text(message("commands.register")))
    made.add_argument("instansi", nargs="?", default="")
    made.add_argument("--folder", default="", help=text(message("commands.option-folder")))
    return made


def main() -> int:
    """Exit status 1 where it cannot be laid, 2 where the agency was not named."""
    return finished(lambda: run(parser().parse_args()))


if __name__ == "__main__":
    sys.exit(main())
