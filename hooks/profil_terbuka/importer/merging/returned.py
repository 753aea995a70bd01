"""Our own files come back: the workbook, the CSV, the CSV for Excel, the CSV with years as columns.

They are known by their headings. Each column is read as the table says, not as it looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Field, Role, Table
from ...model.messages import NOTHING, Message, message
from ..cell_questions import DECIMAL
from ..grid import Book, SheetCell, SheetGrid
from ..questions import Answers, Question, answer
from .cells import fitted_cells, with_zeros
from .incoming import Incoming, IncomingRow

_STATUS = re.compile(r"(\d{4}) ([A-Za-z])")
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Matched:
    """A sheet whose first row is the headings of a table: the field of each column."""

    grid: SheetGrid
    table: Table
    fields: tuple[Field | None, ...]
    years: tuple[str, ...] = ()
    """For the form with years as columns: the year of each column, '' for the others."""


def returned_forms(book: Book, tables: Sequence[Table], answers: Answers) -> tuple[Incoming, ...]:
    """The rows of every sheet that is one of our own; empty where none is."""
    found = [_match(grid, tables) for grid in book.grids if grid.filled]
    matched = [item for item in found if item is not None]
    return tuple(_incoming(item, answers) for item in matched)


def _incoming(item: _Matched, answers: Answers) -> Incoming:
    time = _time(item.table)
    return _wide(item, time, answers) if time and any(item.years) else _rows(item, answers)


def _match(grid: SheetGrid, tables: Sequence[Table]) -> _Matched | None:
    """The table that a sheet belongs to: the one that most of its headings name."""
    head = [cell.shown for cell in grid.rows[0]]
    candidates = [match for table in tables if (match := _matching(grid, head, table))]
    return max(candidates, key=lambda item: sum(map(bool, item.fields)), default=None)


def _matching(grid: SheetGrid, head: Sequence[str], table: Table) -> _Matched | None:
    fields = tuple(_field(title, table) for title in head)
    years = tuple(_year(title, table) for title in head)
    named = {field.name for field in fields if field}
    keys = set(table.schema.primary_key)
    if any(years):
        time = _time(table)
        if time and keys - named <= {time.name} and _all_known(fields, years, head, table):
            return _Matched(grid, table, fields, years)
        return None
    enough = len(named) >= _LEAST_SHARE * len(table.schema.fields) and len(named) > 1
    is_whole = keys <= named and len(named) == sum(map(bool, head))
    return _Matched(grid, table, fields) if enough and is_whole else None


def _field(title: str, table: Table) -> Field | None:
    """The column of a table that a heading names: by its name, its title, or its title and unit."""
    for field in table.schema.fields:
        unit = f" ({field.unit})" if field.unit else ""
        if title in (field.name, f"{field.title}{unit}"):
            return field
    return None


def _year(title: str, table: Table) -> str:
    """The year of a heading such as 'tahun_2022', '' for another one."""
    time = _time(table)
    name, _, year = title.rpartition("_")
    return year if time and name == time.name and year.isdecimal() and len(year) == 4 else ""


def _time(table: Table) -> Field | None:
    times = [field for field in table.schema.with_role(Role.DIMENSION) if field.type == "year"]
    return times[0] if len(times) == 1 else None


def _all_known(
    fields: Sequence[Field | None], years: Sequence[str], head: Sequence[str], table: Table
) -> bool:
    measures = table.schema.with_role(Role.MEASURE)
    known = zip(fields, years, head, strict=True)
    return len(measures) == 1 and all(field or year or not title for field, year, title in known)


class _ColumnReader:
    """Reads columns of one sheet, and keeps what has to be decided or mended."""

    def __init__(self, item: _Matched, answers: Answers) -> None:
        self.item, self.answers = item, answers
        self.lines = [row for row in item.grid.rows[1:] if any(not cell.empty for cell in row)]
        self.questions: list[Question] = []
        self.obstacles: list[Message] = []

    def texts(self, field: Field, at: int) -> Sequence[str]:
        """The column at `at` as its field wants it; what does not fit is kept as an obstacle."""
        cells = [line[at] for line in self.lines]
        mark = answer(self.answers, DECIMAL, field.title)
        found = fitted_cells(field, cells, field.title, mark)
        self.questions += [found.question] if found.question else []
        self.obstacles += [misfit(field, cell, self.item.grid.name) for cell in found.misfits]
        if field.type == "string":
            return with_zeros(found.texts, self.item.table, field.name)
        return found.texts

    def named(self) -> list[dict[str, str]]:
        """What each line tells by the columns its headings name; none where one does not fit."""
        columns = {
            field.name: self.texts(field, at)
            for at, field in enumerate(self.item.fields)
            if field is not None and not (any(self.item.years) and field.role is Role.STATUS)
        }
        if self.questions or self.obstacles:
            return []
        return [
            {name: texts[at] for name, texts in columns.items()} for at in range(len(self.lines))
        ]

    def incoming(self, rows: Iterable[IncomingRow]) -> Incoming:
        """The rows, or what stands in their way."""
        is_open = bool(self.questions or self.obstacles)
        return Incoming(
            self.item.table,
            self.item.grid.name,
            () if is_open else tuple(rows),
            questions=tuple(self.questions),
            obstacles=tuple(self.obstacles),
        )


def _rows(item: _Matched, answers: Answers) -> Incoming:
    """One row for each row of the sheet that holds anything."""
    reader = _ColumnReader(item, answers)
    lines = zip(reader.named(), reader.lines, strict=False)
    return reader.incoming([IncomingRow(told, str(line[0].row + 1)) for told, line in lines])


def _wide(item: _Matched, time: Field, answers: Answers) -> Incoming:
    """One row for each row and year of the sheet.

    A cell that is empty because its number does not count says nothing; the column of statuses
    names the years of those.
    """
    reader = _ColumnReader(item, answers)
    measure = item.table.schema.with_role(Role.MEASURE)[0]
    names = reader.named()
    figures = {year: reader.texts(measure, at) for at, year in enumerate(item.years) if year}
    there = {_without(item.table, cells, time.name) for cells in item.table.cells}
    rows: list[IncomingRow] = []
    for year, texts in figures.items():
        for named, line, text in zip(names, reader.lines, texts, strict=False):
            key = (year, *(named.get(name, "") for name in _names(item.table, time.name)))
            if text or (key in there and year not in _silent(item, line)):
                told = {**named, time.name: year, measure.name: text}
                rows.append(IncomingRow(told, str(line[0].row + 1)))
    return reader.incoming(rows)


def _names(table: Table, time: str) -> list[str]:
    """The columns of the key beside the year."""
    return [name for name in table.schema.primary_key if name != time]


def _without(table: Table, cells: Sequence[str], time: str) -> tuple[str, ...]:
    """The key of a row, its year first."""
    at = table.schema.position
    return (cells[at[time]], *(cells[at[name]] for name in _names(table, time)))


def _silent(item: _Matched, line: Sequence[SheetCell]) -> set[str]:
    """The years whose numbers are left out of a line: its statuses name them ('2024 x')."""
    statuses = [
        cell.shown
        for cell, field in zip(line, item.fields, strict=True)
        if field is not None and field.role is Role.STATUS
    ]
    return {year for text in statuses for year, _ in _STATUS.findall(text)}


def misfit(field: Field, cell: SheetCell, sheet: str) -> Message:
    """A cell that its column cannot hold."""
    return message(
        "importer.cell-misfits",
        sheet=message("importer.in-sheet", name=sheet) if sheet else NOTHING,
        place=cell.place,
        cell=cell.shown,
        title=field.title,
        wanted=message(_WANTED[field.type]),
    )


_WANTED = {
    "integer": "importer.wanted-integer",
    "number": "importer.wanted-number",
    "year": "importer.wanted-year",
    "date": "importer.wanted-date",
    "boolean": "importer.wanted-boolean",
}
"""What a column of that type holds, in words."""
