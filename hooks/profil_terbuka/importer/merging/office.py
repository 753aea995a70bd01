"""An office's sheet comes into a dataset: its columns are fitted to those of the table.

What fits nowhere is asked; names that the table has not had yet are held against those it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model import Field, Role, Table
from ..drafting.draft import Readings
from ..grid import SheetCell
from ..questions import Answers, answer
from ..read_table import ReadColumn
from ..reading.cell_questions import DECIMAL
from ..reading.status import statuses
from .cell_faults import misfit
from .cells import fitted_cells
from .column_fitting import fitted_columns
from .fixed_values import fixed_values
from .incoming import Incoming, IncomingRow
from .known_names import known_names
from .open_matters import OpenMatters


@dataclass(frozen=True, slots=True)
class Fitted:
    """The rows of a sheet as rows of a table, and which of its columns is which."""

    incoming: Incoming
    titles: Mapping[str, str]
    """Heading in the sheet -> column of the table."""


def fitted(read: Readings, table: Table, sheet: str, answers: Answers) -> Fitted:
    """The rows of a sheet as rows of `table`."""
    found = OpenMatters()
    columns = fitted_columns(read, table, answers, found)
    titles = {column.title: name for name, column in columns.items()}
    texts = {
        name: _texts(table.schema[name], column, sheet, answers, found)
        for name, column in columns.items()
    }
    if found.any:
        return Fitted(_incoming(table, sheet, (), found), titles)
    texts = {name: known_names(table, name, cells, answers, found) for name, cells in texts.items()}
    texts |= fixed_values(table, texts, len(read.table.kinds), answers, found)
    rows = () if found.any else tuple(_rows(read, table, columns, texts))
    return Fitted(_incoming(table, sheet, rows, found), titles)


def _incoming(
    table: Table, sheet: str, rows: tuple[IncomingRow, ...], found: OpenMatters
) -> Incoming:
    return Incoming(
        table, sheet, rows, tuple(found.steps), tuple(found.questions), tuple(found.obstacles)
    )


def _texts(
    item: Field, column: ReadColumn, sheet: str, answers: Answers, found: OpenMatters
) -> Sequence[str]:
    """The cells of a column as the table wants them."""
    if column.figures is not None and item.type in ("integer", "number", "year"):
        cells = [
            cell if value is None else SheetCell(number=value, row=cell.row, column=cell.column)
            for cell, value in zip(column.cells, column.figures.values, strict=True)
        ]
    else:
        cells = list(column.cells)
    made = fitted_cells(item, cells, column.title, answer(answers, DECIMAL, column.title))
    found.questions += [made.question] if made.question else []
    found.obstacles += [misfit(item, cell, sheet) for cell in made.misfits]
    return made.texts


def _rows(
    read: Readings,
    table: Table,
    columns: Mapping[str, ReadColumn],
    texts: Mapping[str, Sequence[str]],
) -> Iterator[IncomingRow]:
    codes = dict(_codes(read, table, columns))
    beside = dict(_beside(read, table, columns))
    for at in range(len(read.table.kinds)):
        row = {name: cells[at] for name, cells in texts.items()}
        row |= {name: cells[at] for name, cells in codes.items() if name not in row}
        rest = {name: cells[at] for name, cells in beside.items() if name not in row}
        yield IncomingRow(row, _place(read, at), rest)


def _place(read: Readings, at: int) -> str:
    cells = [column.cells[at] for column in read.table.columns if column.place >= 0]
    return str(cells[0].row + 1) if cells else ""


def _codes(
    read: Readings, table: Table, columns: Mapping[str, ReadColumn]
) -> Iterator[tuple[str, Sequence[str]]]:
    """The registered codes of the regions that the sheet names."""
    for item in table.schema.with_role(Role.CODE):
        label = columns.get(item.labels or "")
        if label is not None and label.title in read.codes:
            yield item.name, read.codes[label.title]


def _beside(
    read: Readings, table: Table, columns: Mapping[str, ReadColumn]
) -> Iterator[tuple[str, Sequence[str]]]:
    """What belongs to a number: its status, how it is printed, and where."""
    measures = [item.name for item in table.schema.with_role(Role.MEASURE)]
    measure = next((columns[name] for name in measures if name in columns), None)
    found = statuses(measure, read.notes) if measure else None
    for item in table.schema.fields:
        if item.role is Role.STATUS and found is not None:
            yield item.name, [status.value for status in found]
        elif item.name in table.schema.printed.values() and measure is not None:
            yield item.name, [cell.shown for cell in measure.cells]
        elif item.role is Role.ORIGIN:
            yield item.name, [_place(read, at) for at in range(len(read.table.kinds))]
