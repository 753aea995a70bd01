"""Fifth and sixth stage: pictures, then everything else that an agency publishes."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from .. import catalogues, charts, downloads, explorer, ppid, web
from .. import quality as qualities
from ..check import Tally
from ..comparison import snapshot
from ..model import Catalog, Manuscript, MenuEntry
from ..model.embargo import Scope
from ..model.messages import message
from ..model.products import ChartData, Drawing, GeneratedPage, Measurement, PageHead
from ..publish import feeds, search
from ..publish.dressing import dressed, media
from ..publish.listing import site_entries
from ..publish.publication import Publication
from ..read import manuscripts
from ..read.catalog import DATASETS, REFERENCE
from ..read.manuscripts import PAGES
from ..render import MenuItem, Staging, Website, WrittenPage
from ..render.rendering import file_of
from ..services import public_services
from ..services.task import FOLDER
from ..system.cache import Cache
from ..system.depot import Depot
from ..system.lazily import derived, united
from ..web import frame, policy
from ..words.catalogues import text
from .datasets import Judgement, Publisher
from .preparing import Prepared
from .refusal import Refused
from .reports import reports

ENGINE = ("hooks", "mkdocs.yml", "requirements.txt")
"""What besides the data a site is made of."""


@dataclass(frozen=True)
class Drawn:
    """Data that may be published, and the pictures of their charts."""

    prepared: Prepared
    catalog: Catalog
    drawings: Mapping[str, tuple[Drawing, ...]]
    """Of each dataset by its slug; drawn, or taken from the cache, when they are asked for."""


@dataclass(frozen=True)
class Written:
    """Everything generated for one agency: paths are relative to the root of its site."""

    drawn: Drawn
    files: Mapping[str, bytes]
    pages: Mapping[str, GeneratedPage]
    """By address."""
    exhibits: Mapping[str, str]
    """Figures and tables as HTML, by the names under which pages ask for them."""
    notices: frozenset[str]
    """Addresses that only tell what became of what was there."""


def draw(prepared: Prepared, cache: Cache) -> Drawn:
    """The pictures of every chart; only of publishable data."""
    if prepared.catalog is None or not prepared.publishable:
        raise ValueError("only publishable data are drawn")
    colour = prepared.catalog.agency.colour
    shown = defaultdict[str, list[ChartData]](list)
    for data in prepared.charts:
        shown[data.slug].append(data)
    asked = {dataset.slug: shown[dataset.slug] for dataset in prepared.catalog.datasets}
    return Drawn(
        prepared, prepared.catalog, derived(asked, partial(_drawn, cache=cache, colour=colour))
    )


def _drawn(shown: Iterable[ChartData], cache: Cache, colour: str) -> tuple[Drawing, ...]:
    return tuple(charts.draw_chart(data, cache, colour) for data in shown)


def write(drawn: Drawn, cache: Cache) -> Written:
    """Downloads, catalogues, feeds and generated web."""
    prepared, catalog = drawn.prepared, drawn.catalog
    quality = qualities.measure(catalog, prepared.tallies, prepared.day)
    judgements = _judgements(quality, prepared.tallies)
    depot = Depot(cache.folder)
    publisher, drawings = Publisher(catalog, cache, depot), drawn.drawings
    published = {
        dataset.slug: publisher.publish(dataset, drawings[dataset.slug], judgements[dataset.slug])
        for dataset in catalog.datasets
    }
    packages = {slug: item.package for slug, item in published.items()}
    everything = depot.files(downloads.agency_downloads(catalog, packages))
    desk_files, desk_pages = _desk(prepared, catalog, cache)
    asking = next((page.address for page in desk_pages if page.address == ppid.ASKING), "")
    report_files, report_pages = reports(catalog, prepared.day, everything)
    besides = depot.files({**desk_files, **report_files})
    files = united(*(item.files for item in published.values()), everything, besides)
    files = united(files, depot.files(feeds.feed_files(catalog, files)))
    offers = {slug: item.offered for slug, item in published.items()}
    held, documents = ppid.with_custody(catalog), prepared.documents
    listed = catalogues.catalogue_files(held, offers, files, quality, documents)
    told = {
        f"{web.QUALITY}{qualities.TABLE}": qualities.quality_csv(catalog, quality),
        **explorer.shapes_file(catalog),
        snapshot.NAME: _snapshot(catalog, prepared.day),
    }
    files = united(files, depot.files(listed), told)
    made = (
        *desk_pages,
        *_service_pages(prepared, catalog, asking),
        *web.catalogue_pages(catalog, downloads.agency_offer(everything)),
        *report_pages,
        web.quality_page(catalog, quality, qualities.ALL),
        web.verification_page(catalog.agency),
        _search_page(catalog, asking),
    )
    pages = united(*(item.pages for item in published.values()), _by_address(made))
    taken = {*files, *(page.path for page in pages.values())}
    notices = web.notices(prepared.ledger, catalog.agency, taken)
    return Written(
        drawn=drawn,
        files=united(files, notices.files),
        pages=united(pages, _by_address(notices.pages)),
        exhibits=united(*(item.exhibits for item in published.values())),
        notices=notices.addresses,
    )


def _judgements(
    quality: Mapping[str, Sequence[Measurement]], tallies: Mapping[str, Tally]
) -> Mapping[str, Judgement]:
    """What was measured of each dataset, and the checks that it went through."""
    return {
        slug: Judgement(tuple(measured), tallies.get(slug, Tally()).checks)
        for slug, measured in quality.items()
    }


def _by_address(pages: Iterable[GeneratedPage]) -> dict[str, GeneratedPage]:
    return {page.address: page for page in pages}


def compose(
    written: Written, cache: Cache, page_policy: policy.Policy = policy.PAGE
) -> Publication:
    """The agency's whole website, and what it will be held against."""
    prepared, catalog = written.drawn.prepared, written.drawn.catalog
    sources, agency = prepared.sources, catalog.agency
    announced = ppid.urgent_notices(catalog, prepared.day)
    pages = tuple(_written_page(page, catalog) for page in sources.manuscripts)
    listed = site_entries(catalog, pages, written.pages.values())
    website = Website(
        name=escape(agency.name),
        summary=escape(agency.summary),
        address=agency.site_url or "",
        day=prepared.day,
        frame=frame.agency_frame(agency, prepared.day, announced),
        policy=policy.policy_head(page_policy),
        menu=_menu(agency.menu),
        written=pages,
        generated=united(written.pages, _by_address(web.alphabetical_pages(listed, agency.name))),
        exhibits=written.exhibits,
        files=united(media(sources.root, sources.slug), written.files),
        front=catalogues.agency_markup(agency),
        staging=Staging(sources.waiting) if sources.scope is Scope.STAGED else None,
    )
    _refuse_taken(website)
    return Publication(
        website=dressed(website, cache),
        origins={
            **{file_of(address): file_of(address) for address in website.generated},
            **{
                file_of(page.address): f"{PAGES}/{sources.slug}/{page.path}"
                for page in website.written
            },
        },
        catalogs=(catalog,),
        inputs=(
            f"{DATASETS}/{sources.slug}",
            f"{DATASETS}/{REFERENCE}",
            f"{PAGES}/{sources.slug}",
            *ENGINE,
        ),
        records=(
            *search.term_records(website),
            *search.service_records(public_services(catalog)),
            *search.records(catalog),
            *search.document_records(prepared.documents),
        ),
        ledger=prepared.ledger,
        notices=written.notices,
    )


def _refuse_taken(website: Website) -> None:
    """Refused where people wrote a page whose address a generated one has."""
    made = {page.path for page in website.generated.values()} | website.files.keys()
    for page in website.written:
        if page.path in made:
            raise Refused(text(message("site.address-taken", path=page.path)))


def _menu(entries: Iterable[MenuEntry]) -> tuple[MenuItem, ...]:
    """The menu with addresses; an entry that has pages below it leads to the first of them."""
    return tuple(
        MenuItem(escape(entry.title), manuscripts.address(entry.pages[0].path), _menu(entry.below))
        for entry in entries
    )


def _written_page(page: Manuscript, catalog: Catalog) -> WrittenPage:
    expanded = web.expand(manuscripts.body(page.text), page.path, catalog)
    title, description = (str(page.head.get(key) or "") for key in ("title", "description"))
    return WrittenPage(
        path=page.path,
        markdown=expanded.markdown,
        title=escape(title),
        head=PageHead(description=escape(description)),
        exhibits=expanded.exhibits,
        terms=expanded.terms,
    )


def _service_pages(prepared: Prepared, catalog: Catalog, asking: str) -> tuple[GeneratedPage, ...]:
    """The pages of services; the overview only where nobody has written one."""
    written = {manuscripts.address(page.path) for page in prepared.sources.manuscripts}
    return web.service_pages(catalog, asking, overview=FOLDER not in written)


def _search_page(catalog: Catalog, asking: str) -> GeneratedPage:
    words, absent = search.synonyms(catalog.reference), search.absences
    return web.search_page(catalog, words, absent(catalog.reference, [catalog.datasets]), asking)


def _desk(
    prepared: Prepared, catalog: Catalog, cache: Cache
) -> tuple[Mapping[str, bytes], tuple[GeneratedPage, ...]]:
    """The desk for public information: how to ask, what there is, what the law still misses."""
    asking = ppid.desk_pages(catalog, prepared.day)
    documents, openness = prepared.documents, prepared.openness
    made = (
        *asking,
        *ppid.personal_data_pages(catalog),
        *ppid.document_pages(catalog.agency, documents, openness),
    )
    files = ppid.empty_registers(catalog, cache) if asking else {}
    files |= {item.address: item.file.data for item in documents}
    if openness is None:
        return files, made
    listed = ppid.openness_pages(openness, desk=len(asking) > 1, documents=len(documents))
    return {**files, **ppid.produce_desk(openness, catalog)}, (*made, *listed)


def _snapshot(catalog: Catalog, day: datetime.date) -> bytes:
    marked = snapshot.highlights(catalog)
    cards = tuple(item for item in marked if isinstance(item, snapshot.Highlight))
    taken = snapshot.take_snapshot(catalog, cards, ppid.urgent_notices(catalog, day))
    return snapshot.written_snapshot(taken)
