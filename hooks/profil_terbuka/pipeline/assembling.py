"""Makes everything an agency publishes out of data that have passed the checks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from .. import catalogues, charts, downloads, ppid
from .. import quality as qualities
from .. import web as pages
from ..comparison import snapshot
from ..history import Ledger
from ..model import Catalog
from ..model.products import Drawing, Page
from ..publish import feeds, search
from ..system.cache import Cache
from .checking import Checked
from .datasets import publish


@dataclass(frozen=True)
class Site:
    """Everything generated for one agency: paths are relative to the root of its site."""

    catalog: Catalog
    drawings: tuple[Drawing, ...]
    files: Mapping[str, bytes]
    pages: tuple[Page, ...]
    ledger: Ledger
    notices: frozenset[str]
    """Addresses that only tell what became of what was there."""

    @property
    def fragments(self) -> Mapping[str, str]:
        """HTML by mark, over all generated pages."""
        return {key: html for page in self.pages for key, html in page.fragments.items()}


def assemble(checked: Checked, cache: Cache) -> Site:
    """Draw, write and lay out everything; only for publishable data."""
    catalog = checked.catalog
    if catalog is None or not checked.publishable:
        raise ValueError("assemble needs data without errors")
    drawings = tuple(charts.draw(data, cache) for data in checked.charts)
    quality = qualities.measure(catalog, checked.tallies, checked.day)
    published = {
        dataset.slug: publish(
            dataset,
            catalog,
            tuple(drawing for drawing in drawings if drawing.data.slug == dataset.slug),
            quality[dataset.slug],
            cache,
        )
        for dataset in catalog.datasets
    }
    files = {name: data for item in published.values() for name, data in item.files.items()}
    made = [page for item in published.values() for page in item.pages]
    everything = downloads.agency_downloads(
        catalog, {slug: item.package for slug, item in published.items()}
    )
    desk_files, desk_pages = _desk(checked, catalog)
    files |= {**everything, **desk_files}
    files |= feeds.produce(catalog, files)
    files[f"{pages.QUALITY}{qualities.TABLE}"] = qualities.quality_csv(catalog, quality)
    offers = {slug: item.offered for slug, item in published.items()}
    files |= catalogues.produce(catalog, offers, files, quality)
    files[snapshot.NAME] = _snapshot(catalog, checked.day)
    made += (
        *desk_pages,
        pages.catalogue_page(catalog, downloads.agency_offer(everything)),
        pages.quality_page(catalog, quality, qualities.ALL),
        pages.verification_page(catalog.agency),
        pages.search_page(catalog.agency, search.synonyms(catalog.reference)),
    )
    notices = pages.notices(checked.ledger, catalog.agency, {*files, *(page.path for page in made)})
    return Site(
        catalog,
        drawings,
        {**files, **notices.files},
        (*made, *notices.pages),
        checked.ledger,
        notices.addresses,
    )


def _desk(checked: Checked, catalog: Catalog) -> tuple[Mapping[str, bytes], tuple[Page, ...]]:
    """The desk for public information: how to ask, what there is, what the law still misses."""
    made = pages.desk_pages(catalog, checked.day)
    files = downloads.registers(catalog.agency) if made else {}
    if checked.openness is None:
        return files, made
    listed = pages.openness_pages(checked.openness, desk=len(made) > 1)
    return {**files, **ppid.produce_desk(checked.openness, catalog)}, (*made, *listed)


def _snapshot(catalog: Catalog, day: datetime.date) -> bytes:
    marked = snapshot.highlights(catalog)
    cards = tuple(item for item in marked if isinstance(item, snapshot.Highlight))
    return snapshot.dumps(snapshot.take(catalog, cards, snapshot.notices(catalog, day)))
