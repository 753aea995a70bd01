"""Agencies built apart, by several runs or machines, and put together without building them again.

A run makes the sites of its share into `bagian/<agency>/`, and beside each `bagian/<agency>.json`:
what it was made from, its seal, and what was told of it. Folders of several runs are merged by
copying. Whoever assembles the portal takes a part only where it is what would be built there now.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..model.messages import message
from ..portal.standing import PublishedSite, PublishedSites
from ..publish.manifest import seal_of_whole
from ..system.cache import Cache, write_atomically
from ..system.swap import side_folder, swap
from ..words.catalogues import text
from ..words.refusals import Refusal
from .building import Built
from .renewal import RunOutcome
from .running import CACHE
from .workforce import Workforce

PARTS = "bagian"
"""Folder of finished agencies, below the repository's root."""
_SHARD = re.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")


class NotAShard(Refusal):
    """Why there is no such share of the agencies."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The share `number` (from 1) of as many as `of`."""

    number: int
    of: int

    def share(self, slugs: Sequence[str]) -> tuple[str, ...]:
        """Every n-th of the agencies in their order; each is in one share of several.

        >>> Shard(1, 2).share(["a", "b", "c"]), Shard(2, 2).share(["a", "b", "c"])
        (('a', 'c'), ('b',))
        """
        return tuple(slugs[self.number - 1 :: self.of])


def asked_shard(said: str) -> Shard:
    """The share that '2/4' names; NotAShard for anything else.

    >>> asked_shard("2/4")
    Shard(number=2, of=4)
    """
    found = _SHARD.fullmatch(said)
    if not found or int(found[1]) > int(found[2]):
        raise NotAShard(message("commands.not-a-shard", said=said))
    return Shard(int(found[1]), int(found[2]))


@dataclass(frozen=True)
class Parts:
    """Finished agencies in `folder`, made of the repository `root`; `strict` as the build is."""

    root: Path
    folder: Path
    strict: bool

    def renew(self, slugs: Sequence[str], workforce: Workforce) -> RunOutcome:
        """Build those of the agencies whose part is not what would be built now."""
        sites = self._sites()
        outcome = RunOutcome()
        there = {slug: site for slug in slugs if (site := self._whole(slug, sites))}
        due = [slug for slug in slugs if slug not in there]
        work = side_folder(self.folder / "situs")
        try:
            for slug, built in zip(due, workforce.built(due, work), strict=True):
                outcome.add(slug, built)
                if built.site:
                    self._keep(slug, built.site, work / slug, sites)
        finally:
            shutil.rmtree(work, ignore_errors=True)
        outcome.sites = {**there, **outcome.sites}
        outcome.pages = sum(site.pages for site in outcome.sites.values())
        return outcome

    def built(self, slugs: Sequence[str], work: Path) -> Iterator[Built]:
        """The parts of these agencies as their sites in `work`; nothing is built here."""
        sites = self._sites()
        for slug in slugs:
            site = self._whole(slug, sites)
            if site is None:
                told = message("commands.part-missing", slug=slug, folder=self.folder.name)
                yield Built(None, text(told))
                continue
            shutil.copytree(self.folder / slug, work / slug)
            yield Built(site)

    def _sites(self) -> PublishedSites:
        return PublishedSites(self.root, self.folder, Cache(self.root / CACHE), self.strict)

    def _keep(self, slug: str, site: PublishedSite, made: Path, sites: PublishedSites) -> None:
        """A finished site in its place; what it is comes last, so that it is never told of less."""
        record = self._record(slug)
        record.unlink(missing_ok=True)
        seal = seal_of_whole(made)
        swap(made, self.folder / slug)
        told = {"dari": sites.stamp_of(slug), "segel": seal, "situs": asdict(site)}
        write_atomically(record, json.dumps(told, ensure_ascii=False).encode())

    def _whole(self, slug: str, sites: PublishedSites) -> PublishedSite | None:
        """What is known of a part; None unless it is whole, and what would be built now."""
        try:
            told = json.loads(self._record(slug).read_bytes())
            if told["dari"] != sites.stamp_of(slug):
                return None
            if told["segel"] != seal_of_whole(self.folder / slug):
                return None
            return PublishedSite(**told["situs"])
        except (OSError, ValueError, KeyError, TypeError):  # not there, or cut off on its way
            return None

    def _record(self, slug: str) -> Path:
        return self.folder / f"{slug}.json"
