"""The figures of one measure along a table's axes: printed, or added up where that is sound."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from ..model import CellStatus, Dataset, Period, SumRule, Table
from ..model.aggregation import Obstacle, Row, obstacle, total
from .dimensions import Dimensions
from .members import ExplorerAxis
from .noted import RowNotes

At = tuple[int, ...]
"""The member of each axis, then the place of the period."""
Pattern = tuple[int, ...]
"""The level on each axis."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One value with its status; `origin`: 'd' of the table, 't' a printed total, 'h' our sum.

    There is no value whose status does not let it stand in a chart.
    """

    value: int | Decimal | None
    status: CellStatus
    origin: str
    note: str = ""
    """The name of the quality note about it."""
    jumps: bool = False
    """A note says that it stands at a jump of the series."""

    @property
    def sure(self) -> bool:
        """Whether it may be spoken of: valid, and nobody doubts it."""
        return self.value is not None and not self.status.doubted

    def contradicts(self, other: Figure) -> bool:
        """Whether both have a value, and not the same one."""
        return None not in (self.value, other.value) and self.value != other.value


@dataclass(frozen=True)
class ExplorerFrame:
    """A table as a reader walks through it: axes, and periods without holes between them."""

    table: Table
    dimensions: Dimensions
    axes: tuple[ExplorerAxis, ...]
    periods: tuple[Period | None, ...]
    """A single None where the table knows no time."""

    def at(self, row: Row) -> At:
        """Where a row stands."""
        leaves = (axis.leaf(self.table, row) for axis in self.axes)
        return (*leaves, self.periods.index(self.period(self.table, row, self.dimensions.time)))

    @staticmethod
    def period(table: Table, row: Row, column: str) -> Period | None:
        """The period of a row by a column of time, '' for none."""
        return table.period(row, column) if column else None

    @property
    def size(self) -> int:
        """How many figures there can be of a measure."""
        count = len(self.periods)
        for axis in self.axes:
            count *= len(axis.members)
        return count

    def pattern(self, at: At) -> Pattern:
        """The levels of a place."""
        return tuple(axis.members[m].level for axis, m in zip(self.axes, at, strict=False))

    def above(self, at: At) -> Iterator[At]:
        """A place and all that hold it, in the same period."""
        lines = (axis.lines[m] for axis, m in zip(self.axes, at, strict=False))
        return ((*held, at[-1]) for held in product(*lines))

    def columns(self, pattern: Pattern) -> tuple[str, ...]:
        """The columns in which rows agree that make one figure of these levels."""
        time = (self.dimensions.time,) if self.dimensions.time else ()
        fixed = (
            column
            for axis, level in zip(self.axes, pattern, strict=True)
            for known in axis.levels[:level]
            for column in known.columns()
        )
        return (*time, *fixed)


@dataclass(frozen=True)
class ExplorerFigures:
    """All figures of a measure, and why rows make no sums for some levels."""

    measure: str
    known: Mapping[At, Figure]
    obstacles: Mapping[Pattern, Obstacle | None]


def figures_of(
    frame: ExplorerFrame, measure: str, dataset: Dataset, notes: RowNotes
) -> ExplorerFigures:
    """Rows, printed totals, then sums of what is complete.

    >>> from ..model.invented import invented_dataset, invented_table
    >>> from .cube import frame_of
    >>> rows = [(2024, "A", 3, "A"), (2024, "B", 4, "u")]
    >>> table = invented_table("tahun, jenis, jumlah (orang), status", *rows)
    >>> found = figures_of(frame_of(table, ""), "jumlah", invented_dataset(table), RowNotes())
    >>> found.known[(0, 0)]
    Figure(value=7, status=<CellStatus.DOUBTFUL: 'u'>, origin='h', note='', jumps=False)
    """
    known = {
        frame.at(row): _figure(frame.table, row, measure, "d", notes) for row in frame.table.rows
    }
    for at, figure in _printed(frame, measure, dataset, notes):
        known.setdefault(at, figure)
    patterns = product(*(range(axis.finest + 1) for axis in frame.axes))
    obstacles = {
        pattern: obstacle(frame.table, measure, frame.table.rows, frame.columns(pattern))
        for pattern in patterns
    }
    return ExplorerFigures(measure, _with_sums(frame, known, obstacles), obstacles)


def _figure(table: Table, row: Row, measure: str, origin: str, notes: RowNotes) -> Figure:
    """What a row says of a measure."""
    status = table.status(row)
    value = table.value(row, measure)
    if not status.counts or not isinstance(value, int | Decimal):
        value = None
        status = CellStatus.MISSING if status.counts else status
    noted = (table.name, measure, row)
    return Figure(value, status, origin, notes.names.get(noted, ""), noted in notes.jumps)


def _printed(
    frame: ExplorerFrame, measure: str, dataset: Dataset, notes: RowNotes
) -> Iterator[tuple[At, Figure]]:
    """Totals of the source, each at the place that its rule gives it."""
    for rule in dataset.rules:
        if not isinstance(rule, SumRule) or rule.table != frame.table.name:
            continue
        totals = dataset.table(rule.total)
        if rule.measure != measure or not _same_unit(frame.table, totals, measure):
            continue
        parts = _parts_by(frame, tuple(rule.by))
        for _, row in totals.select(rule.where):
            found = parts.get(tuple(str(totals.value(row, to)) for to in rule.by.values()), ())
            if (at := _place(frame, found, tuple(rule.by))) is not None:
                yield at, _figure(totals, row, measure, "t", notes)


def _same_unit(table: Table, totals: Table, measure: str) -> bool:
    return measure in totals.schema and totals.schema[measure].unit == table.schema[measure].unit


def _parts_by(frame: ExplorerFrame, columns: tuple[str, ...]) -> Mapping[tuple[str, ...], list[At]]:
    """Where the rows stand that share the values of these columns."""
    found: dict[tuple[str, ...], list[At]] = {}
    for row in frame.table.rows:
        shared = tuple(str(frame.table.value(row, column)) for column in columns)
        found.setdefault(shared, []).append(frame.at(row))
    return found


def _place(frame: ExplorerFrame, parts: Sequence[At], fixed: Sequence[str]) -> At | None:
    """Where a printed total stands: what all rows that it adds up have in common."""
    periods = {part[-1] for part in parts}
    if len(periods) != 1:
        return None
    common = (_common(frame, place, parts, fixed) for place in range(len(frame.axes)))
    return (*common, periods.pop())


def _common(frame: ExplorerFrame, place: int, parts: Sequence[At], fixed: Sequence[str]) -> int:
    """The member of an axis that holds the rows of a total, as the columns of its rule say.

    A column that belongs to no axis (a number within a district) may tell a single one as well.
    """
    axis = frame.axes[place]
    levels = enumerate(axis.levels, 1)
    depth = max((n for n, level in levels if {*level.columns()} & {*fixed}), default=0)
    known = {*frame.columns(tuple(one.finest for one in frame.axes))}
    leaves = {part[place] for part in parts}
    if not known.issuperset(fixed) and len(leaves) == 1:
        return leaves.pop()
    line = axis.lines[min(leaves)]
    return line[len(line) - 1 - depth]


def _with_sums(
    frame: ExplorerFrame, known: Mapping[At, Figure], obstacles: Mapping[Pattern, Obstacle | None]
) -> dict[At, Figure]:
    """The figures with those that add up what lies directly below them, where nothing forbids it.

    So the printed totals of districts make the city's, not the villages that these hold.
    """
    parts = _rows_below(frame)
    disputed = _disputed(frame, known, parts)
    series = frozenset(place[:-1] for place in parts)
    found = dict(known)
    for place in sorted(parts, key=lambda at: sum(frame.pattern(at)), reverse=True):
        if place not in found and obstacles[frame.pattern(place)] is None:
            sums = _sums_along(frame, found, place, series)
            best = max(sums, key=lambda made: (made.value is not None, made.sure), default=None)
            unknown = Figure(None, CellStatus.MISSING, "h")
            found[place] = unknown if best is None or place in disputed else best
    return found


def _rows_below(frame: ExplorerFrame) -> Mapping[At, list[At]]:
    """By place: where the rows stand that lie within it."""
    parts: dict[At, list[At]] = {}
    for at in dict.fromkeys(map(frame.at, frame.table.rows)):
        for above in frame.above(at):
            parts.setdefault(above, []).append(at)
    return parts


def _disputed(
    frame: ExplorerFrame, known: Mapping[At, Figure], parts: Mapping[At, list[At]]
) -> frozenset[At]:
    """The places above a printed total that is not what its rows add up to."""
    printed = (at for at, figure in known.items() if figure.origin == "t")
    wrong = (at for at in printed if known[at].contradicts(_sum([known[p] for p in parts[at]])))
    return frozenset(above for at in wrong for above in frame.above(at))


def _sums_along(
    frame: ExplorerFrame, found: Mapping[At, Figure], place: At, series: Collection[At]
) -> Iterator[Figure]:
    """What the figures directly below a place make together, along one axis or another.

    Nothing where one of them is not there that is in another period.
    """
    for axis, along in enumerate(frame.axes):
        below = along.within(place[axis], along.members[place[axis]].level + 1)
        places = [(*place[:axis], member, *place[axis + 1 :]) for member in below]
        wanted = [at for at in places if at[:-1] in series]
        figures = [found[at] for at in wanted if at in found]
        if wanted and len(figures) == len(wanted):
            yield _sum(figures)


def _sum(parts: Sequence[Figure]) -> Figure:
    """Parts together; without a value where one of them is missing or must not be used."""
    barred = [part.status for part in parts if part.value is None]
    if barred:
        return Figure(None, max(barred, key=barred.count), "h")
    doubted = any(part.status.doubted for part in parts)
    provisional = any(part.status is CellStatus.PROVISIONAL for part in parts)
    status = CellStatus.DOUBTFUL if doubted else CellStatus.NORMAL
    if provisional and not doubted:
        status = CellStatus.PROVISIONAL
    return Figure(total(part.value for part in parts), status, "h")
