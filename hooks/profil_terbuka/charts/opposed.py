"""Two series to either side of a middle line, from zero outwards: those who complete each other."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt

from ..model.products import ChartData
from .look import SERIES, TEXT, amounts, coloured, js
from .marks import HOLE, doubt
from .metrics import text_width
from .rows import plan


def opposed(data: ChartData, width: int) -> Any:
    """Both sides of every category, each bar with its value; neither side is below zero."""
    left, right = data.series
    scale = amounts([value for _, _, value in data.points()], data.unit)
    rows = [
        {
            "kategori": name,
            "seri": series,
            "nilai": (-1 if series == left else 1) * (value or 0),
            "teks": HOLE if value is None else scale.named(value) + data.star(name, series),
            "ragu": bool(data.star(name, series)),
            "ada": value is not None,
        }
        for name, row in zip(data.categories, data.values, strict=True)
        for series, value in zip(data.series, row, strict=True)
    ]
    texts = {
        name: [str(row["teks"]) for row in rows if row["seri"] == name] for name in (left, right)
    }
    layout = plan(data, width, texts[right], texts[left])
    x = alt.X("nilai:Q", scale=_ends(data, layout.plot), axis=None)
    base = alt.Chart(layout.placed(rows), width=layout.plot, height=layout.height)
    base = base.encode(x=x, y=layout.y)
    value = base.encode(text=alt.Text("teks:N"))
    names = [
        {"nilai": 0, "seri": left, "teks": f"\N{LEFTWARDS ARROW} {left}"},
        {"nilai": 0, "seri": right, "teks": f"{right} \N{RIGHTWARDS ARROW}"},
    ]
    head = alt.Chart(alt.InlineData(names)).encode(x=x, y=alt.value(-10), text=alt.Text("teks:N"))
    bars = base.transform_filter("datum.ada").mark_bar(size=layout.bar, orient="horizontal")
    layers = [bars.encode(color=coloured(data), **doubt(data, True))]
    sides: tuple[tuple[str, Literal["left", "right"], int], ...] = (
        (left, "right", -5),
        (right, "left", 5),
    )
    for series, align, dx in sides:
        own = f"datum.seri === {js(series)}"
        colour = SERIES[data.series.index(series)]
        layers += [
            value.transform_filter(own).mark_text(align=align, dx=dx),
            head.transform_filter(own).mark_text(
                align=align, dx=2 * dx, fontWeight="bold", color=colour
            ),
        ]
    return alt.layer(*layers, layout.middle().encode(x=x), *layout.names())


def _ends(data: ChartData, plot: float) -> alt.Scale:
    """One scale to both sides, each with room for its name at least."""
    far = [float(max((row[side] or 0 for row in data.values), default=0)) for side in range(2)]
    for side, other in ((0, 1), (1, 0)):
        share = min((text_width(data.series[side], TEXT * 1.07) + 30) / plot, 0.49)
        far[side] = max(far[side], share / (1 - share) * far[other])
    return alt.Scale(domain=[-(far[0] or 1), far[1] or 1], nice=False)
