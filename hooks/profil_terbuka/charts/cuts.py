"""Where a series of years is cut: a double stroke between two columns, and words above it."""

from __future__ import annotations

from typing import Any

import altair as alt

from ..model.messages import message
from ..model.products import ChartData
from ..words.catalogues import text
from .look import INK, SMALL, records
from .metrics import text_width

ROOM = 18
"""Px that the words take above everything else."""
_APART = 3.0
"""Px between the two strokes."""


def cut_years(data: ChartData, only: str | None = None) -> tuple[str, ...]:
    """The years to which a step of any series (or of one alone) is broken, in order."""
    broken = {year for series, year in data.breaks if only in (None, series)}
    return tuple(year for year in data.categories[1:] if year in broken)


def room(data: ChartData) -> float:
    """Px that the words need above the values."""
    return ROOM if data.breaks else 0


def strokes(data: ChartData, step: float, height: float, only: str | None = None) -> list[Any]:
    """Two thin lines from top to bottom between the columns, `step` px wide, of two years."""
    rows = [
        {"x": step * data.categories.index(year) + side * _APART / 2}
        for year in cut_years(data, only)
        for side in (-1, 1)
    ]
    if not rows:
        return []
    line = alt.Chart(records(rows)).mark_rule(color=INK, opacity=0.75)
    x = alt.X("x:Q", scale=None, axis=None)
    return [line.encode(x=x, y=alt.value(-2), y2=alt.value(height + 2))]


def cut_label() -> str:
    """What the strokes mean: 'deret terputus'."""
    return text(message("charts.series-broken"))


def words(data: ChartData, step: float, above: float) -> list[Any]:
    """What the strokes mean, `above` px over the plot, at every cut that has room for it."""
    label = cut_label()
    half = text_width(label, SMALL) / 2 + 2
    whole = max(step * len(data.categories), 2 * half)
    rows: list[dict[str, float]] = []
    for year in cut_years(data):
        at = min(max(step * data.categories.index(year), half), whole - half)
        if not rows or at - rows[-1]["x"] >= 2 * half:
            rows.append({"x": at})
    if not rows:
        return []
    mark = alt.Chart(records(rows)).mark_text(text=label, fontSize=SMALL, fontStyle="italic")
    x = alt.X("x:Q", scale=None, axis=None)
    return [mark.encode(x=x, y=alt.value(-above - 9))]
