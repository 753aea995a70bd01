"""The working registers of requests and objections, blank: make register INSTANSI=...

The workbook goes where the office keeps its own files, never into the repository: what is filled in
is about people. One that is there already is left as it is.
"""

from __future__ import annotations

import argparse

from .. import editing
from ..model.messages import message
from ..words.catalogues import text
from .choosing import chosen_agency
from .command import Command

EXAMPLE = "make register INSTANSI={}"


def _run(options: argparse.Namespace) -> int:
    """Lay the workbook, and tell where."""
    agency = chosen_agency(options.akar, options.instansi, EXAMPLE)
    folder = editing.office_folder(options.akar, agency, options.folder)
    laid = editing.lay_register(options.akar, agency, folder)
    said = "commands.register-laid" if laid.new else "commands.register-there"
    print(text(message(said, file=str(laid.file))))
    return 0


def _options(made: argparse.ArgumentParser) -> None:
    """What can be said of it, named as staff know it from the Makefile."""
    made.add_argument("instansi", nargs="?", default="")
    made.add_argument("--folder", default="", help=text(message("commands.option-folder")))


COMMAND = Command(_options, _run)
