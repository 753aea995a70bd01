"""What all bars share: pieces, the zero line, values outside of them, doubt that can be seen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model import CellStatus
from ..model.messages import message
from ..model.products import ChartData
from ..words.catalogues import text
from ..words.labels import CELL_STATUS
from . import vega as alt
from .look import GROUND, INK, SERIES, SMALL, TEXT, Amounts, colour_scale, inline_rows
from .metrics import text_width
from .svg import PALE

ABOVE = 16
"""Px that a value takes above or below its bar."""
HOLE = "\N{EN DASH}"
"""Stands where a value is missing between others."""
_DASHES = [4, 2]
_UNSURE = "datum.ragu"


def empty_words(data: ChartData, category: str) -> str:
    """Stands in the place of a category that has no value at all: 'tidak sahih', 'tanpa data'."""
    if any(name == category for name, _ in data.invalid):
        return CELL_STATUS[CellStatus.INVALID]
    return text(message("charts.no-data"))


def hole_words(data: ChartData, category: str, series: str) -> str:
    """Stands in the place of one missing value: 'tidak sahih', or a dash."""
    barred = (category, series) in data.invalid
    return CELL_STATUS[CellStatus.INVALID] if barred else HOLE


def pieces(data: ChartData, scale: Amounts) -> list[dict[str, object]]:
    """A record for each point: kategori, seri, nilai, its text, and whether it is doubtful."""
    return [
        {
            "kategori": name,
            "seri": series,
            "nilai": value,
            "teks": scale.text(value) + data.star(name, series),
            **point_facts(data, name, series),
        }
        for name, series, value in data.points()
    ]


def point_facts(data: ChartData, category: str, series: str) -> dict[str, object]:
    """What the mark of a point must know besides its value: its key, and whether it is doubtful."""
    return {"titik": data.key(category, series), "ragu": bool(data.star(category, series))}


def named_mark() -> dict[str, Any]:
    """The channel that carries a point's key into the drawing (`svg.page_svg` finds it there)."""
    return {"description": alt.Description("titik:N")}


def bar_channels(data: ChartData, several: bool, edge: str = "") -> dict[str, Any]:
    """Channels of bars that are points; `several`: a colour each series, `edge`: their outline."""
    return {**named_mark(), **_doubt(data, several, edge)}


def _doubt(data: ChartData, several: bool, edge: str) -> dict[str, Any]:
    """Doubtful bars are pale with a dashed edge; drawings for pages have them hatched instead."""
    plain = alt.value(edge or (GROUND if several else None))
    if not data.doubtful:
        return {"stroke": plain} if several or edge else {}
    own = (
        alt.Stroke("seri:N", scale=colour_scale(data), legend=None)
        if several
        else alt.value(edge or SERIES[0])
    )
    return {
        "stroke": alt.condition(_UNSURE, own, plain),
        "strokeDash": alt.condition(_UNSURE, alt.value(_DASHES), alt.value([1, 0])),
        "fillOpacity": alt.condition(_UNSURE, alt.value(PALE), alt.value(1)),
    }


def values_outside(base: Any, scale: Amounts, size: float = TEXT, halo: bool = False) -> list[Any]:
    """The texts of `base` beyond the ends of standing bars, away from zero.

    With a `halo` they can be read where they lie on a line.
    """
    labels = base.encode(text=alt.Text("teks:N"))
    sides = [(labels, -8)]
    if scale.signed:
        up, down = (labels.transform_filter(f"datum.nilai {sign} 0") for sign in (">=", "<"))
        sides = [(up, -8), (down, 9)]
    edge = {"stroke": GROUND, "strokeWidth": 4}
    halos = [side.mark_text(dy=dy, fontSize=size, **edge) for side, dy in sides if halo]
    return [*halos, *(side.mark_text(dy=dy, fontSize=size) for side, dy in sides)]


def doubted_inside(inside: Any, dy: float = 0) -> list[Any]:
    """The texts of `inside` that lie on a hatched part, with an edge that parts them from it."""
    texts = inside.transform_filter(_UNSURE)
    edge = {"stroke": GROUND, "strokeWidth": 6, "strokeJoin": "round"}
    return [
        texts.mark_text(fontSize=SMALL, dy=dy, **edge),
        texts.mark_text(color=INK, fontSize=SMALL, dy=dy),
    ]


def zero_line(scale: Amounts, width: float, height: float) -> list[Any]:
    """The line that bars stand on and hang from; nothing where none hangs."""
    if not scale.signed:
        return []
    line = alt.Chart(alt.InlineData([{}])).mark_rule(color=INK)
    at = alt.value(scale.place(0, height))
    return [line.encode(x=alt.value(0), x2=alt.value(width), y=at)]


def holes(data: ChartData) -> list[tuple[str, str]]:
    """(category, series) without a value where the category has others."""
    return [
        (name, series)
        for name, row in zip(data.categories, data.values, strict=True)
        if any(value is not None for value in row)
        for series, value in zip(data.series, row, strict=True)
        if value is None
    ]


def in_holes(data: ChartData, points: Iterable[tuple[str, str]], room: float) -> list[Any]:
    """Words or a dash in the place of each missing value, `room` px wide; upright where too wide.

    Whoever draws them says where (`x`, `y`): fields `kategori` and `seri`.
    """
    rows = [
        {"kategori": name, "seri": series, "teks": hole_words(data, name, series)}
        for name, series in points
    ]
    looks: tuple[tuple[bool, dict[str, Any]], ...] = (
        (True, {"dy": -8}),
        (False, {"angle": 270, "align": "left", "dx": 4}),
    )
    layers = []
    for across, place in looks:
        own = [row for row in rows if (text_width(row["teks"], SMALL) <= room) is across]
        if own:
            mark = alt.Chart(inline_rows(own)).mark_text(fontSize=SMALL, color=INK, **place)
            layers.append(mark.encode(text=alt.Text("teks:N")))
    return layers
