#!/usr/bin/env python3
"""The half-year's report to the PPID Utama: make semester INSTANSI=... [SEMESTER=2026-1]

One workbook, laid outside of the repository: obligations, changes of the list, services, what is
kept back, open work. BERKAS is the office's register; its counts alone are told.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import Unnamed, chosen, finished  # noqa: E402
from profil_terbuka import editing, importer  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.ppid import HalfYear, half_year_named  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402

EXAMPLE = "make semester INSTANSI={} SEMESTER=2026-1"


def wanted_half(words: str, example: str) -> HalfYear | None:
    """The half that is meant; None: the one that runs. Raises Unnamed for what is none."""
    half = half_year_named(words)
    if words and half is None:
        asked = message("commands.no-such-half", words=words)
        raise Unnamed(message("commands.with-example", said=asked, example=example))
    return half


def run(options: argparse.Namespace) -> int:
    """Draw the workbook, and tell where it lies."""
    agency = chosen(ROOT, options.instansi, EXAMPLE)
    half = wanted_half(options.semester, EXAMPLE.format(agency))
    folder = editing.office_folder(ROOT, agency, options.folder)
    book = importer.open_book(Path(options.berkas)) if options.berkas else None
    name, data = editing.drawn_half_year(ROOT, agency, half, book)
    laid = editing.lay_letter(folder, name, data)
    print(text(message("commands.half-laid", file=str(laid))))
    return 0


def parser() -> argparse.ArgumentParser:
    """The options, named as staff know them from the Makefile."""
    made = argparse.ArgumentParser(description=text(message("commands.half")))
    made.add_argument("instansi", nargs="?", default="")
    made.add_argument("--semester", default="", help=text(message("commands.option-half")))
    made.add_argument("--berkas", default="", help=text(message("commands.option-register")))
    made.add_argument("--folder", default="", help=text(message("commands.option-folder")))
    return made


def main() -> int:
    """Exit status 1 where it cannot be drawn, 2 where something was not said."""
    return finished(lambda: run(parser().parse_args()))


if __name__ == "__main__":
    sys.exit(main())
