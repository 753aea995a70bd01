"""What each cell of a sheet is: heading, data, total, note; and which must not be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..importer import Answers
from ..importer.annotating.places import CellArea, area_named, areas_of
from ..importer.choosing import choose
from ..importer.grid import Book, SheetCell, SheetGrid
from ..importer.layout import FoundTable, find_tables
from ..importer.people import without_people
from ..importer.sheet_table import RowKind
from ..model.messages import Message, rewritten
from ..privacy.scan import hits

_CONTENT = frozenset({"cell", "other_cell", "cells", "written", "words"})
"""Values of messages that repeat what stands in cells."""

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
class UnderstoodSheet:
    """A sheet, where its tables stand, and what its cells are where they are not outside."""

    grid: SheetGrid
    areas: tuple[CellArea, ...]
    parts: Mapping[Spot, CellPart]

    def touches_private(self, said: Message) -> bool:
        """Whether a message is about a cell that must not be shown."""
        return any(
            self.part(row, column) is CellPart.PRIVATE
            for area in areas_of(said)
            if not area.whole_column
            for row in range(area.top, area.bottom + 1)
            for column in range(area.left, area.right + 1)
        )

    def part(self, row: int, column: int) -> CellPart:
        """What a cell is."""
        return self.parts.get((row, column), CellPart.OUTSIDE)


def understood_sheet(book: Book, answers: Answers) -> UnderstoodSheet | None:
    """The sheet that is read, or asked about; None where it is not known which sheet is meant.

    Raises Unusable where no table is found.
    """
    chosen = choose(book, answers)
    grid = chosen.grid
    if chosen.table is not None:
        tables: Sequence[FoundTable] = (chosen.table,)
    elif len([other for other in book.grids if other.filled and not other.hidden]) > 1:
        return None
    else:
        tables = find_tables(grid)
    parts: dict[Spot, CellPart] = {}
    for table in tables:
        parts.update(_parts(table))
    # Hidden columns are drawn as well, and tables that nobody reads: people may stand in them.
    for table in (*find_tables(grid, hidden_columns=True), *tables):
        parts.update(_closed(table, answers))
    parts.update(_private_cells(grid))
    areas = tuple(area for table in tables if (area := area_named(table.area)))
    return UnderstoodSheet(grid, areas, parts)


def _parts(table: FoundTable) -> Iterator[tuple[Spot, CellPart]]:
    area = area_named(table.area)
    if area is None:
        return
    rows = zip(table.sheet.numbers, table.sheet.kinds, strict=True)
    kinds = {number - 1: kind for number, kind in rows}
    first = min(kinds, default=area.bottom + 1)
    for row in range(area.top, area.bottom + 1):
        part = _row_part(kinds.get(row), row < first)
        yield from (((row, column), part) for column in range(area.left, area.right + 1))
    for cell in (*table.letterhead, *table.notes):
        yield (cell.row, cell.column), CellPart.LETTERHEAD


def _row_part(kind: RowKind | None, above: bool) -> CellPart:
    """A row of the table that is none of its rows leads a group, or repeats the headings."""
    if kind is RowKind.DATA:
        return CellPart.DATA
    if kind is not None:
        return CellPart.TOTAL
    return CellPart.HEADING if above else CellPart.GROUP


def _closed(table: FoundTable, answers: Answers) -> Iterator[tuple[Spot, CellPart]]:
    """Cells of columns that are left out, being about single people, or may be: headings stay."""
    area = area_named(table.area)
    if area is None:
        return
    first = min(table.sheet.numbers, default=area.bottom + 2) - 1
    for column in _left_out(table, answers):
        yield from (((row, column), CellPart.PRIVATE) for row in range(first, area.bottom + 1))


def _left_out(table: FoundTable, answers: Answers) -> set[int]:
    """Of a list of people that is every column but those that are counted by."""
    found = without_people(table.sheet, answers)
    kept = {column.place for column in found.table.columns}
    unsure = {
        area.left
        for question in found.questions
        for area in areas_of(question.said)
        if area.whole_column
    }
    return ({column.place for column in table.sheet.columns} - kept) | unsure


def _private_cells(grid: SheetGrid) -> Iterator[tuple[Spot, CellPart]]:
    """Cells anywhere that hold a number or an address of a person."""
    for row in grid.rows:
        private = filter(_is_private, row)
        yield from (((cell.row, cell.column), CellPart.PRIVATE) for cell in private)


def _is_private(cell: SheetCell) -> bool:
    return bool(cell.text) and bool(hits(cell.text, in_cell=True))


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
