"""A NIK cut into neighbouring cells of a table: side by side, or one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .identity import LENGTH, SHAPES, has_nik_structure

_LAST = {4, 8, 10}
"""Digits in the last cell; it ends in the serial number, of which seldom a thousand are given."""
_MOST_CELLS = 7


@dataclass(frozen=True, slots=True)
class Spread:
    """The last cell of a cut NIK (indices of its row and column) and all the digits."""

    row: int
    column: int
    figures: str


def spread_numbers(rows: Sequence[Sequence[str]]) -> Iterator[Spread]:
    """Cut numbers in the cells of a table; of a column of figures nothing is reported.

    The last cell tells: it begins with 0, as no count does, or holds ten digits.

    >>> list(spread_numbers([["Fulan", "919999", "310290", "0001"]]))
    [Spread(row=0, column=3, figures='9199993102900001')]
    """
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if not may_end_number(cell):
                continue
            beside = row[max(0, column - _MOST_CELLS + 1) : column + 1]
            above = [
                line[column]
                for line in rows[max(0, number - _MOST_CELLS + 1) : number + 1]
                if column < len(line)
            ]
            found = _joined(beside) or (_joined(above) if cell.startswith("0") else "")
            if found:
                yield Spread(number, column, found)


def may_end_number(cell: str) -> bool:
    """Whether the last part of a cut NIK is written like this cell."""
    if len(cell) not in _LAST or not (cell.isascii() and cell.isdecimal()):
        return False
    return cell[-4] == "0" and cell[-4:] != "0000" and (cell[0] == "0" or len(cell) == 10)


def _joined(cells: Sequence[str]) -> str:
    """The digits of the last cells that make up a NIK; '' where they do not."""
    figures = ""
    shape: tuple[int, ...] = ()
    for cell in reversed(cells):
        if not (cell.isascii() and cell.isdecimal()) or len(figures) + len(cell) > LENGTH:
            return ""
        figures, shape = cell + figures, (len(cell), *shape)
        if len(figures) == LENGTH:
            return figures if shape in SHAPES and has_nik_structure(figures) else ""
    return ""
