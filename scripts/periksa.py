#!/usr/bin/env python3
"""Check every agency's data and pages without building: make check

Exit status: 0 nothing forbids publication, 1 something does, 2 the command was used wrongly.
"""

import argparse
import sys
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.model import Catalog  # noqa: E402
from profil_terbuka.model.findings import Finding, in_order, stopping  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.pipeline import CACHE, Prepared, examine  # noqa: E402
from profil_terbuka.read.catalog import DATASETS, agency_slugs  # noqa: E402
from profil_terbuka.system import clock, program_faults, progress  # noqa: E402
from profil_terbuka.system.cache import Cache  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.labels import trouble  # noqa: E402
from profil_terbuka.words.report import report  # noqa: E402


def outcome(slug: str) -> Prepared | Finding:
    """What the checks of one agency say, or what kept the program from checking it."""
    cache = Cache(ROOT / CACHE)
    try:
        return examine(ROOT, slug, cache)
    except (KeyboardInterrupt, SystemExit, OSError):
        raise
    except BaseException as problem:  # libraries in Rust panic past Exception
        return program_faults.kept_fault(problem, cache.folder, slug, f"{DATASETS}/{slug}")


def catalog_of(item: Prepared | Finding) -> Catalog | None:
    """The data of an agency, where they could be read."""
    return None if isinstance(item, Finding) else item.catalog


def main() -> int:
    """Report all findings of the agencies named, or of all."""
    parser = argparse.ArgumentParser(description=text(message("commands.check")))
    agencies = text(message("commands.option-agencies"))
    parser.add_argument("instansi", nargs="*", help=agencies)
    each = text(message("commands.option-each-finding"))
    parser.add_argument("--rinci", action="store_true", help=each)
    strict = text(message("commands.option-strict"))
    parser.add_argument("--strict", action="store_true", help=strict)
    options = parser.parse_args()
    started = time.monotonic()
    known = agency_slugs(ROOT)
    for slug in options.instansi:
        if slug not in known:
            unknown = message("read.no-such-agency", slug=slug, known=known)
            print(text(unknown), file=sys.stderr)
            return 2
    try:
        clock.check_clock()
    except clock.WrongClock as reason:
        print(reason, file=sys.stderr)
        return 2
    with progress.told(partial(print, file=sys.stderr, flush=True)):
        outcomes = {slug: outcome(slug) for slug in options.instansi or known}
    checked = [item for item in outcomes.values() if not isinstance(item, Finding)]
    failed = [item for item in outcomes.values() if isinstance(item, Finding)]
    findings = in_order([*failed, *(finding for item in checked for finding in item.findings)])
    print(report(findings, options.rinci), end="\n" if findings else "", file=sys.stderr)
    closing = message(
        "commands.checked",
        agencies=len(outcomes),
        datasets=sum(len(found.datasets) for item in checked if (found := catalog_of(item))),
        findings=len(findings),
        answered=sum(len(item.answers) for item in checked),
        seconds=round(time.monotonic() - started, 1),
    )
    print(text(closing))
    if unread := tuple(slug for slug, item in outcomes.items() if not catalog_of(item)):
        print(text(message("commands.not-checked-further", agencies=unread)))
    return 1 if stopping(findings, options.strict) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as problem:
        sys.exit(trouble(problem))
