"""Publishes a dataset's older editions, each beside the others, and what they differ in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .. import charts, downloads, web
from ..history import difference_address, difference_csv, edition_address, edition_difference
from ..model import Agency, Catalog, Dataset
from ..model.findings import Finding
from ..model.products import Drawing, GeneratedPage
from ..system.cache import Cache

CHANGES = "perubahan.csv"


def editions(
    dataset: Dataset, agency: Agency, drawings: Sequence[Sequence[Drawing]], cache: Cache
) -> tuple[dict[str, bytes], tuple[GeneratedPage, ...]]:
    """Files by address and pages; none for a dataset in its first edition.

    `drawings` are those of each older edition (`drawn_editions`).
    """
    files: dict[str, bytes] = {}
    made: list[GeneratedPage] = []
    both = pairwise((dataset, *dataset.editions))
    for (newer, older), drawn in zip(both, drawings, strict=True):
        produced = downloads.dataset_downloads(older, agency, cache)
        address = edition_address(dataset, older.version)
        home = web.EmbedPage(root="../../../..", charts=False, pinned=True, newest=False)
        produced_pages = web.embedded(older, agency, drawn, home)
        files |= {f"{address}{name}": data for name, data in {**produced, **produced_pages}.items()}
        listed = downloads.dataset_offer(older, produced)
        made.append(web.edition_page(older, newer, dataset, agency, listed))
        found = edition_difference(older, newer)
        beside = difference_address(dataset.slug, older.version, newer.version)
        files[f"{beside}{CHANGES}"] = difference_csv(found)
        made.append(web.difference_page(found, dataset))
    return files, tuple(made)


def drawn_editions(
    dataset: Dataset, catalog: Catalog, cache: Cache
) -> tuple[tuple[Drawing, ...], ...]:
    """The charts of each older edition as today's program draws them, for who has embedded them."""
    return tuple(_drawn(edition, catalog, cache) for edition in dataset.editions)


def _drawn(edition: Dataset, catalog: Catalog, cache: Cache) -> tuple[Drawing, ...]:
    others = (*catalog.reference, *catalog.datasets)
    found = (charts.prepare_chart(view, edition, others) for view in edition.views)
    sound = (data for data in found if not isinstance(data, Finding))
    return tuple(charts.draw_chart(data, cache, catalog.agency.colour) for data in sound)
