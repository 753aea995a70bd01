#!/usr/bin/env python3
"""Tell what the law asks for and is missing or too old: make kepatuhan [TANGGAL=2027-11-22]

Exit status: 0 told, 1 something is late by a rule that was read (--strict) or cannot be read, 2
wrongly used. What was never published fails only where its day has passed.
"""

import argparse
import os
import sys
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.pipeline import CACHE, examine  # noqa: E402
from profil_terbuka.ppid import ObligationState, reminder_text  # noqa: E402
from profil_terbuka.read.catalog import agency_slugs  # noqa: E402
from profil_terbuka.system import clock, progress  # noqa: E402
from profil_terbuka.system.cache import Cache  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.labels import trouble  # noqa: E402
from profil_terbuka.words.report import report  # noqa: E402


def main() -> int:
    """Assess the agencies named, or all, on the day of publication."""
    parser = argparse.ArgumentParser(description=text(message("commands.duties")))
    parser.add_argument("instansi", nargs="*", help=text(message("commands.option-agencies")))
    parser.add_argument("--tanggal", help=text(message("commands.option-day")))
    strict = text(message("commands.option-fail-late"))
    parser.add_argument("--strict", action="store_true", help=strict)
    options = parser.parse_args()
    known = agency_slugs(ROOT)
    for slug in options.instansi:
        if slug not in known:
            unknown = message("read.no-such-agency", slug=slug, known=known)
            print(text(unknown), file=sys.stderr)
            return 2
    if options.tanggal:
        os.environ[clock.DAY] = options.tanggal
    try:
        clock.check_clock()
    except clock.WrongClock as reason:
        print(reason, file=sys.stderr)
        return 2
    late = 0
    for slug in options.instansi or known:
        with progress.told(partial(print, file=sys.stderr, flush=True)):
            checked = examine(ROOT, slug, Cache(ROOT / CACHE))
        if checked.openness is None:
            lawless = text(message("commands.no-duties", slug=slug))
            print(report(checked.findings) or lawless, file=sys.stderr)
            return 1
        print(reminder_text(checked.openness), end="\n\n")
        late += len(checked.openness.having(ObligationState.LATE))
    return 1 if options.strict and late else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as problem:
        sys.exit(trouble(problem))
