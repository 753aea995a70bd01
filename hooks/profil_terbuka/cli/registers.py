"""The workbook of the information officer's registers: make templat [INSTANSI=...]

It holds what the registers hold now, and comes back with `make impor BERKAS=ppid-<agency>.xlsx`. A
workbook that lies there already may be filled in by now: the new one is put beside it.
"""

from __future__ import annotations

import argparse
import datetime

from ..editing import registers
from ..model.messages import message
from ..words.catalogues import text
from .choosing import chosen_agency
from .command import Command


def _run(options: argparse.Namespace) -> int:
    """Write the workbook, and tell where it lies."""
    agency = chosen_agency(options.akar, options.instansi, "make templat INSTANSI={}")
    file = registers.lay_workbook(options.akar, agency, datetime.date.today())
    shown = str(file.relative_to(options.akar))
    print(text(message("commands.workbook-laid", file=shown, agency=agency)))
    return 0


def _options(made: argparse.ArgumentParser) -> None:
    agency = text(message("commands.option-agency"))
    made.add_argument("instansi", nargs="?", default="", help=agency)


COMMAND = Command(_options, _run)
