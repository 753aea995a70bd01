"""Standing bars cut into parts: values inside, the sum on top, names beside the last bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt

from ..products import ChartData
from . import ends
from .bars import HEIGHT, categories
from .look import (
    EDGE,
    GROUND,
    SMALL,
    TEXT,
    Amounts,
    amounts,
    coloured,
    colours,
    legend,
    records,
)
from .metrics import text_width

_TALL = HEIGHT + 40
_NAMES = 0.3
"""The part of the width that names beside the bars may take."""
_MOST = 0.36
_MOST_STEP = 110
_AWAY = 24


@dataclass(frozen=True)
class _Part:
    category: str
    series: str
    value: float
    low: float

    @property
    def middle(self) -> float:
        return self.low + self.value / 2


def stacked(data: ChartData, width: int) -> Any:
    """One bar a category; names stand beside the last bar unless one of them has no part there."""
    parts = _parts(data)
    sums = [sum(value or 0 for value in row) for row in data.values]
    scale = amounts(sums, data.unit)
    names = _names(data, parts, width)
    whole = width - 2 * EDGE - (ends.room(tuple(names.values())) + _AWAY if names else 0)
    axis = 0.0
    if scale.word or any(None in row for row in data.values):
        axis = max(text_width(scale.text(tick), TEXT) for tick in scale.ticks) + 26
    step = min((whole - axis) / len(data.categories), _MOST_STEP)
    thick = min(step * 0.78, 74)
    rows = [_row(part, scale, thick) for part in parts]
    x = categories(data, step)
    base = alt.Chart(records(rows), height=_TALL, width=step * len(data.categories)).encode(x=x)
    y = scale.channel(alt.Y, shown=bool(axis))
    key = None if names else legend(data, width)
    layers = [
        base.mark_bar(stroke=GROUND, size=thick).encode(
            y=y, y2=alt.Y2("sampai:Q"), color=coloured(data, legend=key)
        ),
        base.mark_text(color=GROUND, fontSize=SMALL).encode(
            y=alt.Y("tengah:Q"), text=alt.Text("teks:N")
        ),
        _sums(data, sums, scale, step),
    ]
    if names:
        edge = step * (len(data.categories) - 0.5) + thick / 2
        layers += _beside(data, parts, names, scale, edge)
    return alt.layer(*layers)


def _parts(data: ChartData) -> list[_Part]:
    found = []
    for name, row in zip(data.categories, data.values, strict=True):
        at: float = 0
        for series, value in zip(data.series, row, strict=True):
            if value is not None:
                found.append(_Part(name, series, value, at))
                at += value
    return found


def _row(part: _Part, scale: Amounts, thick: float) -> dict[str, object]:
    text = scale.text(part.value)
    tall = _TALL * part.value / (scale.ticks[-1] or 1)
    fits = tall >= SMALL + 2 and text_width(text, SMALL) + 2 <= thick
    return {
        "kategori": part.category,
        "seri": part.series,
        "nilai": part.low,
        "sampai": part.low + part.value,
        "tengah": part.middle,
        "teks": text if fits else "",
    }


def _sums(data: ChartData, sums: list[int | float], scale: Amounts, step: float) -> Any:
    """The sum above each bar, where every part of it is known and there is room."""
    rows = [
        {"kategori": name, "nilai": total, "teks": scale.text(total)}
        for name, total, row in zip(data.categories, sums, data.values, strict=True)
        if None not in row and text_width(scale.text(total), TEXT) <= step
    ]
    mark = alt.Chart(records(rows)).mark_text(dy=-8, fontWeight="bold")
    return mark.encode(x=categories(data, step), y=alt.Y("nilai:Q"), text=alt.Text("teks:N"))


def _names(data: ChartData, parts: list[_Part], width: int) -> dict[str, list[str]]:
    """The names to write beside the last bar, in lines; none where they do not fit there."""
    last = {part.series for part in parts if part.category == data.categories[-1] and part.value}
    if last != set(data.series):
        return {}
    names = {name: ends.lines_of(name, width * _NAMES) for name in data.series}
    every = tuple(names.values())
    return names if ends.room(every) <= width * _MOST and ends.height(every) <= _TALL else {}


def _beside(
    data: ChartData,
    parts: list[_Part],
    names: dict[str, list[str]],
    scale: Amounts,
    edge: float,
) -> list[Any]:
    """Names in the colours of their parts, each joined to its part by a short line."""
    found = [
        ends.End(
            names[part.series],
            colours(data)[part.series],
            edge + 3,
            _TALL * (1 - part.middle / scale.ticks[-1]),
        )
        for part in parts
        if part.category == data.categories[-1]
    ]
    return ends.written(found, edge + _AWAY, 0, _TALL)
