#!/usr/bin/env python3
"""Correct one number: make koreksi DATASET=pbi KUNCI="2024 Mariana" NILAI=919 ALASAN="..."

The cell, its status, the totals above it, a note for readers and a new edition are written at once.
Without --tulis it is only shown what would change.
"""

import argparse
import datetime
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import Unnamed, chosen, finished  # noqa: E402
from profil_terbuka import editing  # noqa: E402
from profil_terbuka.editing import Correction  # noqa: E402
from profil_terbuka.importer import receipt_text  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402

EXAMPLE = 'DATASET=pbi KUNCI="2024 Mariana" NILAI=919 ALASAN="..."'


def run(options: argparse.Namespace) -> int:
    """Show the correction, and write it where that is asked for."""
    agency = chosen(ROOT, options.instansi, f"make koreksi INSTANSI={{}} {EXAMPLE}")
    if not (options.dataset and options.kunci and options.nilai and options.alasan.strip()):
        example = f"make koreksi INSTANSI={agency} {EXAMPLE}"
        asked = message("commands.say-all-of-a-correction")
        raise Unnamed(message("commands.with-example", said=asked, example=example))
    target = editing.target_of(ROOT, agency, options.dataset)
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


def parser() -> argparse.ArgumentParser:
    """The options, named as staff know them from the Makefile."""
    made = argparse.ArgumentParser(description=text(message("commands.correct")))
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
    return made


def main() -> int:
    """Exit status 1 where it cannot be corrected, 2 when something was not said."""
    return finished(lambda: run(parser().parse_args()))


if __name__ == "__main__":
    sys.exit(main())
