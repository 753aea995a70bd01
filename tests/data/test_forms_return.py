"""What is published for Excel comes back into exactly the rows it was made of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka.downloads import dataset_downloads
from profil_terbuka.importer import read_book
from profil_terbuka.importer.merging import returned_forms
from profil_terbuka.importer.merging.merge import merged_rows
from profil_terbuka.model import Catalog, Dataset
from profil_terbuka.read.dictionary import with_emptied_told
from profil_terbuka.system.cache import Cache


def everything() -> Iterator[tuple[str, str]]:
    """Agency and dataset."""
    for agency in AGENCIES:
        for dataset in catalog_of(agency).datasets:
            yield agency, dataset.slug


def forms(dataset: Dataset, catalog: Catalog, cache: Cache) -> dict[str, bytes]:
    """The files that people open in Excel."""
    made = dataset_downloads(with_emptied_told(dataset), catalog.agency, cache)
    return {name: data for name, data in made.items() if name.endswith((".csv", ".xlsx"))}


@pytest.mark.parametrize(("agency", "slug"), list(everything()))
def test_every_published_form_comes_back(agency: str, slug: str, cache: Cache) -> None:
    catalog = catalog_of(agency)
    dataset = next(item for item in catalog.datasets if item.slug == slug)
    found = {name: 0 for name in forms(dataset, catalog, cache) if name != "catatan.csv"}
    for name, data in forms(dataset, catalog, cache).items():
        for incoming in returned_forms(read_book(data, name), dataset.tables, {}):
            assert (incoming.questions, incoming.obstacles) == ((), ()), name
            merge = merged_rows(incoming.table, incoming.rows)
            assert merge.cells == incoming.table.cells, name
            assert not merge.alters
            found[name] = found.get(name, 0) + 1
    assert all(found.values()), found
