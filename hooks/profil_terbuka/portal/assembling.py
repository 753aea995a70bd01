"""The portal above all agencies, put together from what their sites have published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from .. import catalogues, charts, comparison, web
from ..comparison import Comparison
from ..comparison.snapshot import Snapshot
from ..downloads import comparison_csv
from ..model import UNPUBLISHED, Catalog, Manuscript
from ..model.embargo import Scope, released
from ..model.findings import Finding
from ..model.messages import message
from ..model.products import GeneratedPage, PageHead
from ..model.timezones import NATIONAL
from ..publish import feeds, search
from ..publish.dressing import dressed, media
from ..publish.listing import agency_entries, page_entries
from ..publish.manifest import is_staged
from ..publish.publication import Publication
from ..read import catalog as catalogs
from ..read import manuscripts
from ..read.manuscripts import PAGES
from ..render import MenuItem, Staging, Website, WrittenPage
from ..render.rendering import file_of
from ..render.website import HOME
from ..system import clock
from ..system.cache import Cache
from ..system.compiled_templates import keep_compiled
from ..system.depot import Depot
from ..system.lazily import derived, united
from ..web import frame, policy
from ..words.catalogues import text
from .members import Member, portal_members
from .published_schemas import published_schemas
from .standing import SLUG

NAME = "Profil Terbuka"
INPUTS = ("hooks", "mkdocs.yml", "requirements.txt", "mkdocs.portal.yml")
MENU = (
    (message("portal.home"), ""),
    (message("web.catalogue"), "data/"),
    (message("web.comparisons"), "perbandingan/"),
    (message("portal.guide"), "panduan/"),
)
_Page = TypeVar("_Page", WrittenPage, GeneratedPage)
_HELD_TOGETHER = 20
"""Of so many agencies what they publish is kept; of more it is read anew each time."""


class Deserted(Exception):
    """No agency has a usable site."""


@dataclass(frozen=True)
class _Catalogs:
    """What the agencies publish, each read when its turn comes: of all together none is held."""

    root: Path
    slugs: tuple[str, ...]
    scope: Scope

    def __iter__(self) -> Iterator[Catalog]:
        loaded = (catalogs.load(self.root, slug).catalog for slug in self.slugs)
        read = (catalog for catalog in loaded if catalog is not None)
        if self.scope is Scope.STAGED:
            return read
        return (released(catalog, clock.today(catalog.agency.zone)) for catalog in read)


@dataclass(frozen=True)
class Portal:
    """The portal's publication, and why agencies are missing from it."""

    publication: Publication
    findings: tuple[Finding, ...]


def compose_portal(
    root: Path,
    sites: Path,
    address: str,
    cache: Cache,
    page_policy: policy.Policy,
) -> Portal:
    """The portal over the agencies' finished sites in the folder `sites`; Deserted without any.

    `root` is the repository, `address` where the portal is published, '' while nobody knows. Over
    sites that only show what waits for its day it is such a site as well.
    """
    keep_compiled(cache)
    day = clock.today(NATIONAL)
    found, faults = portal_members(sites)
    if not found:
        raise Deserted(text(message("site.no-members", folder=str(sites))))
    snapshots = tuple(item.snapshot for item in found)
    scope = Scope.STAGED if any(is_staged(item.folder) for item in found) else Scope.PUBLIC
    shared = catalogs.reference(root)
    known = comparison.concepts(shared)
    compared = comparison.compare(snapshots, known)
    lone = comparison.without_counterpart(snapshots, known, compared)
    comparisons = sorted(compared, key=lambda item: not item.equal)
    drawn = [_compared(item, cache) for item in comparisons]
    written, unreadable = manuscripts.read_manuscripts(root, SLUG)
    each = _Catalogs(root, tuple(item.slug for item in snapshots), scope)
    loaded = each if len(snapshots) > _HELD_TOGETHER else tuple(each)
    absent = search.absences(shared, (item.datasets for item in loaded))
    pages = tuple(map(_written_page, written))
    guide = web.guide_page()
    made = (
        web.portal_catalogue(snapshots),
        web.comparison_index(comparisons),
        web.portal_search(snapshots, search.synonyms(shared), absent),
        *(page for page, _ in drawn),
        *(web.lone_concept_page(concept, parties) for concept, parties in lone),
    )
    listed = [*page_entries(pages, (guide, *made))]
    for item in loaded:
        agency = item.agency
        listed += agency_entries(item, f"{agency.slug}/", agency.short_name)
    offered = _merged(found, address, Depot(cache.folder))
    newest = feeds.newest_day(offered[feeds.NAME])
    made = (*made, *web.alphabetical_pages(listed, NAME))
    website = Website(
        name=NAME,
        summary="",
        address=address,
        day=day,
        frame=frame.portal_frame(NAME, address, day, snapshots),
        policy=policy.policy_head(page_policy),
        menu=tuple(MenuItem(text(title), place) for title, place in MENU),
        written=tuple(_dated(page, newest) if page.address == HOME else page for page in pages),
        generated={page.address: page for page in (guide, *(_dated(one, newest) for one in made))},
        exhibits={
            **web.portal_fragments(snapshots, comparisons),
            **web.chart_kinds(charts.guide()),
        },
        files=united(
            media(root, SLUG),
            offered,
            published_schemas(address),
            *(files for _, files in drawn),
        ),
        front=_front(address, snapshots),
        staging=Staging(()) if scope is Scope.STAGED else None,
    )
    publication = Publication(
        website=dressed(website, cache),
        origins={
            **{file_of(address): file_of(address) for address in website.generated},
            **{file_of(page.address): f"{PAGES}/{SLUG}/{page.path}" for page in website.written},
        },
        catalogs=loaded,
        inputs=(
            *(f"{catalogs.DATASETS}/{item.slug}" for item in snapshots),
            f"{catalogs.DATASETS}/{catalogs.REFERENCE}",
            f"{PAGES}/{SLUG}",
            *INPUTS,
        ),
        below={item.slug: sites / item.slug for item in snapshots},
        is_portal=True,
    )
    return Portal(publication, (*faults, *unreadable))


def _front(address: str, snapshots: Sequence[Snapshot]) -> str:
    """What the portal tells search engines of itself and the agencies below it."""
    root = f"{(address or UNPUBLISHED).rstrip('/')}/"
    below = [(item.name, f"{root}{item.slug}/") for item in snapshots]
    return catalogues.portal_markup(NAME, root, below)


def _merged(found: Sequence[Member], address: str, depot: Depot) -> Mapping[str, bytes]:
    """What the portal makes of the feeds and catalogues that the agencies have published."""
    root = f"{(address or UNPUBLISHED).rstrip('/')}/"
    members = {item.snapshot.slug: item for item in found}
    offered = derived(members, attrgetter("catalogue")).values()
    feed = feeds.merged_feeds(NAME, root, (item.feed for item in found))
    return united(
        {feeds.NAME: feed},
        depot.files(catalogues.portal(NAME, root, offered)),
    )


def _compared(item: Comparison, cache: Cache) -> tuple[GeneratedPage, Mapping[str, bytes]]:
    """The page of a comparison, and its files by address."""
    drawing = charts.draw_chart(comparison.comparison_chart(item), cache) if item.equal else None
    table = comparison_csv(item)
    folder = f"perbandingan/{item.concept.name}"
    files = {f"{folder}/{item.concept.name}.csv": table}
    if drawing:
        files |= {f"{folder}/{name}": data for name, data in drawing.files.items()}
    return web.comparison_page(item, drawing, table), files


def _dated(page: _Page, day: str) -> _Page:
    """A page of what the agencies publish; it changes when they publish something new.

    The staff guide does not: its pages have no day.
    """
    return replace(page, head=replace(page.head, modified=day))


def _written_page(page: Manuscript) -> WrittenPage:
    title, description = (str(page.head.get(key) or "") for key in ("title", "description"))
    head = PageHead(description=escape(description))
    return WrittenPage(page.path, manuscripts.body(page.text), escape(title), head, {})
