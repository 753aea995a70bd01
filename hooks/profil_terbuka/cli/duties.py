"""Tell what the law asks for and is missing or too old: make kepatuhan [TANGGAL=2027-11-22]

Exit status: 0 told, 1 something is late by a rule that was read (--strict) or cannot be read, 2
wrongly used. What was never published fails only where its day has passed.
"""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial

from ..model.messages import message
from ..pipeline import CACHE, examine
from ..ppid import ObligationState, reminder_text
from ..system import clock, progress
from ..system.cache import Cache
from ..words.catalogues import text
from ..words.report import report
from .choosing import chosen_agencies
from .command import Command


def _options(made: argparse.ArgumentParser) -> None:
    made.add_argument("instansi", nargs="*", help=text(message("commands.option-agencies")))
    made.add_argument("--tanggal", help=text(message("commands.option-day")))
    strict = text(message("commands.option-fail-late"))
    made.add_argument("--strict", action="store_true", help=strict)


def _run(options: argparse.Namespace) -> int:
    """Assess the agencies named, or all, on the day of publication."""
    slugs = chosen_agencies(options.akar, options.instansi)
    if options.tanggal:
        os.environ[clock.DAY] = options.tanggal
    try:
        clock.check_clock()
    except clock.WrongClock as reason:
        print(reason, file=sys.stderr)
        return 2
    late = 0
    for slug in slugs:
        with progress.told(partial(print, file=sys.stderr, flush=True)):
            checked = examine(options.akar, slug, Cache(options.akar / CACHE))
        if checked.openness is None:
            lawless = text(message("commands.no-duties", slug=slug))
            print(report(checked.findings) or lawless, file=sys.stderr)
            return 1
        print(reminder_text(checked.openness), end="\n\n")
        late += len(checked.openness.having(ObligationState.LATE))
    return 1 if options.strict and late else 0


COMMAND = Command(_options, _run)
