"""Builds one site into a folder: an agency's, or the portal's over those that are finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..model.embargo import Scope
from ..portal.assembling import Deserted, compose_portal
from ..portal.standing import SLUG, PublishedSite
from ..read.catalog import DATASETS
from ..read.manuscripts import PAGES
from ..system import addresses, program_faults
from ..system.cache import Cache
from ..web import policy
from ..words.report import report
from .drawing import draw_beforehand
from .refusal import Refused, refuse_faulty
from .running import CACHE, examine, fill_folder, publication


@dataclass(frozen=True, slots=True)
class Built:
    """What came of building one site: the site, or why there is none."""

    site: PublishedSite | None
    told: str = ""
    redrawn: int = 0
    revalidated: int = 0
    left_out: int = 0
    """Agencies that the portal could not use."""


@dataclass(frozen=True, slots=True)
class AgencyBuild:
    """Builds agencies of the repository `root` into folders of `work`.

    Charts are drawn in as many processes as `jobs`; what waits for its day is built with a `scope`
    that says so.
    """

    root: Path
    work: Path
    strict: bool
    jobs: int
    scope: Scope

    def build(self, slug: str) -> Built:
        """One agency's site, or why there is none."""
        return _tried(partial(self._build, slug), self.root, slug, f"{DATASETS}/{slug}")

    def _build(self, slug: str) -> Built:
        cache = Cache(self.root / CACHE)
        prepared = examine(self.root, slug, cache, addresses.given_address(), self.scope)
        refuse_faulty(prepared.findings, strict=self.strict)
        if prepared.catalog:
            draw_beforehand(prepared.charts, cache, self.jobs, prepared.catalog.agency.colour)
        target, site = self.work / slug, publication(prepared, cache)
        fill_folder(target, site, self.root, cache, strict=self.strict)
        made = PublishedSite(
            pages=pages_below(target),
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


def build_portal(root: Path, work: Path, target: Path, strict: bool) -> Built:
    """The portal over the agencies' sites in `work`."""
    return _tried(partial(_portal, root, work, target, strict), root, SLUG, f"{PAGES}/{SLUG}")


def _portal(root: Path, work: Path, target: Path, strict: bool) -> Built:
    cache = Cache(root / CACHE)
    made = compose_portal(root, work, addresses.given_address(), cache, policy.PAGE)
    fill_folder(target, made.publication, root, cache, strict=strict)
    site = PublishedSite(pages_below(target), 0, 0, 0, report(made.findings))
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
        return failed_build(problem, root, part, source)


def failed_build(problem: BaseException, root: Path, part: str, source: str) -> Built:
    """No site, for a fault of the program, which is kept for who mends it."""
    return Built(None, report([program_faults.kept_fault(problem, root / CACHE, part, source)]))


def pages_below(folder: Path) -> int:
    """How many pages stand in a folder."""
    return sum(1 for _ in folder.rglob("*.html"))
