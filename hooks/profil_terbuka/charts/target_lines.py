"""Targets as dashed lines with their values, and signs above years in which something happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Aim
from ..model.messages import message
from ..model.products import ChartData
from ..words.catalogues import text
from . import cuts
from . import vega as alt
from .look import GROUND, INK, SMALL, Amounts, in_px, inline_rows
from .marks import ABOVE
from .metrics import text_width
from .targets import signed

_DASHES = [5, 3]
_LETTERS = 14
"""Px that a line of letters takes above a line or a bar."""


@dataclass(frozen=True)
class PlotRoom:
    """Of a plot in px: each category's width, and the height of all."""

    step: float
    height: float


def values_with_targets(data: ChartData) -> list[float]:
    """What the scale of a chart must reach."""
    drawn = [value for _, _, value in data.points()]
    return [*drawn, *(item.value for item in data.view.aims)]


def target_lines(data: ChartData, scale: Amounts, room: PlotRoom) -> list[Any]:
    """A dashed line over the year of each target, or over all years; its value beside it.

    The value stands above the line, or above the bar's own value where that is in the way; where no
    year has room for it the words below the picture tell it.
    """
    found = data.view.aims
    if not found:
        return []
    spans = [(item, _columns(data, item)) for item in found]
    rows = [
        {
            "x": room.step * columns[0],
            "x2": room.step * (columns[-1] + 1),
            "y": scale.place(item.value, room.height),
        }
        for item, columns in spans
    ]
    base = alt.Chart(inline_rows(rows))
    base = base.encode(x=in_px(alt.X, "x"), x2=alt.X2("x2:Q"), y=in_px(alt.Y, "y"))
    layers = [
        base.mark_rule(color=GROUND, strokeWidth=4),
        base.mark_rule(color=INK, strokeDash=_DASHES, strokeWidth=1.5),
    ]
    tops = _tops(data, scale, room.height)
    words = [row for item, columns in spans for row in _label(item, scale, tops, columns, room)]
    if words:
        mark = alt.Chart(inline_rows(words))
        place = {"x": in_px(alt.X, "x"), "y": in_px(alt.Y, "y"), "text": alt.Text("teks:N")}
        edge: dict[str, Any] = {"stroke": GROUND, "strokeWidth": 4}
        layers += [
            mark.mark_text(fontSize=SMALL, **edge).encode(**place),
            mark.mark_text(fontSize=SMALL, color=INK).encode(**place),
        ]
    return layers


def event_signs(data: ChartData, room: PlotRoom, above: float = 0) -> list[Any]:
    """A dashed line where the year of each event begins, and its sign over it.

    `above`: px that values take over the plot.
    """
    rows = [
        {"x": room.step * data.categories.index(event.year), "teks": sign}
        for sign, event in signed(data.view)
    ]
    if not rows:
        return []
    base = alt.Chart(inline_rows(rows)).encode(x=in_px(alt.X, "x"))
    line = base.mark_rule(color=INK, strokeDash=[2, 3]).encode(
        y=alt.value(-above), y2=alt.value(room.height)
    )
    top = alt.value(-above - cuts.cut_room(data) - 9)
    return [line, base.mark_text(color=INK).encode(y=top, text=alt.Text("teks:N"))]


def _columns(data: ChartData, item: Aim) -> range:
    """The places of the years that a target is for."""
    if not item.year:
        return range(len(data.categories))
    at = data.categories.index(item.year)
    return range(at, at + 1)


def _tops(data: ChartData, scale: Amounts, height: float) -> Mapping[int, float]:
    """Px from the top at which what stands in each place begins, its value included."""
    return {
        place: min(scale.place(row[0], height), height) - ABOVE
        for place, row in enumerate(data.values)
        if row[0] is not None
    }


def _label(
    item: Aim, scale: Amounts, tops: Mapping[int, float], columns: range, room: PlotRoom
) -> list[dict[str, object]]:
    """The value of a target where a column has room: the last in which nothing is in the way."""
    bare = scale.named(item.value)
    long = text(message("charts.target-label", value=bare))
    words = next((said for said in (long, bare) if text_width(said, SMALL) <= room.step), "")
    if not words:
        return []
    line = scale.place(item.value, room.height)
    clear = [place for place in columns if line <= tops.get(place, room.height)]
    place = clear[-1] if clear else columns[-1]
    bottom = line if clear else min(line, tops[place])
    return [{"x": room.step * (place + 0.5), "y": bottom - _LETTERS / 2, "teks": words}]
