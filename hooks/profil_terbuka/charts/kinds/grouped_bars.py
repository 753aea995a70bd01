"""Bars side by side: two or three series to be compared."""

from __future__ import annotations

from typing import Any

from ...model.messages import message
from ...model.products import ChartData
from .. import cuts, lying
from .. import vega as alt
from ..data import numbers
from ..facts import number_facts
from ..frame import Limits
from ..kind import ChartKind, Guide, Keys
from ..look import SMALL, Amounts, amounts, coloured, series_legend
from ..marks import ABOVE, bar_channels, holes, in_holes, values_outside, zero_line
from ..remarks import bar_remarks
from ..render import VegaPictures
from ..standing import HEIGHT, empty_places, names_fit, on_axes, step_of

NAME = "batang-berkelompok"
_LEAST_BAR = 6


def grouped_bars(data: ChartData, width: int) -> Any:
    """Bars of several series side by side; below each other where they have no room."""
    scale = amounts([value for _, _, value in data.points()], data.unit)
    labelled, axis, step = step_of(data, scale, width, bars_a_place=len(data.series))
    narrow = step * 0.84 / len(data.series) < _LEAST_BAR
    if not names_fit(data, step) or narrow or (not labelled and _unseen(data, scale)):
        return lying.grouped_lying(data, width)
    beside = alt.XOffset(
        "seri:N", sort=list(data.series), scale=alt.Scale(paddingOuter=0.16, paddingInner=0)
    )
    base = on_axes(data, scale, step, axis).encode(xOffset=beside)
    above = ABOVE if labelled else 0
    key = series_legend(data, width, above + cuts.cut_room(data))
    layers = [base.mark_bar().encode(color=coloured(data, legend=key), **bar_channels(data, True))]
    if labelled:
        layers += values_outside(base, scale, SMALL)
    at = alt.value(scale.place(0, HEIGHT))
    x = alt.X("kategori:N", sort=list(data.categories))
    missing = in_holes(data, holes(data), step * 0.84 / len(data.series))
    layers += [mark.encode(x=x, xOffset=beside, y=at) for mark in missing]
    return alt.layer(
        *layers,
        *zero_line(scale, step * len(data.categories), HEIGHT),
        *empty_places(data, scale, step),
        *cuts.strokes(data, step, HEIGHT),
        *cuts.cut_words(data, step, above),
    )


def _unseen(data: ChartData, scale: Amounts) -> bool:
    """Whether a bar is too low to be seen, so that only its value could tell of it."""
    per_unit = HEIGHT / (scale.domain[1] - scale.domain[0])
    return any(0 < abs(value) * per_unit < 1 for _, _, value in data.points())


KIND = ChartKind(
    name=NAME,
    keys=Keys(needs=("seri", "ukuran"), takes=("urut",)),
    guide=Guide(message("charts.grouped-bars-use"), message("charts.grouped-bars-ask")),
    prepare=numbers(Limits()),
    facts=number_facts,
    remarks=bar_remarks,
    pictures=VegaPictures(grouped_bars),
)
