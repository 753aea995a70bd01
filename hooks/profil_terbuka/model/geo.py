"""Areas and the lines between them: frozen values and the geometry that a map needs.

Borders are kept as lines, each once, with the area on either side. Neighbours share their line, so
no gap can open between them however it is simplified; and a district's outline is simply what
remains of its parts' lines once those between two of its own parts are left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Ring = tuple[Point, ...]
"""A closed line whose first point is not repeated at its end."""


@dataclass(frozen=True, slots=True)
class Area:
    """A region with its official code (`12.34.56`), the point of its label, and its tile."""

    code: str
    name: str
    label: Point
    tile: tuple[int, int] | None = None
    """Column and row in the grid of equal tiles of its level, counted from 1."""


@dataclass(frozen=True, slots=True)
class Border:
    """A line with the code of the smallest area on its left and right; '' is outside the map."""

    left: str
    right: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Boundaries:
    """All that is known about the shapes of a region's areas. `source` is the attribution."""

    region: str
    source: str
    areas: tuple[Area, ...]
    borders: tuple[Border, ...]

    def at_level(self, level: int) -> tuple[Area, ...]:
        """The areas whose codes have `level` parts, in order of code."""
        return tuple(area for area in self.areas if level_of(area.code) == level)


def level_of(code: str) -> int:
    """How many parts a code has: 3 for '12.34.56'."""
    return code.count(".") + 1


def upper(code: str, level: int) -> str:
    """The code of the area at `level` that contains `code`; '' stays ''."""
    return ".".join(code.split(".")[:level])


def outline(code: str, borders: Iterable[Border]) -> tuple[Ring, ...]:
    """The rings around an area, seen with it on their left; () where its lines do not close."""
    level = level_of(code)
    lines: list[tuple[Point, ...]] = []
    for border in borders:
        left, right = upper(border.left, level) == code, upper(border.right, level) == code
        if left != right:
            lines.append(border.points if left else border.points[::-1])
    rings = []
    while lines:
        ring = list(lines.pop(0))
        while ring[0] != ring[-1]:
            follower = next((line for line in lines if line[0] == ring[-1]), None)
            if follower is None:
                return ()
            lines.remove(follower)
            ring.extend(follower[1:])
        rings.append(tuple(ring[:-1]))
    return tuple(rings)


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker: no point left out lies further than `tolerance` metres from the line."""
    if len(points) < 3:
        return list(points)
    distances = [_distance(point, points[0], points[-1]) for point in points[1:-1]]
    furthest = max(distances)
    if furthest <= tolerance:
        return [points[0], points[-1]]
    split = distances.index(furthest) + 1
    first = simplified(points[: split + 1], tolerance)
    return first[:-1] + simplified(points[split:], tolerance)


METRES = 111_320
"""A degree of latitude."""


def _distance(point: Point, start: Point, end: Point) -> float:
    """Metres from a point to a stretch of line, on a plane; right for distances inside a city."""
    shrink = math.cos(math.radians(point[1]))
    x, y = (point[0] - start[0]) * shrink * METRES, (point[1] - start[1]) * METRES
    dx, dy = (end[0] - start[0]) * shrink * METRES, (end[1] - start[1]) * METRES
    length = dx * dx + dy * dy
    along = min(1.0, max(0.0, (x * dx + y * dy) / length)) if length else 0.0
    return math.hypot(x - along * dx, y - along * dy)
