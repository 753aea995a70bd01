"""Our own files come back: workbook, CSV, CSV for Excel, CSV with years as columns, yearly forms.

They are known by their headings. Each column is read as the table says, not as it looks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import Field, Role, Table
from ...model.messages import Message, message
from ..grid import Book, SheetCell, SheetGrid
from ..questions import Answers, Question, answer
from ..reading.cell_questions import DECIMAL
from .cell_faults import in_sheet, key_blank, misfit, of_sheet, out_of_bounds
from .cells import FittedCells, fitted_cells, with_zeros
from .columns_changed import columns_missing, is_of_ours
from .evidence_kept import evidence_left, returned_row
from .form_code import stated_code
from .form_headings import asks_for_numbers, headings_changed
from .forms import (
    FormLines,
    Line,
    as_printed,
    field_heading,
    form_lines,
    form_row,
    is_former,
    key_blanks,
)
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
    is_form: bool = False
    """Whether it asks for the numbers of a year, beside those of another."""
    asked: str = ""
    """The year that a form asks for; '' where it does not say that itself."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows below the headings that hold anything."""
        rows = self.grid.rows[1:]
        return tuple(row for row in rows if any(not cell.empty for cell in row))


def returned_forms(book: Book, tables: Sequence[Table], answers: Answers) -> tuple[Incoming, ...]:
    """The rows of every sheet that is one of our own; empty where none is."""
    found = [(grid, _match(grid, tables)) for grid in book.grids if grid.filled]
    matched = [item for _, item in found if item is not None]
    code = stated_code(book)
    if code is None:
        short = [columns_missing(grid, tables) for grid, item in found if item is None]
        whole = [_incoming(item, answers) for item in matched]
        return (*whole, *(item for item in short if item is not None))
    # Whatever staff took away: what is blank in a form is never read as a value.
    asked = [replace(item, is_form=True, asked=str(code.year)) for item in matched]
    forms = [_incoming(item, answers) for item in asked]
    lost = [grid for grid, item in found if item is None and asks_for_numbers(grid)]
    return (*forms, *(headings_changed(grid, tables) for grid in lost))


def _incoming(item: _Matched, answers: Answers) -> Incoming:
    time = _time(item.table)
    if item.is_form:
        return _form(item, answers)
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
        if time and keys - named <= {time.name} and _one_measure(table):
            return _Matched(grid, table, fields, years)
        return None
    former = sum(1 for title in head if is_former(title, table))
    enough = len(named) >= _LEAST_SHARE * len(table.schema.fields) and len(named) > 1
    is_whole = keys <= named and _adds_nothing_else(head, fields, table, former)
    if not is_whole or not (enough or former):
        return None
    return _Matched(grid, table, fields, is_form=former > 0)


def _adds_nothing_else(
    head: Sequence[str], fields: Sequence[Field | None], table: Table, former: int
) -> bool:
    """Whether all headings are those of a table; columns beside all of ours do no harm."""
    named = {field.name for field in fields if field}
    if len(named) == sum(map(bool, head)) - former:
        return True
    measures = {field.name for field in table.schema.with_role(Role.MEASURE)}
    return bool(measures) and measures <= named and not former and is_of_ours(head, table)


def _field(title: str, table: Table) -> Field | None:
    """The column of a table that a heading names: by its name, its title, or its title and unit."""
    for field in table.schema.fields:
        if title in (field.name, field_heading(field)):
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


def _one_measure(table: Table) -> bool:
    return len(table.schema.with_role(Role.MEASURE)) == 1


def _unread(item: _Matched) -> Iterator[Message]:
    """The columns that somebody added, which are those of no table."""
    cells = tuple(
        message("importer.heading-at", title=cell.shown, place=cell.place)
        for cell, field, year in zip(
            item.grid.rows[0], item.fields, item.years or ("",) * len(item.fields), strict=True
        )
        if not (cell.empty or field or year or is_former(cell.shown, item.table))
    )
    if cells:
        yield message("importer.step-columns-unread", table=item.table.name, cells=cells)


class _ColumnReader:
    """Reads columns of one sheet, and keeps what has to be decided or mended."""

    def __init__(self, item: _Matched, lines: Sequence[Line], answers: Answers) -> None:
        self.item, self.lines, self.answers = item, lines, answers
        self.questions: list[Question] = []
        self.obstacles: list[Message] = []

    def texts(self, field: Field, at: int) -> Sequence[str]:
        """The column at `at` as its field wants it; what does not fit is kept as an obstacle."""
        cells = [line[at] for line in self.lines]
        mark = answer(self.answers, DECIMAL, field.title)
        found = fitted_cells(field, cells, field.title, mark)
        self.questions += [found.question] if found.question else []
        self.obstacles += [misfit(field, cell, self.item.grid.name) for cell in found.misfits]
        self.obstacles += self._beyond(field, cells, found, mark)
        if field.type == "string":
            return with_zeros(found.texts, self.item.table, field.name)
        return found.texts

    def _beyond(
        self, field: Field, cells: Sequence[SheetCell], found: FittedCells, mark: str
    ) -> Iterator[Message]:
        """Cells that fit their column, and hold what it may not: told beside those that do not."""
        odd = {cell.place for cell in found.misfits}
        fitting = [cell for cell in cells if cell.place not in odd]
        texts = fitted_cells(field, fitting, field.title, mark).texts if odd else found.texts
        yield from out_of_bounds(field, fitting, texts, self.item.grid.name)

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

    def returned(self, rows: Sequence[IncomingRow]) -> Incoming:
        """The rows of what we publish; what Excel made of its printed evidence is told once."""
        made = self.incoming(rows)
        evidence = evidence_left(self.item.table, made.rows)
        return replace(made, steps=(*_unread(self.item), *evidence))


def _rows(item: _Matched, answers: Answers) -> Incoming:
    """One row for each row of the sheet that holds anything."""
    reader = _ColumnReader(item, item.lines, answers)
    lines = zip(reader.named(), reader.lines, strict=False)
    return reader.returned(
        [returned_row(item.table, told, line[0].row + 1) for told, line in lines]
    )


def _form(item: _Matched, answers: Answers) -> Incoming:
    """One row for each row of a form that is filled; what is blank is told, and is no value."""
    found = form_lines(item.lines, item.fields)
    reader = _ColumnReader(item, found.filled, answers)
    reader.obstacles += _other_years(item, found.filled)
    rows: list[IncomingRow] = []
    for told, line in zip(reader.named(), reader.lines, strict=False):
        row = str(line[0].row + 1)
        beside = dict(as_printed(item.table, _shown(item, line)))
        beside |= {field.name: row for field in item.table.schema.with_role(Role.ORIGIN)}
        rows.append(IncomingRow(form_row(item.table, told), row, beside))
    lacking = key_blanks(item.table, found.filled, item.fields)
    reader.obstacles += [key_blank(field, cell, item.grid.name) for field, cell in lacking]
    unfilled = tuple(_unfilled(found, item.grid.name))
    lines = tuple(_shown(item, line) for line in item.lines)
    return replace(reader.incoming(rows), unfilled=unfilled, lines=lines, whole=False)


def _other_years(item: _Matched, lines: Sequence[Line]) -> Iterator[Message]:
    """The rows of a form that name another year than it asks for: somebody changed that cell.

    A form that has lost its instructions asks for the year that most of its rows name.
    """
    time = _time(item.table)
    if time is None or time not in item.fields:
        return
    cells = [line[item.fields.index(time)] for line in lines]
    named = Counter(cell.shown for cell in cells)
    asked = item.asked or next(iter(named.most_common(1)), ("", 0))[0]
    for cell in cells:
        if not cell.empty and cell.shown != asked:
            yield message(
                "importer.form-other-year",
                sheet=in_sheet(item.grid.name),
                place=cell.place,
                title=time.title,
                cell=cell.shown,
                year=asked,
            )


def _shown(item: _Matched, line: Line) -> dict[str, str]:
    """The cells of a line as they stand there, by the columns that their headings name."""
    return {
        field.name: cell.shown
        for field, cell in zip(item.fields, line, strict=True)
        if field is not None
    }


def _unfilled(found: FormLines, sheet: str) -> Iterator[Message]:
    """What is still blank in a form; the cells are named where something else is filled."""
    if not found.waiting:
        return
    if not found.filled:
        yield message("importer.form-untouched", sheet=of_sheet(sheet), rows=found.waiting)
        return
    blanks = message("importer.cells", cells=tuple(cell.place for cell in found.blanks))
    yield message(
        "importer.rows-unfilled", sheet=in_sheet(sheet), blanks=blanks, rows=found.waiting
    )


def _wide(item: _Matched, time: Field, answers: Answers) -> Incoming:
    """One row for each row and year of the sheet.

    A cell that is empty because its number does not count says nothing; the column of statuses
    names the years of those.
    """
    reader = _ColumnReader(item, item.lines, answers)
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
                rows.append(returned_row(item.table, told, line[0].row + 1))
    return reader.returned(rows)


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
