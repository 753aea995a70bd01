"""Check every agency's data and pages without building: make check

Exit status: 0 nothing forbids publication, 1 something does, 2 the command was used wrongly.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from ..model import Catalog
from ..model.embargo import Waiting
from ..model.findings import Finding, in_order, stopping
from ..model.messages import message
from ..pipeline import CACHE, Prepared, review
from ..read.catalog import DATASETS
from ..system import clock, program_faults, progress
from ..system.cache import Cache
from ..words.annotations import github_annotations
from ..words.catalogues import text
from ..words.dates import date
from ..words.report import report
from .choosing import chosen_agencies
from .command import Command


def _outcome(root: Path, slug: str) -> Prepared | Finding:
    """What the checks of one agency say, or what kept the program from checking it."""
    cache = Cache(root / CACHE)
    try:
        return review(root, slug, cache)
    except (KeyboardInterrupt, SystemExit, OSError):
        raise
    except BaseException as problem:  # libraries in Rust panic past Exception
        return program_faults.kept_fault(problem, cache.folder, slug, f"{DATASETS}/{slug}")


def _catalog_of(item: Prepared | Finding) -> Catalog | None:
    """The data of an agency, where they could be read."""
    return None if isinstance(item, Finding) else item.catalog


def _tell_waiting(checked: Iterable[Prepared]) -> None:
    """One line on what was checked and waits for its day, the nearest day first."""
    waiting = sorted((item for one in checked for item in one.sources.waiting), key=_due)
    if waiting:
        items = tuple(
            message("commands.waiting-item", file=item.file, day=date(item.day)) for item in waiting
        )
        print(text(message("commands.waiting", count=len(items), items=items)))


def _due(item: Waiting) -> tuple[str, str]:
    return item.day, item.file


def _options(made: argparse.ArgumentParser) -> None:
    agencies = text(message("commands.option-agencies"))
    made.add_argument("instansi", nargs="*", help=agencies)
    each = text(message("commands.option-each-finding"))
    made.add_argument("--rinci", action="store_true", help=each)
    strict = text(message("commands.option-strict"))
    made.add_argument("--strict", action="store_true", help=strict)
    form = text(message("commands.option-format"))
    made.add_argument("--format", choices=("teks", "github"), default="teks", help=form)


def _run(options: argparse.Namespace) -> int:
    """Report all findings of the agencies named, or of all."""
    started = time.monotonic()
    slugs = chosen_agencies(options.akar, options.instansi)
    try:
        clock.check_clock()
    except clock.WrongClock as reason:
        print(reason, file=sys.stderr)
        return 2
    with progress.told(partial(print, file=sys.stderr, flush=True)):
        outcomes = {slug: _outcome(options.akar, slug) for slug in slugs}
    checked = [item for item in outcomes.values() if not isinstance(item, Finding)]
    failed = [item for item in outcomes.values() if isinstance(item, Finding)]
    findings = in_order([*failed, *(finding for item in checked for finding in item.findings)])
    print(report(findings, options.rinci), end="\n" if findings else "", file=sys.stderr)
    if options.format == "github":
        print(*github_annotations(options.akar, findings), sep="\n", end="\n" if findings else "")
    closing = message(
        "commands.checked",
        agencies=len(outcomes),
        datasets=sum(len(found.datasets) for item in checked if (found := _catalog_of(item))),
        findings=len(findings),
        answered=sum(len(item.answers) for item in checked),
        seconds=round(time.monotonic() - started, 1),
    )
    print(text(closing))
    _tell_waiting(checked)
    if unread := tuple(slug for slug, item in outcomes.items() if not _catalog_of(item)):
        print(text(message("commands.not-checked-further", agencies=unread)))
    return 1 if stopping(findings, options.strict) else 0


COMMAND = Command(_options, _run)
