"""A table that was found in a sheet: its columns with their headings, its rows by what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..grid import SheetCell, column_letters


class RowKind(StrEnum):
    """What a row of a table is."""

    DATA = "data"
    TOTAL = "total"
    AVERAGE = "average"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: what its heading rows say, from top to bottom, and its cells."""

    path: tuple[str, ...]
    cells: tuple[SheetCell, ...]
    place: int = -1
    """Its column in the sheet, counted from 0; -1 where it was made of other lines."""

    @property
    def title(self) -> str:
        """Its heading as one text."""
        return " ".join(self.path)

    @property
    def letters(self) -> str:
        """How the sheet calls it."""
        return column_letters(self.place) if self.place >= 0 else ""


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table: columns of as many cells as there are rows, and what each row is."""

    columns: tuple[SheetColumn, ...]
    kinds: tuple[RowKind, ...]
    numbers: tuple[int, ...]
    """Spreadsheet row number of each row."""

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings of its columns."""
        return tuple(column.title for column in self.columns)

    def only(self, places: Sequence[int]) -> SheetTable:
        """The same table with these rows alone."""
        columns = tuple(
            SheetColumn(column.path, tuple(column.cells[at] for at in places), column.place)
            for column in self.columns
        )
        kinds = tuple(self.kinds[at] for at in places)
        return SheetTable(columns, kinds, tuple(self.numbers[at] for at in places))
