"""Publishes a dataset's older editions, each beside the others, and what they differ in."""

from __future__ import annotations

from itertools import pairwise

from .. import downloads, pages
from ..cache import Cache
from ..history import difference, difference_address, difference_csv, edition_address
from ..model import Agency, Dataset
from ..products import Page

CHANGES = "perubahan.csv"


def editions(
    dataset: Dataset, agency: Agency, cache: Cache
) -> tuple[dict[str, bytes], tuple[Page, ...]]:
    """Files by address and pages; none for a dataset in its first edition."""
    files: dict[str, bytes] = {}
    made: list[Page] = []
    for newer, older in pairwise((dataset, *dataset.editions)):
        produced = downloads.produce(older, agency, cache)
        address = edition_address(dataset, older.version)
        files.update((f"{address}{name}", data) for name, data in produced.items())
        listed = downloads.offered(older, produced)
        made.append(pages.edition_page(older, newer, dataset, agency, listed))
        found = difference(older, newer)
        beside = difference_address(dataset.slug, older.version, newer.version)
        files[f"{beside}{CHANGES}"] = difference_csv(found)
        made.append(pages.difference_page(found, dataset))
    return files, tuple(made)
