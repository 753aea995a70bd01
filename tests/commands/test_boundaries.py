"""Boundaries from a GeoJSON, as `scripts/batas.py` makes them."""

from __future__ import annotations

import csv
from pathlib import Path

from programs import run, well


def test_a_geojson_becomes_lines_that_neighbours_share(project: Path) -> None:
    squares = ",".join(
        f'{{"type":"Feature","properties":{{"code":"99.02.01.{code}","name":"{code}"}},"geometry":'
        f'{{"type":"Polygon","coordinates":[[[{x},0],[{x + 1},0],[{x + 1},1],[{x},1],[{x},0]]]}}}}'
        for code, x in (("1001", 110), ("1002", 111))
    )
    source = project / "dua.geojson"
    source.write_text(f'{{"type":"FeatureCollection","features":[{squares}]}}', "utf-8")
    well(run(project, "batas.py", str(source), "99.02"))
    folder = project / "datasets" / "acuan" / "batas-9902"
    with (folder / "batas-9902-garis.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    sides = [(line["kode_kiri"][-4:], line["kode_kanan"][-4:]) for line in lines]
    assert sorted(sides) == [("1001", ""), ("1001", "1002"), ("1002", "")]
    shared = next(line for line in lines if line["kode_kanan"])
    assert shared["garis"] == "LINESTRING (111.00000 0.00000, 111.00000 1.00000)"
