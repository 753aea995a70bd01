"""Two series to either side of a middle line, from zero outwards: those who complete each other."""

from __future__ import annotations

from typing import Any, Literal

from ...model.messages import Message, message
from ...model.products import ChartData
from .. import vega as alt
from ..data import numbers
from ..facts import completing_facts
from ..frame import Limits, ViewFrame
from ..kind import ChartKind, Guide, Keys
from ..look import SERIES, TEXT, amounts, coloured, js
from ..marks import bar_channels, hole_words, point_facts
from ..metrics import text_width
from ..remarks import bar_remarks
from ..render import VegaPictures
from ..rows import plan

_SIDES = 2


def opposed_bars(data: ChartData, width: int) -> Any:
    """Both sides of every category, each bar with its value; neither side is below zero."""
    left, right = data.series
    scale = amounts([value for _, _, value in data.points()], data.unit)
    rows = [
        {
            "kategori": name,
            "seri": series,
            "nilai": (-1 if series == left else 1) * (value or 0),
            "teks": hole_words(data, name, series)
            if value is None
            else scale.named(value) + data.star(name, series),
            **point_facts(data, name, series),
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
    head = alt.Chart(alt.InlineData(names))
    head = head.encode(x=x, y=alt.value(-10), text=alt.Text("teks:N"))
    bars = base.transform_filter("datum.ada").mark_bar(size=layout.bar, orient="horizontal")
    layers = [bars.encode(color=coloured(data), **bar_channels(data, True))]
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
    sides = ((row[side] or 0 for row in data.values) for side in range(_SIDES))
    far = [float(max(values, default=0)) for values in sides]
    for side, other in ((0, 1), (1, 0)):
        share = min((text_width(data.series[side], TEXT * 1.07) + 30) / plot, 0.49)
        far[side] = max(far[side], share / (1 - share) * far[other])
    return alt.Scale(domain=[-(far[0] or 1), far[1] or 1], nice=False)


def _unfit(found: ViewFrame) -> Message | None:
    """Why there is nothing to oppose; None for two sides that are both above zero."""
    sides = len({series for _, series in found.values})
    if sides != _SIDES:
        return message("charts.sides-not-two", count=sides)
    if min(found.values.values()) < 0:
        return message("charts.sides-below-zero")
    return None


KIND = ChartKind(
    name="batang-berlawanan",
    keys=Keys(needs=("seri", "ukuran"), takes=("urut",)),
    guide=Guide(message("charts.opposed-bars-use"), message("charts.opposed-bars-ask")),
    prepare=numbers(Limits(categories=40, unfit=_unfit)),
    facts=completing_facts,
    remarks=bar_remarks,
    pictures=VegaPictures(opposed_bars),
)
