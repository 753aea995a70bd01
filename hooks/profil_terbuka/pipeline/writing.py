"""Fifth and sixth stage: pictures, then everything else that an agency publishes."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from .. import catalogues, charts, downloads, ppid, web
from .. import quality as qualities
from ..comparison import snapshot
from ..model import Agency, Catalog, Manuscript
from ..model.messages import message
from ..model.products import Drawing, GeneratedPage, PageHead
from ..publish import feeds, search
from ..publish.dressing import dressed, media
from ..publish.publication import Publication
from ..read import manuscripts
from ..read.catalog import DATASETS, REFERENCE
from ..read.manuscripts import PAGES
from ..render import MenuItem, Website, WrittenPage
from ..render.rendering import file_of
from ..system.cache import Cache
from ..web import frame, policy
from ..words.catalogues import text
from .datasets import Publisher
from .preparing import Prepared
from .refusal import Refused

ENGINE = ("hooks", "mkdocs.yml", "requirements.txt")
"""What besides the data a site is made of."""


@dataclass(frozen=True)
class Drawn:
    """Data that may be published, and the pictures of their charts."""

    prepared: Prepared
    catalog: Catalog
    drawings: tuple[Drawing, ...]


@dataclass(frozen=True)
class Written:
    """Everything generated for one agency: paths are relative to the root of its site."""

    drawn: Drawn
    files: Mapping[str, bytes]
    pages: tuple[GeneratedPage, ...]
    exhibits: Mapping[str, str]
    """Figures and tables as HTML, by the names under which pages ask for them."""
    notices: frozenset[str]
    """Addresses that only tell what became of what was there."""


def draw(prepared: Prepared, cache: Cache) -> Drawn:
    """Draw every chart; only of publishable data."""
    if prepared.catalog is None or not prepared.publishable:
        raise ValueError("only publishable data are drawn")
    pictures = tuple(charts.draw_chart(data, cache) for data in prepared.charts)
    return Drawn(prepared, prepared.catalog, pictures)


def write(drawn: Drawn, cache: Cache) -> Written:
    """Downloads, catalogues, feeds and generated web."""
    prepared, catalog = drawn.prepared, drawn.catalog
    quality = qualities.measure(catalog, prepared.tallies, prepared.day)
    publisher, drawings = Publisher(catalog, cache), defaultdict[str, list[Drawing]](list)
    for drawing in drawn.drawings:
        drawings[drawing.data.slug].append(drawing)
    published = {
        dataset.slug: publisher.publish(dataset, drawings[dataset.slug], quality[dataset.slug])
        for dataset in catalog.datasets
    }
    files = {name: data for item in published.values() for name, data in item.files.items()}
    made = [page for item in published.values() for page in item.pages]
    everything = downloads.agency_downloads(
        catalog, {slug: item.package for slug, item in published.items()}
    )
    desk_files, desk_pages = _desk(prepared, catalog, cache)
    files |= {**everything, **desk_files}
    files |= feeds.feed_files(catalog, files)
    files[f"{web.QUALITY}{qualities.TABLE}"] = qualities.quality_csv(catalog, quality)
    offers = {slug: item.offered for slug, item in published.items()}
    held = ppid.with_custody(catalog)
    files |= catalogues.catalogue_files(held, offers, files, quality, prepared.documents)
    files[snapshot.NAME] = _snapshot(catalog, prepared.day)
    made += (
        *desk_pages,
        *web.catalogue_pages(catalog, downloads.agency_offer(everything)),
        web.quality_page(catalog, quality, qualities.ALL),
        web.verification_page(catalog.agency),
        web.search_page(catalog, search.synonyms(catalog.reference)),
    )
    notices = web.notices(prepared.ledger, catalog.agency, {*files, *(page.path for page in made)})
    exhibits = {name: html for item in published.values() for name, html in item.exhibits.items()}
    return Written(
        drawn=drawn,
        files={**files, **notices.files},
        pages=(*made, *notices.pages),
        exhibits=exhibits,
        notices=notices.addresses,
    )


def compose(
    written: Written, cache: Cache, page_policy: policy.Policy = policy.PAGE
) -> Publication:
    """The agency's whole website, and what it will be held against."""
    prepared, catalog = written.drawn.prepared, written.drawn.catalog
    sources, agency = prepared.sources, catalog.agency
    announced = ppid.urgent_notices(catalog, prepared.day)
    website = Website(
        name=escape(agency.name),
        summary=escape(agency.summary),
        address=agency.site_url or "",
        day=prepared.day,
        frame=frame.agency_frame(agency, prepared.day, announced),
        policy=policy.policy_head(page_policy),
        menu=_menu(agency),
        written=tuple(_written_page(page, catalog) for page in sources.manuscripts),
        generated=written.pages,
        exhibits=written.exhibits,
        files={**media(sources.root, sources.slug), **written.files},
        front=catalogues.agency_markup(agency),
    )
    _refuse_taken(website)
    return Publication(
        website=dressed(website, cache),
        origins={
            **{file_of(page.address): file_of(page.address) for page in website.generated},
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
            *search.records(catalog),
            *search.document_records(prepared.documents),
        ),
        ledger=prepared.ledger,
        notices=written.notices,
    )


def _refuse_taken(website: Website) -> None:
    """Refused where people wrote a page whose address a generated one has."""
    made = {page.path for page in website.generated} | website.files.keys()
    for page in website.written:
        if page.path in made:
            raise Refused(text(message("site.address-taken", path=page.path)))


def _menu(agency: Agency) -> tuple[MenuItem, ...]:
    return tuple(
        MenuItem(escape(str(title)), _menu_address(str(path)))
        for entry in agency.menu
        for title, path in entry.items()
    )


def _menu_address(path: str) -> str:
    return manuscripts.address(path) if path.endswith(".md") else path


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
