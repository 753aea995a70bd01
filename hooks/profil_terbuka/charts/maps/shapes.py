"""The map itself: outlines on a plane, names of districts, one tooltip an area."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from ...model import CellStatus
from ...model.geo import Border, Boundaries, Point, Ring, level_of, outline, upper
from ...model.products import ChartData
from ..metrics import text_width
from .data import DISTRICT
from .look import Look, described

WIDTH = 350
"""Narrow, so that a phone need not shrink the names much."""
TALLEST = 440
_EDGE = 6
_FINE = 10
"""Points stand on a grid of tenths of a unit: short to write, and equal for neighbours."""
_NAME = 11

Project = Callable[[Point], tuple[int, int]]


@dataclass(frozen=True)
class Plane:
    """A stretch of the earth on paper: equirectangular, true in the middle latitude."""

    west: float
    north: float
    shrink: float
    scale: float
    left: float
    height: float

    def at(self, point: Point) -> tuple[int, int]:
        """A point in tenths of a unit."""
        x = self.left + (point[0] - self.west) * self.shrink * self.scale
        y = _EDGE + (self.north - point[1]) * self.scale
        return round(x * _FINE), round(y * _FINE)


def plane(borders: Iterable[Border]) -> Plane:
    """As large as WIDTH and TALLEST allow."""
    points = [point for border in borders for point in border.points]
    west, east = min(point[0] for point in points), max(point[0] for point in points)
    south, north = min(point[1] for point in points), max(point[1] for point in points)
    shrink = math.cos(math.radians((south + north) / 2))
    across, down = (east - west) * shrink, north - south
    scale = min((WIDTH - 2 * _EDGE) / across, (TALLEST - 2 * _EDGE) / down)
    left = (WIDTH - across * scale) / 2
    return Plane(west, north, shrink, scale, left, round(down * scale) + 2 * _EDGE)


def shapes(data: ChartData, look: Look) -> tuple[str, float]:
    """The drawing and its height in units; it is WIDTH units wide."""
    if data.map is None:
        raise ValueError(f"{data.view.name} is not a map")
    found = data.map.boundaries
    paper = plane(found.borders)
    level = level_of(data.map.regions[0].code)
    fills: dict[str, list[str]] = {}
    doubtful = []
    for region in data.map.regions:
        path = ring_path(outline(region.code, found.borders), paper.at)
        tip = f"<title>{described(region, data)}</title>"
        fills.setdefault(look.fill(region), []).append(f'<path d="{path}">{tip}</path>')
        if region.status is CellStatus.DOUBTFUL and region.value is not None:
            doubtful.append(path)
    ink, edge = look.palette.ink, look.palette.edge
    body = [f'<g stroke-linejoin="round" stroke="{edge}" stroke-width=".6">']
    body += [f'<g fill="{fill}">{"".join(paths)}</g>' for fill, paths in fills.items()]
    if doubtful:
        body.append(f'<path fill="{look.dots}" pointer-events="none" d="{"".join(doubtful)}"/>')
    strong = [line for line in found.borders if is_border_of(line, min(level, DISTRICT))]
    lines = "".join(line_path(line.points, paper.at) for line in strong)
    # Dark lines on dark areas, or bright on bright: a strip of the page's colour sets them off.
    body.append(f'<g fill="none" pointer-events="none" stroke="{ink}" stroke-width="1.3">')
    body.append(f'<path stroke="{look.palette.ground}" stroke-width="3" d="{lines}"/>')
    body.append(f'<path d="{lines}"/></g></g>')
    body.append(_names(found, paper, look))
    return "".join(body), paper.height


def is_border_of(border: Border, level: int) -> bool:
    """Whether a line runs between two areas of `level`, or around the whole."""
    return upper(border.left, level) != upper(border.right, level)


def ring_path(rings: Iterable[Ring], project: Project) -> str:
    """The `d` of closed rings."""
    drawn = (line_path((*ring, ring[0]), project) for ring in rings)
    return "".join(f"{line}z" for line in drawn if line)


def line_path(points: Sequence[Point], project: Project) -> str:
    """An absolute start and relative steps: 'M12 34l.5-.6 7 8'; '' for less than a tenth."""
    places = [project(point) for point in points]
    steps: list[int] = []
    for before, here in pairwise(places):
        if here != before:
            steps += [here[0] - before[0], here[1] - before[1]]
    if not steps:
        return ""
    start = f"M{_short(places[0][0])} {_short(places[0][1])}l"
    return start + " ".join(map(_short, steps)).replace(" -", "-")


def _short(tenths: int) -> str:
    """5 -> '.5', -12 -> '-1.2', 40 -> '4'."""
    text = f"{tenths / _FINE:g}"
    return text.replace("0.", ".", 1) if abs(tenths) < _FINE else text


def _names(found: Boundaries, paper: Plane, look: Look) -> str:
    """District names, each word on its own line where the whole would be wide, with a halo."""
    texts = []
    for area in found.at_level(DISTRICT):
        x, y = (value / _FINE for value in paper.at(area.label))
        lines = area.name.split() if text_width(area.name, _NAME) > WIDTH / 5 else [area.name]
        reach = max(text_width(line, _NAME) for line in lines) / 2 + 3
        x = min(max(x, reach), WIDTH - reach)
        top = y + _NAME / 3 - (len(lines) - 1) * _NAME / 2
        spans = "".join(
            f'<tspan x="{x:.0f}" y="{top + index * (_NAME + 1):.0f}">{escape(line)}</tspan>'
            for index, line in enumerate(lines)
        )
        texts.append(f"<text>{spans}</text>")
    return (
        f'<g font-size="{_NAME}" font-weight="600" text-anchor="middle" pointer-events="none" '
        f'fill="{look.palette.ink}" stroke="{look.palette.ground}" stroke-width="3" '
        f'stroke-linejoin="round" paint-order="stroke">{"".join(texts)}</g>'
    )
