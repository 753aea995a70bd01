"""How each number of a year compares with the year before, and which numbers must not be compared.

Single numbers only: nothing is added up here, so that no sum is told that no source prints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from ..model import (
    Catalog,
    CellStatus,
    Dataset,
    Field,
    Period,
    PeriodKind,
    Role,
    Table,
    before,
    breaks_off,
)
from ..model.aggregation import Row, containing, is_total
from ..model.continuity import breaks_about, period_of, rows_told_to_jump
from ..model.registers import REGISTERS

_YEARLY = (PeriodKind.YEAR, PeriodKind.FISCAL_YEAR, PeriodKind.SCHOOL_YEAR)
Key = tuple[str, ...]


class Incomparable(Enum):
    """Why no number of a table is held against the year before."""

    NO_WHOLE_YEARS = auto()
    """Its periods are shorter than years, or it has no column of time, or several."""
    ONE_YEAR = auto()
    NOT_ADJACENT = auto()
    """The year before its newest is not there."""
    COUNTED_OTHERWISE = auto()
    """A break is declared for all of it."""


@dataclass(frozen=True, slots=True)
class Development:
    """A number and the same a year before: both usable, neither doubtful, no break between them."""

    dataset: Dataset
    table: Table
    measure: Field
    thing: Key
    """What is counted, from the widest to the closest name; empty where the number is the only
    one of its year."""
    unit: str
    earlier: Period
    later: Period
    old: int | float
    new: int | float
    whole: bool
    """Whether it is about everything that its table tells of in a year, not about a part."""
    provisional: bool


@dataclass(frozen=True)
class TableDevelopments:
    """The developments of one measure, and what of it was left out."""

    dataset: Dataset
    table: Table
    measure: Field
    developments: tuple[Development, ...] = ()
    unusable: int = 0
    """Numbers of the newest year that are doubtful, invalid or missing in it or the year before."""
    unpaired: int = 0
    """Numbers of either year whose thing has no single row in the other."""
    broken: int = 0
    """Pairs across a declared break, or across a jump that a note tells of."""
    reasons: tuple[str, ...] = ()
    """Why, in the words of the descriptor."""
    barred: Incomparable | None = None
    """Why nothing of it is compared at all."""


def catalogue_developments(catalog: Catalog) -> tuple[TableDevelopments, ...]:
    """Each measure of each table that knows time, in the order of the catalogue.

    What the information officer registers day by day is left out: these are records, not counts.
    """
    return tuple(
        table_developments(dataset, table, measure)
        for dataset in catalog.datasets
        if dataset.slug not in REGISTERS
        for table in dataset.tables
        if table.times and table.rows
        for measure in table.schema.with_role(Role.MEASURE)
    )


def table_developments(dataset: Dataset, table: Table, measure: Field) -> TableDevelopments:
    """What became of each number of a measure since the year before the newest of its table.

    >>> from ..model.invented import invented_dataset, invented_table
    >>> before, now = [(2023, "A", 40, "A"), (2023, "B", 9, "u")], [(2024, "A", 60, "A")]
    >>> rows = [*before, *now, (2024, "B", 8, "A")]
    >>> table = invented_table("tahun, desa, jumlah (orang), status", *rows)
    >>> found = table_developments(invented_dataset(table), table, table.schema["jumlah"])
    >>> [(item.thing, item.old, item.new) for item in found.developments], found.unusable
    ([(('A',), 40, 60)], 1)
    """
    years = _two_years(table)
    if isinstance(years, Incomparable):
        return TableDevelopments(dataset, table, measure, barred=years)
    broken = _broken_rows(dataset, table, years)
    whys = tuple(dict.fromkeys(broken.values()))
    old, new = (_numbers(table, rows) for rows in years.rows)
    if broken and all(row in broken for row in years.rows[1]):
        barred = Incomparable.COUNTED_OTHERWISE
        return TableDevelopments(dataset, table, measure, reasons=whys, barred=barred)
    return _compared(_Pairing(dataset, table, measure, years, broken), old, new)


@dataclass(frozen=True)
class _Years:
    """The newest year of a table and the one before it, with their rows."""

    earlier: Period
    later: Period
    rows: tuple[tuple[Row, ...], tuple[Row, ...]]


@dataclass(frozen=True)
class _Pairing:
    dataset: Dataset
    table: Table
    measure: Field
    years: _Years
    broken: Mapping[Row, str]


def _two_years(table: Table) -> _Years | Incomparable:
    if len(table.times) != 1 or table.period_kind(table.times[0]) not in _YEARLY:
        return Incomparable.NO_WHOLE_YEARS
    time = table.times[0]
    rows_of: dict[Period, list[Row]] = {}
    for row in table.rows:
        if when := table.period(row, time):
            rows_of.setdefault(when, []).append(row)
    later = max(rows_of, default=None)
    earlier = before(later) if later else None
    if later is None or earlier is None or len(rows_of) < 2:
        return Incomparable.ONE_YEAR
    if earlier not in rows_of:
        return Incomparable.NOT_ADJACENT
    return _Years(earlier, later, (tuple(rows_of[earlier]), tuple(rows_of[later])))


def _broken_rows(dataset: Dataset, table: Table, years: _Years) -> Mapping[Row, str]:
    """The rows of both years across which a break is declared, each with the reason."""
    both = frozenset((*years.rows[0], *years.rows[1]))
    found: dict[Row, str] = {}
    for rule, touched in breaks_about(dataset, table, both):
        since = period_of(rule, table)
        if since is None or years.earlier < since <= years.later:
            found.update(dict.fromkeys(touched, rule.why))
    return found


Numbered = Mapping[Key, Row | None]
"""What a row is about -> the row; None where several rows are about the same."""


def _numbers(table: Table, rows: Sequence[Row]) -> Numbered:
    columns = _telling(table)
    count = Counter(_key(table, row, columns) for row in rows)
    keyed = ((_key(table, row, columns), row) for row in rows)
    return {key: row if count[key] == 1 else None for key, row in keyed}


def _telling(table: Table) -> tuple[Field, ...]:
    """The columns that say what a number is about: words and codes, not places in a list.

    Numbers of lines change from year to year; they count only where nothing else tells rows apart.
    """
    roles = (Role.DIMENSION, Role.CODE, Role.UNIT)
    own = [
        field
        for field in table.schema.fields
        if field.role in roles and field.name not in table.times
    ]
    words = tuple(field for field in own if field.type != "integer")
    names = (*table.times, *(field.name for field in words))
    keys = {table.key(row, names) for row in table.rows}
    return words if len(keys) == len(table.rows) else tuple(own)


def _key(table: Table, row: Row, columns: Iterable[Field]) -> Key:
    return tuple(str(table.value(row, field.name) or "") for field in columns)


def _compared(pairing: _Pairing, old: Numbered, new: Numbered) -> TableDevelopments:
    table, jumping = pairing.table, rows_told_to_jump(pairing.dataset, pairing.table)
    names = _Names(table, pairing.years.rows[1], _telling(table))
    made, unusable, broken = [], 0, 0
    shared = [(key, old[key], row) for key, row in new.items() if key in old]
    for _, before_row, row in shared:
        if row is None or before_row is None:
            continue
        values = [_usable(table, pairing.measure, one) for one in (before_row, row)]
        if values[0] is None or values[1] is None:
            unusable += 1
        elif {row, before_row} & pairing.broken.keys() or (
            {row, before_row} & jumping and breaks_off(float(values[0]), float(values[1]))
        ):
            broken += 1
        else:
            made.append(_development(pairing, (before_row, row), values, names))
    several = sum(row is None or before_row is None for _, before_row, row in shared)
    return TableDevelopments(
        pairing.dataset,
        table,
        pairing.measure,
        tuple(made),
        unusable,
        len(new.keys() ^ old.keys()) + several,
        broken,
        tuple(dict.fromkeys(pairing.broken.values())),
    )


def _usable(table: Table, measure: Field, row: Row) -> int | Decimal | None:
    """The number of a row, if anything may be said of it."""
    value, status = table.value(row, measure.name), table.status(row)
    sure = status.counts and not status.doubted
    return value if sure and isinstance(value, int | Decimal) else None


def _development(
    pairing: _Pairing, rows: tuple[Row, Row], values: Sequence[int | Decimal | None], names: _Names
) -> Development:
    table, measure = pairing.table, pairing.measure
    units = table.schema.with_role(Role.UNIT)
    old, new = (_plain(value) for value in values if value is not None)
    return Development(
        dataset=pairing.dataset,
        table=table,
        measure=measure,
        thing=names.of(rows[1]),
        unit=str(table.value(rows[1], units[0].name) or "") if units else measure.unit or "",
        earlier=pairing.years.earlier,
        later=pairing.years.later,
        old=old,
        new=new,
        whole=names.is_whole(rows[1]),
        provisional=any(table.status(row) is CellStatus.PROVISIONAL for row in rows),
    )


def _plain(value: int | Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


class _Names:
    """How the rows of a year are told apart by their names, and which of them hold others."""

    def __init__(self, table: Table, rows: Sequence[Row], telling: Sequence[Field]) -> None:
        self._table = table
        self._rows = len(rows)
        words = [field for field in telling if field.role is Role.DIMENSION]
        self._named = [
            field for field in words if len({table.value(row, field.name) for row in rows}) > 1
        ]
        self._codes = [field for field in telling if field.role is Role.CODE]
        self._holding = {
            code
            for field in self._codes
            for code in containing(str(table.value(row, field.name)) for row in rows)
        }

    def of(self, row: Row) -> Key:
        """What differs between rows, in the order of the columns."""
        return tuple(self._texts(row))

    def is_whole(self, row: Row) -> bool:
        """Whether a row is the only one, is named like a total or holds the areas of others."""
        codes = {str(self._table.value(row, field.name)) for field in self._codes}
        return self._rows == 1 or bool(codes & self._holding) or any(map(is_total, self.of(row)))

    def _texts(self, row: Row) -> Iterator[str]:
        for field in self._named:
            value = self._table.value(row, field.name)
            if value is not None:
                yield str(value)
