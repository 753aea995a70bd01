"""Boundaries to download: what GIS programs ask of GeoJSON, and codes that join with the tables."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka.downloads.formats.geojson import boundaries_geojson
from profil_terbuka.model.geo import level_of
from profil_terbuka.read import catalog
from support import BASE


def features(slug: str, level: int) -> list[dict[str, Any]]:
    data = boundaries_geojson(catalog_of(slug), level)
    assert data
    document = json.loads(data)
    assert document["type"] == "FeatureCollection"
    assert document["sumber"]
    found = document["features"]
    assert isinstance(found, list)
    return found


def polygons(feature: dict[str, Any]) -> list[list[list[list[float]]]]:
    shape = feature["geometry"]
    return [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]


@pytest.mark.parametrize("slug", AGENCIES)
@pytest.mark.parametrize(("level", "kind"), [(3, "kecamatan"), (4, "kelurahan")])
def test_every_area_joins_with_the_tables(slug: str, level: int, kind: str) -> None:
    found = {one["properties"][f"kode_{kind}"]: one["properties"] for one in features(slug, level)}
    rows = {
        row[table.schema.position[f"kode_{kind}"]]
        for dataset in catalog_of(slug).datasets
        for table in dataset.tables
        if f"kode_{kind}" in table.schema
        for row in table.rows
    }
    codes = {str(code) for code in rows if code and level_of(str(code)) == level}
    assert codes
    assert codes <= found.keys()
    assert all(told[kind] for told in found.values())


@pytest.mark.parametrize("slug", AGENCIES)
@pytest.mark.parametrize("level", [3, 4])
def test_rings_are_closed_and_run_as_the_standard_says(slug: str, level: int) -> None:
    for feature in features(slug, level):
        for outer, *holes in polygons(feature):
            for number, ring in enumerate([outer, *holes]):
                assert len(ring) >= 4
                assert ring[0] == ring[-1]
                turned = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
                assert (turned > 0) == (number == 0)
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in outer)


def test_an_agency_without_known_outlines_has_no_such_file() -> None:
    known = catalog.load(BASE, "contoh").catalog
    assert known
    assert boundaries_geojson(known, 4) is None
