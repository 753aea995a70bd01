"""What all charts share: colours, sizes of type, the value axis, the names of series."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.messages import NOTHING, message
from ..model.products import ChartData
from ..words.catalogues import text
from ..words.numbers import number
from . import vega as alt
from .metrics import text_width, ticks
from .svg import EDGE, INK

__all__ = ["EDGE", "INK"]

NARROW = 344
WIDE = 700
"""Whole widths in px: a phone's column and a desk's. Text is never shrunk below its own size."""
TEXT = 12.5
SMALL = 11.5
FAINT = "var(--grafik-garis)"
GROUND = "var(--grafik-dasar)"
SERIES = tuple(f"var(--grafik-{n})" for n in range(1, 9))
YEARS = tuple(f"var(--grafik-tahun-{n})" for n in range(1, 8))
SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross")
DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3])
NEARLY = "\N{ALMOST EQUAL TO}0"
"""A value that one decimal of millions cannot show, and that is not zero."""
_SCALES = ((10**9, message("charts.billion")), (10**6, message("charts.million")))
"""Values ten times as large or larger are written in these units."""


@dataclass(frozen=True)
class Amounts:
    """The scale of the values: its ticks, and how a value is written beside its mark."""

    ticks: tuple[int | float, ...]
    unit: str
    factor: int = 1
    word: str = ""

    @property
    def domain(self) -> list[int | float]:
        """Ends of the axis."""
        return [self.ticks[0], self.ticks[-1]]

    @property
    def signed(self) -> bool:
        """Whether a zero line must be drawn, because something lies below it."""
        return self.ticks[0] < 0

    def place(self, value: float, height: float) -> float:
        """Px from the top of a plot of that height."""
        low, high = self.domain
        return height * (high - value) / (high - low)

    @property
    def title(self) -> str:
        """What the axis counts: 'miliar rupiah'."""
        title = " ".join(filter(None, (self.word, self.unit)))
        cut = self.ticks[0] > 0
        return text(message("charts.axis-not-from-zero", axis=title)) if cut else title

    def text(self, value: float) -> str:
        """A value as a label: '12.500', or '6,5' where the axis counts billions."""
        if self.factor == 1:
            return number(value)
        rounded = round(value / self.factor, 1)
        return NEARLY if value and not rounded else number(rounded)

    def named(self, value: float) -> str:
        """A value as a label that stands without an axis: '6,5 miliar'."""
        if self.word and value and not round(value / self.factor, 1):
            return number(value)
        return f"{self.text(value)} {self.word}" if self.word else self.text(value)

    def channel(self, channel: type[Any], shown: bool) -> Any:
        """The x or y encoding of field `nilai`; hidden where every value is written out."""
        scale = alt.Scale(domain=self.domain, nice=False, zero=self.ticks[0] <= 0)
        if not shown:
            return channel("nilai:Q", scale=scale, axis=None)
        names = {str(tick): self.text(tick) for tick in self.ticks}
        axis = alt.Axis(
            title=self.title,
            values=list(self.ticks),
            labelExpr=f"{js(names)}[datum.value]",
            domain=False,
            ticks=False,
        )
        return channel("nilai:Q", scale=scale, axis=axis)


def amounts(values: Sequence[float], unit: str, free: bool = False) -> Amounts:
    """A scale from zero; `free` lets one begin higher where lines would show no change.

    Where all values are whole, so are the ticks: nobody counts half a person.
    """
    high, low = max(values, default=0), min(values, default=0)
    largest = max(high, -low)
    bare = (1, NOTHING)
    factor, word = next((scale for scale in _SCALES if largest >= 10 * scale[0]), bare)
    if factor == 1 and unit == "rupiah":
        factor, word = next((scale for scale in _SCALES if largest >= scale[0]), bare)
    invisible = free and 0 < low < high and (high - low) / high < 0.1
    ends = (low, high) if invisible else (min(0, low), max(0, high))
    whole = all(isinstance(value, int) for value in values)
    return Amounts(tuple(ticks(*ends, whole=whole)), unit, factor, text(word))


def in_px(channel: type[Any], field: str) -> Any:
    """The x or y encoding of a field that holds px of the plot, without scale or axis."""
    return channel(f"{field}:Q", scale=None, axis=None)


def inline_rows(rows: Sequence[Mapping[str, object]]) -> alt.InlineData:
    """Rows as the data of a chart."""
    return alt.InlineData(tuple(dict(row) for row in rows))


def colours(data: ChartData) -> dict[str, str]:
    """Series -> colour; years get the stronger the newer they are."""
    count = len(data.series)
    if not data.series_is_year or count > len(YEARS):
        return dict(zip(data.series, SERIES, strict=False))
    last = len(YEARS) - 1
    steps = [last - round(place * last / max(count - 1, 1)) for place in reversed(range(count))]
    return {name: YEARS[step] for name, step in zip(data.series, steps, strict=True)}


def colour_scale(data: ChartData) -> alt.Scale:
    """From the series to their colours."""
    own = colours(data)
    return alt.Scale(domain=list(own), range=list(own.values()))


def coloured(data: ChartData, field: str = "seri", legend: alt.Legend | None = None) -> alt.Color:
    """The colour encoding of the series."""
    names = list(data.series)
    return alt.Color(f"{field}:N", sort=names, scale=colour_scale(data), legend=legend)


def series_legend(data: ChartData, width: float, above: float = 0, edge: str = "") -> alt.Legend:
    """Names above the chart, in as many columns as the longest one allows.

    `above`: px that labels take between the plot and the names; `edge`: the outline of their marks.
    """
    widest = max(text_width(name, TEXT) for name in data.series) + 28
    columns = max(1, min(len(data.series), int(width // widest)))
    outline: dict[str, Any] = {"symbolStrokeColor": edge, "symbolStrokeWidth": 1} if edge else {}
    return alt.Legend(
        title=None,
        orient="top",
        columns=columns,
        labelLimit=width - 30,
        offset=10 + above,
        **outline,
    )


def js(value: object) -> str:
    """A Python value as a Vega expression; strings are data and stay inside quotes."""
    return json.dumps(value, ensure_ascii=False)


_AXIS = {
    "labelColor": INK,
    "titleColor": INK,
    "labelFontSize": TEXT,
    "titleFontSize": TEXT,
    "titleFontWeight": "normal",
    "gridColor": FAINT,
    "domainColor": FAINT,
    "tickColor": FAINT,
}
CONFIG = {
    "font": "sans-serif",
    "background": "transparent",
    "aria": False,
    "padding": EDGE,
    "view": {"stroke": None},
    "axis": _AXIS,
    "legend": {"labelColor": INK, "labelFontSize": TEXT, "rowPadding": 4, "symbolSize": 90},
    "text": {"color": INK, "fontSize": TEXT},
    "title": {"color": INK},
}
"""The look of axes and text; nothing here depends on the data."""
