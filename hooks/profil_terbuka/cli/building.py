"""Build every agency and the portal into site/: make site

Each agency is built on its own. One with faulty data keeps its last good site; the others and the
portal are renewed, and the exit status is 1. site/ is replaced in one step at the end. Suspicions
are listed; with --strict they forbid publication as errors do.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from ..model.messages import message
from ..portal.standing import PublishedSite, PublishedSites
from ..system import addresses, clock, progress, revision
from ..system.cache import Cache
from ..words.catalogues import text
from ..words.labels import trouble
from .command import Command

SITE = "site"
CACHE = ".cache"


def _unchanged(root: Path, strict: bool) -> Mapping[str, PublishedSite] | None:
    """What is published, where all of it is what would be built now; None where a build is due."""
    try:
        return PublishedSites(root, root / SITE, Cache(root / CACHE), strict).everything()
    except OSError:  # the build itself says which file is closed to it
        return None


def _renew(root: Path, strict: bool, jobs: int | None, started: float) -> int:
    """Build what has changed, and say what came of it."""
    # The engine is loaded only where there is something to build.
    from ..pipeline.renewal import RunOutcome, SiteBuild, usual_jobs  # noqa: PLC0415

    try:
        with progress.told(partial(print, file=sys.stderr, flush=True)):
            outcome = SiteBuild(root, root / SITE, strict, jobs or usual_jobs()).run()
    except OSError as problem:
        print(trouble(problem), file=sys.stderr)
        outcome = RunOutcome()
    for reason in outcome.told:
        print(reason, file=sys.stderr)
    _tell(outcome.sites)
    if outcome.broken:
        print(text(message("commands.not-renewed", slugs=tuple(outcome.broken))), file=sys.stderr)
    if not outcome.pages:
        print(text(message("commands.old-site-stays")), file=sys.stderr)
        return 1
    counts = {**_counted(outcome.sites), "pages": outcome.pages}
    made = {"revalidated": outcome.revalidated, "redrawn": outcome.redrawn}
    print(text(message("commands.built", **counts, **made, seconds=_since(started))))
    return 1 if outcome.broken or outcome.left_out else 0


def _tell(sites: Mapping[str, PublishedSite]) -> None:
    """The suspicions about sites that are published nevertheless."""
    for site in sites.values():
        print(site.report, end="\n" if site.report else "", file=sys.stderr)


def _counted(sites: Mapping[str, PublishedSite]) -> dict[str, int]:
    """How much stands on the sites and the portal together."""
    return {
        "pages": sum(site.pages for site in sites.values()),
        "datasets": sum(site.datasets for site in sites.values()),
        "charts": sum(site.charts for site in sites.values()),
        "findings": sum(site.findings for site in sites.values()),
    }


def _since(started: float) -> float:
    """Seconds, as they are told."""
    return round(time.monotonic() - started, 1)


def _options(made: argparse.ArgumentParser) -> None:
    strict = text(message("commands.option-strict"))
    made.add_argument("--strict", action="store_true", help=strict)
    jobs = text(message("commands.option-jobs"))
    made.add_argument("--jobs", type=int, metavar="N", help=jobs)


def _run(options: argparse.Namespace) -> int:
    """Build everything; exit status 1 when an agency or the portal could not be renewed, 2 when
    the day of publication or the address is none."""
    started = time.monotonic()
    try:
        clock.check_clock()
        addresses.check_address()
    except (clock.WrongClock, addresses.WrongAddress) as reason:
        print(reason, file=sys.stderr)
        return 2
    clock.hold()
    if told := text(revision.why_no_commit(options.akar)):
        print(told, file=sys.stderr)
    sites = _unchanged(options.akar, options.strict)
    if sites is None:
        return _renew(options.akar, options.strict, options.jobs, started)
    _tell(sites)
    print(text(message("commands.unchanged", **_counted(sites), seconds=_since(started))))
    return 0


COMMAND = Command(_options, _run)
