"""Build every agency and the portal into site/: make site

Each agency is built on its own. One with faulty data keeps its last good site; the others and the
portal are renewed, and the exit status is 1. site/ is replaced in one step at the end. Suspicions
are listed; with --strict they forbid publication as errors do.

Several machines can share the work: each builds a share (--shard) or one agency (--instansi) into
bagian/, and where these folders have been copied together --portal-saja makes the site of them; or
the machines of a Dask cluster build the agencies (--dask).

With --pratayang all of it is built into pratayang/ instead, with what waits for its day (`terbit`):
marked on each page, closed to search engines, and nothing that `make paket` carries away.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.embargo import Scope
from ..model.messages import message
from ..portal.standing import PublishedSite, PublishedSites
from ..read.catalog import agency_slugs
from ..system import addresses, clock, progress, revision
from ..system.cache import Cache
from ..system.swap import clear_up, place_of
from ..words.catalogues import text
from ..words.labels import trouble
from ..words.refusals import Refusal
from .command import Command

if TYPE_CHECKING:
    from ..pipeline.renewal import RunOutcome
    from ..pipeline.workforce import Workforce

SITE = "site"
STAGING = "pratayang"
"""Where a site is built that shows what waits for its day: beside the one that is published."""
CACHE = ".cache"


def _unchanged(options: argparse.Namespace) -> Mapping[str, PublishedSite] | None:
    """What stands there, where all of it is what would be built now; None where a build is due."""
    root, (live, scope) = options.akar, _aim(options)
    try:
        clear_up(place_of(live))  # a build may have been killed when all but this was done
        cache = Cache(root / CACHE)
        return PublishedSites(root, live, cache, options.strict, scope).everything()
    except OSError:  # the build itself says which file is closed to it
        return None


def _aim(options: argparse.Namespace) -> tuple[Path, Scope]:
    """The folder that is built, and what it is made of."""
    if options.pratayang:
        return options.akar / STAGING, Scope.STAGED
    return options.akar / SITE, Scope.PUBLIC


def _renew(options: argparse.Namespace, started: float) -> int:
    """Build what has changed, and say what came of it."""
    # The engine is loaded only where there is something to build.
    from ..pipeline.renewal import SiteBuild  # noqa: PLC0415

    root, strict, (live, scope) = options.akar, options.strict, _aim(options)
    outcome = _carried_out(SiteBuild(root, live, strict, _workforce(options), scope).run)
    if not outcome.pages:
        print(text(message("commands.old-site-stays")), file=sys.stderr)
        return 1
    counts = {**_counted(outcome.sites), "pages": outcome.pages}
    made = {"revalidated": outcome.revalidated, "redrawn": outcome.redrawn}
    print(text(message("commands.built", **counts, **made, seconds=_since(started))))
    _tell_staging(options)
    return 1 if outcome.broken or outcome.left_out else 0


def _build_part(options: argparse.Namespace, started: float) -> int:
    """Build a share of the agencies, or one, to be put together with others later."""
    from ..pipeline import shards  # noqa: PLC0415

    known = agency_slugs(options.akar)
    slugs = shards.asked_shard(options.shard).share(known) if options.shard else (options.instansi,)
    if not set(slugs) <= set(known):
        told = message("commands.no-agency-of-that-name", slug=options.instansi, known=known)
        print(text(told), file=sys.stderr)
        return 2
    parts = shards.Parts(options.akar, options.akar / shards.PARTS, options.strict)
    outcome = _carried_out(partial(parts.renew, slugs, _workforce(options)))
    part, there = options.shard or options.instansi, len(outcome.sites)
    made = {"part": part, "folder": shards.PARTS, "agencies": there, **_counted(outcome.sites)}
    print(text(message("commands.part-built", **made, seconds=_since(started))))
    return 1 if outcome.broken or there < len(slugs) else 0


def _workforce(options: argparse.Namespace) -> Workforce:
    """Who builds the agencies, as it was asked for."""
    from ..pipeline import cluster, renewal, shards, workforce  # noqa: PLC0415

    root, strict = options.akar, options.strict
    if options.dask:
        return cluster.Cluster(root, strict, options.dask)
    if options.portal_saja:
        return shards.Parts(root, root / shards.PARTS, strict)
    jobs = options.jobs or renewal.usual_jobs()
    return workforce.ThisMachine(root, strict, jobs, _aim(options)[1])


def _carried_out(run: Callable[[], RunOutcome]) -> RunOutcome:
    """What a run made, with all that stands against it told."""
    from ..pipeline.renewal import RunOutcome  # noqa: PLC0415

    try:
        with progress.told(partial(print, file=sys.stderr, flush=True)):
            outcome = run()
    except OSError as problem:
        print(trouble(problem), file=sys.stderr)
        outcome = RunOutcome()
    for reason in outcome.told:
        print(reason, file=sys.stderr)
    _tell(outcome.sites)
    if outcome.broken:
        print(text(message("commands.not-renewed", slugs=tuple(outcome.broken))), file=sys.stderr)
    return outcome


def _tell(sites: Mapping[str, PublishedSite]) -> None:
    """The suspicions about sites that are published nevertheless."""
    for site in sites.values():
        print(site.report, end="\n" if site.report else "", file=sys.stderr)


def _tell_staging(options: argparse.Namespace) -> None:
    """Where a site lies that is not to be published."""
    if options.pratayang:
        print(text(message("commands.staged", folder=STAGING)))


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
    apart = made.add_mutually_exclusive_group()
    shard = text(message("commands.option-shard"))
    apart.add_argument("--shard", metavar="I/N", help=shard)
    one = text(message("commands.option-one-agency"))
    apart.add_argument("--instansi", metavar="SLUG", help=one)
    portal = text(message("commands.option-portal-only"))
    apart.add_argument("--portal-saja", action="store_true", help=portal)
    dask = text(message("commands.option-dask"))
    apart.add_argument("--dask", metavar="ALAMAT", help=dask)
    staging = text(message("commands.option-staging"))
    apart.add_argument("--pratayang", action="store_true", help=staging)


def _run(options: argparse.Namespace) -> int:
    """Build everything; exit status 1 when an agency or the portal could not be renewed, 2 when
    what was asked for, the day of publication or the address is none."""
    started = time.monotonic()
    try:
        clock.check_clock()
        addresses.check_address()
        clock.hold()
        if told := text(revision.why_no_commit(options.akar)):
            print(told, file=sys.stderr)
        if options.shard or options.instansi:
            return _build_part(options, started)
        sites = _unchanged(options)
        if sites is None:
            return _renew(options, started)
    except Refusal as reason:
        print(reason, file=sys.stderr)
        return 2
    _tell(sites)
    print(text(message("commands.unchanged", **_counted(sites), seconds=_since(started))))
    _tell_staging(options)
    return 0


COMMAND = Command(_options, _run)
