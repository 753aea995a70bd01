"""Bars: standing, lying (rankings), side by side. Every bar that has room carries its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from ..model.products import ChartData
from . import cuts, lying
from .look import (
    EDGE,
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
from .marks import ABOVE, dash, doubt, holes, no_data, pieces, values_outside, zero_line
from .metrics import fits, short_year, text_width, wrapped

HEIGHT = 220
_STRIDES = (1, 2, 3, 6, 12, 24, 60, 120)
"""Of so many periods one is named where not all have room: those that divide a year first."""
_STEP = 60
"""A category gets at most this many px, and as many for each bar: three need not fill a desk."""
_GAP = 6
_LEAST_BAR = 6


def bars(data: ChartData, width: int) -> Any:
    """One standing bar a category; lying ones where the names have no room side by side."""
    scale = amounts([value for _, _, value in data.points()], data.unit)
    labelled, axis, step = _step(data, scale, width, bars_a_place=1)
    if not names_fit(data, step):
        return lying.single(data, width)
    base = _base(data, scale, step, axis)
    layers = [
        base.mark_bar(color=SERIES[0], size=min(step * 0.74, 64)).encode(**doubt(data, False))
    ]
    if labelled:
        layers += values_outside(base, scale)
    above = ABOVE if labelled else 0
    return alt.layer(
        *layers,
        *zero_line(scale, step * _count(data), HEIGHT),
        *_empty(data, scale, step),
        *cuts.strokes(data, step, HEIGHT),
        *cuts.words(data, step, above),
    )


def grouped(data: ChartData, width: int) -> Any:
    """Bars of several series side by side; below each other where they have no room."""
    scale = amounts([value for _, _, value in data.points()], data.unit)
    labelled, axis, step = _step(data, scale, width, bars_a_place=len(data.series))
    narrow = step * 0.84 / len(data.series) < _LEAST_BAR
    if not names_fit(data, step) or narrow or (not labelled and _unseen(data, scale)):
        return lying.grouped(data, width)
    beside = alt.XOffset(
        "seri:N", sort=list(data.series), scale=alt.Scale(paddingOuter=0.16, paddingInner=0)
    )
    base = _base(data, scale, step, axis).encode(xOffset=beside)
    above = ABOVE if labelled else 0
    key = legend(data, width, above + cuts.room(data))
    layers = [base.mark_bar().encode(color=coloured(data, legend=key), **doubt(data, True))]
    if labelled:
        layers += values_outside(base, scale, SMALL)
    missing = [{"kategori": name, "seri": series} for name, series in holes(data)]
    if missing:
        at = alt.value(scale.place(0, HEIGHT))
        x = alt.X("kategori:N", sort=list(data.categories))
        layers.append(dash(records(missing), dy=-8).encode(x=x, xOffset=beside, y=at))
    return alt.layer(
        *layers,
        *zero_line(scale, step * _count(data), HEIGHT),
        *_empty(data, scale, step),
        *cuts.strokes(data, step, HEIGHT),
        *cuts.words(data, step, above),
    )


def categories(data: ChartData, step: float, padding: float = 0, below: float = 0) -> alt.X:
    """The names below the bars, in the order of the data, on as many lines as they need.

    `below`: px between the plot and the names, for the values of bars that hang.
    """
    names = {name: wrapped(data.label(name), step - _GAP, _size(data)) for name in data.categories}
    if data.axis_is_year and max(text_width(line[0], TEXT) for line in names.values()) > step - 2:
        names = {name: [short_year(data.label(name))] for name in data.categories}
    if data.axis_periods:
        names |= {name: [""] for name in _crowded(data, names, step)}
    hanging: dict[str, Any] = {"offset": below, "domain": False} if below else {}
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
        **hanging,
    )
    scale = alt.Scale(domain=list(data.categories), padding=padding)
    return alt.X("kategori:N", sort=list(data.categories), scale=scale, axis=axis)


def _crowded(data: ChartData, names: Mapping[str, Sequence[str]], step: float) -> set[str]:
    """The periods whose names have no room beside their neighbours': every second, third ..."""
    for stride in _STRIDES:
        kept = [
            name
            for place, (name, when) in enumerate(
                zip(data.categories, data.axis_periods, strict=True)
            )
            if (when.number - 1 if when.number else place) % stride == 0
        ]
        widest = max(text_width(line, _size(data)) for name in kept for line in names[name])
        if widest <= stride * step - 2:
            return set(data.categories) - set(kept)
    return set(data.categories) - set(data.categories[:1])


def names_fit(data: ChartData, step: float) -> bool:
    """Whether all names have room below columns of `step` px, on at most four lines."""
    return all(
        fits(data.label(name), step - _GAP, _size(data))
        and len(wrapped(data.label(name), step - _GAP, _size(data))) <= 4
        for name in data.categories
    )


def _base(data: ChartData, scale: Amounts, step: float, axis: bool) -> Any:
    """The points on their axes; the value axis is there where `axis` says so."""
    chart = alt.Chart(records(pieces(data, scale)), height=HEIGHT, width=step * _count(data))
    below = ABOVE if scale.signed else 0
    return chart.encode(x=categories(data, step, below=below), y=scale.channel(alt.Y, shown=axis))


def _step(
    data: ChartData, scale: Amounts, width: int, bars_a_place: int
) -> tuple[bool, bool, float]:
    """Whether values fit above their bars, whether an axis is needed, px for each category.

    Values in millions need the axis beside them, for it says that they are.
    """
    whole = width - 2 * EDGE
    size = TEXT if bars_a_place == 1 else SMALL
    part = 1 if bars_a_place == 1 else 0.84 / bars_a_place
    widest = max(text_width(str(row["teks"]), size) for row in pieces(data, scale)) + 2
    count, most = _count(data), _STEP * (bars_a_place + 1)
    step = min(whole / count, most)
    if not scale.word and widest <= step * part:
        return True, False, step
    axis = max(text_width(scale.text(tick), TEXT) for tick in scale.ticks) + 26
    step = min((whole - axis) / count, most)
    return widest <= step * part, True, step


def _unseen(data: ChartData, scale: Amounts) -> bool:
    """Whether a bar is too low to be seen, so that only its value could tell of it."""
    per_unit = HEIGHT / (scale.domain[1] - scale.domain[0])
    return any(0 < abs(value) * per_unit < 1 for _, _, value in data.points())


def _size(data: ChartData) -> float:
    return TEXT if data.axis_is_year else SMALL


def _count(data: ChartData) -> int:
    return len(data.categories)


def _empty(data: ChartData, scale: Amounts, step: float) -> list[Any]:
    """Words in the place of a category that has no value at all."""
    lost = [
        {"kategori": name, "teks": no_data()}
        for name, row in zip(data.categories, data.values, strict=True)
        if all(value is None for value in row)
    ]
    if not lost:
        return []
    across = text_width(no_data(), SMALL) <= step
    mark: dict[str, Any] = {"dy": -8} if across else {"angle": 270, "align": "left", "dx": 6}
    words = alt.Chart(records(lost)).mark_text(
        fontSize=SMALL, fontStyle="italic", color=INK, **mark
    )
    x = alt.X("kategori:N", sort=list(data.categories))
    at = alt.value(scale.place(0, HEIGHT))
    return [words.encode(x=x, y=at, text=alt.Text("teks:N"))]
