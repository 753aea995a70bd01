"""Small multiples: a little bar chart for each series, where lines in one chart would tangle."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import altair as alt

from ..products import ChartData
from .look import EDGE, FAINT, INK, SERIES, SMALL, TEXT, Amounts, amounts, js, records
from .metrics import own_scales, short_year, text_width, wrapped

HEIGHT = 84
_BETWEEN = 22
_LEAST_STEP = 13
_LINE = 14
_BOLD = 1.07
"""Bold type is that much wider."""


@dataclass(frozen=True)
class _Layout:
    columns: int
    width: float
    step: float


def panels(data: ChartData, width: int) -> Any:
    """Panels row by row, each with its name, its years and the values that have room."""
    layout = _layout(data, width)
    apart = own_scales(data)
    every = [value for _, _, value in data.points()]
    columns = [[row[at] for row in data.values] for at in range(len(data.series))]
    scales = [
        amounts([value for value in column if value is not None] if apart else every, data.unit)
        for column in columns
    ]
    heads = [
        wrapped(f"{name} ({scale.title})" if scale.word else name, layout.width / _BOLD, TEXT)
        for name, scale in zip(data.series, scales, strict=True)
    ]
    top = _LINE * max(map(len, heads)) + 10
    charts = [
        alt.layer(*_panel(data, column, scale, layout), _head(lines, top))
        for column, scale, lines in zip(columns, scales, heads, strict=True)
    ]
    grid = alt.concat(*charts, columns=layout.columns, spacing={"row": 14, "column": _BETWEEN})
    return grid.resolve_scale(x="independent", y="independent")


def _layout(data: ChartData, width: int) -> _Layout:
    """As many columns as leave room for a value on each bar, at least two."""
    whole = width - 2 * EDGE
    widest = max(text_width(_short(data, value), SMALL) for _, _, value in data.points()) + 3
    least = max(_LEAST_STEP, widest) * len(data.categories)
    columns = int((whole + _BETWEEN) // (least + _BETWEEN))
    columns = max(2, min(columns, len(data.series), 4))
    # Rows of equal length look better than a last one with a single panel.
    columns = math.ceil(len(data.series) / math.ceil(len(data.series) / columns))
    panel = (whole - (columns - 1) * _BETWEEN) / columns
    return _Layout(columns, panel, min(panel / len(data.categories), 56))


def _short(data: ChartData, value: float) -> str:
    return amounts([value], data.unit).text(value)


def _head(lines: list[str], top: float) -> Any:
    """A name at a fixed height: a title would move with the tallest label below it."""
    mark = alt.Chart(records([{"nama": "\n".join(lines)}])).mark_text(
        align="left", fontWeight="bold", lineHeight=_LINE, lineBreak="\n"
    )
    return mark.encode(x=alt.value(0), y=alt.value(-top), text=alt.Text("nama:N"))


def _panel(
    data: ChartData, values: list[int | float | None], scale: Amounts, layout: _Layout
) -> list[Any]:
    """The layers of one panel."""
    shown = _labelled(data, values, scale, layout.step)
    rows = [
        {
            "kategori": category,
            "nilai": value,
            "teks": scale.text(value) if category in shown else "",
        }
        for category, value in zip(data.categories, values, strict=True)
        if value is not None
    ]
    lost = [
        {"kategori": category}
        for category, value in zip(data.categories, values, strict=True)
        if value is None
    ]
    y = alt.Y("nilai:Q", scale=alt.Scale(domain=scale.domain, nice=False), axis=None)
    x = alt.X(
        "kategori:N",
        sort=list(data.categories),
        scale=alt.Scale(domain=list(data.categories), padding=0),
        axis=_axis(data, layout.step),
    )
    wide = layout.step * len(data.categories)
    base = alt.Chart(records(rows), height=HEIGHT, width=wide).encode(x=x, y=y)
    layers = [
        base.mark_bar(color=SERIES[0], size=min(layout.step * 0.76, 34)),
        base.mark_text(dy=-7, fontSize=SMALL).encode(text=alt.Text("teks:N")),
    ]
    if lost:
        cross = alt.Chart(records(lost)).mark_text(text="\N{EN DASH}", dy=-7, color=INK)
        layers.append(cross.encode(x=x, y=alt.value(HEIGHT)))
    return layers


def _axis(data: ChartData, step: float) -> alt.Axis:
    """All categories where they have room, else the first and the last one."""
    labels = {name: data.label(name) for name in data.categories}
    if max(text_width(label, SMALL) for label in labels.values()) > step - 3:
        short = {name: short_year(label) for name, label in labels.items()}
        labels = short if data.axis_is_year else {}
    return alt.Axis(
        title=None,
        labelExpr=f"{js(labels)}[datum.value] || ''",
        labelAngle=0,
        labelOverlap=False,
        labelLimit=0,
        ticks=False,
        grid=False,
        labelFontSize=SMALL,
        domainColor=FAINT,
        labelPadding=4,
    )


def _labelled(
    data: ChartData, values: list[int | float | None], scale: Amounts, step: float
) -> set[str]:
    """The categories whose value is written: all, or the last, the highest and the first."""
    known = [number for number, value in enumerate(values) if value is not None]
    texts = {number: scale.text(values[number] or 0) for number in known}
    if all(text_width(text, SMALL) + 2 <= step for text in texts.values()):
        return {data.categories[number] for number in known}
    if not known:
        return set()
    highest = max(known, key=lambda number: (values[number] or 0, number))
    chosen: list[int] = []
    for number in (known[-1], highest, known[0]):
        room = [
            (text_width(texts[number], SMALL) + text_width(texts[other], SMALL)) / 2 + 4
            for other in chosen
        ]
        away = [abs(number - other) * step for other in chosen]
        if all(own <= far for own, far in zip(room, away, strict=True)):
            chosen.append(number)
    return {data.categories[number] for number in chosen}
