"""A map's pictures: both drawings with one legend for a page, and complete SVG and PNG files."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

from ...model.messages import message
from ...model.products import ChartData, Choropleth, Drawing
from ...system.cache import Cache, key
from ...words.catalogues import text
from ..kind import Beside
from ..metrics import text_width, wrapped
from ..remarks import origin, shows_counts
from ..render import CACHED, png_of
from .classes import bands
from .look import PAGE, Look, MapColours, file_palette, map_legend
from .shapes import WIDTH, shapes
from .tiles import tiles

_MARGIN = 16
_SWATCH = 14


def boundary_notice() -> str:
    """That boundaries are no official ones, which stands beside every map."""
    return text(message("charts.boundaries-are-indicative"))


def _boundary_source(area: Choropleth) -> str:
    return text(message("charts.boundaries-from", source=area.boundaries.source))


class MapPictures:
    """Pictures of maps; both drawings and the words around them are kept together."""

    def draw(self, data: ChartData, beside: Beside, cache: Cache) -> Drawing:
        """The pictures, from the cache when an equal map has been drawn before."""
        told = repr((data, beside))

        def kept(kind: str, make: Callable[[], bytes]) -> bytes:
            return cache.get(CACHED, key(__name__, kind, told), make)

        return Drawing(
            data=data,
            sentence=beside.finding,
            inline=kept("inline", lambda: inline_map(data, beside).encode()).decode(),
            sizes=tuple(map(tuple, json.loads(kept("ukuran", lambda: _sizes(data))))),
            svg=kept("svg", lambda: complete_map(data, beside).encode()),
            png=kept("png", lambda: png_of(complete_map(data, beside))),
            remarks=beside.remarks,
        )


def _map_of(data: ChartData) -> Choropleth:
    if data.map is None:
        raise ValueError(f"{data.view.name} is not a map")
    return data.map


def _look(data: ChartData, colours: MapColours) -> Look:
    values = [region.value for region in _map_of(data).regions if region.value is not None]
    return Look(bands(values), colours, f"{data.slug}-{data.view.name}")


def inline_map(data: ChartData, beside: Beside) -> str:
    """HTML for a page: the legend as a list, then the map and the tiles; CSS lays them out."""
    look, area = _look(data, PAGE), _map_of(data)
    entries = "".join(
        f'<li><svg aria-hidden="true" width="{_SWATCH}" height="{_SWATCH}">'
        f"{_swatch(fill, pattern, PAGE.edge)}</svg>{escape(entry)}</li>"
        for fill, pattern, entry in map_legend(data, look)
    )
    label = text(message("charts.map-label", title=data.view.title, finding=beside.finding))
    body, height = shapes(data, look)
    title = text(message("charts.map", areas=area.kind))
    drawn = [_figure("peta-wilayah", title, label, look.patterns() + body, height)]
    if grid := tiles(data, look):
        title = text(message("charts.tile-grid", areas=area.kind))
        drawn.append(_figure("peta-petak", title, f"{title}. {beside.finding}", *grid))
    return (
        f'<div class="peta"><p class="peta-satuan" id="{look.prefix}-satuan">'
        f"{escape(_unit(data))}"
        f'</p><ul class="peta-legenda" aria-labelledby="{look.prefix}-satuan">{entries}</ul>'
        f'<div class="peta-gambar">{"".join(drawn)}</div>'
        f'<p class="tanda">{escape(f"{boundary_notice()} {_boundary_source(area)}")}</p></div>'
    )


def _unit(data: ChartData) -> str:
    """'KPM (jumlah, bukan per penduduk)', or the unit of a rate as it is."""
    return (
        text(message("charts.counts-not-rates", unit=data.unit))
        if shows_counts(data)
        else data.unit
    )


def _sizes(data: ChartData) -> bytes:
    """Width and height of the map and of the tiles, in px, as JSON."""
    look = _look(data, PAGE)
    drawn = [shapes(data, look), *filter(None, [tiles(data, look)])]
    return json.dumps([(WIDTH, height) for _, height in drawn]).encode()


def _figure(name: str, title: str, label: str, body: str, height: float) -> str:
    return (
        f'<div class="{name}"><p class="peta-judul">{escape(title)}</p>'
        f'<svg xmlns="http://www.w3.org/2000/svg" class="grafik-svg peta-svg" role="img" '
        f'aria-label="{escape(label)}" viewBox="0 0 {WIDTH} {height:g}" '
        f'font-family="sans-serif">{body}</svg></div>'
    )


def _swatch(fill: str, pattern: str, edge: str, x: float = 0, y: float = 0) -> str:
    """A sample of a colour, with the pattern that lies over it."""
    box = f'x="{x + 0.5:g}" y="{y + 0.5:g}" width="{_SWATCH - 1}" height="{_SWATCH - 1}" rx="2"'
    over = f'<rect {box} fill="{pattern}"/>' if pattern else ""
    return f'<rect {box} fill="{fill}" stroke="{edge}"/>{over}'


def complete_map(data: ChartData, beside: Beside) -> str:
    """One SVG with title, legend, both drawings and where everything comes from."""
    look, area = _look(data, file_palette(beside.colour)), _map_of(data)
    pictures = [shapes(data, look), *filter(None, [tiles(data, look)])]
    width = _MARGIN + len(pictures) * (WIDTH + _MARGIN)
    parts = [look.patterns()]
    y = 0.0

    def write(said: str, size: float, weight: str = "400") -> None:
        nonlocal y
        for line in wrapped(said, width - 2 * _MARGIN, size):
            y += size * 1.35
            parts.append(
                f'<text x="{_MARGIN}" y="{y:g}" font-size="{size}" font-weight="{weight}">'
                f"{escape(line)}</text>"
            )

    y = _MARGIN / 2
    write(data.view.title, 15, "700")
    write(beside.finding, 12)
    y += 12
    y = _legend_row(data, look, width, y, parts)
    for index, (body, _) in enumerate(pictures):
        x = _MARGIN + index * (WIDTH + _MARGIN)
        parts.append(f'<g transform="translate({x} {y:g})">{body}</g>')
    y += max(height for _, height in pictures)
    y += 6
    if len(pictures) > 1:
        write(text(message("charts.left-map-right-grid", areas=area.kind)), 11)
    for remark in beside.remarks:
        write(remark, 11)
    write(f"{origin(data)} {boundary_notice()} {_boundary_source(area)}", 11)
    y += _MARGIN / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="grafik-svg" '
        f'aria-label="{escape(f"{data.view.title}. {beside.finding}")}" width="{width}" '
        f'height="{y:g}" viewBox="0 0 {width} {y:g}" font-family="sans-serif" '
        f'fill="{look.palette.ink}"><path fill="{look.palette.ground}" d="M0 0h{width}v{y:g}H0z"/>'
        f"{''.join(parts)}</svg>"
    )


def _legend_row(data: ChartData, look: Look, width: float, y: float, parts: list[str]) -> float:
    """Writes the legend from left to right, on several lines if need be; returns where it ends."""
    x: float = _MARGIN
    for fill, pattern, entry in map_legend(data, look):
        label = f"{entry} {data.unit}" if x == _MARGIN else entry
        needed = _SWATCH + 5 + text_width(label, 12) + 14
        if x > _MARGIN and x + needed > width - _MARGIN:
            x, y = _MARGIN, y + 20
        parts.append(_swatch(fill, pattern, look.palette.edge, x, y))
        parts.append(f'<text x="{x + _SWATCH + 5:g}" y="{y + 11.5:g}" font-size="12">')
        parts.append(f"{escape(label)}</text>")
        x += needed
    return y + 26
