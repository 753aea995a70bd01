"""What each cell of a sheet is: heading, data, total, note; and which must not be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..importer import Answers
from ..importer.annotating.places import CellArea, area_named, areas_of
from ..importer.choosing import Chosen, choose
from ..importer.grid import Book, SheetGrid
from ..importer.layout import FoundTable, find_tables
from ..importer.people.personal_columns import without_people
from ..importer.shaping.sheet_table import RowKind
from ..model.messages import Message, rewritten
from ..privacy.scan import hits

_CONTENT = frozenset({"cell", "other_cell", "cells", "written", "words"})
"""Values of messages that repeat what stands in cells."""
_NEAR = 50
"""Rows of an area that are looked at, to tell whether it holds what must not be shown."""

HIDDEN = "\N{BLACK CIRCLE}" * 3
"""Stands for what must not be shown; always as long, whatever it hides."""


class CellPart(StrEnum):
    """What a cell of a sheet is; the values are classes of the style sheet."""

    HEADING = "judul-tabel"
    DATA = "isi-tabel"
    TOTAL = "jumlah"
    GROUP = "kelompok"
    LETTERHEAD = "kop"
    OUTSIDE = "luar"
    PRIVATE = "tertutup"


Spot = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class LaidTable:
    """Where a table stands, what its rows are, and which of its columns must not be shown."""

    area: CellArea
    rows: Mapping[int, CellPart]
    first: int
    """Its first row below the headings."""
    left_out: frozenset[int] = frozenset()

    def covers(self, row: int, column: int) -> bool:
        """Whether a cell stands in it."""
        area = self.area
        return area.top <= row <= area.bottom and area.left <= column <= area.right

    def hides(self, row: int, column: int) -> bool:
        """Whether a cell tells of people: headings stay."""
        return column in self.left_out and self.first <= row <= self.area.bottom

    def part(self, row: int) -> CellPart:
        """A row of the table that is none of its rows leads a group, or repeats the headings."""
        return self.rows.get(row, CellPart.HEADING if row < self.first else CellPart.GROUP)


@dataclass(frozen=True, slots=True)
class UnderstoodSheet:
    """A sheet, the tables that are read in it, and others in which people may stand."""

    grid: SheetGrid
    tables: tuple[LaidTable, ...]
    others: tuple[LaidTable, ...] = ()
    beside: frozenset[Spot] = frozenset()
    """The lines above and below the tables."""

    @property
    def areas(self) -> tuple[CellArea, ...]:
        """Where the tables stand that are read."""
        return tuple(table.area for table in self.tables)

    def touches_private(self, said: Message) -> bool:
        """Whether a message is about a cell that must not be shown; of a large area its corners
        and what lies close to the first of them tell."""
        return any(
            self.part(row, column) is CellPart.PRIVATE
            for area in areas_of(said)
            if not area.whole_column
            for row in (*range(area.top, min(area.bottom, area.top + _NEAR) + 1), area.bottom)
            for column in range(area.left, area.right + 1)
        )

    def part(self, row: int, column: int) -> CellPart:
        """What a cell is."""
        hidden = (*self.tables, *self.others)
        if any(table.hides(row, column) for table in hidden) or self._is_private(row, column):
            return CellPart.PRIVATE
        for table in self.tables:
            if table.covers(row, column):
                return table.part(row)
        return CellPart.LETTERHEAD if (row, column) in self.beside else CellPart.OUTSIDE

    def _is_private(self, row: int, column: int) -> bool:
        """Whether a cell, wherever it stands, holds a number or an address of a person."""
        if row >= len(self.grid.rows) or column >= self.grid.width:
            return False
        text = self.grid.rows[row][column].text
        return bool(text) and bool(hits(text, in_cell=True))


def understood_sheet(
    book: Book, answers: Answers, chosen: Chosen | None = None
) -> UnderstoodSheet | None:
    """The sheet that is read, or asked about; None where it is not known which sheet is meant.

    `chosen`: what was found in it when it was read. Raises Unusable where no table is found.
    """
    chosen = chosen or choose(book, answers)
    grid = chosen.grid
    if chosen.table is not None:
        tables: Sequence[FoundTable] = (chosen.table,)
    elif len([other for other in book.grids if other.filled and not other.hidden]) > 1:
        return None
    else:
        tables = find_tables(grid)
    beside = frozenset(
        (cell.row, cell.column) for table in tables for cell in (*table.letterhead, *table.notes)
    )
    laid = tuple(_laid(tables, answers))
    # Hidden columns are drawn as well, and tables that nobody reads: people may stand in them.
    hidden = grid.hidden_columns or _leaves_cells(grid, laid, beside)
    others = find_tables(grid, hidden_columns=True) if hidden else ()
    return UnderstoodSheet(grid, laid, tuple(_laid(others, answers)), beside)


def _laid(tables: Sequence[FoundTable], answers: Answers) -> Iterator[LaidTable]:
    for table in tables:
        area = area_named(table.area)
        if area is None:
            continue
        numbered = zip(table.sheet.numbers, table.sheet.kinds, strict=True)
        rows = {number - 1: _ROW_PARTS[kind] for number, kind in numbered}
        first = min(rows, default=area.bottom + 1)
        yield LaidTable(area, rows, first, frozenset(_left_out(table, answers)))


def _leaves_cells(grid: SheetGrid, laid: Sequence[LaidTable], beside: frozenset[Spot]) -> bool:
    """Whether anything stands in a sheet outside of these tables and the lines about them."""
    return any(
        not cell.empty
        and (cell.row, cell.column) not in beside
        and not any(table.covers(cell.row, cell.column) for table in laid)
        for row in grid.rows
        for cell in row
    )


_ROW_PARTS = {
    RowKind.DATA: CellPart.DATA,
    RowKind.TOTAL: CellPart.TOTAL,
    RowKind.AVERAGE: CellPart.TOTAL,
}


def _left_out(table: FoundTable, answers: Answers) -> set[int]:
    """Columns about single people, or that may be; of a list of people every column but those
    that are counted by."""
    found = without_people(table.sheet, answers)
    kept = {column.place for column in found.table.columns}
    unsure = {
        area.left
        for question in found.questions
        for area in areas_of(question.said)
        if area.whole_column
    }
    return ({column.place for column in table.sheet.columns} - kept) | unsure


def discreet(said: Message, sheet: UnderstoodSheet | None) -> Message:
    """A message that repeats nothing of what the drawn sheet hides.

    >>> from ..model.messages import message
    >>> discreet(message("importer.untitled-column", cell="warga@contoh.example"), None).values
    (('cell', '●●●'),)
    """
    if sheet is not None and sheet.touches_private(said):
        values = tuple((name, HIDDEN if name in _CONTENT else value) for name, value in said.values)
        said = Message(said.name, values)
    return rewritten(said, _hidden)


def _hidden(text: str) -> str:
    return HIDDEN if hits(text, in_cell=True) else text
