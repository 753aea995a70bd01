"""Standing bars cut into parts: values inside, the sum outside, names beside the last bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from ..model.products import ChartData
from . import cuts, ends, lying
from .bars import HEIGHT, categories, names_fit
from .look import (
    EDGE,
    GROUND,
    INK,
    SMALL,
    TEXT,
    Amounts,
    amounts,
    coloured,
    colours,
    legend,
    records,
)
from .marks import ABOVE, doubt, zero_line
from .metrics import text_width
from .parts import Part, far_ends, mixed, net_label, parts_of, totals

_TALL = HEIGHT + 40
_NAMES = 0.3
"""The part of the width that names beside the bars may take."""
_MOST = 0.36
_MOST_STEP = 110
_AWAY = 24
_LINE = 14
_NET_ROOM = 2 * _LINE + 8
"""Px below the plot for 'selisih' and its value."""


def stacked(data: ChartData, width: int) -> Any:
    """One bar a category; names stand beside the last bar unless one of them has no part there.

    Where bars have parts on both sides of zero their sum stands apart, below the plot; where that
    has no room, the bars lie.
    """
    parts = parts_of(data)
    scale = amounts(far_ends(parts), data.unit)
    names = _names(data, parts, width)
    whole = width - 2 * EDGE - (ends.room(tuple(names.values())) + _AWAY if names else 0)
    axis = 0.0
    if scale.word or len(totals(data)) < len(data.categories):
        axis = max(text_width(scale.text(tick), TEXT) for tick in scale.ticks) + 26
    step = min((whole - axis) / len(data.categories), _MOST_STEP)
    apart = mixed(data)
    crowded = not data.axis_is_year and not names_fit(data, step)
    if crowded or (apart and not _nets_fit(data, scale, step)):
        return lying.stacked(data, width)
    thick = min(step * 0.78, 74)
    rows = [_row(part, data, scale, thick) for part in parts]
    below = _NET_ROOM if apart else ABOVE if scale.signed else 0
    x = categories(data, step, below=below)
    base = alt.Chart(records(rows), height=_TALL, width=step * len(data.categories)).encode(x=x)
    key = None if names else legend(data, width, ABOVE + cuts.room(data))
    inside = base.encode(y=alt.Y("tengah:Q"), text=alt.Text("teks:N"))
    layers = [
        base.mark_bar(size=thick).encode(
            y=scale.channel(alt.Y, shown=bool(axis)),
            y2=alt.Y2("sampai:Q"),
            color=coloured(data, legend=key),
            **doubt(data, True),
        ),
        inside.transform_filter("!datum.ragu").mark_text(color=GROUND, fontSize=SMALL),
        inside.transform_filter("datum.ragu").mark_text(color=INK, fontSize=SMALL),
        *(_nets(data, scale, x) if apart else _sums(data, scale, step, x)),
        *zero_line(scale, step * len(data.categories), _TALL),
        *cuts.strokes(data, step, _TALL),
        *cuts.words(data, step, ABOVE),
    ]
    if names:
        edge = step * (len(data.categories) - 0.5) + thick / 2
        layers += _beside(data, parts, names, scale, edge)
    return alt.layer(*layers)


def _row(part: Part, data: ChartData, scale: Amounts, thick: float) -> dict[str, object]:
    per_unit = _TALL / (scale.domain[1] - scale.domain[0])
    return {
        "kategori": part.category,
        "seri": part.series,
        "nilai": part.low,
        "sampai": part.high,
        "tengah": part.middle,
        "teks": part.written(scale, data, along=per_unit, across=thick),
        "ragu": bool(data.star(part.category, part.series)),
    }


def _sums(data: ChartData, scale: Amounts, step: float, x: alt.X) -> list[Any]:
    """The sum at the end of each bar, where there is room."""
    rows = [
        {"kategori": name, "nilai": value, "teks": scale.text(value)}
        for name, value in totals(data).items()
        if text_width(scale.text(value), TEXT) <= step
    ]
    text = alt.Chart(records(rows)).encode(x=x, y=alt.Y("nilai:Q"), text=alt.Text("teks:N"))
    up, down = text.transform_filter("datum.nilai >= 0"), text.transform_filter("datum.nilai < 0")
    above = up.mark_text(dy=-8, fontWeight="bold")
    return [above, down.mark_text(dy=9, fontWeight="bold")] if scale.signed else [above]


def _nets(data: ChartData, scale: Amounts, x: alt.X) -> list[Any]:
    """Below each bar what its upper part is more than its lower one."""
    rows = [{"kategori": name, "teks": scale.text(value)} for name, value in totals(data).items()]
    base = alt.Chart(records(rows)).encode(x=x)
    return [
        base.mark_text(text=net_label(), fontSize=SMALL).encode(y=alt.value(_TALL + _LINE / 2 + 2)),
        base.mark_text(fontWeight="bold").encode(
            y=alt.value(_TALL + _LINE * 1.5 + 2), text=alt.Text("teks:N")
        ),
    ]


def _nets_fit(data: ChartData, scale: Amounts, step: float) -> bool:
    texts = [scale.text(value) for value in totals(data).values()]
    widest = max((text_width(text, TEXT * 1.07) for text in texts), default=0)
    return max(widest, text_width(net_label(), SMALL)) + 4 <= step


def _names(data: ChartData, parts: Sequence[Part], width: int) -> dict[str, list[str]]:
    """The names to write beside the last bar, in lines; none where they do not fit there."""
    last = {part.series for part in parts if part.category == data.categories[-1] and part.value}
    if last != set(data.series):
        return {}
    names = {name: ends.lines_of(name, width * _NAMES) for name in data.series}
    every = tuple(names.values())
    return names if ends.room(every) <= width * _MOST and ends.height(every) <= _TALL else {}


def _beside(
    data: ChartData,
    parts: Sequence[Part],
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
            scale.place(part.middle, _TALL),
        )
        for part in parts
        if part.category == data.categories[-1]
    ]
    return ends.written(found, edge + _AWAY, 0, _TALL)
