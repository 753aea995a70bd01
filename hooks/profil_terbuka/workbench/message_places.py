"""Which cells of a sheet a message is about: taken out of its values, never out of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..importer.grid import column_letters
from ..model.messages import Message, Told

_SINGLE = ("place", "other_place", "one", "other")
_SEVERAL = ("places", "area")
_CELLS = "importer.cells"
"""The clause that lists cells: in no other are `cells` places."""
_COLUMN = "column"
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LETTERS = re.compile(r"[A-Z]{1,3}")


@dataclass(frozen=True, slots=True)
class CellArea:
    """Cells from a corner to the other, rows and columns counted from 0; one cell: both alike.

    `whole_column`: its cells in every row of the table.
    """

    top: int
    left: int
    bottom: int
    right: int
    whole_column: bool = False

    @property
    def name(self) -> str:
        """As a spreadsheet calls it.

        >>> CellArea(2, 0, 19, 5).name, CellArea(2, 1, 2, 1).name
        ('A3:F20', 'B3')
        """
        if self.whole_column:
            return column_letters(self.left)
        first = f"{column_letters(self.left)}{self.top + 1}"
        last = f"{column_letters(self.right)}{self.bottom + 1}"
        return first if first == last else f"{first}:{last}"


def areas_of(said: Message) -> tuple[CellArea, ...]:
    """The cells that a message and its clauses name, each once, in the order of their values.

    >>> from ..model.messages import message
    >>> found = message("importer.merged-figure", first="C5", last="C7", cell="12")
    >>> [area.name for area in areas_of(found)]
    ['C5:C7']
    """
    return tuple(dict.fromkeys(_in_message(said)))


def _in_message(said: Message) -> Iterator[CellArea]:
    values = dict(said.values)
    yield from _range(values)
    for name, value in said.values:
        if name in _SINGLE or name in _SEVERAL or (name == "cells" and said.name == _CELLS):
            yield from _in_value(value)
        elif name == _COLUMN:
            yield from _columns(value)
        yield from _in_clauses(value)


def _range(values: Mapping[str, Told]) -> Iterator[CellArea]:
    """`first` and `last` are the corners of one area."""
    ends = [area_named(str(values.get(name, ""))) for name in ("first", "last")]
    if ends[0] and ends[1]:
        yield CellArea(ends[0].top, ends[0].left, ends[1].bottom, ends[1].right)
    elif ends[0]:
        yield ends[0]


def _in_value(value: Told) -> Iterator[CellArea]:
    if isinstance(value, str) and (found := area_named(value)):
        yield found
    elif isinstance(value, tuple):
        for item in value:
            yield from _in_value(item)


def _columns(value: Told) -> Iterator[CellArea]:
    """A column by its letters."""
    if isinstance(value, str) and _LETTERS.fullmatch(value):
        at = _column(value)
        yield CellArea(0, at, 0, at, whole_column=True)


def _in_clauses(value: Told) -> Iterator[CellArea]:
    if isinstance(value, Message):
        yield from _in_message(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _in_clauses(item)


def area_named(text: str) -> CellArea | None:
    """The cells of a name such as 'B3' or 'A3:F20'; None where it is no such name.

    >>> area_named("AB12")
    CellArea(top=11, left=27, bottom=11, right=27, whole_column=False)
    """
    first, _, last = text.partition(":")
    one, other = _CELL.fullmatch(first), _CELL.fullmatch(last or first)
    if one is None or other is None:
        return None
    return CellArea(int(one[2]) - 1, _column(one[1]), int(other[2]) - 1, _column(other[1]))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
