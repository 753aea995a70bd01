"""What a site publishes comes back as it was: nothing is open, and no byte of a table differs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka.downloads import dataset_downloads
from profil_terbuka.importer.elsewhere import adopt
from profil_terbuka.read.dictionary import with_emptied_told
from profil_terbuka.system.cache import Cache
from support import ROOT

FEW = 8
"""Datasets of each agency that are put to the test: from the first to the last, evenly."""


def chosen() -> list[tuple[str, str]]:
    """Agency and dataset."""
    pairs = []
    for agency in AGENCIES:
        slugs = [dataset.slug for dataset in catalog_of(agency).datasets]
        pairs += [(agency, slug) for slug in slugs[:: max(1, len(slugs) // FEW)]]
    return pairs


@pytest.mark.parametrize(("agency", "slug"), chosen())
def test_a_published_package_comes_back(
    agency: str, slug: str, tmp_path: Path, cache: Cache
) -> None:
    catalog = catalog_of(agency)
    dataset = next(item for item in catalog.datasets if item.slug == slug)
    published = dataset_downloads(with_emptied_told(dataset), catalog.agency, cache)
    (tmp_path / "paket.zip").write_bytes(published[f"{slug}.zip"])
    made = adopt(tmp_path / "paket.zip", catalog.agency)
    folder = ROOT / "datasets" / agency / slug
    assert (made.slug, made.open) == (slug, ())
    assert set(made.files) == {"datapackage.json", *(table.path for table in dataset.tables)}
    for table in dataset.tables:
        assert made.files[table.path] == (folder / table.path).read_bytes()
    now = json.loads(made.files["datapackage.json"])
    then = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert {**now, "resources": []} == {**then, "resources": []}
    assert list(map(named, now["resources"])) == list(map(named, then["resources"]))


def named(resource: dict[str, object]) -> dict[str, object]:
    """A table's entry without the columns, whose meaning publishing adds to."""
    return {key: value for key, value in resource.items() if key != "schema"}
