"""Sites that stand published and are still what would be made now: nobody needs to make them.

Of each site it is kept what it was made from and what was told when it was made. This module loads
little: where nothing has changed, nothing else of the engine is needed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path

from ..model.embargo import Scope
from ..model.timezones import BY_NAME
from ..read.catalog import DATASETS, REFERENCE, VAULT, agency_slugs
from ..read.manuscripts import PAGES
from ..system import addresses, clock, revision
from ..system.cache import Cache, key
from ..system.recipes import ENGINE
from ..system.stamps import stamp, state

SLUG = "portal"
"""The portal among the sites."""
KIND = "terbit"
"""Kept: what is known of published sites."""
_ENGINE = ("hooks", "scripts", "mkdocs.yml", "mkdocs.portal.yml", "requirements.txt")


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """What was told of a site when it was made."""

    pages: int
    datasets: int
    charts: int
    findings: int
    report: str
    """The suspicions, as people read them."""


@dataclass
class PublishedSites:
    """The sites below `live`, made from the repository `root`; `strict` and `scope` are those of
    the build. What waits appears on its day: the day is among what a site is made of."""

    root: Path
    live: Path
    cache: Cache
    strict: bool
    scope: Scope = Scope.PUBLIC
    _stamps: dict[str, str] = field(default_factory=dict)

    def of(self, slug: str) -> PublishedSite | None:
        """What is known of the site of `slug`; None unless it stands as it would be made now."""
        kept = self.cache.kept(KIND, key(__name__, slug, self.stamp_of(slug)))
        if kept is None:
            return None
        document = json.loads(kept)
        touched = document.pop("state") != self._state(slug, self.live)
        return None if touched else PublishedSite(**document)

    def everything(self) -> Mapping[str, PublishedSite] | None:
        """What is known of all sites and the portal; None unless all stand as they would be."""
        found = {}
        for slug in (*agency_slugs(self.root), SLUG):
            standing = self.of(slug)
            if standing is None:
                return None
            found[slug] = standing
        return found

    def keep(self, slug: str, standing: PublishedSite, whole: Path) -> None:
        """Remember the site of `slug` as it stands below `whole`, which will take the place of
        `live`."""
        document = {**asdict(standing), "state": self._state(slug, whole)}
        data = json.dumps(document, ensure_ascii=False).encode()
        self.cache.keep(KIND, key(__name__, slug, self.stamp_of(slug)), data)

    def _state(self, slug: str, whole: Path) -> str:
        folder = whole if slug == SLUG else whole / slug
        return state(folder, self._others(slug))

    def _others(self, slug: str) -> tuple[str, ...]:
        """Folders in that of a site that are sites of their own."""
        return agency_slugs(self.root) if slug == SLUG else ()

    def stamp_of(self, slug: str) -> str:
        """One hash over all that the site of `slug` is made of."""
        if slug not in self._stamps:
            below = (f"{each} {self.stamp_of(each)}" for each in self._others(slug))
            self._stamps[slug] = stamp(self.root, places_of(slug), (self._said, slug, *below))
        return self._stamps[slug]

    @cached_property
    def _said(self) -> str:
        """What all sites depend on: the engine, and what this run was given."""
        days = (clock.today(zone).isoformat() for zone in BY_NAME.values())
        # Only beside others does a site lead to comparisons.
        alone = str(len(agency_slugs(self.root)) == 1)
        given = (str(self.strict), self.scope, alone, addresses.given_address(), *days)
        commit = revision.commit(self.root) or ""
        said = (*given, commit, self._installed)
        return stamp(self.root, shared_places(), said)

    @cached_property
    def _installed(self) -> str:
        """The engine where it is no part of the repository; '' where it is and counts already."""
        if (self.root / "hooks" / ENGINE.name).is_dir():
            return ""
        return stamp(ENGINE.parent, (ENGINE.name,), ())


def shared_places() -> tuple[str, ...]:
    """What all sites are made of besides their own."""
    return (*_ENGINE, f"{DATASETS}/{REFERENCE}")


def places_of(slug: str) -> tuple[str, ...]:
    """What only one site is made of."""
    if slug == SLUG:
        return (f"{PAGES}/{SLUG}",)
    return (f"{DATASETS}/{slug}", f"{PAGES}/{slug}", f"{VAULT}/{slug}")
