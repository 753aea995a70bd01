"""The kinds of chart, each in a file of its own; the staff guide lists them in this order."""

from __future__ import annotations

from ...model import View
from ..kind import ChartKind
from . import (
    area_map,
    bars,
    grouped_bars,
    lines,
    lying_bars,
    nested_bars,
    opposed_bars,
    small_multiples,
    stacked_bars,
    timeline,
)

KINDS = (
    bars.KIND,
    lying_bars.KIND,
    grouped_bars.KIND,
    nested_bars.KIND,
    stacked_bars.KIND,
    opposed_bars.KIND,
    lines.KIND,
    small_multiples.KIND,
    timeline.KIND,
    area_map.KIND,
)
_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_of(view: View) -> ChartKind:
    """The kind that a view asks for; the schema has refused unknown ones."""
    return _BY_NAME[view.kind]
