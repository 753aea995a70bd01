"""The tables of a database that hold numbers, and what questions may be asked of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..downloads.formats.database import StoredTable, stored_tables
from ..model import Catalog, CellStatus, Field, Period, Role, Table
from ..model.aggregation import Row, containing, is_total, obstacle
from ..model.registers import REGISTERS

SOUND = tuple(status.value for status in CellStatus if status.counts and not status.doubted)
"""Letters of statuses whose numbers may be ranked and added up without a word of doubt."""


@dataclass(frozen=True)
class MeasuredTable:
    """One measure of a stored table; `rows` are those of its newest period, or all of them."""

    stored: StoredTable
    measure: Field
    time: str
    """Its only column of periods; '' where it has none."""
    newest: Period | None
    rows: tuple[Row, ...]

    @property
    def table(self) -> Table:
        """The table itself."""
        return self.stored.table

    @property
    def unit(self) -> str:
        """Of the measure; '' where each row has its own."""
        return self.measure.unit or ""

    @cached_property
    def names(self) -> tuple[Field, ...]:
        """The columns of words by which the rows of the newest period differ."""
        words = [
            field
            for field in self.table.schema.with_role(Role.DIMENSION)
            if field.name != self.time and field.type == "string"
        ]
        return tuple(f for f in words if len({self.table.value(r, f.name) for r in self.rows}) > 1)

    @cached_property
    def telling(self) -> Field | None:
        """The one column of words that alone tells the rows apart; of several the last."""
        count = len(self.rows)
        for field in reversed(self.names):
            if len({self.table.value(row, field.name) for row in self.rows}) == count:
                return field
        return None

    @cached_property
    def holds_totals(self) -> bool:
        """Whether some rows hold others: then nothing is ranked or shared out."""
        named = (str(self.table.value(row, f.name)) for f in self.names for row in self.rows)
        codes = (
            containing(str(self.table.value(row, field.name)) for row in self.rows)
            for field in self.table.schema.with_role(Role.CODE)
        )
        return any(map(is_total, named)) or any(codes)

    @property
    def status(self) -> str:
        """The column of statuses; '' without one."""
        columns = self.table.schema.with_role(Role.STATUS)
        return columns[0].name if columns else ""

    def is_sound(self, row: Row) -> bool:
        """Whether the number of a row is there and without doubt."""
        letter = self.table.status(row).value
        return letter in SOUND and self.table.value(row, self.measure.name) is not None

    def adds_up(self, by: Sequence[str]) -> bool:
        """Whether the numbers of the newest period may be added up for each of these columns."""
        return not self.table.schema.with_role(Role.UNIT) and (
            obstacle(self.table, self.measure.name, self.rows, by) is None
        )


def measured_tables(catalog: Catalog) -> tuple[MeasuredTable, ...]:
    """The agency's own tables with numbers: those first that tell of time, then the longest.

    >>> from ..model.invented import invented_catalog, invented_dataset, invented_table
    >>> table = invented_table("tahun, desa, jumlah (orang)", (2023, "A", 4), (2024, "A", 6))
    >>> (found,) = measured_tables(invented_catalog(invented_dataset(table)))
    >>> found.time, found.newest.year, len(found.rows)
    ('tahun', 2024, 1)
    """
    found = list(_measured(catalog))
    return tuple(sorted(found, key=lambda item: (bool(item.time), len(item.rows)), reverse=True))


def _measured(catalog: Catalog) -> Iterator[MeasuredTable]:
    own = catalog.by_slug.keys() - REGISTERS
    for stored in stored_tables(catalog):
        if stored.dataset.slug not in own or not stored.table.rows:
            continue
        table = stored.table
        time = table.times[0] if len(table.times) == 1 else ""
        for measure in table.schema.with_role(Role.MEASURE):
            if len(table.times) < 2:
                yield _of_newest(stored, measure, time)


def _of_newest(stored: StoredTable, measure: Field, time: str) -> MeasuredTable:
    table = stored.table
    if not time:
        return MeasuredTable(stored, measure, "", None, table.rows)
    periods = {value: table.period_named(value, time) for value in set(table.column(time))}
    newest = max(filter(None, periods.values()), default=None)
    at = table.schema.position[time]
    rows = tuple(row for row in table.rows if newest and periods[row[at]] == newest)
    return MeasuredTable(stored, measure, time, newest, rows)
