"""Standing bars cut into parts: values inside, the sum outside, names beside the last bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...model.messages import message
from ...model.products import ChartData
from .. import cuts, ends, lying
from .. import vega as alt
from ..data import numbers
from ..facts import number_facts
from ..frame import Limits
from ..kind import ChartKind, Guide, Keys
from ..look import (
    EDGE,
    GROUND,
    SMALL,
    TEXT,
    Amounts,
    amounts,
    coloured,
    colours,
    inline_rows,
    series_legend,
)
from ..marks import ABOVE, bar_channels, doubted_inside, point_facts, zero_line
from ..metrics import text_width
from ..parts import BarPart, far_ends, mixed, net_label, parts_of, totals
from ..remarks import stack_remarks
from ..render import VegaPictures
from ..standing import HEIGHT, category_axis, empty_places, names_fit

_TALL = HEIGHT + 40
_NAMES = 0.3
"""The part of the width that names beside the bars may take."""
_MOST = 0.36
_MOST_STEP = 110
_AWAY = 24
_LINE = 14
_NET_ROOM = 2 * _LINE + 8
"""Px below the plot for 'selisih' and its value."""


def stacked_bars(data: ChartData, width: int) -> Any:
    """One bar a category; names stand beside the last bar unless one of them has no part there.

    Where bars have parts on both sides of zero their sum stands apart, below the plot; where that
    has no room, the bars lie.
    """
    parts = parts_of(data)
    scale = amounts(far_ends(parts), data.unit)
    names = _names(data, parts, width)
    whole = width - 2 * EDGE - (ends.widest_line(tuple(names.values())) + _AWAY if names else 0)
    axis = 0.0
    if scale.word or len(totals(data)) < len(data.categories):
        axis = max(text_width(scale.text(tick), TEXT) for tick in scale.ticks) + 26
    step = min((whole - axis) / len(data.categories), _MOST_STEP)
    apart = mixed(data)
    crowded = not data.axis_is_year and not names_fit(data, step)
    if crowded or (apart and not _nets_fit(data, scale, step)):
        return lying.stacked_lying(data, width)
    thick = min(step * 0.78, 74)
    rows = [_row(part, data, scale, thick) for part in parts]
    below = _NET_ROOM if apart else ABOVE if scale.signed else 0
    x = category_axis(data, step, below=below)
    base = alt.Chart(inline_rows(rows), height=_TALL, width=step * len(data.categories)).encode(x=x)
    key = None if names else series_legend(data, width, ABOVE + cuts.cut_room(data))
    inside = base.encode(y=alt.Y("tengah:Q"), text=alt.Text("teks:N"))
    layers = [
        base.mark_bar(size=thick).encode(
            y=scale.channel(alt.Y, shown=bool(axis)),
            y2=alt.Y2("sampai:Q"),
            color=coloured(data, legend=key),
            **bar_channels(data, True),
        ),
        inside.transform_filter("!datum.ragu").mark_text(color=GROUND, fontSize=SMALL),
        *doubted_inside(inside),
        *empty_places(data, scale, step, _TALL),
        *(_nets(data, scale, x) if apart else _sums(data, scale, step, x)),
        *zero_line(scale, step * len(data.categories), _TALL),
        *cuts.strokes(data, step, _TALL),
        *cuts.cut_words(data, step, ABOVE),
    ]
    if names:
        edge = step * (len(data.categories) - 0.5) + thick / 2
        layers += _beside(data, parts, names, scale, edge)
    return alt.layer(*layers)


def _row(part: BarPart, data: ChartData, scale: Amounts, thick: float) -> dict[str, object]:
    per_unit = _TALL / (scale.domain[1] - scale.domain[0])
    return {
        "kategori": part.category,
        "seri": part.series,
        "nilai": part.low,
        "sampai": part.high,
        "tengah": part.middle,
        "teks": part.written(scale, data, along=per_unit, across=thick),
        **point_facts(data, part.category, part.series),
    }


def _sums(data: ChartData, scale: Amounts, step: float, x: alt.X) -> list[Any]:
    """The sum at the end of each bar, where there is room."""
    rows = [
        {"kategori": name, "nilai": value, "teks": scale.text(value)}
        for name, value in totals(data).items()
        if text_width(scale.text(value), TEXT) <= step
    ]
    text = alt.Chart(inline_rows(rows)).encode(x=x, y=alt.Y("nilai:Q"), text=alt.Text("teks:N"))
    up, down = text.transform_filter("datum.nilai >= 0"), text.transform_filter("datum.nilai < 0")
    above = up.mark_text(dy=-8, fontWeight="bold")
    return [above, down.mark_text(dy=9, fontWeight="bold")] if scale.signed else [above]


def _nets(data: ChartData, scale: Amounts, x: alt.X) -> list[Any]:
    """Below each bar what its upper part is more than its lower one."""
    rows = [{"kategori": name, "teks": scale.text(value)} for name, value in totals(data).items()]
    base = alt.Chart(inline_rows(rows)).encode(x=x)
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


def _names(data: ChartData, parts: Sequence[BarPart], width: int) -> dict[str, list[str]]:
    """The names to write beside the last bar, in lines; none where they do not fit there."""
    last = {part.series for part in parts if part.category == data.categories[-1] and part.value}
    if last != set(data.series):
        return {}
    names = {name: ends.lines_of(name, width * _NAMES) for name in data.series}
    every = tuple(names.values())
    fit = ends.widest_line(every) <= width * _MOST and ends.stacked_height(every) <= _TALL
    return names if fit else {}


def _beside(
    data: ChartData,
    parts: Sequence[BarPart],
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
    return ends.written_ends(found, edge + _AWAY, 0, _TALL)


KIND = ChartKind(
    name="batang-bertumpuk",
    keys=Keys(needs=("seri", "ukuran"), takes=("urut",)),
    guide=Guide(message("charts.stacked-bars-use"), message("charts.stacked-bars-ask")),
    prepare=numbers(Limits(keeps_gaps=True, stacks=True)),
    facts=number_facts,
    remarks=stack_remarks,
    pictures=VegaPictures(stacked_bars),
)
