#!/usr/bin/env python3
"""Draw a letter or a decision: make surat INSTANSI=... JENIS=penolakan BERKAS=r.xlsx NOMOR=12

It is laid outside of the repository: letters about requests are about people. What nobody has told
yet is a yellow mark in it.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import Unnamed, chosen, finished, said_day  # noqa: E402
from profil_terbuka import editing, importer  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.ppid import LetterKind, Wanted  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402

EXAMPLE = "make surat INSTANSI={} JENIS=tanda-terima BERKAS=register-permohonan.xlsx NOMOR=12"
KINDS = tuple(LetterKind)


def wanted_kind(name: str, example: str) -> LetterKind:
    """The letter that is meant; raises Unnamed for none."""
    if name in KINDS:
        return LetterKind(name)
    asked = message("commands.name-the-kind", kinds=KINDS)
    raise Unnamed(message("commands.with-example", said=asked, example=example))


def run(options: argparse.Namespace) -> int:
    """Draw the letter, and tell where it lies."""
    agency = chosen(ROOT, options.instansi, EXAMPLE)
    example = EXAMPLE.format(agency)
    kind = wanted_kind(options.jenis, example)
    until = said_day(options.tenggat, example)
    folder = editing.office_folder(ROOT, agency, options.folder)
    book = importer.open_book(Path(options.berkas)) if options.berkas else None
    asked = Wanted(kind, options.nomor, unit=options.unit, until=until)
    wanted = editing.with_logo(asked, folder)
    name, data = editing.drawn_letter(ROOT, agency, wanted, book)
    laid = editing.lay_letter(folder, name, data)
    print(text(message("commands.letter-laid", file=str(laid))))
    return 0


def parser() -> argparse.ArgumentParser:
    """The options, named as staff know them from the Makefile."""
    made = argparse.ArgumentParser(description=text(message("commands.letter")))
    made.add_argument("instansi", nargs="?", default="")
    kinds = text(message("commands.option-letter-kind", kinds=KINDS))
    made.add_argument("--jenis", default="", help=kinds)
    made.add_argument("--berkas", default="", help=text(message("commands.option-register")))
    made.add_argument("--nomor", default="", help=text(message("commands.option-number")))
    made.add_argument("--unit", default="", help=text(message("commands.option-unit")))
    made.add_argument("--tenggat", default="", help=text(message("commands.option-handed-by")))
    made.add_argument("--folder", default="", help=text(message("commands.option-folder")))
    return made


def main() -> int:
    """Exit status 1 where it cannot be drawn, 2 where something was not said."""
    return finished(lambda: run(parser().parse_args()))


if __name__ == "__main__":
    sys.exit(main())
