"""All agencies and the portal: built beside what stands published, which they then replace.

Each agency is built on its own. One with faulty data keeps its last good site; the others and the
portal are renewed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..model.embargo import Scope
from ..portal.standing import SLUG, PublishedSite, PublishedSites
from ..read.catalog import agency_slugs
from ..system.cache import Cache
from ..system.swap import carry_over, place_of, side_folder, swap
from .building import Built, build_portal, pages_below
from .running import CACHE
from .workforce import Workforce

_PORTAL = f".{SLUG}"
"""Where the portal is built, beside the agencies: no agency's name begins with a point."""


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

    `workforce` builds the agencies; the site is the same whoever does it. The `scope` is its own.
    """

    root: Path
    live: Path
    strict: bool
    workforce: Workforce
    scope: Scope = Scope.PUBLIC
    outcome: RunOutcome = field(default_factory=RunOutcome)

    def run(self) -> RunOutcome:
        """Build beside `live` and take its place, unless the portal or every agency failed."""
        place = place_of(self.live)
        cache = Cache(self.root / CACHE)
        sites = PublishedSites(self.root, place, cache, self.strict, self.scope)
        work = side_folder(place)
        try:
            present = self._agencies(work, sites)
            renewed = not set(present) <= set(self.outcome.broken)
            portal = self._portal(work, present) if renewed else None
            if portal is not None:
                self.outcome.pages = pages_below(portal)
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
        built = dict(zip(due, self.workforce.built(due, work), strict=True))
        for slug in slugs:
            self.outcome.add(slug, built.get(slug) or Built(unchanged[slug]))
        for slug in self.outcome.broken:
            shutil.rmtree(work / slug, ignore_errors=True)
            carry_over(self.live, slug, work / slug)
        return [slug for slug in slugs if (work / slug).is_dir()]

    def _portal(self, work: Path, present: Sequence[str]) -> Path | None:
        """The portal with the agencies below it, ready to be published; None when it failed."""
        target = work / _PORTAL
        built = build_portal(self.root, work, target, self.strict)
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
