"""All agencies and the portal: built beside what stands published, which they then replace.

Each agency is built on its own. One with faulty data keeps its last good site; the others and the
portal are renewed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from ..model.messages import message
from ..portal.assembling import Deserted, compose_portal
from ..portal.standing import SLUG, PublishedSite, PublishedSites
from ..read.catalog import DATASETS, agency_slugs
from ..read.manuscripts import PAGES
from ..system import addresses, program_faults, progress
from ..system.cache import Cache
from ..system.swap import carry_over, place_of, side_folder, swap
from ..web import policy
from ..words.report import report
from .refusal import Refused, refuse_faulty
from .running import CACHE, examine, fill_folder, publication

_PORTAL = f".{SLUG}"
"""Where the portal is built, beside the agencies: no agency's name begins with a point."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of building one site: the site, or why there is none."""

    site: PublishedSite | None
    told: str = ""
    redrawn: int = 0
    revalidated: int = 0
    left_out: int = 0
    """Agencies that the portal could not use."""


@dataclass
class RunOutcome:
    """What a run made, for its closing lines."""

    sites: dict[str, PublishedSite] = field(default_factory=dict)
    """Of all sites that are what they should be; the portal among them if it could be made."""
    pages: int = 0
    """Of all that is published; none where nothing is."""
    redrawn: int = 0
    revalidated: int = 0
    broken: list[str] = field(default_factory=list)
    """Agencies that could not be renewed."""
    told: list[str] = field(default_factory=list)
    """Why, as people read it."""
    left_out: int = 0

    def add(self, slug: str, built: Built) -> None:
        """Count what came of building one site."""
        self.redrawn += built.redrawn
        self.revalidated += built.revalidated
        self.left_out += built.left_out
        if built.told:
            self.told.append(built.told)
        if built.site:
            self.sites[slug] = built.site
        elif slug != SLUG:
            self.broken.append(slug)


@dataclass
class SiteBuild:
    """One run over the repository `root`, whose sites stand below `live`.

    `jobs` processes build as many agencies at a time; the site is the same whatever their number.
    """

    root: Path
    live: Path
    strict: bool
    jobs: int
    outcome: RunOutcome = field(default_factory=RunOutcome)

    def run(self) -> RunOutcome:
        """Build beside `live` and take its place, unless the portal or every agency failed."""
        place = place_of(self.live)
        sites = PublishedSites(self.root, place, Cache(self.root / CACHE), self.strict)
        work = side_folder(place)
        try:
            present = self._agencies(work, sites)
            renewed = not set(present) <= set(self.outcome.broken)
            portal = self._portal(work, present) if renewed else None
            if portal is not None:
                self.outcome.pages = _pages(portal)
                self._remember(sites, portal)
                swap(portal, place)
        finally:
            shutil.rmtree(work, ignore_errors=True)
        return self.outcome

    def _agencies(self, work: Path, sites: PublishedSites) -> list[str]:
        """Agencies that have a site in `work`: new, unchanged, or the last good one."""
        slugs = agency_slugs(self.root)
        unchanged = {}
        for slug in slugs:
            site = sites.of(slug)
            if site is not None and carry_over(self.live, slug, work / slug):
                unchanged[slug] = site
        due = [slug for slug in slugs if slug not in unchanged]
        built = dict(zip(due, self._built(due, work), strict=True))
        for slug in slugs:
            self.outcome.add(slug, built.get(slug) or Built(unchanged[slug]))
        for slug in self.outcome.broken:
            shutil.rmtree(work / slug, ignore_errors=True)
            carry_over(self.live, slug, work / slug)
        return [slug for slug in slugs if (work / slug).is_dir()]

    def _built(self, slugs: Sequence[str], work: Path) -> Iterator[Built]:
        """What comes of building these agencies in `work`, in their order."""
        build = partial(_build_agency, self.root, work, self.strict)
        workers = min(self.jobs, len(slugs))
        if workers < 2:
            yield from map(build, slugs)
            return
        # Forked processes hang in the library that draws, so each starts anew.
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            waiting = [pool.submit(build, slug) for slug in slugs]
            for slug, future in zip(slugs, waiting, strict=True):
                progress.begin(message("commands.doing-pages", agency=slug))
                yield self._result(slug, future)

    def _result(self, slug: str, future: Future[Built]) -> Built:
        try:
            return future.result()
        except BrokenProcessPool as problem:  # killed, mostly for want of memory
            return _failed(problem, self.root, slug, f"{DATASETS}/{slug}")

    def _portal(self, work: Path, present: Sequence[str]) -> Path | None:
        """The portal with the agencies below it, ready to be published; None when it failed."""
        target = work / _PORTAL
        built = _tried(
            partial(_build_portal, self.root, work, target, self.strict),
            *(self.root, SLUG, f"{PAGES}/{SLUG}"),
        )
        self.outcome.add(SLUG, built)
        if built.site is None:
            return None
        for slug in present:
            (work / slug).rename(target / slug)
        return target

    def _remember(self, sites: PublishedSites, whole: Path) -> None:
        """What needs not be made again, as long as nothing changes; a portal that has to do without
        an agency, or with its old site, is tried again each time."""
        complete = not self.outcome.broken and not self.outcome.left_out
        for slug, site in self.outcome.sites.items():
            if complete or slug != SLUG:
                sites.keep(slug, site, whole)


def usual_jobs() -> int:
    """How many processes this machine can run at a time."""
    if hasattr(os, "sched_getaffinity"):  # a container may be given less than the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _build_agency(root: Path, work: Path, strict: bool, slug: str) -> Built:
    """One agency's site in a folder of `work`."""
    cache = Cache(root / CACHE)

    def build() -> Built:
        prepared = examine(root, slug, cache, addresses.given_address())
        refuse_faulty(prepared.findings, strict=strict)
        target, site = work / slug, publication(prepared, cache)
        fill_folder(target, site, root, cache, strict=strict)
        made = PublishedSite(
            pages=_pages(target),
            datasets=len(prepared.catalog.datasets) if prepared.catalog else 0,
            charts=len(prepared.charts),
            findings=len(prepared.findings),
            report=report(prepared.findings),
        )
        return Built(
            made,
            redrawn=cache.made.get("gambar", 0),
            revalidated=cache.made.get("frictionless", 0),
        )

    return _tried(build, root, slug, f"{DATASETS}/{slug}")


def _build_portal(root: Path, work: Path, target: Path, strict: bool) -> Built:
    """The portal over the agencies' sites in `work`."""
    cache = Cache(root / CACHE)
    made = compose_portal(root, work, addresses.given_address(), cache, policy.PAGE)
    fill_folder(target, made.publication, root, cache, strict=strict)
    site = PublishedSite(_pages(target), 0, 0, 0, report(made.findings))
    return Built(site, left_out=len(made.findings))


def _tried(build: Callable[[], Built], root: Path, part: str, source: str) -> Built:
    """What `build` gives back, or why it failed.

    `part` names what is built, `source` the folder that it is made from.
    """
    try:
        return build()
    except (Refused, Deserted) as reason:
        return Built(None, str(reason))
    except (KeyboardInterrupt, SystemExit, OSError):
        raise
    except BaseException as problem:  # libraries in Rust panic past Exception
        return _failed(problem, root, part, source)


def _failed(problem: BaseException, root: Path, part: str, source: str) -> Built:
    return Built(None, report([program_faults.kept_fault(problem, root / CACHE, part, source)]))


def _pages(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.html"))
