"""What single cells hold, as far as the shape of a table goes: words, figures, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache

from ..grid import FAULTS, MergedArea, SheetCell, SheetGrid
from ..reading.figures import looks_like_figure, says_absent
from .wording import year_in

_REMEMBERED = 100_000
"""Texts that were judged: the same stand in many cells."""
LEAST_NUMBERED = 3
"""1, 2 below headings may be data; 1, 2, 3 number the columns."""
LEAST_BRACKETED = 2
"""(1), (2) below headings cannot be anything else."""


class CellContent(Enum):
    """What a cell holds."""

    NOTHING = "nothing"
    WORDS = "words"
    FIGURE = "figure"
    ABSENT = "absent"
    """A mark that says: no figure here; also the fault of a formula."""


def content_of(cell: SheetCell) -> CellContent:
    """What a cell holds.

    >>> content_of(SheetCell("Rp 1.500")).name, content_of(SheetCell("-")).name
    ('FIGURE', 'ABSENT')
    """
    if cell.number is not None:
        return CellContent.FIGURE
    return _content_of_text(cell.text) if cell.text else CellContent.NOTHING


@lru_cache(_REMEMBERED)
def _content_of_text(text: str) -> CellContent:
    cell = SheetCell(text)
    if says_absent(cell) or text in FAULTS:
        return CellContent.ABSENT
    return CellContent.FIGURE if looks_like_figure(cell) else CellContent.WORDS


@dataclass(frozen=True)
class Block:
    """A part of a grid that may hold tables: all its rows, and the columns from `left` to `right`.

    Hidden columns and empty ones do not count; `columns` are those that do.
    """

    grid: SheetGrid
    columns: tuple[int, ...]

    @cached_property
    def contents(self) -> tuple[tuple[CellContent, ...], ...]:
        """For each row what its cells hold, in the order of `columns`."""
        return tuple(
            tuple(content_of(row[column]) for column in self.columns) for row in self.grid.rows
        )

    @cached_property
    def merges(self) -> dict[tuple[int, int], MergedArea]:
        """The merged area that begins at a row and column of the grid."""
        return {(area.top, area.left): area for area in self.grid.merged}

    @cached_property
    def covers(self) -> dict[tuple[int, int], MergedArea]:
        """The merged area that a cell lies in, for every cell of each."""
        return {
            (row, column): area
            for area in self.grid.merged
            for row in range(area.top, min(area.bottom, len(self.grid.rows) - 1) + 1)
            for column in range(area.left, min(area.right, self.grid.width - 1) + 1)
        }

    @cached_property
    def lines(self) -> tuple[tuple[SheetCell, ...], ...]:
        """`cells` of every row."""
        return tuple(tuple(row[column] for column in self.columns) for row in self.grid.rows)

    @cached_property
    def all_filled(self) -> tuple[tuple[int, ...], ...]:
        """`filled` of every row."""
        return tuple(
            tuple(at for at, item in enumerate(row) if item is not CellContent.NOTHING)
            for row in self.contents
        )

    def cells(self, row: int) -> tuple[SheetCell, ...]:
        """The cells of a row."""
        return self.lines[row]

    def filled(self, row: int) -> tuple[int, ...]:
        """Places, in `columns`, of the cells of a row that hold anything."""
        return self.all_filled[row]

    def spanned(self, row: int, at: int) -> int:
        """How many of its columns the cell at place `at` of a row covers by a merge; at least 1."""
        area = self.merges.get((row, self.columns[at]))
        if area is None:
            return 1
        return sum(1 for column in self.columns if area.left <= column <= area.right)

    def shown(self, row: int, at: int) -> SheetCell:
        """The cell at a place, or the first one of the merged area it lies in."""
        area = self.covers.get((row, self.columns[at]))
        return self.grid.rows[area.top][area.left] if area else self.cells(row)[at]


def are_years(cells: Sequence[SheetCell]) -> bool:
    """Whether all cells name years, each another: 2022, 2023, 2024.

    >>> are_years([SheetCell("2022"), SheetCell("Tahun 2023*)")])
    True
    """
    years = [year_in(cell) for cell in cells]
    return bool(years) and None not in years and len(set(years)) == len(years)


def numbers_columns(cells: Sequence[SheetCell]) -> bool:
    """Whether cells number the columns: 1, 2, 3; (1), (2), (3), which Excel reads as -1, -2, -3.

    >>> numbers_columns([SheetCell("(1)"), SheetCell("(2)"), SheetCell("(3)")])
    True
    """
    if not cells or cells[0].shown.strip("()-. ") != "1":  # nearly always
        return False
    texts = [cell.shown.strip("()-. ") for cell in cells]
    bracketed = all(cell.text.startswith("(") or (cell.number or 0) < 0 for cell in cells)
    enough = len(cells) >= (LEAST_BRACKETED if bracketed else LEAST_NUMBERED)
    return enough and texts == [str(at) for at in range(1, len(cells) + 1)]
