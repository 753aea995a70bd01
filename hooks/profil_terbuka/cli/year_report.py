"""Count a year of the register: make laporan INSTANSI=... BERKAS=register.xlsx TAHUN=2025

Only the counts come into the repository, as a row of the yearly report; nothing is written without
--tulis. The register itself is read where it lies.
"""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from .. import editing, importer
from ..model.messages import message
from ..words.catalogues import text
from .choosing import Unnamed, chosen_agency
from .command import Command
from .forms_back import NOTHING_WRITTEN
from .year import wanted_year

EXAMPLE = "make laporan INSTANSI={} BERKAS=register-permohonan.xlsx TAHUN=2025"


def _run(options: argparse.Namespace) -> int:
    """Count, tell, and write where that is asked for."""
    agency = chosen_agency(options.akar, options.instansi, EXAMPLE)
    example = EXAMPLE.format(agency)
    if not options.berkas:
        asked = message("commands.name-the-register")
        raise Unnamed(message("commands.with-example", said=asked, example=example))
    year, today = wanted_year(options.tahun, example), datetime.date.today()
    book = importer.open_book(Path(options.berkas))
    found = editing.service_counts(options.akar, agency, book, year, today)
    print("\n".join(text(line) for line in found.told))
    if not options.tulis:
        print(text(NOTHING_WRITTEN))
        return 0
    kept = editing.keep_service_counts(options.akar, agency, found.counts, today)
    print("\n".join(text(line) for line in kept))
    return 0


def _options(made: argparse.ArgumentParser) -> None:
    """What can be said of it, named as staff know it from the Makefile."""
    made.add_argument("instansi", nargs="?", default="")
    made.add_argument("--berkas", default="", help=text(message("commands.option-register")))
    made.add_argument("--tahun", default="", help=text(message("commands.option-year")))
    made.add_argument("--tulis", action="store_true", help=text(message("commands.option-write")))


COMMAND = Command(_options, _run)
