"""Which tables a year's round asks for: those of yearly datasets that tell their rows by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...model import Dataset, Filter, Role, SumRule, Table, Value

YEARLY = "tahunan"
Key = tuple[Value, ...]
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class AskedTable:
    """A table whose numbers are asked for, and its column of years."""

    table: Table
    time: str
    summed: tuple[Filter, ...] = ()
    """Rows that are not asked for, since they are worked out of what they add up."""

    def rows_of(self, year: int) -> tuple[Row, ...]:
        """The rows of a year, without those that are worked out."""
        worked_out = {at for where in self.summed for at, _ in self.table.select(where)}
        of_year = self.table.select({self.time: (year,)})
        return tuple(row for at, row in of_year if at not in worked_out)

    def things_of(self, year: int) -> Mapping[Key, Row]:
        """The rows of a year by what tells them apart."""
        names = tuple(name for name in self.table.schema.primary_key if name != self.time)
        return {self.table.key(row, names): row for row in self.rows_of(year)}

    def former(self, year: int) -> int:
        """The newest year before it that has rows; the year before where none has."""
        return max((item for item in self.years if item < year), default=year - 1)

    def lacking(self, year: int) -> tuple[Row, ...]:
        """The rows of the former year whose things have none in this one yet."""
        there = self.things_of(year)
        return tuple(
            row for key, row in self.things_of(self.former(year)).items() if key not in there
        )

    @property
    def years(self) -> frozenset[int]:
        """The years of which it has rows that are not worked out."""
        every = {int(str(value)) for value in self.table.column(self.time)}
        return frozenset(year for year in every if self.rows_of(year))


def asked_tables(dataset: Dataset) -> tuple[AskedTable, ...]:
    """What is asked of a dataset, its main table first; nothing where that is not of every year.

    Of totals only what no rule adds up: the rest is worked out.

    >>> from ...model.invented import invented_dataset, invented_table
    >>> table = invented_table("tahun, desa, jumlah (orang)", (2024, "Dadap", 7))
    >>> [(item.table.name, item.time) for item in asked_tables(invented_dataset(table))]
    [('data', 'tahun')]
    """
    if dataset.frequency != YEARLY or not _time(dataset.main):
        return ()
    others = [table for table in dataset.tables if table is not dataset.main]
    found = [AskedTable(dataset.main, _time(dataset.main))]
    for table in others:
        item = AskedTable(table, _time(table), _summed(dataset, table))
        if item.time and item.years:
            found.append(item)
    return tuple(found)


def _summed(dataset: Dataset, table: Table) -> tuple[Filter, ...]:
    """Which rows of a table others add up to."""
    rules = (rule for rule in dataset.rules if isinstance(rule, SumRule))
    return tuple(rule.where for rule in rules if rule.total == table.name)


def has_totals(dataset: Dataset) -> bool:
    """Whether rows of a dataset are worked out of others."""
    return any(isinstance(rule, SumRule) for rule in dataset.rules)


def yearly_datasets(datasets: Iterable[Dataset]) -> tuple[Dataset, ...]:
    """The datasets that a year's round asks for, in their order."""
    return tuple(dataset for dataset in datasets if asked_tables(dataset))


def _time(table: Table) -> str:
    """The column of years in a table's key; '' without one, and without numbers to ask for."""
    years = [name for name in table.schema.primary_key if table.schema[name].type == "year"]
    return years[0] if len(years) == 1 and table.schema.with_role(Role.MEASURE) else ""
