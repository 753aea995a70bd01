"""Where a series of years is cut: a double stroke between two columns, and words above it."""

from __future__ import annotations

from typing import Any

from ..model.messages import message
from ..model.products import ChartData
from ..words.catalogues import text
from . import vega as alt
from .look import INK, SMALL, in_px, inline_rows
from .metrics import text_width

ROOM = 18
"""Px that the words take above everything else."""
_APART = 3.0
"""Px between the two strokes."""


def cut_years(data: ChartData, only: str | None = None) -> tuple[str, ...]:
    """The years to which a step of any series (or of one alone) is broken, in order."""
    broken = {year for series, year in data.breaks if only in (None, series)}
    return tuple(year for year in data.categories[1:] if year in broken)


def cut_room(data: ChartData) -> float:
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
    line = alt.Chart(inline_rows(rows)).mark_rule(color=INK, opacity=0.75)
    top, bottom = alt.value(-2), alt.value(height + 2)
    return [line.encode(x=in_px(alt.X, "x"), y=top, y2=bottom)]


def cut_label() -> str:
    """What the strokes mean: 'deret terputus'."""
    return text(message("charts.series-broken"))


def cut_words(data: ChartData, step: float, above: float) -> list[Any]:
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
    mark = alt.Chart(inline_rows(rows)).mark_text(text=label, fontSize=SMALL, fontStyle="italic")
    return [mark.encode(x=in_px(alt.X, "x"), y=alt.value(-above - 9))]
