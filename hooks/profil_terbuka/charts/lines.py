"""Lines over years: a hole where a year is missing, dashes across a break, names at the ends."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import altair as alt

from ..products import ChartData
from . import ends
from .bars import categories
from .look import (
    EDGE,
    GROUND,
    INK,
    NARROW,
    SHAPES,
    SMALL,
    TEXT,
    Amounts,
    amounts,
    coloured,
    colours,
    records,
)
from .metrics import text_width

HEIGHT = 260
_NAMES, _NAMES_NARROW = 0.32, 0.22
_AWAY = 16
BROKEN = "deret terputus"


def lines(data: ChartData, width: int) -> Any:
    """Each series with its own marker and colour; its name stands where it ends."""
    scale = amounts([value for _, _, value in data.points()], data.unit, free=True)
    part = _NAMES if width > NARROW else _NAMES_NARROW
    names = {name: ends.lines_of(name, width * part) for name in data.series if name}
    room = ends.room(tuple(names.values()))
    axis = max(text_width(scale.text(tick), TEXT) for tick in scale.ticks) + 26
    free, count = width - 2 * EDGE - axis, len(data.categories)
    # The last point stands half a step before the end of the plot: names may begin there.
    step = min(free / count, (free - room - _AWAY) / (count - 0.5)) if names else free / count
    x = categories(data, step, padding=0.5)
    y = scale.channel(alt.Y, shown=True)
    shape = alt.Shape(
        "seri:N", scale=alt.Scale(domain=list(data.series), range=_shapes(data)), legend=None
    )
    whole = alt.Chart(records(_runs(data)), height=HEIGHT, width=step * len(data.categories))
    dotted = alt.Chart(records(_bridges(data)))
    points = alt.Chart(
        records([{"kategori": c, "seri": s, "nilai": v} for c, s, v in data.points()])
    )
    return alt.layer(
        whole.mark_line(strokeWidth=2.2).encode(
            x=x, y=y, color=coloured(data), detail=alt.Detail("ruas:N")
        ),
        dotted.mark_line(strokeWidth=1.4, strokeDash=[2, 4]).encode(
            x=x, y=y, color=coloured(data), detail=alt.Detail("ruas:N")
        ),
        points.mark_point(filled=True, size=62, opacity=1, stroke=GROUND, strokeWidth=1).encode(
            x=x, y=y, color=coloured(data), shape=shape
        ),
        *_words(data, scale, step),
        *_ends(data, names, scale, step),
    )


def _shapes(data: ChartData) -> list[str]:
    return [SHAPES[number % len(SHAPES)] for number in range(len(data.series))]


def _runs(data: ChartData) -> list[dict[str, object]]:
    """Points with the number of the unbroken run they belong to."""
    found: list[dict[str, object]] = []
    for position, series in enumerate(data.series):
        run, joined = 0, False
        for name, row in zip(data.categories, data.values, strict=True):
            value = row[position]
            if value is None or not joined or (series, name) in data.breaks:
                run += 1
            joined = value is not None
            if value is not None:
                found.append(
                    {"kategori": name, "seri": series, "nilai": value, "ruas": f"{position}-{run}"}
                )
    return found


def _bridges(data: ChartData) -> list[dict[str, object]]:
    """Both ends of each step across a break."""
    values = {(series, name): value for name, series, value in data.points()}
    found: list[dict[str, object]] = []
    for number, (series, year) in enumerate(data.breaks):
        for name in (data.categories[data.categories.index(year) - 1], year):
            found.append(
                {"kategori": name, "seri": series, "nilai": values[series, name], "ruas": number}
            )
    return found


def _words(data: ChartData, scale: Amounts, step: float) -> list[Any]:
    """'deret terputus' once for each year in which a series breaks, above the plot."""
    years = list(dict.fromkeys(year for _, year in data.breaks))
    layers = []
    for year in years:
        at = step * data.categories.index(year)
        one = alt.Chart(records([{"teks": BROKEN}]))
        layers.append(
            one.mark_rule(color=INK, strokeDash=[2, 4], opacity=0.6).encode(
                x=alt.value(at), y=alt.value(0), y2=alt.value(HEIGHT)
            )
        )
        half = text_width(BROKEN, SMALL) / 2
        place = min(max(at, half), step * len(data.categories) - half)
        layers.append(
            one.mark_text(fontSize=SMALL, fontStyle="italic").encode(
                x=alt.value(place), y=alt.value(-9), text=alt.Text("teks:N")
            )
        )
    return layers[:2] if _crowded(years, data, step) else layers


def _crowded(years: list[str], data: ChartData, step: float) -> bool:
    """Whether the words for two breaks would overlap."""
    places = sorted(data.categories.index(year) * step for year in years)
    width = text_width(BROKEN, SMALL)
    return any(after - before < width for before, after in pairwise(places))


def _ends(data: ChartData, names: dict[str, list[str]], scale: Amounts, step: float) -> list[Any]:
    """The names, apart from each other, each with its marker and a thin line to its last point."""
    if not names:
        return []
    last: dict[str, tuple[int, float]] = {}
    for name, series, value in data.points():
        last[series] = (data.categories.index(name), value)
    low, high = scale.domain
    found = [
        ends.End(
            names[series],
            colours(data)[series],
            step * (last[series][0] + 0.5) + 6,
            HEIGHT * (1 - (last[series][1] - low) / (high - low)),
        )
        for series in data.series
    ]
    return ends.written(found, step * (len(data.categories) - 0.5) + _AWAY, -10, HEIGHT + 10)
