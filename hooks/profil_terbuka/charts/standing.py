"""What standing bars and lines share: names below them, their width, places without a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..model.products import ChartData
from . import vega as alt
from .look import (
    EDGE,
    INK,
    SMALL,
    TEXT,
    Amounts,
    inline_rows,
    js,
)
from .marks import ABOVE, empty_words, pieces
from .metrics import short_year, text_width, words_fit, wrapped

HEIGHT = 220
_STRIDES = (1, 2, 3, 6, 12, 24, 60, 120)
"""Of so many periods one is named where not all have room: those that divide a year first."""
_STEP = 60
"""A category gets at most this many px, and as many for each bar: three need not fill a desk."""
_GAP = 6
_LINE = 14


def category_axis(data: ChartData, step: float, padding: float = 0, below: float = 0) -> alt.X:
    """The names below the bars, in the order of the data, on as many lines as they need.

    `below`: px between the plot and the names, for the values of bars that hang.
    """
    names = {name: wrapped(data.label(name), step - _GAP, _size(data)) for name in data.categories}
    if data.axis_is_year and max(text_width(line[0], TEXT) for line in names.values()) > step - 2:
        names = {name: [short_year(data.label(name))] for name in data.categories}
    if data.axis_periods:
        names |= {name: [""] for name in _crowded(data, names, step)}
    hanging: dict[str, Any] = {"offset": below, "domain": False} if below else {}
    axis = alt.Axis(
        title=None,
        labelAngle=0,
        labelExpr=f"{js(names)}[datum.value]",
        labelLimit=0,
        labelOverlap=False,
        ticks=False,
        grid=False,
        labelPadding=6,
        labelFontSize=_size(data),
        **hanging,
    )
    scale = alt.Scale(domain=list(data.categories), padding=padding)
    return alt.X("kategori:N", sort=list(data.categories), scale=scale, axis=axis)


def _crowded(data: ChartData, names: Mapping[str, Sequence[str]], step: float) -> set[str]:
    """The periods whose names have no room beside their neighbours': every second, third ..."""
    for stride in _STRIDES:
        kept = [
            name
            for place, (name, when) in enumerate(
                zip(data.categories, data.axis_periods, strict=True)
            )
            if (when.number - 1 if when.number else place) % stride == 0
        ]
        widest = max(text_width(line, _size(data)) for name in kept for line in names[name])
        if widest <= stride * step - 2:
            return set(data.categories) - set(kept)
    return set(data.categories) - set(data.categories[:1])


def names_fit(data: ChartData, step: float) -> bool:
    """Whether all names have room below columns of `step` px, on at most four lines."""
    return all(
        words_fit(data.label(name), step - _GAP, _size(data))
        and len(wrapped(data.label(name), step - _GAP, _size(data))) <= 4
        for name in data.categories
    )


def on_axes(data: ChartData, scale: Amounts, step: float, axis: bool) -> Any:
    """The points on their axes; the value axis is there where `axis` says so."""
    chart = alt.Chart(inline_rows(pieces(data, scale)), height=HEIGHT, width=step * _count(data))
    below = ABOVE if scale.signed else 0
    return chart.encode(
        x=category_axis(data, step, below=below), y=scale.channel(alt.Y, shown=axis)
    )


def step_of(
    data: ChartData, scale: Amounts, width: int, bars_a_place: int, most: float = 0
) -> tuple[bool, bool, float]:
    """Whether values fit above their bars, whether an axis is needed, px for each category.

    `most`: the most of these px, where bars may be broader than others. Values in millions need the
    axis beside them, for it says that they are.
    """
    whole = width - 2 * EDGE
    size = TEXT if bars_a_place == 1 else SMALL
    part = 1 if bars_a_place == 1 else 0.84 / bars_a_place
    widest = max(text_width(str(row["teks"]), size) for row in pieces(data, scale)) + 2
    count, most = _count(data), most or _STEP * (bars_a_place + 1)
    step = min(whole / count, most)
    if not scale.word and widest <= step * part:
        return True, False, step
    axis = max(text_width(scale.text(tick), TEXT) for tick in scale.ticks) + 26
    step = min((whole - axis) / count, most)
    return widest <= step * part, True, step


def _size(data: ChartData) -> float:
    return TEXT if data.axis_is_year else SMALL


def _count(data: ChartData) -> int:
    return len(data.categories)


def empty_places(data: ChartData, scale: Amounts, step: float, height: float = HEIGHT) -> list[Any]:
    """Words in the place of a category that has no value at all, on as many lines as they need."""
    lost = {
        name: wrapped(empty_words(data, name), step - _GAP, SMALL)
        for name, row in zip(data.categories, data.values, strict=True)
        if all(value is None for value in row)
    }
    if not lost:
        return []
    across = all(text_width(line, SMALL) <= step for lines in lost.values() for line in lines)
    rows = [
        {"kategori": name, "teks": "\n".join(lines) if across else " ".join(lines)}
        for name, lines in lost.items()
    ]
    low = any(len(lines) > 1 for lines in lost.values())
    mark: dict[str, Any] = {
        "dy": -12 if low else -8,
        "baseline": "line-bottom",
        "lineHeight": _LINE,
    }
    if not across:
        mark = {"angle": 270, "align": "left", "dx": 6}
    words = alt.Chart(inline_rows(rows)).mark_text(
        fontSize=SMALL, fontStyle="italic", color=INK, lineBreak="\n", **mark
    )
    x = alt.X("kategori:N", sort=list(data.categories))
    at = alt.value(min(scale.place(0, height), height))
    return [words.encode(x=x, y=at, text=alt.Text("teks:N"))]
