"""The half-year's report to the PPID Utama: make semester INSTANSI=... [SEMESTER=2026-1]

One workbook, laid outside of the repository: obligations, changes of the list, services, what is
kept back, open work. BERKAS is the office's register; its counts alone are told.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .. import editing, importer
from ..model.messages import message
from ..ppid import HalfYear, half_year_named
from ..words.catalogues import text
from .choosing import Unnamed, chosen_agency
from .command import Command

EXAMPLE = "make semester INSTANSI={} SEMESTER=2026-1"


def _wanted_half(words: str, example: str) -> HalfYear | None:
    """The half that is meant; None: the one that runs. Raises Unnamed for what is none."""
    half = half_year_named(words)
    if words and half is None:
        asked = message("commands.no-such-half", words=words)
        raise Unnamed(message("commands.with-example", said=asked, example=example))
    return half


def _run(options: argparse.Namespace) -> int:
    """Draw the workbook, and tell where it lies."""
    agency = chosen_agency(options.akar, options.instansi, EXAMPLE)
    half = _wanted_half(options.semester, EXAMPLE.format(agency))
    folder = editing.office_folder(options.akar, agency, options.folder)
    book = importer.open_book(Path(options.berkas)) if options.berkas else None
    name, data = editing.drawn_half_year(options.akar, agency, half, book)
    laid = editing.lay_letter(folder, name, data)
    print(text(message("commands.half-laid", file=str(laid))))
    return 0


def _options(made: argparse.ArgumentParser) -> None:
    """What can be said of it, named as staff know it from the Makefile."""
    made.add_argument("instansi", nargs="?", default="")
    made.add_argument("--semester", default="", help=text(message("commands.option-half")))
    made.add_argument("--berkas", default="", help=text(message("commands.option-register")))
    made.add_argument("--folder", default="", help=text(message("commands.option-folder")))


COMMAND = Command(_options, _run)
