"""Bars that lie: single, stacked, grouped; what is below zero lies to the left of a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model.products import ChartData
from . import vega as alt
from .look import (
    EDGE,
    GROUND,
    INK,
    SERIES,
    SMALL,
    TEXT,
    amounts,
    coloured,
    inline_rows,
    series_legend,
)
from .marks import bar_channels, doubted_inside, empty_words, hole_words, point_facts
from .parts import far_ends, mixed, net_label, parts_of, totals
from .rows import plan, text_room

_THICK, _HEAD, _BETWEEN = 15, 20, 8
"""Of grouped bars: one bar, the name above them, the room below them, in px."""


def single_lying(data: ChartData, width: int) -> Any:
    """One lying bar a category, its value at the end; several series are stacked."""
    if data.series != ("",):
        return stacked_lying(data, width)
    scale = amounts([value for _, _, value in data.points()], data.unit)
    rows = [
        {
            "kategori": name,
            "nilai": value or 0,
            "teks": empty_words(data, name)
            if value is None
            else scale.named(value) + data.star(name, ""),
            **point_facts(data, name, ""),
            "ada": value is not None,
        }
        for name, (value,) in zip(data.categories, data.values, strict=True)
    ]
    values = [float(value) for _, _, value in data.points()]
    layout = plan(data, width, *_sides(rows))
    base = alt.Chart(layout.placed(rows), width=layout.plot, height=layout.height).encode(
        y=layout.y, x=length(values)
    )
    bar = base.transform_filter("datum.ada").mark_bar(
        color=SERIES[0], size=layout.bar, orient="horizontal"
    )
    return alt.layer(
        bar.encode(**bar_channels(data, False)),
        *_values(base),
        *([layout.middle()] if min(values) < 0 else []),
        *layout.names(),
    )


def stacked_lying(data: ChartData, width: int) -> Any:
    """Lying bars cut into the parts of each category; the sum at the end.

    Parts below zero lie to the left of it; the sum of both is named apart.
    """
    parts = parts_of(data)
    scale = amounts(far_ends(parts), data.unit)
    apart = mixed(data)
    ends = []
    for name, whole in totals(data).items():
        right = max([part.high for part in parts if part.category == name], default=0)
        text = f"{net_label()} {scale.named(whole)}" if apart else scale.named(whole)
        at = whole if whole < 0 and not apart else right
        ends.append({"kategori": name, "nilai": at, "teks": text})
    ends += [
        {"kategori": name, "nilai": 0, "teks": empty_words(data, name)}
        for name, row in zip(data.categories, data.values, strict=True)
        if all(value is None for value in row)
    ]
    layout = plan(data, width, *_sides(ends))
    reach = far_ends(parts)
    per_unit = layout.plot / ((max(*reach, 0) - min(*reach, 0)) or 1)
    pieces = [
        {
            "kategori": part.category,
            "seri": part.series,
            "nilai": part.low,
            "sampai": part.high,
            "tengah": part.middle,
            "teks": part.written(scale, data, along=per_unit),
            **point_facts(data, part.category, part.series),
        }
        for part in parts
        if part.value
    ]
    base = alt.Chart(layout.placed(pieces), width=layout.plot, height=layout.height)
    base = base.encode(y=layout.y)
    end = alt.Chart(layout.placed(ends)).encode(y=layout.y, x=alt.X("nilai:Q"))
    inside = base.encode(x=alt.X("tengah:Q"), text=alt.Text("teks:N"))
    colour = coloured(data, legend=series_legend(data, width))
    return alt.layer(
        base.mark_bar(size=layout.bar + 2, orient="horizontal").encode(
            x=length(reach), x2=alt.X2("sampai:Q"), color=colour, **bar_channels(data, True)
        ),
        inside.transform_filter("!datum.ragu").mark_text(color=GROUND, fontSize=SMALL),
        *doubted_inside(inside),
        *_values(end),
        *([layout.middle()] if min(reach) < 0 else []),
        *layout.names(),
    )


def grouped_lying(data: ChartData, width: int) -> Any:
    """A block of lying bars a category, one bar a series, each with its value."""
    scale = amounts([value for _, _, value in data.points()], data.unit)
    step = _HEAD + _THICK * len(data.series) + _BETWEEN
    rows = [
        {
            "seri": series,
            "nilai": value or 0,
            "teks": hole_words(data, name, series)
            if value is None
            else scale.named(value) + data.star(name, series),
            **point_facts(data, name, series),
            "ada": value is not None,
            "y": place * step + _HEAD + rank * _THICK + _THICK / 2,
        }
        for place, (name, row) in enumerate(zip(data.categories, data.values, strict=True))
        for rank, (series, value) in enumerate(zip(data.series, row, strict=True))
    ]
    heads = [
        {"nama": data.label(name), "y": place * step + _HEAD / 2}
        for place, name in enumerate(data.categories)
    ]
    values = [float(value) for _, _, value in data.points()]
    after, before = map(text_room, _sides(rows))
    height = step * len(data.categories)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False), axis=None)
    plot = width - 2 * EDGE - after - before
    base = alt.Chart(inline_rows(rows), width=plot, height=height).encode(y=y, x=length(values))
    names = alt.Chart(inline_rows(heads)).mark_text(align="left", fontWeight="bold", color=INK)
    bar = base.transform_filter("datum.ada").mark_bar(orient="horizontal", size=_THICK - 2)
    colour = coloured(data, legend=series_legend(data, width))
    return alt.layer(
        bar.encode(color=colour, **bar_channels(data, True)),
        *_values(base, SMALL),
        *_middles(data, values, y),
        names.encode(y=y, x=alt.value(-before), text=alt.Text("nama:N")),
    )


def _sides(rows: Sequence[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """The texts at the right ends of the bars, and those at the left ends."""
    right = [row["teks"] for row in rows if row["nilai"] >= 0]
    return right, [row["teks"] for row in rows if row["nilai"] < 0]


def _values(base: Any, size: float = TEXT) -> list[Any]:
    """The texts of `base` beyond the ends of lying bars, away from zero."""
    text = base.encode(text=alt.Text("teks:N"))
    right, left = (text.transform_filter(f"datum.nilai {sign} 0") for sign in (">=", "<"))
    return [
        right.mark_text(align="left", dx=5, fontSize=size),
        left.mark_text(align="right", dx=-5, fontSize=size),
    ]


def length(values: Sequence[float]) -> alt.X:
    """Bars from zero; without an axis the longest ones may take all the room."""
    ends = [min(*values, 0, 0), max(*values, 0, 0)]
    scale = alt.Scale(domain=ends if ends[0] < ends[1] else [0, 1], nice=False)
    return alt.X("nilai:Q", scale=scale, axis=None)


def _middles(data: ChartData, values: Sequence[float], y: alt.Y) -> list[Any]:
    """The line that a block's bars start from; nothing where none lies to its left."""
    if min(values) >= 0:
        return []
    tall = _HEAD + _THICK * len(data.series) + _BETWEEN
    tops = [place * tall + _HEAD for place in range(len(data.categories))]
    rows = [{"nilai": 0, "y": top, "y2": top + _THICK * len(data.series)} for top in tops]
    line = alt.Chart(inline_rows(rows)).mark_rule(color=INK)
    return [line.encode(x=alt.X("nilai:Q"), y=y, y2=alt.Y2("y2:Q"))]
