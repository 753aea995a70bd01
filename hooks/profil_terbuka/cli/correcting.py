"""Correct one number: make koreksi DATASET=pbi KUNCI="2024 Mariana" NILAI=919 ALASAN="..."

The cell, its status, the totals above it, a note for readers and a new edition are written at once.
Without --tulis it is only shown what would change.
"""

from __future__ import annotations

import argparse
import datetime

from .. import editing
from ..editing import Correction
from ..importer import receipt_text
from ..model.messages import message
from ..words.catalogues import text
from .choosing import Unnamed, chosen_agency
from .command import Command

EXAMPLE = 'DATASET=pbi KUNCI="2024 Mariana" NILAI=919 ALASAN="..."'


def _run(options: argparse.Namespace) -> int:
    """Show the correction, and write it where that is asked for."""
    agency = chosen_agency(options.akar, options.instansi, f"make koreksi INSTANSI={{}} {EXAMPLE}")
    if not (options.dataset and options.kunci and options.nilai and options.alasan.strip()):
        example = f"make koreksi INSTANSI={agency} {EXAMPLE}"
        asked = message("commands.say-all-of-a-correction")
        raise Unnamed(message("commands.with-example", said=asked, example=example))
    target = editing.target_of(options.akar, agency, options.dataset)
    said = Correction(
        row=options.kunci,
        value=options.nilai,
        why=options.alasan,
        by=options.oleh or target.agency.name,
        measure=options.ukuran,
        table=options.tabel,
    )
    found = editing.correct(target, said)
    heading = message("commands.receipt-of-correction", dataset=target.shown)
    print(receipt_text(found.receipt, heading))
    if options.tulis:
        told = editing.keep_correction(target, found, said, datetime.date.today())
        print("".join(f"{text(line)}\n" for line in told), end="")
        print(text(message("commands.after-correction", dataset=options.dataset)))
    else:
        print(text(message("commands.nothing-written")))
    return 0


def _options(made: argparse.ArgumentParser) -> None:
    """What can be said of it, named as staff know it from the Makefile."""
    which = text(message("commands.option-agency"))
    made.add_argument("instansi", nargs="?", default="", help=which)
    made.add_argument("--dataset", default="")
    made.add_argument("--kunci", default="", help=text(message("commands.option-row")))
    made.add_argument("--nilai", default="", help=text(message("commands.option-value")))
    made.add_argument("--alasan", default="", help=text(message("commands.option-why")))
    made.add_argument("--oleh", default="", help=text(message("commands.option-by")))
    made.add_argument("--ukuran", default="", help=text(message("commands.option-measure")))
    made.add_argument("--tabel", default="", help=text(message("commands.option-table")))
    made.add_argument("--tulis", action="store_true", help=text(message("commands.option-write")))


COMMAND = Command(_options, _run)
