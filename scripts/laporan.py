#!/usr/bin/env python3
"""Count a year of the register: make laporan INSTANSI=... BERKAS=register.xlsx TAHUN=2025

Only the counts come into the repository, as a row of the yearly report; nothing is written without
--tulis. The register itself is read where it lies.
"""

import argparse
import datetime
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from isian import NOTHING_WRITTEN  # noqa: E402
from pilihan import Unnamed, chosen, finished  # noqa: E402
from profil_terbuka import editing, importer  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from tahun import wanted_year  # noqa: E402

EXAMPLE = "make laporan INSTANSI={} BERKAS=register-permohonan.xlsx TAHUN=2025"


def run(options: argparse.Namespace) -> int:
    """Count, tell, and write where that is asked for."""
    agency = chosen(ROOT, options.instansi, EXAMPLE)
    example = EXAMPLE.format(agency)
    if not options.berkas:
        asked = message("commands.name-the-register")
        raise Unnamed(message("commands.with-example", said=asked, example=example))
    year, today = wanted_year(options.tahun, example), datetime.date.today()
    book = importer.open_book(Path(options.berkas))
    found = editing.service_counts(ROOT, agency, book, year, today)
    print("\n".join(text(line) for line in found.told))
    if not options.tulis:
        print(text(NOTHING_WRITTEN))
        return 0
    kept = editing.keep_service_counts(ROOT, agency, found.counts, today)
    print("\n".join(text(line) for line in kept))
    return 0


def parser() -> argparse.ArgumentParser:
    """The options, named as staff know them from the Makefile."""
    made = argparse.ArgumentParser(description=text(message("commands.report")))
    made.add_argument("instansi", nargs="?", default="")
    made.add_argument("--berkas", default="", help=text(message("commands.option-register")))
    made.add_argument("--tahun", default="", help=text(message("commands.option-year")))
    made.add_argument("--tulis", action="store_true", help=text(message("commands.option-write")))
    return made


def main() -> int:
    """Exit status 1 where it cannot be counted, 2 where something was not said."""
    return finished(lambda: run(parser().parse_args()))


if __name__ == "__main__":
    sys.exit(main())
