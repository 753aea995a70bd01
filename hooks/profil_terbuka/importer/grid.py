"""What a file holds before anybody understands it: sheets of cells, each where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from ..model.messages import Message

SIGNIFICANT = 15
"""Digits that Excel keeps and shows; what floating point adds behind them was never typed."""
FAULTS = frozenset(
    {"#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
"""What formulas show that cannot be computed; '#N/A' is used on purpose, for: no number."""
_REMEMBERED = 50_000
"""Texts that were tidied: the same stand in many cells."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell: its text, or the number it is by the file's own account, and the mark beside it."""

    text: str = ""
    number: Decimal | None = None
    mark: str = ""
    """`%` or `Rp` where the sheet shows the number so; a percentage is times a hundred already."""
    dated: bool = False
    """The file holds a date: `text` is that day as people write it in data, 2024-01-31."""
    row: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)
    """Where it stands in its sheet, counted from 0."""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.number is None and not self.text

    @property
    def shown(self) -> str:
        """The cell as text."""
        return self.text if self.number is None else f"{self.number:f}"

    @property
    def place(self) -> str:
        """Its name in a spreadsheet.

        >>> SheetCell(row=13, column=3).place, SheetCell(row=0, column=27).place
        ('D14', 'AB1')
        """
        return f"{column_letters(self.column)}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class MergedArea:
    """Cells that are one: rows and columns counted from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """One sheet: its rows, all of one width, as far as anything stands in it."""

    name: str
    """'' where a file has no sheets: text."""
    rows: tuple[tuple[SheetCell, ...], ...]
    merged: tuple[MergedArea, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    """Whether the sheet itself is hidden."""

    @property
    def width(self) -> int:
        """How many columns its rows have."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def filled(self) -> bool:
        """Whether anything stands in it."""
        return any(not cell.empty for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Book:
    """A file that was read: its sheets in their order, and how it had to be read."""

    file: str
    grids: tuple[SheetGrid, ...]
    told: tuple[Message, ...] = ()
    """What the person should know about the reading: another encoding, which separator."""


def column_letters(column: int) -> str:
    """The letters of a column that is counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(_REMEMBERED)
def tidy(text: str) -> str:
    """Text without letters that nobody sees; runs of spaces, also unbreakable ones, are one.

    >>> tidy(" Kota\\u00a0 Contoh\\u200b ")
    'Kota Contoh'
    """
    lines = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def grid_of(rows: Sequence[Sequence[SheetCell]], name: str = "") -> SheetGrid:
    """A grid of rows that may differ in width: cut to what is filled, each cell told its place."""
    width = max((_used(row) for row in rows), default=0)
    height = max((at for at, row in enumerate(rows, start=1) if _used(row)), default=0)
    placed = tuple(
        tuple(
            _placed(row[column] if column < len(row) else _NOTHING, at, column)
            for column in range(width)
        )
        for at, row in enumerate(rows[:height])
    )
    return SheetGrid(name, placed)


_NOTHING = SheetCell()


def _placed(cell: SheetCell, row: int, column: int) -> SheetCell:
    return SheetCell(cell.text, cell.number, cell.mark, cell.dated, row, column)


def _used(row: Sequence[SheetCell]) -> int:
    """How many cells of a row there are up to the last one that holds anything."""
    return next((at for at in range(len(row), 0, -1) if not row[at - 1].empty), 0)
