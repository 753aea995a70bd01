"""Tables: columns with their roles, rows with their status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import chain
from operator import itemgetter

from .additivity import Additivity
from .periods import Period, PeriodKind, read_period, usual_kind
from .printed import PRINTED_END, PRINTED_VALUE, read_printed

Value = str | int | Decimal | bool | None
MANY_ROWS = 20_000
"""From so many rows on a table is looked at by columns, each different cell once, wherever that
takes a library that is slow to load: shorter tables are done before it would be there."""
BREAK = 3.0
"""A change from year to year beyond this factor is a break in the series, no development."""


def breaks_off(old: float, new: float, factor: float = BREAK) -> bool:
    """Whether a series breaks between two values; from nothing to something has no factor."""
    return old > 0 and new > 0 and not 1 / factor < new / old < factor


Filter = Mapping[str, tuple[str | int, ...]]
"""Column name -> accepted values; a row passes when every named column holds one of them."""


class Role(StrEnum):
    """What a column is for (`peran`); the names follow SDMX: dimension, measure, attribute."""

    DIMENSION = "dimensi"
    CODE = "kode"
    MEASURE = "ukuran"
    UNIT = "satuan"
    STATUS = "status"
    PRINTED = "tercetak"
    ORIGIN = "asal"
    REMARK = "keterangan"


class CellStatus(StrEnum):
    """Observation status of a row. The letters follow Eurostat and the UK's Analysis Function."""

    NORMAL = "A"
    REVISED = "r"
    DOUBTFUL = "u"
    INVALID = "i"
    MISSING = "x"
    WITHHELD = "c"
    NOT_APPLICABLE = "z"
    PROVISIONAL = "p"

    @property
    def counts(self) -> bool:
        """Whether a value of this status may stand in a chart, a total or a sentence."""
        return self in _COUNTED

    @property
    def doubted(self) -> bool:
        """Whether the value carries a doubt that a reader must see."""
        return self is CellStatus.DOUBTFUL


_COUNTED = {
    CellStatus.NORMAL,
    CellStatus.REVISED,
    CellStatus.DOUBTFUL,
    CellStatus.PROVISIONAL,
}
_BY_LETTER: Mapping[Value, CellStatus] = {status.value: status for status in CellStatus}


@dataclass(frozen=True, slots=True)
class Constraints:
    """Table Schema constraints that the engine itself reads; frictionless enforces all of them."""

    required: bool = False
    enum: tuple[str | int, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    """Of numbers; None where there is no such limit."""

    def lets(self, value: Decimal) -> bool:
        """Whether a number keeps within the limits.

        >>> Constraints(minimum=Decimal(0)).lets(Decimal(-1))
        False
        """
        if self.minimum is not None and value < self.minimum:
            return False
        return self.maximum is None or value <= self.maximum


@dataclass(frozen=True, slots=True)
class CellForm:
    """How the cells of one column are written by hand, in the words of Table Schema."""

    missing: frozenset[str] = frozenset({""})
    """What a cell holds that is empty."""
    group: str = ""
    """Between thousands (`groupChar`)."""
    decimal: str = "."
    """Before decimals (`decimalChar`)."""
    bare: bool = True
    """Nothing but digits and their marks; False: a currency or a unit stands around them."""
    true: frozenset[str] = frozenset({"true", "TRUE"})
    """What Excel writes is understood as well."""
    false: frozenset[str] = frozenset({"false", "FALSE"})
    day: str = ""
    """How days are written, as `strptime` has it: %d/%m/%Y; '' as published: 2024-01-31."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column: `type` is a Table Schema type, `unit` is set where the column is a measure."""

    name: str
    title: str
    type: str
    description: str
    role: Role
    unit: str | None = None
    unit_read: bool = False
    """The book prints no unit, in a column of units mostly none: it is the editors' reading."""
    labels: str | None = None
    """For a code column: the column that carries the name belonging to the code."""
    constraints: Constraints = Constraints()
    additivity: Additivity | None = None
    """What the descriptor says of a measure (`aditivitas`); None: what is usual for its unit."""
    not_across: tuple[str, ...] = ()
    """For a measure: dimensions whose categories overlap, so that it never adds up across them."""
    period: PeriodKind | None = None
    """For a dimension of time: what the descriptor says (`periode`); None: as its type tells."""
    form: CellForm = CellForm()
    """How its cells are written by hand; they are published in one way."""


@dataclass(frozen=True)
class Schema:
    """The columns of a table, in order, and those whose values together name a row."""

    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Column name -> index."""
        return {column.name: index for index, column in enumerate(self.fields)}

    def __getitem__(self, name: str) -> Field:
        return self.fields[self.position[name]]

    def __contains__(self, name: object) -> bool:
        return name in self.position

    def with_role(self, role: Role) -> tuple[Field, ...]:
        """The columns that play `role`, in table order."""
        return self._by_role[role]

    @cached_property
    def _by_role(self) -> Mapping[Role, tuple[Field, ...]]:
        return {role: tuple(field for field in self.fields if field.role is role) for role in Role}

    @cached_property
    def printed(self) -> Mapping[str, str]:
        """Measure -> the column that keeps it as the book prints it, where there is one.

        `nilai_tercetak` says so of the only measure; of several, each needs a column of its own.
        """
        measures = self.with_role(Role.MEASURE)
        known = {column.name for column in self.with_role(Role.PRINTED)}
        found = {field.name: f"{field.name}{PRINTED_END}" for field in measures}
        if len(measures) == 1 and found[measures[0].name] not in known:
            found = {measures[0].name: PRINTED_VALUE}
        return {measure: column for measure, column in found.items() if column in known}


@dataclass(frozen=True)
class Writing:
    """How the CSV of a table is written by hand; published it is always written in one way."""

    delimiter: str = ","


@dataclass(frozen=True)
class Table:
    """A tabular resource with its rows.

    `cells` are the strings of the file, `rows` the same cells as values (None for an empty cell).
    Row number r of a spreadsheet (the header is row 1) is `rows[r - 2]`.
    """

    name: str
    title: str
    description: str
    path: str
    file: str
    """Path of the CSV as it is shown to people, relative to the repository."""
    schema: Schema
    cells: tuple[tuple[str, ...], ...] = ()
    rows: tuple[tuple[Value, ...], ...] = ()
    may_be_empty: bool = False
    """A list that is filled as things happen: without rows it says that nothing has."""
    writing: Writing = Writing()

    @property
    def is_long(self) -> bool:
        """Whether it is worth the while to look at its columns by a library made for that."""
        return bool(self.rows) and len(self.rows) >= MANY_ROWS

    @property
    def content(self) -> str:
        """All cells in one text; no cell holds what stands between two of them (hygiene)."""
        return "\x1f".join(chain.from_iterable(self.cells))

    def column(self, name: str) -> tuple[Value, ...]:
        """All values of one column."""
        index = self.schema.position[name]
        return self._columns[index] if self.rows else ()

    @cached_property
    def _columns(self) -> tuple[tuple[Value, ...], ...]:
        return tuple(zip(*self.rows, strict=True))

    def first_rows(self, name: str) -> Mapping[Value, int]:
        """Each value of a column, from the top, with the spreadsheet row where it first stands."""
        values = self.column(name)
        backwards = zip(reversed(values), range(len(values) + 1, 1, -1), strict=True)
        return dict(sorted(dict(backwards).items(), key=itemgetter(1)))

    def value(self, row: tuple[Value, ...], name: str) -> Value:
        """The value of column `name` in `row`."""
        return row[self.schema.position[name]]

    def key(self, row: tuple[Value, ...], names: tuple[str, ...]) -> tuple[Value, ...]:
        """The values of several columns in `row`."""
        return tuple(row[self.schema.position[name]] for name in names)

    def select(self, where: Filter) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """Spreadsheet row number and row of each row that passes the filter."""
        wanted = [(self.schema.position[name], values) for name, values in where.items()]
        for number, row in enumerate(self.rows, start=2):
            if all(row[index] in values for index, values in wanted):
                yield number, row

    def period_kind(self, name: str) -> PeriodKind | None:
        """How long the periods of a column are; None where it holds no periods of time."""
        return self._period_kinds[name]

    @cached_property
    def _period_kinds(self) -> Mapping[str, PeriodKind | None]:
        found: dict[str, PeriodKind | None] = {}
        for field in self.schema.fields:
            told = field.role is Role.DIMENSION and field.type in ("date", "string")
            values = map(str, dict.fromkeys(self.column(field.name))) if told else ()
            found[field.name] = field.period or usual_kind(field.type, values)
        return found

    def period(self, row: tuple[Value, ...], name: str) -> Period | None:
        """The period that `row` names in a column; None where it names none."""
        return self.period_named(self.value(row, name), name)

    def period_named(self, value: Value, name: str) -> Period | None:
        """The period that a value of column `name` stands for; None where it is none."""
        kind = self.period_kind(name)
        return read_period(str(value), kind) if kind else None

    @cached_property
    def times(self) -> tuple[str, ...]:
        """The dimensions that hold periods of time."""
        dimensions = self.schema.with_role(Role.DIMENSION)
        return tuple(field.name for field in dimensions if self.period_kind(field.name))

    def years(self, rows: Iterable[tuple[Value, ...]] | None = None) -> frozenset[int]:
        """The years that rows (all of them: None) are about; empty without a column of time."""
        if rows is None:
            return self._years
        found = (self.period(row, name) for row in rows for name in self.times)
        return frozenset(year for when in found if when for year in when.years)

    @cached_property
    def _years(self) -> frozenset[int]:
        values = ((value, name) for name in self.times for value in set(self.column(name)))
        found = (self.period_named(value, name) for value, name in values)
        return frozenset(year for when in found if when for year in when.years)

    def values_about(self, year: int) -> Mapping[str, frozenset[Value]]:
        """By column of time: the values whose period is about a year. A row is, if one is its."""
        return {
            name: frozenset(
                value
                for value in set(self.column(name))
                if (when := self.period_named(value, name)) and year in when.years
            )
            for name in self.times
        }

    def status(self, row: tuple[Value, ...]) -> CellStatus:
        """The row's status; a table without a status column holds plain values."""
        at = self._status_at
        if at is None:
            return CellStatus.NORMAL
        # Asked of a million rows: to look a letter up is much faster than to make a status of it.
        return _BY_LETTER.get(row[at]) or CellStatus(str(row[at]))

    @cached_property
    def _status_at(self) -> int | None:
        """The index of the column of statuses."""
        columns = self.schema.with_role(Role.STATUS)
        return self.schema.position[columns[0].name] if columns else None

    def marked(self, *statuses: CellStatus) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """Spreadsheet row number and row of each row that is marked with one of these."""
        for field in self.schema.with_role(Role.STATUS)[:1]:
            letters = self.column(field.name)
            if not set(statuses).isdisjoint(letters):
                for number, letter in enumerate(letters, start=2):
                    if letter in statuses:
                        yield number, self.rows[number - 2]

    def unit_is_read(self, rows: Iterable[tuple[Value, ...]], measure: str) -> bool:
        """Whether the unit of any of these values is our reading, because the source prints none.

        A column of units tells row by row, where the printed unit stands beside it.
        """
        if self.schema[measure].unit_read:
            return True
        read = [field for field in self.schema.with_role(Role.UNIT) if field.unit_read]
        if not read:
            return False
        printed = f"{read[0].name}{PRINTED_END}"
        told = [row for row in rows if self.value(row, measure) is not None]
        return printed not in self.schema or any(not self.value(row, printed) for row in told)

    def invalid(self, row: tuple[Value, ...]) -> bool:
        """Whether the row is marked as not valid; also asked of rows whose status is unknown."""
        columns = self.schema.with_role(Role.STATUS)
        return bool(columns) and self.value(row, columns[0].name) == CellStatus.INVALID

    def withheld(self, row: tuple[Value, ...]) -> bool:
        """Whether the row is marked as withheld: its empty measures hold a number nobody shows."""
        columns = self.schema.with_role(Role.STATUS)
        return bool(columns) and self.value(row, columns[0].name) == CellStatus.WITHHELD

    def stated_column(self, name: str) -> tuple[Value, ...]:
        """What the book says in each row of a column; see `stated`."""
        if name not in self.schema.printed:
            return self.column(name)
        return tuple(self.stated(row, name) for row in self.rows)

    def stated(self, row: tuple[Value, ...], name: str) -> Value:
        """What the book says in column `name`, whether or not it may be used.

        The measure of an invalid row is empty; there it is the number read from what is printed
        beside it, None where that cannot be read.
        """
        value = self.value(row, name)
        if value is not None or name not in self.schema.printed:
            return value
        if not self.invalid(row):
            return None
        return read_printed(str(self.value(row, self.schema.printed[name]) or ""))
