"""Where lying bars go: names in front of them, or above them where a phone has no room for that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..model.products import ChartData
from . import vega as alt
from .look import EDGE, INK, TEXT, inline_rows
from .metrics import text_width, wrapped

_COLUMN = 0.38
_COLUMNS = 0.5
"""The part of the width that names may take; more where their groups stand beside them."""
PAD = 8
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
    """Where names and bars go.

    Lengths in px; `plot` is the room of the bars, `bar` their thickness, `before` the room of the
    texts at their left ends.
    """

    rows: dict[str, Row]
    plot: float
    before: float
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
        return inline_rows([{**row, "y": self.rows[str(row["kategori"])].bar} for row in rows])

    def names(self) -> list[Any]:
        """The names, in front of the bars or above them; the groups in a column of their own."""
        texts = [{"y": row.text, "nama": "\n".join(row.lines)} for row in self.rows.values()]
        if self.above:
            return [self._text(texts, -self.before, "left")]
        layers = [self._text(texts, -PAD - self.before, "right")]
        groups = [{"y": row.text, "nama": row.group} for row in self.rows.values() if row.group]
        if groups:
            layers.append(self._text(groups, -self.column - PAD - self.before, "left"))
        return layers

    def middle(self) -> Any:
        """The line that bars start from on either side; a piece at each bar where names cross."""
        half = self.bar / 2 + (2 if self.above else _LINE)
        rows = [
            {"nilai": 0, "y": max(row.bar - half, 0), "y2": min(row.bar + half, self.height)}
            for row in self.rows.values()
        ]
        line = alt.Chart(inline_rows(rows)).mark_rule(color=INK)
        return line.encode(x=alt.X("nilai:Q"), y=self.y, y2=alt.Y2("y2:Q"))

    def _text(
        self, rows: Sequence[Mapping[str, object]], x: float, align: Literal["left", "right"]
    ) -> Any:
        mark = alt.Chart(inline_rows(rows)).mark_text(align=align, lineHeight=_LINE, lineBreak="\n")
        return mark.encode(y=self.y, x=alt.value(x), text=alt.Text("nama:N"))


def text_room(texts: Sequence[str]) -> float:
    """Px that the longest of the texts takes beside a bar; 0 without any."""
    return max((text_width(text, TEXT) + PAD for text in texts), default=0)


def plan(data: ChartData, width: int, after: Sequence[str], before: Sequence[str] = ()) -> Plan:
    """How to lay out rows with texts at the right (`after`) and the left ends of their bars."""
    whole = width - 2 * EDGE - text_room(after) - text_room(before)
    groups = dict(zip(data.categories, data.groups, strict=True)) if data.groups else {}
    beside = max((text_width(name, TEXT) for name in groups.values()), default=-16) + 16
    most = (width - 2 * EDGE) * (_COLUMNS if groups else _COLUMN) - beside
    lines = {name: wrapped(data.label(name), most, TEXT) for name in data.categories}
    widest = max(text_width(line, TEXT) for own in lines.values() for line in own)
    deepest = max(map(len, lines.values()))
    if widest > most or deepest > _MOST_LINES or (width < _PHONE and deepest > 1):
        return _above(data, width, whole, text_room(before), groups)
    rows = {}
    at = 0.0
    for name, own in lines.items():
        step = 24 + (len(own) - 1) * 10
        middle = at + step / 2
        text = middle - (len(own) - 1) * _LINE / 2
        rows[name] = Row(middle, text, own, groups.get(name, ""))
        at += step
    column = widest + beside
    plot = whole - column - PAD
    return Plan(rows, plot, text_room(before), at, bar=16, above=False, column=column)


def _above(data: ChartData, width: int, plot: float, before: float, groups: dict[str, str]) -> Plan:
    rows = {}
    at = 0.0
    for name in data.categories:
        text = SEPARATOR.join(filter(None, (data.label(name), groups.get(name, ""))))
        lines = wrapped(text, width - 2 * EDGE, TEXT)
        rows[name] = Row(at + len(lines) * _LINE + 9, at + _LINE / 2 + 1, lines, "")
        at += len(lines) * _LINE + 20
    return Plan(rows, plot, before, at, bar=12, above=True, column=0)
