"""Boundaries as GeoJSON (RFC 7946), with the codes that tables have, so that both join at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ...model import Catalog
from ...model.geo import Area, Boundaries, Point, Ring, level_of, outline, upper
from ...model.messages import message
from ...model.products import FileFormat
from ...read.atlas import boundaries, region_names
from ..offer import AgencyFormat, AgencySource

GEOJSON = FileFormat("GeoJSON", "application/geo+json", "GEOJSON")
_LEVELS = {3: "kecamatan", 4: "kelurahan"}
"""What areas are called in tables, by how many parts their codes have."""


def boundaries_geojson(catalog: Catalog, level: int) -> bytes | None:
    """The areas of one level in the agency's region, by code; None where no outline is known."""
    known = boundaries(catalog.agency.region, catalog.reference)
    if known is None:
        return None
    names = region_names(catalog.reference)
    inside = (area for area in known.at_level(level) if _is_inside(area, catalog.agency.region))
    features = [found for area in inside if (found := _feature(area, known, names))]
    if not features:
        return None
    document = {"type": "FeatureCollection", "sumber": known.source, "features": features}
    return f"{json.dumps(document, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _is_inside(area: Area, region: str) -> bool:
    return upper(area.code, level_of(region)) == region


def _feature(area: Area, known: Boundaries, names: Mapping[str, str]) -> dict[str, Any] | None:
    rings = outline(area.code, known.borders)
    if not rings:
        return None
    told: dict[str, str] = {}
    for level, kind in _LEVELS.items():
        if level <= level_of(area.code):
            code = upper(area.code, level)
            told |= {f"kode_{kind}": code, kind: names.get(code, code)}
    return {
        "type": "Feature",
        "id": area.code,
        "properties": told,
        "geometry": _geometry(rings),
    }


def _geometry(rings: Sequence[Ring]) -> dict[str, Any]:
    """Each outer ring with the holes that lie in it.

    >>> _geometry([((0, 0), (2, 0), (2, 2), (0, 2))])["coordinates"][0][0]
    [0, 0]
    """
    outer = [ring for ring in rings if _area_of(ring) > 0]
    polygons = [[_closed(ring), *map(_closed, _holes_in(ring, rings))] for ring in outer]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _holes_in(outer: Ring, rings: Sequence[Ring]) -> Iterator[Ring]:
    yield from (ring for ring in rings if _area_of(ring) < 0 and _holds(outer, ring[0]))


def _closed(ring: Ring) -> list[list[float]]:
    return [list(point) for point in (*ring, ring[0])]


def _area_of(ring: Ring) -> float:
    """Twice the area; above zero where it runs against the clock, as an outer ring has to.

    >>> _area_of(((0, 0), (2, 0), (2, 2), (0, 2)))
    8
    """
    following = (*ring[1:], ring[0])
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, following, strict=True))


def _holds(ring: Ring, point: Point) -> bool:
    """Whether a point lies within a ring: a ray from it meets the ring an odd number of times."""
    x, y = point
    following = (*ring[1:], ring[0])
    crossed = (
        (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a
        for (a, b), (c, d) in zip(ring, following, strict=True)
    )
    return sum(crossed) % 2 == 1


def _writer(level: int) -> Callable[[AgencySource], bytes | None]:
    return lambda source: boundaries_geojson(source.catalog, level)


FORMATS = tuple(
    AgencyFormat(
        kind=GEOJSON,
        name=f"batas-{kind}.geojson",
        title=message("downloads.boundaries", kind=kind),
        about=message("downloads.boundaries-about", code=f"kode_{kind}"),
        write=_writer(level),
        holds_tables=False,
    )
    for level, kind in _LEVELS.items()
)
