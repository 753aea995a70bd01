"""A sheet as it is drawn on a page: its cells with their letters, each as what it was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..importer.annotating.places import CellArea, areas_of
from ..importer.grid import MergedArea, SheetCell, SheetGrid, column_letters
from ..model.messages import Message
from ..words.numbers import number
from .sheet_kinds import HIDDEN, CellPart, UnderstoodSheet

MOST_ROWS, MOST_COLUMNS = 200, 30
_ABOVE, _BESIDE = 12, 2
"""Rows and columns before the table that are drawn as well."""
_LONG_NUMBER = 10_000
"""From here on thousands are told apart by a point; below, it may be a year, which has none."""
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class SheetMark:
    """A question or an obstacle with the cells it is about; `anchor` is where it stands."""

    sign: str
    anchor: str
    style: str
    areas: tuple[CellArea, ...]

    def covers(self, row: int, column: int, tables: Sequence[CellArea]) -> bool:
        """Whether it is about a cell; a whole column is marked at the table's first row."""
        for area in self.areas:
            if area.whole_column:
                if column == area.left and any(row == table.top for table in tables):
                    return True
            elif area.top <= row <= area.bottom and area.left <= column <= area.right:
                return True
        return False


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """One cell: its text or what stands for it, its classes, the marks that lead to questions."""

    name: str
    text: str
    classes: str
    marks: tuple[SheetMark, ...] = ()
    rows: int = 1
    columns: int = 1
    """How many rows and columns it covers, where cells are merged."""


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row by its number in the spreadsheet."""

    number: str
    cells: tuple[DrawnCell, ...]


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """As much of a sheet as a page shows."""

    name: str
    letters: tuple[str, ...]
    rows: tuple[DrawnRow, ...]
    parts: tuple[CellPart, ...]
    """What occurs in it, for the legend."""
    more_rows: int
    more_columns: int


def marks_for(questions: Sequence[Message], obstacles: Sequence[Message]) -> tuple[SheetMark, ...]:
    """The marks of all that is asked or has to be mended; each leads to where it is said."""
    asked = [
        SheetMark(str(at), f"tanya-{at}", "ditanya", areas_of(said))
        for at, said in enumerate(questions, start=1)
    ]
    wrong = [
        SheetMark(f"!{at}", f"perbaiki-{at}", "keliru", areas_of(said))
        for at, said in enumerate(obstacles, start=1)
    ]
    return tuple(mark for mark in (*wrong, *asked) if mark.areas)


def drawn_sheet(sheet: UnderstoodSheet, marks: Sequence[SheetMark]) -> DrawnSheet:
    """The sheet around its tables, at most MOST_ROWS times MOST_COLUMNS cells."""
    grid = sheet.grid
    window = _window(sheet)
    covered = _covering(grid, window)
    rows = tuple(
        DrawnRow(
            str(row + 1),
            tuple(
                _cell(sheet, marks, covered[row, column])
                for column in range(window.left, window.right + 1)
                if (row, column) in covered
            ),
        )
        for row in range(window.top, window.bottom + 1)
    )
    shown = {
        sheet.part(row, column)
        for row in range(window.top, window.bottom + 1)
        for column in range(window.left, window.right + 1)
    }
    return DrawnSheet(
        grid.name,
        tuple(column_letters(at) for at in range(window.left, window.right + 1)),
        rows,
        tuple(part for part in CellPart if part in shown),
        max(0, len(grid.rows) - 1 - window.bottom),
        max(0, grid.width - 1 - window.right),
    )


def _window(sheet: UnderstoodSheet) -> CellArea:
    """Which cells are drawn."""
    top = min((area.top for area in sheet.areas), default=0)
    left = min((area.left for area in sheet.areas), default=0)
    top, left = max(0, top - _ABOVE), max(0, left - _BESIDE)
    bottom = min(len(sheet.grid.rows), top + MOST_ROWS) - 1
    right = min(sheet.grid.width, left + MOST_COLUMNS) - 1
    return CellArea(top, left, bottom, right)


def _covering(grid: SheetGrid, window: CellArea) -> Mapping[tuple[int, int], MergedArea]:
    """The cells to draw with the area each covers: those below a merged one are not there."""
    found = {
        (row, column): MergedArea(row, column, row, column)
        for row in range(window.top, window.bottom + 1)
        for column in range(window.left, window.right + 1)
    }
    for area in grid.merged:
        if (area.top, area.left) not in found:
            continue
        bottom, right = min(area.bottom, window.bottom), min(area.right, window.right)
        for spot in _spots(area.top, area.left, bottom, right):
            found.pop(spot, None)
        found[area.top, area.left] = MergedArea(area.top, area.left, bottom, right)
    return found


def _spots(top: int, left: int, bottom: int, right: int) -> Iterator[tuple[int, int]]:
    for row in range(top, bottom + 1):
        yield from ((row, column) for column in range(left, right + 1))


def _cell(sheet: UnderstoodSheet, marks: Sequence[SheetMark], area: MergedArea) -> DrawnCell:
    cell = sheet.grid.rows[area.top][area.left]
    part = sheet.part(area.top, area.left)
    own = tuple(mark for mark in marks if mark.covers(area.top, area.left, sheet.areas))
    text = HIDDEN if part is CellPart.PRIVATE and not cell.empty else _shown(cell)
    classes = [part.value, *_edges(sheet, area), *dict.fromkeys(mark.style for mark in own)]
    classes += ["angka"] if cell.number is not None else []
    return DrawnCell(
        cell.place or "",
        text,
        " ".join(classes),
        own,
        area.bottom - area.top + 1,
        area.right - area.left + 1,
    )


def _edges(sheet: UnderstoodSheet, area: MergedArea) -> Iterator[str]:
    """The sides at which a table ends."""
    for table in sheet.areas:
        inside = table.top <= area.top <= table.bottom and table.left <= area.left <= table.right
        if inside:
            yield from ["atas"] if area.top == table.top else []
            yield from ["bawah"] if area.bottom == table.bottom else []
            yield from ["kiri"] if area.left == table.left else []
            yield from ["kanan"] if area.right == table.right else []


def _shown(cell: SheetCell) -> str:
    """A cell as the language writes it."""
    if cell.number is None:
        text = " ".join(cell.text.split())
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    is_short = cell.number == int(cell.number) and abs(cell.number) < _LONG_NUMBER
    shown = f"{cell.number:.0f}" if is_short else number(cell.number)
    return f"{shown}{'%' if cell.mark == '%' else ''}"
