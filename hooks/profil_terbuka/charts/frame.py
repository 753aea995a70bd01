"""The rows that a View asks for, by category and series, and the order in which they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ..model import (
    CellStatus,
    Dataset,
    NoteStatus,
    Period,
    Role,
    SumRule,
    Table,
    View,
    codes,
)
from ..model.aggregation import (
    Key,
    Obstacle,
    Row,
    containing,
    is_total,
    members,
    obstacle,
    total,
)
from ..model.messages import Message
from .axes import Axis
from .order import natural_order

Number = int | float
Point = tuple[str, str]
"""Names of category and series."""


def always_fits(found: ViewFrame) -> Message | None:
    """A kind that can show whatever has numbers."""
    return None


@dataclass(frozen=True)
class Limits:
    """What the drawings of a kind have room for, and what they take for granted."""

    categories: int = 20
    series: int = 8
    keeps_gaps: bool = False
    """Whether its axis may be time: a period without a value keeps its place, empty."""
    stacks: bool = False
    """Whether it lays series on top of each other, which adds them up."""
    unfit: Callable[[ViewFrame], Message | None] = always_fits
    """What else stands in the way of a chart with numbers."""


@dataclass(frozen=True)
class ViewFrame:
    """What a view asks for: its rows by category and series."""

    view: View
    table: Table
    rows: tuple[Row, ...]
    axis: Axis
    series: Axis
    limits: Limits = Limits()
    whole: bool = False
    """Whether the values of a period are parts of a sum that the source prints as well."""

    @cached_property
    def groups(self) -> Mapping[Point, tuple[Row, ...]]:
        """The rows of each point, in table order."""
        found: dict[Point, list[Row]] = {}
        for row in self.rows:
            found.setdefault((self.axis.name(row), self.series.name(row)), []).append(row)
        return {point: tuple(rows) for point, rows in found.items()}

    @cached_property
    def values(self) -> Mapping[Point, Number]:
        """The sum of each point; a point of which one row cannot be used has none."""
        known = {
            point: _plain(total(map(self.value, rows)))
            for point, rows in self.groups.items()
            if all(self.table.status(row).counts and self.value(row) is not None for row in rows)
        }
        return {**known, **self._blanks(known)}

    def _blanks(self, known: Collection[Point]) -> Mapping[Point, Number]:
        """0 where the table has no row at all and the printed sum proves that nothing is left out.

        Not over time, where a row that is not there is a period that is not there; and not where
        the values make no sum together, of which nothing could be left out.
        """
        timeless = not self.axis.periods and not self.series.periods
        if not self.whole or not timeless or not self.adds_to():
            return {}
        categories, series = ({point[place] for point in known} for place in (0, 1))
        return {(c, s): 0 for c in categories for s in series if (c, s) not in self.groups}

    @cached_property
    def doubtful(self) -> frozenset[Point]:
        """The points with a value of which a row is doubtful."""
        return frozenset(
            point
            for point in self.values
            if any(self._is_doubtful(row) for row in self.groups.get(point, ()))
        )

    @cached_property
    def invalid(self) -> frozenset[Point]:
        """The points of which no row is valid: something is printed, and must not be used."""
        return frozenset(
            point
            for point, rows in self.groups.items()
            if all(self.table.status(row) is CellStatus.INVALID for row in rows)
        )

    def _is_doubtful(self, row: Row) -> bool:
        return self.table.status(row) is CellStatus.DOUBTFUL

    @cached_property
    def totals(self) -> tuple[str, ...]:
        """Names of categories and series that hold others of them: no extremes, no parts."""
        found = set()
        for axis in (self.axis, self.series):
            names = {axis.name(row) for row in self.rows}
            found |= {name for name in names if is_total(name)}
            for field in self.table.schema.with_role(Role.CODE):
                if axis.column in (field.name, field.labels):
                    named = {str(self.table.value(r, field.name)): axis.name(r) for r in self.rows}
                    found |= {named[above] for above in containing(named)}
        return tuple(sorted(found))

    def members(self, point: Point) -> frozenset[Key]:
        """What the value of a point is made of, besides its time: the same things next year?"""
        times = [axis.column for axis in (self.axis, self.series) if axis.periods and axis.column]
        return members(self.table, self.groups.get(point, ()), times)

    def value(self, row: Row) -> int | Decimal | None:
        """The measure of a row."""
        found = self.table.value(row, self.view.measure)
        return found if isinstance(found, int | Decimal) else None

    def adds_to(self, *by: str | None) -> bool:
        """Whether the rows make one sum for each combination of these columns."""
        columns = tuple(name for name in by if name)
        return obstacle(self.table, self.view.measure, self.rows, columns) is None

    @property
    def obstacle(self) -> Obstacle | None:
        """What forbids adding up the rows of a point."""
        by = (self.view.axis, self.view.series) if self.view.series else (self.view.axis,)
        return obstacle(self.table, self.view.measure, self.rows, by)

    @property
    def stack_obstacle(self) -> Obstacle | None:
        """What forbids laying the series on top of each other, which adds them up."""
        stacked = self.limits.stacks and self.view.series
        by = (self.view.axis,)
        return obstacle(self.table, self.view.measure, self.rows, by) if stacked else None

    @cached_property
    def homes(self) -> Mapping[str, tuple[str, ...]]:
        """Category -> the groups it is found in; empty where no group is asked for."""
        homes: dict[str, list[str]] = {}
        if self.view.group:
            for row in self.rows:
                group = str(self.table.value(row, self.view.group) or "")
                homes.setdefault(self.axis.name(row), []).append(group)
        return {name: tuple(dict.fromkeys(found)) for name, found in homes.items()}


def frame(view: View, dataset: Dataset, limits: Limits = Limits()) -> ViewFrame:
    """The rows that `view` asks for."""
    table = dataset.table(view.table)
    rows = tuple(row for _, row in table.select(view.where))
    axis, series = Axis(table, view.axis, rows), Axis(table, view.series, rows)
    return ViewFrame(view, table, rows, axis, series, limits, _whole(view, dataset))


def _whole(view: View, dataset: Dataset) -> bool:
    """Parts of a printed whole; not where a note admits that the parts do not add up to it.

    What is invalid is not drawn: a note about that admits nothing about the rest.
    """
    valid = [note for note in dataset.notes if note.status is not NoteStatus.INVALID]
    if any(codes.TOTAL_MISMATCH.name in note.findings for note in valid):
        return False
    rules = [rule for rule in dataset.rules if isinstance(rule, SumRule)]
    return any(view.table in (rule.table, rule.total) for rule in rules)


def _plain(value: int | Decimal) -> Number:
    """A number as drawings take it; whole ones as int."""
    return int(value) if value == int(value) else float(value)


@dataclass(frozen=True)
class Layout:
    """Names in the order of the chart; periods where they are some; what has no place of its own.

    `gathered` are the smallest categories beyond what a reader can take in.
    """

    categories: tuple[str, ...]
    series: tuple[str, ...]
    axis_periods: tuple[Period, ...] = ()
    series_periods: tuple[Period, ...] = ()
    gathered: tuple[str, ...] = ()


def layout(found: ViewFrame) -> Layout:
    """Time runs forward, without holes where the kind has room for them; the rest as asked.

    >>> from ..model.invented import invented_dataset, invented_table
    >>> table = invented_table("tahun, jumlah (orang)", (2024, 7), (2021, 5), (2022, 6))
    >>> view = View("a", "A", "garis", "data", "tahun", "jumlah")
    >>> layout(frame(view, invented_dataset(table), Limits(keeps_gaps=True))).categories
    ('2021', '2022', '2023', '2024')
    >>> layout(frame(view, invented_dataset(table))).categories
    ('2021', '2022', '2024')
    """
    view = found.view
    series = found.series.in_time(dict.fromkeys(name for _, name in found.values))
    series = natural_order(series) or series
    known = found.series.periods
    series_periods = tuple(known[name] for name in series) if known else ()
    categories = found.axis.in_time(_places(found, series))
    if found.axis.periods:
        times = found.axis.without_gaps()
        if not found.limits.keeps_gaps:
            times = tuple(item for item in times if item[0] in categories)
        names, periods = (tuple(part) for part in zip(*times, strict=True))
        return Layout(names, series, periods, series_periods)
    limit = found.limits.categories
    ranked = tuple(sorted(categories, key=_size(found, series), reverse=True))
    gathered = ranked[limit - 1 :] if len(ranked) > limit else ()
    ordered = ranked if view.by_value else categories
    ordered = natural_order(ordered, view.by_value) or ordered
    own = tuple(name for name in ordered if name not in gathered)
    return Layout(own, series, (), series_periods, gathered)


def _places(found: ViewFrame, series: Sequence[str]) -> tuple[str, ...]:
    """The names at the axis: of what has a value, and of what is not valid where there is room.

    >>> from ..model.invented import invented_dataset, invented_table
    >>> rows = (("A", 7, "A"), ("B", 5, "i"), ("C", 6, "A"), ("D", None, "x"))
    >>> table = invented_table("jenis, jumlah (orang), status", *rows)
    >>> view = View("a", "A", "batang", "data", "jenis", "jumlah")
    >>> layout(frame(view, invented_dataset(table))).categories
    ('A', 'B', 'C')
    """
    valued = dict.fromkeys(name for name, _ in found.values)
    barred = {name for name, thing in found.invalid if thing in series} - valued.keys()
    if not barred or len(valued) + len(barred) > found.limits.categories:
        return tuple(valued)
    names = dict.fromkeys(name for name, _ in (*found.groups, *found.values))
    return tuple(name for name in names if name in valued or name in barred)


def _size(found: ViewFrame, series: Sequence[str]) -> Callable[[str], float]:
    """How large a category is: the sum of its series where they add up, else the last of them."""
    adds = found.adds_to(found.view.axis)

    def size(category: str) -> float:
        known = [found.values.get((category, name)) for name in series]
        if adds:
            return sum(value for value in known if value is not None)
        return next((value for value in reversed(known) if value is not None), float("-inf"))

    return size
