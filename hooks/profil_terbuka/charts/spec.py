"""ChartData as a Vega-Lite specification, built with Altair."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import altair as alt

from ..model import ViewKind
from ..products import ChartData
from ..wording import DAYS, MONTHS, SHORT_MONTHS

WIDTH = 350
"""Natural width of the plot in px: narrow, so that a phone need not shrink the text much."""
BAR_STEP = 24
LABEL_LENGTH = 11
_SCALES = ((10**9, "miliar "), (10**6, "juta "))
"""Axes of values ten times as large or larger are labelled in these units."""

NUMBER_LOCALE = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp", ""]}
TIME_LOCALE = {
    "dateTime": "%A, %e %B %Y %X",
    "date": "%d/%m/%Y",
    "time": "%H.%M.%S",
    "periods": ["AM", "PM"],
    "days": list(DAYS),
    "shortDays": [day[:3] for day in DAYS],
    "months": list(MONTHS),
    "shortMonths": list(SHORT_MONTHS),
}


@dataclass(frozen=True)
class Palette:
    """Colours of a drawing: CSS variables where a page sets them, fixed ones in a file."""

    ink: str
    faint: str
    series: tuple[str, ...]
    ordinal: tuple[str, ...]
    background: str = "transparent"
    gap: str = "var(--grafik-dasar)"

    def of(self, count: int, ordered: bool) -> list[str]:
        """`count` colours; ordered ones end with the strongest, for the newest year."""
        if not ordered:
            return list(self.series[:count])
        last = len(self.ordinal) - 1
        steps = (last - round(place * last / max(count - 1, 1)) for place in range(count))
        return [self.ordinal[step] for step in reversed(list(steps))]


PAGE = Palette(
    ink="currentColor",
    faint="var(--grafik-garis)",
    series=tuple(f"var(--grafik-{n})" for n in range(1, 9)),
    ordinal=tuple(f"var(--grafik-tahun-{n})" for n in range(1, 8)),
)
FILE = Palette(
    ink="#1f2933",
    faint="#d5dbe1",
    series=("#0b5c8a", "#c2571a", "#2e7d4f", "#8a3c8f", "#8c6d00", "#b3261e", "#4a5a6a", "#00736f"),
    ordinal=("#5f98b9", "#4587ab", "#2d759b", "#17628a", "#0b4f75", "#083c5a", "#062a40"),
    background="#ffffff",
    gap="#ffffff",
)


def specification(data: ChartData, palette: Palette, titled: bool) -> dict[str, Any]:
    """The Vega-Lite specification; `titled` puts title and source into the picture itself."""
    chart = _LAYERS[data.view.kind](data, palette).properties(width=WIDTH)
    if titled:
        chart = chart.properties(
            title=alt.TitleParams(
                _wrapped(data.view.title, 44), subtitle=f"Sumber: {data.source}", anchor="start"
            )
        )
    document: dict[str, Any] = _themed(chart, palette).to_dict()
    return document


def _records(data: ChartData) -> alt.InlineData:
    return alt.InlineData(
        [
            {"kategori": category, "seri": series, "nilai": value}
            for category, series, value in data.points()
        ]
    )


def _bars(data: ChartData, palette: Palette) -> Any:
    base = alt.Chart(_records(data), height=220).encode(
        x=_category(alt.X, data), y=_amount(alt.Y, data)
    )
    labels = base.mark_text(dy=-7).encode(text=alt.Text("nilai:Q", format=",~r"))
    return base.mark_bar(color=palette.series[0]) + labels


def _grouped_bars(data: ChartData, palette: Palette) -> Any:
    return (
        alt.Chart(_records(data), height=240)
        .mark_bar(stroke=palette.gap, strokeWidth=1)
        .encode(
            x=_category(alt.X, data),
            xOffset=alt.XOffset("seri:N", sort=list(data.series)),
            y=_amount(alt.Y, data),
            color=_series_colour(data, palette),
        )
    )


def _stacked_bars(data: ChartData, palette: Palette) -> Any:
    rank = {name: position for position, name in enumerate(data.series)}
    return (
        alt.Chart(_records(data), height=240)
        .transform_calculate(rank=f"{_js(rank)}[datum.seri]")
        .mark_bar(stroke=palette.gap, strokeWidth=1)
        .encode(
            x=_category(alt.X, data),
            y=_amount(alt.Y, data),
            color=_series_colour(data, palette),
            order=alt.Order("rank:Q"),
        )
    )


def _horizontal_bars(data: ChartData, palette: Palette) -> Any:
    height = BAR_STEP * len(data.categories)
    base = alt.Chart(_records(data), height=height).encode(
        y=_category(alt.Y, data), x=_amount(alt.X, data)
    )
    if data.series != ("",):
        return base.mark_bar().encode(color=_series_colour(data, palette))
    labels = base.mark_text(align="left", dx=4).encode(text=alt.Text("nilai:Q", format=",~r"))
    return base.mark_bar(color=palette.series[0]) + labels


def _lines(data: ChartData, palette: Palette) -> Any:
    chart = alt.Chart(_records(data), height=260).encode(
        x=_category(alt.X, data), y=_amount(alt.Y, data)
    )
    if data.series == ("",):
        return chart.mark_line(point=True, color=palette.series[0])
    return chart.mark_line(point=alt.OverlayMarkDef(size=45)).encode(
        color=_series_colour(data, palette),
        shape=alt.Shape("seri:N", scale=alt.Scale(domain=list(data.series)), legend=_legend(data)),
    )


_LAYERS = {
    ViewKind.BAR: _bars,
    ViewKind.GROUPED_BAR: _grouped_bars,
    ViewKind.STACKED_BAR: _stacked_bars,
    ViewKind.HORIZONTAL_BAR: _horizontal_bars,
    ViewKind.LINE: _lines,
}


def _category(channel: type[Any], data: ChartData) -> Any:
    """The category axis in the order of the data, long names on several lines."""
    horizontal = channel is alt.Y
    labels = {name: data.label(name) for name in data.categories}
    names: dict[str, Any] = labels
    if not horizontal:
        names = {name: _wrapped(label, LABEL_LENGTH) for name, label in labels.items()}
    axis = alt.Axis(
        title=None,
        labelAngle=0,
        labelExpr=f"{_js(names)}[datum.value]",
        labelLimit=190,
        ticks=False,
        grid=False,
        labelPadding=6,
        labelFontSize=12,
    )
    return channel("kategori:N", sort=list(data.categories), axis=axis)


def _amount(channel: type[Any], data: ChartData) -> Any:
    """The value axis: from zero, five ticks, large rupiah in millions or billions."""
    largest = max((abs(value) for _, _, value in data.points()), default=0)
    factor, word = next((scale for scale in _SCALES if largest >= 10 * scale[0]), (1, ""))
    label = f"format(datum.value / {factor}, ',~r')"
    axis = alt.Axis(title=f"{word}{data.unit}", labelExpr=label, tickCount=5, domain=False)
    return channel("nilai:Q", axis=axis, scale=alt.Scale(zero=True, nice=True))


def _series_colour(data: ChartData, palette: Palette) -> alt.Color:
    count = len(data.series)
    return alt.Color(
        "seri:N",
        sort=list(data.series),
        scale=alt.Scale(
            domain=list(data.series), range=palette.of(count, ordered=data.series_is_year)
        ),
        legend=_legend(data),
    )


def _legend(data: ChartData) -> alt.Legend:
    """Above the chart, in as many columns as the longest name allows."""
    widest = max(len(name) for name in data.series)
    columns = max(1, min(len(data.series), 48 // (widest + 5)))
    return alt.Legend(title=None, orient="top", columns=columns, labelLimit=300)


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of whole words, each at most `width` characters unless one word is longer."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _js(value: dict[str, Any]) -> str:
    """A Python dict as a Vega expression; strings are data and stay inside quotes."""
    return json.dumps(value, ensure_ascii=False)


def _themed(chart: Any, palette: Palette) -> Any:
    text = {"labelColor": palette.ink, "titleColor": palette.ink}
    return (
        chart.configure(font="sans-serif", background=palette.background, aria=False, padding=4)
        .configure_view(stroke=None)
        .configure_axis(
            **text,
            labelFontSize=13,
            titleFontSize=13,
            titleFontWeight="normal",
            gridColor=palette.faint,
            domainColor=palette.faint,
            tickColor=palette.faint,
        )
        .configure_legend(**text, labelFontSize=13, rowPadding=4)
        .configure_text(color=palette.ink, fontSize=13)
        .configure_title(color=palette.ink, subtitleColor=palette.ink, fontSize=15, offset=12)
    )
