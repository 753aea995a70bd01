"""A part inside of its whole: what was spent over what was granted, in two shades of one hue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.messages import Message, message
from ...model.products import ChartData
from ...words.catalogues import text
from .. import cuts, lying
from .. import vega as alt
from ..data import numbers
from ..facts import number_facts
from ..frame import Limits, ViewFrame
from ..kind import ChartKind, Guide, Keys
from ..look import (
    GROUND,
    INK,
    SERIES,
    SMALL,
    TEXT,
    Amounts,
    amounts,
    inline_rows,
    js,
    series_legend,
)
from ..marks import (
    ABOVE,
    bar_channels,
    doubted_inside,
    empty_words,
    hole_words,
    holes,
    in_holes,
    pieces,
    point_facts,
)
from ..remarks import bar_remarks
from ..render import VegaPictures
from ..rows import plan
from ..standing import HEIGHT, category_axis, empty_places, names_fit, on_axes, step_of

TINT, EDGE = "var(--rona)", "var(--garis-kuat)"
"""The whole: a shade of the accent too light to be seen alone, and its outline."""
_TWO = 2
_BROAD = 180
"""Px that a category takes at most: two values stand in it."""
_LETTERS = 16
"""Px that a value takes: inside of its bar, or in what the part leaves of the whole."""


def nested_bars(data: ChartData, width: int) -> Any:
    """The part drawn over its whole, each with its value; lying where one of these has no room."""
    whole, part = nesting(_values(data))
    scale = amounts([value for _, _, value in data.points()], data.unit)
    labelled, axis, step = step_of(data, scale, width, bars_a_place=1, most=_BROAD)
    rows = {(str(row["kategori"]), str(row["seri"])): row for row in pieces(data, scale)}
    places = _places(data, whole, part, scale)
    if not labelled or not names_fit(data, step) or "" in places.values():
        return _lying(data, width, whole, part)
    base, thick = on_axes(data, scale, step, axis), min(step * 0.68, 104)
    legend = series_legend(data, width, ABOVE + cuts.cut_room(data), EDGE)
    x = category_axis(data, step)
    at_zero = {"x": x, "y": alt.value(scale.place(0, HEIGHT))}

    def written(where: str) -> Any:
        """The values that stand at that place, at the ends of their bars."""
        own = [rows[point] for point, place in places.items() if place == where]
        chart = alt.Chart(inline_rows(own))
        return chart.encode(x=x, y=alt.Y("nilai:Q"), text=alt.Text("teks:N"))

    inside = written("dalam")
    lacking = [
        {"kategori": name, "nilai": value, "teks": hole_words(data, name, whole)}
        for name, series, value in data.points()
        if series == part and (name, whole) not in rows
    ]
    headless = alt.Chart(inline_rows(lacking)).mark_text(dy=-8, fontSize=SMALL)
    return alt.layer(
        *_bars(data, base, (whole, part), legend, size=thick),
        written("atas").mark_text(dy=-8),
        inside.transform_filter("!datum.ragu").mark_text(color=GROUND, fontSize=SMALL, dy=9),
        *doubted_inside(inside, dy=9),
        headless.encode(x=x, y=alt.Y("nilai:Q"), text=alt.Text("teks:N")),
        *(
            mark.encode(**at_zero)
            for mark in in_holes(data, [hole for hole in holes(data) if hole[1] == part], thick)
        ),
        *empty_places(data, scale, step),
        *cuts.strokes(data, step, HEIGHT),
        *cuts.cut_words(data, step, ABOVE),
    )


def nesting(values: Mapping[tuple[str, str], float]) -> tuple[str, str]:
    """Which series is the whole and which its part: nowhere is the part more; '' twice if neither.

    >>> nesting({("2023", "Anggaran"): 9, ("2023", "Realisasi"): 8, ("2024", "Anggaran"): 7})
    ('Anggaran', 'Realisasi')
    >>> nesting({("2023", "A"): 9, ("2023", "B"): 8, ("2024", "A"): 1, ("2024", "B"): 2})
    ('', '')
    """
    names = tuple(dict.fromkeys(series for _, series in values))
    if len(names) != _TWO:
        return "", ""
    one, other = names
    both = [name for name, series in values if series == one and (name, other) in values]
    for whole, part in ((one, other), (other, one)):
        if both and all(values[name, part] <= values[name, whole] for name in both):
            return whole, part
    return "", ""


def _values(data: ChartData) -> dict[tuple[str, str], float]:
    return {(name, series): value for name, series, value in data.points()}


def _places(data: ChartData, whole: str, part: str, scale: Amounts) -> dict[tuple[str, str], str]:
    """Where each value stands: 'dalam' its bar, 'atas' (above it), or '' where it has no room.

    Above a part is what it leaves of the whole, or what stands for a whole that is not known.
    """
    values = _values(data)
    found = {}
    for (name, series), value in values.items():
        tall = HEIGHT - scale.place(value, HEIGHT)
        left = HEIGHT - scale.place(values.get((name, whole), value), HEIGHT) - tall
        if series == whole:
            found[name, series] = "atas"
        elif tall >= _LETTERS:
            found[name, series] = "dalam"
        else:
            found[name, series] = "atas" if left >= _LETTERS else ""
    return found


def _bars(
    data: ChartData, base: Any, nested: tuple[str, str], legend: alt.Legend, **mark: Any
) -> list[Any]:
    """The whole with its outline, and its part over it."""
    scale = alt.Scale(domain=list(nested), range=[TINT, SERIES[0]])
    colour = alt.Color("seri:N", sort=list(nested), scale=scale, legend=legend)
    return [
        base.transform_filter(f"datum.seri === {js(name)}")
        .mark_bar(**mark)
        .encode(color=colour, **bar_channels(data, several=False, edge=edge))
        for name, edge in zip(nested, (EDGE, SERIES[0]), strict=True)
    ]


def _lying(data: ChartData, width: int, whole: str, part: str) -> Any:
    """A lying bar a category, at its end both values: '14,6 dari 15,4 miliar'."""
    values = _values(data)
    scale = amounts(list(values.values()), data.unit)
    ends = [
        {
            "kategori": name,
            "nilai": max(value or 0 for value in row),
            "teks": _both(data, name, whole, part, scale),
        }
        for name, row in zip(data.categories, data.values, strict=True)
    ]
    layout = plan(data, width, [str(end["teks"]) for end in ends])
    rows = [
        {"kategori": name, "seri": series, "nilai": value, **point_facts(data, name, series)}
        for (name, series), value in values.items()
    ]
    length = lying.length(list(values.values()))
    base = alt.Chart(layout.placed(rows), width=layout.plot, height=layout.height)
    legend = series_legend(data, width, edge=EDGE)
    end = alt.Chart(layout.placed(ends)).encode(y=layout.y, x=length, text=alt.Text("teks:N"))
    drawn = _bars(
        data,
        base.encode(y=layout.y, x=length),
        (whole, part),
        legend,
        size=layout.bar,
        orient="horizontal",
    )
    return alt.layer(
        *drawn, end.mark_text(align="left", dx=5, fontSize=TEXT, color=INK), *layout.names()
    )


def _both(data: ChartData, category: str, whole: str, part: str, scale: Amounts) -> str:
    """'14,6 dari 15,4 miliar'; words in the place of what is not there."""
    values = _values(data)
    if not any((category, series) in values for series in (whole, part)):
        return empty_words(data, category)
    said = {
        series: write(values[category, series]) + data.star(category, series)
        if (category, series) in values
        else hole_words(data, category, series)
        for series, write in ((part, scale.text), (whole, scale.named))
    }
    return text(message("charts.part-of-whole", part=said[part], whole=said[whole]))


def _unfit(found: ViewFrame) -> Message | None:
    """Why nothing lies inside of another; None for a part that is never more than its whole."""
    if min(found.values.values()) < 0:
        return message("charts.part-below-zero")
    if not nesting(found.values)[0]:
        return message("charts.part-not-inside")
    return None


KIND = ChartKind(
    name="batang-dalam-batang",
    keys=Keys(needs=("seri", "ukuran"), takes=("urut",)),
    guide=Guide(message("charts.nested-bars-use"), message("charts.nested-bars-ask")),
    prepare=numbers(Limits(keeps_gaps=True, unfit=_unfit)),
    facts=number_facts,
    remarks=bar_remarks,
    pictures=VegaPictures(nested_bars),
)
