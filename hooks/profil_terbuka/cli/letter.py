"""Draw a letter or a decision: make surat INSTANSI=... JENIS=penolakan BERKAS=r.xlsx NOMOR=12

It is laid outside of the repository: letters about requests are about people. What nobody has told
yet is a yellow mark in it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .. import editing, importer
from ..model.messages import message
from ..ppid import LetterKind, Wanted
from ..words.catalogues import text
from .choosing import Unnamed, chosen_agency, said_day
from .command import Command

EXAMPLE = "make surat INSTANSI={} JENIS=tanda-terima BERKAS=register-permohonan.xlsx NOMOR=12"
KINDS = tuple(LetterKind)


def _wanted_kind(name: str, example: str) -> LetterKind:
    """The letter that is meant; raises Unnamed for none."""
    if name in KINDS:
        return LetterKind(name)
    asked = message("commands.name-the-kind", kinds=KINDS)
    raise Unnamed(message("commands.with-example", said=asked, example=example))


def _run(options: argparse.Namespace) -> int:
    """Draw the letter, and tell where it lies."""
    agency = chosen_agency(options.akar, options.instansi, EXAMPLE)
    example = EXAMPLE.format(agency)
    kind = _wanted_kind(options.jenis, example)
    until = said_day(options.tenggat, example)
    folder = editing.office_folder(options.akar, agency, options.folder)
    book = importer.open_book(Path(options.berkas)) if options.berkas else None
    asked = Wanted(kind, options.nomor, unit=options.unit, until=until)
    wanted = editing.with_logo(asked, folder)
    name, data = editing.drawn_letter(options.akar, agency, wanted, book)
    laid = editing.lay_letter(folder, name, data)
    print(text(message("commands.letter-laid", file=str(laid))))
    return 0


def _options(made: argparse.ArgumentParser) -> None:
    """What can be said of it, named as staff know it from the Makefile."""
    made.add_argument("instansi", nargs="?", default="")
    kinds = text(message("commands.option-letter-kind", kinds=KINDS))
    made.add_argument("--jenis", default="", help=kinds)
    made.add_argument("--berkas", default="", help=text(message("commands.option-register")))
    made.add_argument("--nomor", default="", help=text(message("commands.option-number")))
    made.add_argument("--unit", default="", help=text(message("commands.option-unit")))
    made.add_argument("--tenggat", default="", help=text(message("commands.option-handed-by")))
    made.add_argument("--folder", default="", help=text(message("commands.option-folder")))


COMMAND = Command(_options, _run)
