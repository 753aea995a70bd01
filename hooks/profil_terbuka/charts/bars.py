"""Bars: standing, lying (rankings), side by side. Every bar that has room carries its value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from ..products import ChartData
from . import rows
from .look import (
    EDGE,
    GROUND,
    INK,
    SERIES,
    SMALL,
    TEXT,
    Amounts,
    amounts,
    coloured,
    js,
    legend,
    records,
)
from .metrics import fits, short_year, text_width, wrapped

HEIGHT = 220
_STEP = 60
"""A category gets at most this many px, and as many for each bar: three need not fill a desk."""
EMPTY = "tanpa data"
_GAP = 6
_LEAST_BAR = 6


def bars(data: ChartData, width: int) -> Any:
    """One standing bar a category; lying ones where the names have no room side by side."""
    values = [value for _, _, value in data.points()]
    scale = amounts(values, data.unit)
    labelled, axis, step = _step(data, scale, width, bars_a_place=1)
    if not _names_fit(data, step):
        return rows.lying(data, width)
    base = alt.Chart(records(_records(data, scale)), height=HEIGHT, width=step * _count(data))
    base = base.encode(x=categories(data, step), y=scale.channel(alt.Y, shown=axis))
    layers = [base.mark_bar(color=SERIES[0], size=min(step * 0.74, 64))]
    if labelled:
        layers.append(base.mark_text(dy=-8).encode(text=alt.Text("teks:N")))
    return alt.layer(*layers, *_empty(data, step))


def grouped(data: ChartData, width: int) -> Any:
    """Bars of several series side by side; below each other where they have no room."""
    values = [value for _, _, value in data.points()]
    scale = amounts(values, data.unit)
    labelled, axis, step = _step(data, scale, width, bars_a_place=len(data.series))
    if not _names_fit(data, step) or step * 0.84 / len(data.series) < _LEAST_BAR:
        return rows.grouped(data, width)
    base = alt.Chart(records(_records(data, scale)), height=HEIGHT, width=step * _count(data))
    base = base.encode(
        x=categories(data, step),
        xOffset=alt.XOffset(
            "seri:N", sort=list(data.series), scale=alt.Scale(paddingOuter=0.16, paddingInner=0)
        ),
        y=scale.channel(alt.Y, shown=axis),
    )
    key = legend(data, width)
    layers = [base.mark_bar(stroke=GROUND).encode(color=coloured(data, legend=key))]
    if labelled:
        layers.append(base.mark_text(dy=-8, fontSize=SMALL).encode(text=alt.Text("teks:N")))
    return alt.layer(*layers, *_empty(data, step))


def categories(data: ChartData, step: float, padding: float = 0) -> alt.X:
    """The names below the bars, in the order of the data, on as many lines as they need."""
    names = {name: wrapped(data.label(name), step - _GAP, _size(data)) for name in data.categories}
    if data.axis_is_year and max(text_width(line[0], TEXT) for line in names.values()) > step - 2:
        names = {name: [short_year(data.label(name))] for name in data.categories}
    axis = alt.Axis(
        title=None,
        labelAngle=0,
        labelExpr=f"{js(names)}[datum.value]",
        labelLimit=0,
        labelOverlap=False,
        ticks=False,
        grid=False,
        labelPadding=6,
        labelFontSize=_size(data),
    )
    scale = alt.Scale(domain=list(data.categories), padding=padding)
    return alt.X("kategori:N", sort=list(data.categories), scale=scale, axis=axis)


def _step(
    data: ChartData, scale: Amounts, width: int, bars_a_place: int
) -> tuple[bool, bool, float]:
    """Whether values fit above their bars, whether an axis is needed, px for each category.

    Values in millions need the axis beside them, for it says that they are.
    """
    whole = width - 2 * EDGE
    size = TEXT if bars_a_place == 1 else SMALL
    part = 1 if bars_a_place == 1 else 0.84 / bars_a_place
    widest = max(text_width(scale.text(value), size) for _, _, value in data.points()) + 2
    count, most = _count(data), _STEP * (bars_a_place + 1)
    step = min(whole / count, most)
    if not scale.word and widest <= step * part:
        return True, False, step
    axis = max(text_width(scale.text(tick), TEXT) for tick in scale.ticks) + 26
    step = min((whole - axis) / count, most)
    return widest <= step * part, True, step


def _size(data: ChartData) -> float:
    return TEXT if data.axis_is_year else SMALL


def _names_fit(data: ChartData, step: float) -> bool:
    return all(
        fits(data.label(name), step - _GAP, _size(data))
        and len(wrapped(data.label(name), step - _GAP, _size(data))) <= 4
        for name in data.categories
    )


def _count(data: ChartData) -> int:
    return len(data.categories)


def _records(data: ChartData, scale: Amounts) -> Sequence[dict[str, object]]:
    return [
        {"kategori": name, "seri": series, "nilai": value, "teks": scale.text(value)}
        for name, series, value in data.points()
    ]


def _empty(data: ChartData, step: float) -> list[Any]:
    """Words in the place of a category that has no value at all."""
    lost = [
        {"kategori": name, "teks": EMPTY}
        for name, row in zip(data.categories, data.values, strict=True)
        if all(value is None for value in row)
    ]
    if not lost:
        return []
    across = text_width(EMPTY, SMALL) <= step
    mark: dict[str, Any] = {"dy": -8} if across else {"angle": 270, "align": "left", "dx": 6}
    words = alt.Chart(records(lost)).mark_text(
        fontSize=SMALL, fontStyle="italic", color=INK, **mark
    )
    x = alt.X("kategori:N", sort=list(data.categories))
    return [words.encode(x=x, y=alt.value(HEIGHT), text=alt.Text("teks:N"))]
