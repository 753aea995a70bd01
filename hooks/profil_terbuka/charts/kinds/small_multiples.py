"""Small multiples: a little bar chart for each series, where lines in one chart would tangle."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...model.messages import Message, message
from ...model.products import ChartData
from .. import cuts
from .. import vega as alt
from ..data import numbers
from ..facts import number_facts
from ..frame import Limits
from ..kind import ChartKind, Guide, Keys
from ..look import EDGE, FAINT, SERIES, SMALL, TEXT, Amounts, amounts, inline_rows, js
from ..marks import ABOVE, bar_channels, in_holes, point_facts, values_outside, zero_line
from ..metrics import short_year, text_width, wrapped
from ..remarks import bar_remarks
from ..render import VegaPictures

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


@dataclass(frozen=True)
class _Board:
    """One panel's numbers: bars on `scale`, their values written in the units of `words`."""

    name: str
    values: Mapping[str, int | float | None]
    stars: Mapping[str, str]
    scale: Amounts
    words: Amounts

    @property
    def title(self) -> str:
        """Its name, with the unit where values are written in millions."""
        return f"{self.name} ({self.words.title})" if self.words.word else self.name

    def text(self, category: str) -> str:
        """A value as it stands at its bar."""
        return self.words.text(self.values[category] or 0) + self.stars[category]


def small_multiples(data: ChartData, width: int) -> Any:
    """Panels row by row, each with its name, its years and the values that have room."""
    layout = _layout(data, width)
    common = amounts([value for _, _, value in data.points()], data.unit)
    boards = [_board(data, at, common) for at in range(len(data.series))]
    heads = [wrapped(board.title, layout.width / _BOLD, TEXT) for board in boards]
    top = _LINE * max(map(len, heads)) + 10
    charts = [
        alt.layer(*_panel(data, board, layout), _head(lines, top))
        for board, lines in zip(boards, heads, strict=True)
    ]
    grid = alt.concat(*charts, columns=layout.columns, spacing={"row": 14, "column": _BETWEEN})
    return grid.resolve_scale(x="independent", y="independent")


def _board(data: ChartData, at: int, common: Amounts) -> _Board:
    """The panel of series number `at`.

    Values are written in units that suit the panel: a bar too low to be seen still has a number.
    """
    name = data.series[at]
    values = {category: row[at] for category, row in zip(data.categories, data.values, strict=True)}
    stars = {category: data.star(category, name) for category in data.categories}
    own = amounts([value for value in values.values() if value is not None], data.unit)
    return _Board(name, values, stars, own if data.view.own_scale else common, own)


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
    mark = alt.Chart(inline_rows([{"nama": "\n".join(lines)}])).mark_text(
        align="left", fontWeight="bold", lineHeight=_LINE, lineBreak="\n"
    )
    return mark.encode(x=alt.value(0), y=alt.value(-top), text=alt.Text("nama:N"))


def _panel(data: ChartData, board: _Board, layout: _Layout) -> list[Any]:
    """The layers of one panel."""
    shown = _labelled(data, board, layout.step)
    place = data.series.index(board.name)
    rows = [
        {
            "kategori": category,
            "nilai": row[place],
            "teks": board.text(category) if category in shown else "",
            **point_facts(data, category, board.name),
        }
        for category, row in zip(data.categories, data.values, strict=True)
    ]
    known = [row for row in rows if row["nilai"] is not None]
    lost = [(str(row["kategori"]), board.name) for row in rows if row["nilai"] is None]
    y = alt.Y("nilai:Q", scale=alt.Scale(domain=board.scale.domain, nice=False), axis=None)
    x = alt.X(
        "kategori:N",
        sort=list(data.categories),
        scale=alt.Scale(domain=list(data.categories), padding=0),
        axis=_axis(data, layout.step, board.scale),
    )
    wide = layout.step * len(data.categories)
    base = alt.Chart(inline_rows(known), height=HEIGHT, width=wide).encode(x=x, y=y)
    bar = base.mark_bar(color=SERIES[0], size=min(layout.step * 0.76, 34))
    layers = [
        bar.encode(**bar_channels(data, several=False)),
        *zero_line(board.scale, wide, HEIGHT),
        *cuts.strokes(data, layout.step, HEIGHT, board.name),
        *values_outside(base, board.scale, SMALL, halo=bool(cuts.cut_years(data, board.name))),
    ]
    at = alt.value(board.scale.place(0, HEIGHT))
    return layers + [mark.encode(x=x, y=at) for mark in in_holes(data, lost, layout.step)]


def _axis(data: ChartData, step: float, scale: Amounts) -> alt.Axis:
    """All categories where they have room, else the first and the last one."""
    labels = {name: data.label(name) for name in data.categories}
    if max(text_width(label, SMALL) for label in labels.values()) > step - 3:
        short = {name: short_year(label) for name, label in labels.items()}
        labels = short if data.axis_is_year else {}
    hanging: dict[str, Any] = {"offset": ABOVE, "domain": False} if scale.signed else {}
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
        **hanging,
    )


def _labelled(data: ChartData, board: _Board, step: float) -> set[str]:
    """The categories whose value is written: all, or the last, the highest and the first."""
    place = {name: number for number, name in enumerate(data.categories)}
    known = [name for name in data.categories if board.values[name] is not None]
    wide = {name: text_width(board.text(name), SMALL) for name in known}
    if all(width + 2 <= step for width in wide.values()):
        return set(known)
    if not known:
        return set()
    highest = max(known, key=lambda name: (abs(board.values[name] or 0), place[name]))
    chosen: list[str] = []
    for name in (known[-1], highest, known[0]):
        if not _clear(board, name, wide[name], step):
            continue
        room = [(wide[name] + wide[other]) / 2 + 4 for other in chosen]
        away = [abs(place[name] - place[other]) * step for other in chosen]
        if all(own <= far for own, far in zip(room, away, strict=True)):
            chosen.append(name)
    return set(chosen)


def _clear(board: _Board, name: str, wide: float, step: float) -> bool:
    """Whether a text `wide` px wide at that bar's end lies over no longer bar beside it."""
    names = list(board.values)
    own, at = board.values[name] or 0, names.index(name)
    reach = math.ceil((wide / 2 - step / 2) / step)
    beside = [board.values[other] or 0 for other in names[max(at - reach, 0) : at + reach + 1]]
    return all(value >= own if own < 0 else value <= own for value in beside)


def _remarks(data: ChartData) -> Iterator[Message]:
    yield from bar_remarks(data)
    if data.view.own_scale and len(data.series) > 1:
        yield message("charts.own-scales")


KIND = ChartKind(
    name="kecil-berganda",
    keys=Keys(
        needs=("seri", "ukuran"),
        takes=("urut",),
        own={"skala": {"enum": ["bersama", "sendiri"]}},
    ),
    guide=Guide(message("charts.small-multiples-use"), message("charts.small-multiples-ask")),
    prepare=numbers(Limits(series=12, keeps_gaps=True)),
    facts=number_facts,
    remarks=_remarks,
    pictures=VegaPictures(small_multiples),
)
