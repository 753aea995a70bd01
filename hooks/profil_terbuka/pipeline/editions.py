"""Publishes a dataset's older editions, each beside the others, and what they differ in."""

from __future__ import annotations

from itertools import pairwise

from .. import charts, downloads, web
from ..history import difference_address, difference_csv, edition_address, edition_difference
from ..model import Catalog, Dataset
from ..model.findings import Finding
from ..model.products import Drawing, GeneratedPage
from ..system.cache import Cache

CHANGES = "perubahan.csv"


def editions(
    dataset: Dataset, catalog: Catalog, cache: Cache
) -> tuple[dict[str, bytes], tuple[GeneratedPage, ...]]:
    """Files by address and pages; none for a dataset in its first edition."""
    agency = catalog.agency
    files: dict[str, bytes] = {}
    made: list[GeneratedPage] = []
    for newer, older in pairwise((dataset, *dataset.editions)):
        produced = downloads.dataset_downloads(older, agency, cache)
        address = edition_address(dataset, older.version)
        home = web.EmbedPage(root="../../../..", charts=False)
        produced_pages = web.embedded(older, agency, _drawn(older, catalog, cache), home)
        files |= {f"{address}{name}": data for name, data in {**produced, **produced_pages}.items()}
        listed = downloads.dataset_offer(older, produced)
        made.append(web.edition_page(older, newer, dataset, agency, listed))
        found = edition_difference(older, newer)
        beside = difference_address(dataset.slug, older.version, newer.version)
        files[f"{beside}{CHANGES}"] = difference_csv(found)
        made.append(web.difference_page(found, dataset))
    return files, tuple(made)


def _drawn(edition: Dataset, catalog: Catalog, cache: Cache) -> tuple[Drawing, ...]:
    """The charts of an older edition as today's program draws them, for who has embedded them."""
    others = (*catalog.reference, *catalog.datasets)
    found = (charts.prepare_chart(view, edition, others) for view in edition.views)
    return tuple(charts.draw_chart(data, cache) for data in found if not isinstance(data, Finding))
