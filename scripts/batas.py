#!/usr/bin/env python3
"""Boundaries for maps from a GeoJSON: batas.py FILE.geojson WILAYAH [--teliti METER]

Writes datasets/acuan/batas-<wilayah>/: the areas and the lines between them. The smallest areas
must be polygons whose neighbours share their corner points exactly; each feature has `code` (with
dots) and `name`, and may have `label_lon` and `label_lat`. Places in the grid of tiles that an
earlier run's file holds are kept: they are set by hand. The package's datapackage.json is copied
from another region's and edited: source, licence, region.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.model.geo import Border, Point, level_of, simplified  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.read.atlas import LINES, PREFIX  # noqa: E402
from profil_terbuka.read.catalog import DATASETS, REFERENCE  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402

DIGITS = 5
"""Decimals of a degree: about a metre, finer than the lines themselves."""

Feature = Mapping[str, Any]


def main(source: Path, region: str, tolerance: float) -> None:
    """Convert one file."""
    name = f"{PREFIX}{region.replace('.', '')}"
    folder = ROOT / DATASETS / REFERENCE / name
    folder.mkdir(parents=True, exist_ok=True)
    features = [item for item in json.loads(source.read_text("utf-8"))["features"] if item]
    features = sorted(features, key=lambda item: str(item["properties"]["code"]))
    deepest = max(level_of(item["properties"]["code"]) for item in features)
    smallest = [item for item in features if level_of(item["properties"]["code"]) == deepest]
    borders = sorted(joined(neighbours(smallest)), key=lambda line: (line.left, line.right))
    areas = folder / f"{name}.csv"
    tiles = kept_tiles(areas)
    with areas.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kode", "nama", "bujur", "lintang", "kolom_petak", "baris_petak"])
        for item in features:
            code = item["properties"]["code"]
            writer.writerow([code, _name(item), *label(item), *tiles.get(code, ("", ""))])
    with (folder / f"{name}-{LINES}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["nomor", "kode_kiri", "kode_kanan", "garis"])
        for number, line in enumerate(borders, start=1):
            points = simplified(line.points, tolerance)
            wkt = ", ".join(f"{lon:.{DIGITS}f} {lat:.{DIGITS}f}" for lon, lat in points)
            writer.writerow([number, line.left, line.right, f"LINESTRING ({wkt})"])
    made = message(
        "commands.boundaries-made",
        folder=folder.relative_to(ROOT).as_posix(),
        areas=len(features),
        lines=len(borders),
    )
    print(text(made))


def kept_tiles(areas: Path) -> dict[str, tuple[str, str]]:
    """Column and row of each area in the file of an earlier run."""
    if not areas.is_file():
        return {}
    with areas.open(encoding="utf-8", newline="") as file:
        return {
            row["kode"]: (row["kolom_petak"], row["baris_petak"]) for row in csv.DictReader(file)
        }


def _name(item: Feature) -> str:
    names = item["properties"]
    return str(names.get("name_local") or names["name"])


def label(item: Feature) -> tuple[str, str]:
    """Where the name is written: as given, or else the middle of the polygon's corners."""
    given = item["properties"]
    if "label_lon" in given:
        lon, lat = given["label_lon"], given["label_lat"]
    else:
        corners = [point for ring in rings(item) for point in ring]
        lon = sum(point[0] for point in corners) / len(corners)
        lat = sum(point[1] for point in corners) / len(corners)
    return f"{lon:.{DIGITS}f}", f"{lat:.{DIGITS}f}"


def rings(item: Feature) -> Iterator[list[Point]]:
    """Every ring of a polygon or of several, outer ones counter-clockwise and holes clockwise."""
    shape = item["geometry"]
    parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    for part in parts:
        for index, ring in enumerate(part):
            points = [(float(lon), float(lat)) for lon, lat, *_ in ring]
            area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points))
            yield points if (area > 0) == (index == 0) else points[::-1]


def neighbours(areas: Iterable[Feature]) -> dict[tuple[Point, Point], tuple[str, str]]:
    """Each edge, once, with the code on its left and on its right."""
    left = {
        (start, end): str(item["properties"]["code"])
        for item in areas
        for ring in rings(item)
        for start, end in pairwise(ring)
        if start != end
    }
    edges: dict[tuple[Point, Point], tuple[str, str]] = {}
    for (start, end), code in left.items():
        if (end, start) not in edges:
            edges[start, end] = (code, left.get((end, start), ""))
    return edges


def joined(edges: Mapping[tuple[Point, Point], tuple[str, str]]) -> Iterator[Border]:
    """Edges between the same two areas as lines from junction to junction."""
    by_pair: dict[tuple[str, str], list[tuple[Point, Point]]] = {}
    for (start, end), (one, other) in edges.items():
        pair = (one, other) if not other or one < other else (other, one)
        by_pair.setdefault(pair, []).append((start, end) if pair[0] == one else (end, start))
    junctions = _junctions(edges)
    for (left, right), parts in by_pair.items():
        after = dict(parts)
        ends = {end for _, end in parts}
        starts = [start for start, _ in parts if start in junctions or start not in ends]
        for start in [*starts, *(start for start, _ in parts)]:
            points = [start]
            while points[-1] in after:
                points.append(after.pop(points[-1]))
                if points[-1] in junctions:
                    break
            if len(points) > 1:
                yield Border(left, right, tuple(points))


def _junctions(edges: Iterable[tuple[Point, Point]]) -> set[Point]:
    """Points where more than two edges meet: no simplification may move them."""
    met: dict[Point, int] = {}
    for edge in edges:
        for point in edge:
            met[point] = met.get(point, 0) + 1
    return {point for point, count in met.items() if count > 2}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("berkas", type=Path)
    parser.add_argument("wilayah")
    tolerance = text(message("commands.option-tolerance"))
    parser.add_argument("--teliti", type=float, default=10.0, help=tolerance)
    given = parser.parse_args()
    main(given.berkas, given.wilayah, given.teliti)
