"""Standing bars: a few groups of one year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.messages import Message, message
from ...model.products import ChartData
from .. import cuts, lying
from .. import vega as alt
from ..data import numbers
from ..facts import number_facts
from ..frame import Limits
from ..kind import ChartKind, Guide, Keys
from ..look import SERIES, amounts
from ..marks import ABOVE, bar_channels, values_outside, zero_line
from ..remarks import bar_remarks
from ..render import VegaPictures
from ..standing import HEIGHT, empty_places, names_fit, on_axes, step_of
from ..target_lines import PlotRoom, event_signs, target_lines, values_with_targets
from ..targets import KEYS, target_remarks


def bars(data: ChartData, width: int) -> Any:
    """One standing bar a category; lying ones where the names have no room side by side."""
    scale = amounts(values_with_targets(data), data.unit)
    labelled, axis, step = step_of(data, scale, width, bars_a_place=1)
    if not names_fit(data, step) and not (data.view.aims or data.view.events):
        return lying.single_lying(data, width)
    base = on_axes(data, scale, step, axis)
    bar = base.mark_bar(color=SERIES[0], size=min(step * 0.74, 64))
    layers = [bar.encode(**bar_channels(data, False))]
    layers += target_lines(data, scale, PlotRoom(step, HEIGHT))
    if labelled:
        layers += values_outside(base, scale, halo=bool(data.view.aims))
    above = ABOVE if labelled else 0
    return alt.layer(
        *layers,
        *zero_line(scale, step * len(data.categories), HEIGHT),
        *empty_places(data, scale, step),
        *cuts.strokes(data, step, HEIGHT),
        *cuts.cut_words(data, step, above),
        *event_signs(data, PlotRoom(step, HEIGHT), above),
    )


def _remarks(data: ChartData) -> Iterator[Message]:
    yield from bar_remarks(data)
    yield from target_remarks(data)


KIND = ChartKind(
    name="batang",
    keys=Keys(needs=("ukuran",), takes=("urut",), own=KEYS),
    guide=Guide(message("charts.bars-use"), message("charts.bars-ask")),
    prepare=numbers(Limits(keeps_gaps=True)),
    facts=number_facts,
    remarks=_remarks,
    pictures=VegaPictures(bars),
)
