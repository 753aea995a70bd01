"""Reference packages of regions: their names, and the shapes that maps are drawn from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ..model import Dataset, Role, Table, Value, View
from ..model.geo import Area, Border, Boundaries, Point, level_of, upper

REGIONS = "wilayah"
"""The package of region codes and names."""
PREFIX = "batas-"
"""Begins the slug of a package of boundaries; its coverage tells the region it is about."""
LINES = "garis"
"""`<slug>-garis` is the table of lines; the main table holds the areas."""

_COUNTRY = {"ID": "Indonesia"}
_LINE = re.compile(r"LINESTRING \((-?[\d.]+ -?[\d.]+(, -?[\d.]+ -?[\d.]+)+)\)")


def region_names(reference: Iterable[Dataset]) -> Mapping[str, str]:
    """Code -> name, as the people there write it where the package knows that."""
    names = dict(_COUNTRY)
    for package in reference:
        if package.slug == REGIONS:
            table = package.main
            name = "nama_lokal" if "nama_lokal" in table.schema else "nama"
            pairs = zip(table.column("kode"), table.column(name), strict=True)
            names.update((str(code), str(text)) for code, text in pairs)
    return names


def boundaries(region: str, reference: Iterable[Dataset]) -> Boundaries | None:
    """The boundaries of `region` (or of a larger one that contains it), if a package has them."""
    for package in reference:
        known = package.coverage.region
        if package.slug.startswith(PREFIX) and upper(region, level_of(known)) == known:
            return _boundaries_of(package)
    return None


def code_column(view: View, table: Table) -> str | None:
    """The column of region codes that a map's axis names, itself or by the name beside the code."""
    for column in table.schema.with_role(Role.CODE):
        if view.axis in (column.name, column.labels):
            return column.name
    return None


@lru_cache(maxsize=8)
def _parsed(rows: tuple[tuple[Value, ...], ...]) -> tuple[Border, ...]:
    """Lines from (left, right, WKT); several maps of a build share them."""
    return tuple(
        Border(str(left or ""), str(right or ""), points)
        for left, right, text in rows
        if (points := _points(str(text)))
    )


def _boundaries_of(package: Dataset) -> Boundaries:
    lines = package.table(f"{package.slug}-{LINES}")
    columns = ("kode_kiri", "kode_kanan", "garis")
    return Boundaries(
        region=package.coverage.region,
        source=package.sources[0].title,
        areas=tuple(_area(row, package.main) for row in package.main.rows),
        borders=_parsed(tuple(lines.key(row, columns) for row in lines.rows)),
    )


def _area(row: tuple[Value, ...], table: Table) -> Area:
    columns = ("kode", "nama", "bujur", "lintang", "kolom_petak", "baris_petak")
    code, name, lon, lat, column, line = (table.value(row, name) for name in columns)
    tile = None if column is None or line is None else (int(str(column)), int(str(line)))
    return Area(str(code), str(name), (float(str(lon)), float(str(lat))), tile)


def _points(text: str) -> tuple[Point, ...]:
    """The points of a WKT line; () for anything else: its areas then have no closed outline.

    >>> _points("LINESTRING (109.1 0.2, 109.3 0.4)")
    ((109.1, 0.2), (109.3, 0.4))
    """
    found = _LINE.fullmatch(text)
    if found is None:
        return ()
    pairs = (pair.split() for pair in found[1].split(", "))
    return tuple((float(lon), float(lat)) for lon, lat in pairs)
