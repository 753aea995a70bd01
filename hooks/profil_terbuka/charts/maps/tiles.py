"""The tile grid: every area the same size, roughly where it lies, with its name and value."""

from __future__ import annotations

from html import escape

from ...model import CellStatus
from ...model.products import ChartData, Region
from ...words.numbers import number
from ..metrics import text_width, wrapped
from .look import Look, described
from .shapes import WIDTH

LARGEST = 84
"""A tile of a small grid, in units; a large grid's are as wide as the picture allows."""
_GAP = 2
_NAME, _VALUE = 9.5, 12.5
"""Type sizes in a tile of a large grid; a tile of ROOMY units has room for GROWTH times as much."""
_ROOMY, _GROWTH = 72, 1.3
_LINE = 1.1
_ROUNDED = 3

Corner = tuple[float, float]
"""Left and upper edge of a tile, in units."""


def tiles(data: ChartData, look: Look) -> tuple[str, float] | None:
    """The drawing and its height; None where any area has no tile: a grid with holes would lie."""
    if data.map is None:
        raise ValueError(f"{data.view.name} is not a map")
    places = {region.tile: region for region in data.map.regions if region.tile}
    if len(places) < len(data.map.regions):
        return None
    columns = max(column for column, _ in places)
    rows = max(row for _, row in places)
    size = min(LARGEST, (WIDTH - _GAP) / columns)
    left = (WIDTH - columns * size) / 2
    drawn = []
    by_row = sorted(places.items(), key=lambda item: item[0][::-1])
    for (column, row), region in by_row:
        x, y = left + (column - 1) * size, 1 + (row - 1) * size
        drawn.append(_tile(region, (x, y), size, data, look))
    lines = _district_lines(places, left, size)
    strong = (
        f'<path fill="none" stroke="{look.palette.ink}" stroke-width="1.6" '
        f'stroke-linecap="square" d="{lines}"/>'
    )
    body = f'<g text-anchor="middle" font-size="{_type(size):g}">{"".join(drawn)}</g>'
    return body + (strong if lines else ""), rows * size + 2


def _tile(region: Region, corner: Corner, size: float, data: ChartData, look: Look) -> str:
    x, y = corner
    shade = look.shade(region)
    ink = look.palette.ink if shade is None else look.palette.letters[shade]
    side = size - _GAP
    box = (
        f'x="{x + _GAP / 2:.1f}" y="{y + _GAP / 2:.1f}" width="{side:.1f}" height="{side:.1f}" '
        f'rx="{_ROUNDED}" fill="{look.fill(region)}"'
    )
    halo = ""
    if shade is None:  # hatched: the letters need a ground of their own
        halo = f' stroke="{look.palette.ground}" stroke-width="3" paint-order="stroke"'
    tip = f"<title>{described(region, data)}</title>"
    written = _written(region, x + size / 2, y + size / 2, side)
    return f'<g>{tip}<rect {box}/><g fill="{ink}"{halo}>{written}</g></g>'


def _written(region: Region, x: float, y: float, side: float) -> str:
    """Name and value around the middle of a tile."""
    doubtful = region.status is CellStatus.DOUBTFUL and region.value is not None
    value = "\N{EM DASH}" if region.value is None else number(region.value)
    size = _type(side)
    step, large = size * _LINE, size * _VALUE / _NAME
    words = wrapped(region.name, side - 3, size)
    lower = y - (len(words) * step + large) / 2 + size - 1
    lines = []
    for word in words:
        squeezed = _squeeze(text_width(word, size), side)
        lines.append(f'<text x="{x:.1f}" y="{lower:.1f}"{squeezed}>{escape(word)}</text>')
        lower += step
    style = f'font-size="{large:g}" font-weight="700"'
    star = "*" if doubtful else ""
    lines.append(f'<text x="{x:.1f}" y="{lower + 2.5:.1f}" {style}>{value}{star}</text>')
    return "".join(lines)


def _type(side: float) -> float:
    """The type size of names in a tile."""
    return _NAME * _GROWTH if side >= _ROOMY else _NAME


def _squeeze(wanted: float, side: float) -> str:
    """Attributes that keep a long word inside its tile, whatever the reader's typeface."""
    if wanted <= 0.8 * side:
        return ""
    return f' textLength="{min(wanted, side - 3):.0f}" lengthAdjust="spacingAndGlyphs"'


def _district_lines(places: dict[tuple[int, int], Region], left: float, size: float) -> str:
    """Lines along the sides where a district meets another, or nothing."""
    path = []
    for (column, row), region in sorted(places.items()):
        x, y = left + (column - 1) * size, 1 + (row - 1) * size
        sides = {
            (column - 1, row): f"M{x:.1f} {y:.1f}v{size:.1f}",
            (column, row - 1): f"M{x:.1f} {y:.1f}h{size:.1f}",
            (column + 1, row): f"M{x + size:.1f} {y:.1f}v{size:.1f}",
            (column, row + 1): f"M{x:.1f} {y + size:.1f}h{size:.1f}",
        }
        for place, line in sides.items():
            other = places.get(place)
            # Between two districts the line belongs to the tile on its left or above.
            if region.district and (
                other is None or (other.district != region.district and place > (column, row))
            ):
                path.append(line)
    return "".join(path)
