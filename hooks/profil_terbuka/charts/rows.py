"""Bars that lie: names in front of them, or above them where a phone has no room for a column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt

from ..products import ChartData
from .look import EDGE, GROUND, INK, SERIES, SMALL, TEXT, amounts, coloured, js, legend, records
from .metrics import text_width, wrapped

_COLUMN = 0.38
_COLUMNS = 0.5
"""The part of the width that names may take; more where their groups stand beside them."""
_PAD = 8
_LINE = 14
_MOST_LINES = 2
_PHONE = 500
SEPARATOR = " \N{MIDDLE DOT} "


@dataclass(frozen=True)
class Row:
    """One category: the middle of its bar and of the first line of its name, px from the top."""

    bar: float
    text: float
    lines: Sequence[str]
    group: str


@dataclass(frozen=True)
class Plan:
    """Where names and bars go. Lengths in px; `plot` is the longest bar, `bar` its thickness."""

    rows: dict[str, Row]
    plot: float
    height: float
    bar: float
    above: bool
    column: float
    """Width of what stands in front of the bars."""

    @property
    def y(self) -> alt.Y:
        """The encoding of a place in px."""
        return alt.Y("y:Q", scale=alt.Scale(domain=[self.height, 0], nice=False), axis=None)

    def placed(self, rows: Sequence[Mapping[str, object]]) -> alt.InlineData:
        """Records with the place of their category's bar."""
        return records([{**row, "y": self.rows[str(row["kategori"])].bar} for row in rows])

    def names(self, before: float = 0) -> list[Any]:
        """The names, `before` px away from the bars, and in a column of their own the groups."""
        texts = [{"y": row.text, "nama": "\n".join(row.lines)} for row in self.rows.values()]
        if self.above:
            return [self._text(texts, 0, "left")]
        layers = [self._text(texts, -_PAD - before, "right")]
        groups = [{"y": row.text, "nama": row.group} for row in self.rows.values() if row.group]
        if groups:
            layers.append(self._text(groups, -self.column - _PAD - before, "left"))
        return layers

    def _text(
        self, rows: Sequence[Mapping[str, object]], x: float, align: Literal["left", "right"]
    ) -> Any:
        mark = alt.Chart(records(rows)).mark_text(align=align, lineHeight=_LINE, lineBreak="\n")
        return mark.encode(y=self.y, x=alt.value(x), text=alt.Text("nama:N"))


def plan(data: ChartData, width: int, values: Sequence[str]) -> Plan:
    """How to lay out rows whose bars end in one of `values`."""
    whole = width - 2 * EDGE
    end = max((text_width(text, TEXT) for text in values), default=0) + _PAD
    groups = dict(zip(data.categories, data.groups, strict=True)) if data.groups else {}
    beside = max((text_width(name, TEXT) for name in groups.values()), default=-16) + 16
    most = whole * (_COLUMNS if groups else _COLUMN) - beside
    lines = {name: wrapped(data.label(name), most, TEXT) for name in data.categories}
    widest = max(text_width(line, TEXT) for own in lines.values() for line in own)
    deepest = max(map(len, lines.values()))
    if widest > most or deepest > _MOST_LINES or (width < _PHONE and deepest > 1):
        return _above(data, whole, end, groups)
    rows = {}
    at = 0.0
    for name, own in lines.items():
        step = 24 + (len(own) - 1) * 10
        middle = at + step / 2
        text = middle - (len(own) - 1) * _LINE / 2
        rows[name] = Row(middle, text, own, groups.get(name, ""))
        at += step
    column = widest + beside
    return Plan(rows, whole - column - _PAD - end, at, bar=16, above=False, column=column)


def _above(data: ChartData, whole: float, end: float, groups: dict[str, str]) -> Plan:
    rows = {}
    at = 0.0
    for name in data.categories:
        text = SEPARATOR.join(filter(None, (data.label(name), groups.get(name, ""))))
        lines = wrapped(text, whole, TEXT)
        rows[name] = Row(at + len(lines) * _LINE + 9, at + _LINE / 2 + 1, lines, "")
        at += len(lines) * _LINE + 20
    return Plan(rows, whole - end, at, bar=12, above=True, column=0)


def lying(data: ChartData, width: int) -> Any:
    """One lying bar a category, its value at the end; several series are stacked."""
    if data.series != ("",):
        return stacked(data, width)
    points = list(data.points())
    scale = amounts([value for _, _, value in points], data.unit)
    layout = plan(data, width, [scale.named(value) for _, _, value in points])
    rows = [
        {"kategori": name, "nilai": value, "teks": scale.named(value)} for name, _, value in points
    ]
    base = alt.Chart(layout.placed(rows), width=layout.plot, height=layout.height).encode(
        y=layout.y, x=_length(max(value for _, _, value in points))
    )
    bar = base.mark_bar(color=SERIES[0], size=layout.bar, orient="horizontal")
    value = base.mark_text(align="left", dx=5).encode(text=alt.Text("teks:N"))
    return alt.layer(bar, value, *layout.names())


def _length(longest: float) -> alt.X:
    """Bars from zero; without an axis the longest one may take all the room."""
    return alt.X("nilai:Q", scale=alt.Scale(domain=[0, longest or 1], nice=False), axis=None)


def stacked(data: ChartData, width: int) -> Any:
    """Lying bars cut into the parts of each category; the sum at the end."""
    sums = [sum(value or 0 for value in row) for row in data.values]
    scale = amounts(sums, data.unit)
    layout = plan(data, width, [scale.named(value) for value in sums])
    pieces: list[dict[str, object]] = []
    for name, row in zip(data.categories, data.values, strict=True):
        at: float = 0
        for series, value in zip(data.series, row, strict=True):
            if value:
                text = scale.text(value)
                room = layout.plot * value / max(sums)
                shown = text if text_width(text, SMALL) + 4 <= room else ""
                pieces.append(
                    {"kategori": name, "seri": series, "nilai": at, "sampai": at + value}
                    | {"tengah": at + value / 2, "teks": shown}
                )
                at += value
    x = _length(max(sums))
    base = alt.Chart(layout.placed(pieces), width=layout.plot, height=layout.height)
    base = base.encode(y=layout.y)
    ends = [
        {"kategori": name, "nilai": total, "teks": scale.named(total)}
        for name, total in zip(data.categories, sums, strict=True)
    ]
    end = alt.Chart(layout.placed(ends)).mark_text(align="left", dx=5)
    words = alt.Text("teks:N")
    return alt.layer(
        base.mark_bar(stroke=GROUND, size=layout.bar + 2, orient="horizontal").encode(
            x=x, x2=alt.X2("sampai:Q"), color=coloured(data, legend=legend(data, width))
        ),
        base.mark_text(color=GROUND, fontSize=SMALL).encode(x=alt.X("tengah:Q"), text=words),
        end.encode(y=layout.y, x=alt.X("nilai:Q"), text=words),
        *layout.names(),
    )


def grouped(data: ChartData, width: int) -> Any:
    """A block of lying bars a category, one bar a series, each with its value."""
    whole = width - 2 * EDGE
    scale = amounts([value for _, _, value in data.points()], data.unit)
    room = max(text_width(scale.named(value), TEXT) for _, _, value in data.points()) + _PAD
    thick, head = 15, 20
    step = head + thick * len(data.series) + 8
    place = {name: number for number, name in enumerate(data.categories)}
    rank = {name: number for number, name in enumerate(data.series)}
    pieces = [
        {
            "seri": series,
            "nilai": value,
            "teks": scale.named(value),
            "y": place[name] * step + head + rank[series] * thick + thick / 2,
        }
        for name, series, value in data.points()
    ]
    heads = [{"nama": data.label(name), "y": at * step + head / 2} for name, at in place.items()]
    height = step * len(data.categories)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False), axis=None)
    base = alt.Chart(records(pieces), width=whole - room, height=height).encode(
        y=y, x=_length(max(value for _, _, value in data.points()))
    )
    names = alt.Chart(records(heads)).mark_text(align="left", fontWeight="bold", color=INK)
    return alt.layer(
        base.mark_bar(orient="horizontal", size=thick - 2).encode(
            color=coloured(data, legend=legend(data, width))
        ),
        base.mark_text(align="left", dx=5, fontSize=SMALL).encode(text=alt.Text("teks:N")),
        names.encode(y=y, x=alt.value(0), text=alt.Text("nama:N")),
    )


def opposed(data: ChartData, width: int) -> Any:
    """Two series to either side of a middle line, from zero outwards, each bar with its value."""
    left, right = data.series
    scale = amounts([value for _, _, value in data.points()], data.unit)
    sides = {
        name: [(value, scale.named(value)) for _, series, value in data.points() if series == name]
        for name in data.series
    }
    layout = plan(data, width, [text for _, text in sides[right]])
    room = max((text_width(text, TEXT) for _, text in sides[left]), default=0) + _PAD
    plot = layout.plot - room
    far = [float(max((value for value, _ in sides[name]), default=0)) for name in data.series]
    for side, other in ((0, 1), (1, 0)):  # each side has room for its name at least
        share = min((text_width(data.series[side], TEXT * 1.07) + 30) / plot, 0.49)
        far[side] = max(far[side], share / (1 - share) * far[other])
    ends = alt.Scale(domain=[-(far[0] or 1), far[1] or 1], nice=False)
    x = alt.X("nilai:Q", scale=ends, axis=None)
    rows = [
        {
            "kategori": name,
            "seri": series,
            "nilai": -value if series == left else value,
            "teks": scale.named(value),
        }
        for name, series, value in data.points()
    ]
    base = alt.Chart(layout.placed(rows), width=plot, height=layout.height).encode(x=x, y=layout.y)
    value = base.encode(text=alt.Text("teks:N"))
    names = [
        {"nilai": 0, "seri": left, "teks": f"\N{LEFTWARDS ARROW} {left}"},
        {"nilai": 0, "seri": right, "teks": f"{right} \N{RIGHTWARDS ARROW}"},
    ]
    head = alt.Chart(records(names)).encode(x=x, y=alt.value(-10), text=alt.Text("teks:N"))
    layers = [base.mark_bar(size=layout.bar, orient="horizontal").encode(color=coloured(data))]
    sides_of: tuple[tuple[str, Literal["left", "right"], int], ...] = (
        (left, "right", -5),
        (right, "left", 5),
    )
    for series, align, dx in sides_of:
        own = f"datum.seri === {js(series)}"
        colour = SERIES[data.series.index(series)]
        layers += [
            value.transform_filter(own).mark_text(align=align, dx=dx),
            head.transform_filter(own).mark_text(
                align=align, dx=2 * dx, fontWeight="bold", color=colour
            ),
        ]
    zero = [
        {"nilai": 0, "y": row.bar - layout.bar / 2 - 2, "y2": row.bar + layout.bar / 2 + 2}
        for row in layout.rows.values()
    ]
    middle = alt.Chart(records(zero)).mark_rule(color=INK)
    layers.append(middle.encode(x=x, y=layout.y, y2=alt.Y2("y2:Q")))
    return alt.layer(*layers, *layout.names(before=room if not layout.above else 0))
