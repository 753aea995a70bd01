"""A form before it is a file: which columns it shows, and one row for each thing still asked for.

What the year has already is not asked for again: a wrong number of it is corrected instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...importer.merging import ASKED, field_heading, former_heading
from ...importer.merging.asked import AskedTable, Row, asked_tables
from ...model import Dataset, Field, Role, Table, Value
from ...words.labels import CELL_STATUS

SPARE_ROWS = 5
"""Blank rows at the end, for things that were not there in the year before."""
_LEFT_OUT = (Role.PRINTED, Role.ORIGIN)
"""What a form does not show: it is itself the source, and its rows the lines of it."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form: one of the table's, or what another year holds of it."""

    field: Field
    former: str = ""
    """The other year; '' for the column itself."""

    @property
    def heading(self) -> str:
        """What stands above it."""
        return former_heading(self.field, self.former) if self.former else field_heading(self.field)

    @property
    def is_asked(self) -> bool:
        """Whether staff fill it in, in every row."""
        return not self.former and self.field.role in (*ASKED, Role.STATUS)


@dataclass(frozen=True, slots=True)
class FormSheet:
    """The rows of one table that a year still lacks; None where something is to be filled in."""

    asked: AskedTable
    year: int
    former: int
    columns: tuple[FormColumn, ...]
    rows: tuple[Row, ...]
    present: int
    """How many rows of the year are there already."""

    @property
    def table(self) -> Table:
        """The table that its rows come into."""
        return self.asked.table


def form_sheets(dataset: Dataset, year: int) -> tuple[FormSheet, ...]:
    """A sheet for each table of a dataset that the round asks for, complete ones too."""
    return tuple(form_sheet(item, year) for item in asked_tables(dataset))


def form_sheet(asked: AskedTable, year: int) -> FormSheet:
    """What a year lacks of a table: the things of the newest year before it, without their numbers.

    >>> from ...model.invented import invented_table
    >>> table = invented_table("tahun, desa, jumlah (orang)", (2023, "A", 7), (2024, "A", 8))
    >>> sheet = form_sheet(AskedTable(table, "tahun"), 2025)
    >>> [column.heading for column in sheet.columns], sheet.rows
    (['Tahun', 'Desa', 'Jumlah (orang)', 'Jumlah (orang) tahun 2024'], ((2025, 'A', None, 8),))
    """
    former = asked.former(year)
    columns = _columns(asked.table, str(former))
    rows = [
        tuple(_cell(column, row, asked, year) for column in columns) for row in asked.lacking(year)
    ]
    return FormSheet(asked, year, former, columns, tuple(rows), len(asked.rows_of(year)))


def _columns(table: Table, former: str) -> tuple[FormColumn, ...]:
    """The columns of a table, beside each that is asked for what it held in the other year."""
    found: list[FormColumn] = []
    for field in table.schema.fields:
        if field.role not in _LEFT_OUT:
            found.append(FormColumn(field))
        if field.role in ASKED:
            found.append(FormColumn(field, former))
    return tuple(found)


def _cell(column: FormColumn, row: Row, asked: AskedTable, year: int) -> Value:
    """What a form shows in a row that asks for what `row` held in the other year."""
    if column.field.name == asked.time:
        return year
    if column.former:
        return _held(asked.table, row, column.field)
    return None if column.is_asked else asked.table.value(row, column.field.name)


def _held(table: Table, row: Row, field: Field) -> Value:
    """What the other year holds; in words where that is no number: 'dirahasiakan'."""
    value = table.value(row, field.name)
    if value is not None or field.role is not Role.MEASURE:
        return value
    return CELL_STATUS[table.status(row)] if table.schema.with_role(Role.STATUS) else None


def choices(field: Field, table: Table) -> tuple[str, ...]:
    """What may be chosen in a column: what its descriptor lists, else what it has held so far."""
    if field.constraints.enum:
        return tuple(map(str, field.constraints.enum))
    return _distinct(table.column(field.name))


def _distinct(values: Iterable[Value]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(value) for value in values if value is not None))
