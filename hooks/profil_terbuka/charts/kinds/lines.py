"""Lines over years: a gap where a year is missing or the series breaks, names at the ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.messages import Message, message
from ...model.products import ChartData
from .. import cuts, ends
from .. import vega as alt
from ..data import numbers
from ..facts import number_facts
from ..frame import Limits
from ..kind import ChartKind, Guide, Keys
from ..look import (
    EDGE,
    GROUND,
    NARROW,
    SHAPES,
    TEXT,
    Amounts,
    amounts,
    colour_scale,
    coloured,
    colours,
    in_px,
    inline_rows,
)
from ..marks import named_mark, pieces, zero_line
from ..metrics import text_width
from ..remarks import line_remarks
from ..render import VegaPictures
from ..standing import category_axis, empty_places
from ..target_lines import PlotRoom, event_signs, target_lines, values_with_targets
from ..targets import KEYS, target_remarks

HEIGHT = 260
_NAMES, _NAMES_NARROW = 0.32, 0.22
_AWAY = 16
_STROKE = 7
"""Half the height of the strokes that mark a break."""


def lines(data: ChartData, width: int) -> Any:
    """Each series with its own marker and colour; its name stands where it ends."""
    scale = amounts(values_with_targets(data), data.unit, free=True)
    part = _NAMES if width > NARROW else _NAMES_NARROW
    names = {name: ends.lines_of(name, width * part) for name in data.series if name}
    room = ends.widest_line(tuple(names.values()))
    axis = max(text_width(scale.text(tick), TEXT) for tick in scale.ticks) + 26
    free, count = width - 2 * EDGE - axis, len(data.categories)
    # The last point stands half a step before the end of the plot: names may begin there.
    step = min(free / count, (free - room - _AWAY) / (count - 0.5)) if names else free / count
    x = category_axis(data, step, padding=0.5)
    y = scale.channel(alt.Y, shown=True)
    shape = alt.Shape(
        "seri:N", scale=alt.Scale(domain=list(data.series), range=_shapes(data)), legend=None
    )
    whole = alt.Chart(inline_rows(_runs(data)), height=HEIGHT, width=step * len(data.categories))
    points = alt.Chart(inline_rows(pieces(data, scale)))
    return alt.layer(
        *zero_line(scale, step * count, HEIGHT),
        *target_lines(data, scale, PlotRoom(step, HEIGHT)),
        whole.mark_line(strokeWidth=2.2).encode(
            x=x, y=y, color=coloured(data), detail=alt.Detail("ruas:N")
        ),
        points.mark_point(filled=True, size=62, opacity=1, stroke=GROUND, strokeWidth=1).encode(
            x=x, y=y, shape=shape, **named_mark(), **_paint(data)
        ),
        *empty_places(data, scale, step, HEIGHT),
        *_cuts(data, scale, step),
        *_ends(data, names, scale, step),
        *event_signs(data, PlotRoom(step, HEIGHT)),
    )


def _paint(data: ChartData) -> dict[str, Any]:
    """The colours of the dots: a doubtful one is hollow."""
    if not data.doubtful:
        return {"color": coloured(data)}
    own: dict[str, Any] = {"shorthand": "seri:N", "scale": colour_scale(data), "legend": None}
    return {
        "fill": alt.condition("datum.ragu", alt.value(GROUND), alt.Fill(**own)),
        "stroke": alt.condition("datum.ragu", alt.Stroke(**own), alt.value(GROUND)),
        "strokeWidth": alt.condition("datum.ragu", alt.value(2), alt.value(1)),
    }


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


def _cuts(data: ChartData, scale: Amounts, step: float) -> list[Any]:
    """A double stroke in the gap of each broken series, and words above."""
    rows = _strokes(data, scale, step)
    if not rows:
        return []
    line = alt.Chart(inline_rows(rows)).mark_rule(strokeWidth=1.8)
    line = line.encode(
        x=in_px(alt.X, "x"),
        x2=alt.X2("x2:Q"),
        y=in_px(alt.Y, "y"),
        y2=alt.Y2("y2:Q"),
        color=coloured(data),
    )
    return [line, *cuts.cut_words(data, step, 0)]


def _strokes(data: ChartData, scale: Amounts, step: float) -> list[dict[str, object]]:
    """Both strokes of each break, in px: between two years, halfway between their values."""
    values = {(series, name): value for name, series, value in data.points()}
    rows: list[dict[str, object]] = []
    for series, year in data.breaks:
        if year not in cuts.cut_years(data):
            continue
        at = data.categories.index(year)
        both = [values.get((series, name)) for name in data.categories[at - 1 : at + 1]]
        beside = [scale.place(value, HEIGHT) for value in both if value is not None]
        if not beside:
            continue
        middle = sum(beside) / len(beside)
        rows += [
            {"x": step * at + side - 2, "x2": step * at + side + 2, "seri": series}
            | {"y": middle + _STROKE, "y2": middle - _STROKE}
            for side in (-2.5, 2.5)
        ]
    return rows


def _ends(data: ChartData, names: dict[str, list[str]], scale: Amounts, step: float) -> list[Any]:
    """The names, apart from each other, each with its marker and a thin line to its last point."""
    if not names:
        return []
    last: dict[str, tuple[int, float]] = {}
    for name, series, value in data.points():
        last[series] = (data.categories.index(name), value)
    found = [
        ends.End(
            names[series],
            colours(data)[series],
            step * (last[series][0] + 0.5) + 6,
            scale.place(last[series][1], HEIGHT),
        )
        for series in data.series
    ]
    return ends.written_ends(found, step * (len(data.categories) - 0.5) + _AWAY, -10, HEIGHT + 10)


def _remarks(data: ChartData) -> Iterator[Message]:
    yield from line_remarks(data)
    yield from target_remarks(data)


KIND = ChartKind(
    name="garis",
    keys=Keys(needs=("ukuran",), takes=("seri", "urut"), own=KEYS),
    guide=Guide(message("charts.lines-use"), message("charts.lines-ask")),
    prepare=numbers(Limits(keeps_gaps=True)),
    facts=number_facts,
    remarks=_remarks,
    pictures=VegaPictures(lines),
)
