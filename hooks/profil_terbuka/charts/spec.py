"""ChartData as a Vega-Lite specification, built with Altair."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from altair.utils.schemapi import debug_mode

from ..model import ViewKind
from ..model.products import ChartData
from .bars import bars, grouped
from .lines import lines
from .look import CONFIG
from .lying import single
from .opposed import opposed
from .panels import panels
from .spans import spans
from .stacks import stacked


def specification(data: ChartData, width: int, validated: bool = False) -> dict[str, Any]:
    """The Vega-Lite specification of a drawing about `width` px wide, in the page's colours.

    Altair's own check of every part takes longer than the drawing; tests do it (`validated`).
    """
    with debug_mode(validated):
        chart = _LAYERS[data.view.kind](data, width)
        document: dict[str, Any] = chart.to_dict(validate=validated)
    return {**document, "config": CONFIG}


_LAYERS: Mapping[ViewKind, Callable[[ChartData, int], Any]] = {
    ViewKind.BAR: bars,
    ViewKind.GROUPED_BAR: grouped,
    ViewKind.STACKED_BAR: stacked,
    ViewKind.HORIZONTAL_BAR: single,
    ViewKind.LINE: lines,
    ViewKind.DIVERGING_BAR: opposed,
    ViewKind.SMALL_MULTIPLES: panels,
    ViewKind.TIMELINE: spans,
}
