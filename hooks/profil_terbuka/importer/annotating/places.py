"""Which places of a sheet a sentence is about: taken out of its values, never out of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...model.messages import Message, Told, clauses
from ..grid import column_letters

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LETTERS = re.compile(r"[A-Z]{1,3}")
_PLACES = frozenset({"place", "other_place", "one", "other", "places", "area"})
"""Values of sentences that are cells or areas, where they look like one."""
_ROWS = frozenset({"row", "one", "other"})
"""Values that are numbers of rows, where they look like one."""
_COLUMN = "column"
_FROM, _TO = ("first", "place"), "last"
_CELLS, _CELL_IN_SHEET = ("importer.cells", "cells"), ("importer.cell-in-sheet", "cell")
"""The clauses whose `cells` and `cell` are places: elsewhere they are what cells hold, and a name
such as 'A1' may well be that."""
_SHEETS = frozenset(
    {
        ("importer.in-sheet", "name"),
        ("importer.of-sheet", "name"),
        ("importer.cell-in-sheet", "sheet"),
    }
)


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
        return column_letters(self.left) if self.whole_column else ":".join(self.corners)

    @property
    def corners(self) -> tuple[str, ...]:
        """The names of its first and its last cell; of a single cell that one.

        >>> CellArea(2, 0, 19, 5).corners
        ('A3', 'F20')
        """
        first = f"{column_letters(self.left)}{self.top + 1}"
        last = f"{column_letters(self.right)}{self.bottom + 1}"
        return (first,) if first == last else (first, last)


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """What a sentence and its clauses name, each once: areas, whole rows, and the sheet.

    Rows are counted from 1, as people count them; `sheet` is '' where none is named.
    """

    areas: tuple[CellArea, ...] = ()
    rows: tuple[int, ...] = ()
    sheet: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The single cells, and the corners of areas; of a whole column none stands out."""
        marked = (area for area in self.areas if not area.whole_column)
        return tuple(dict.fromkeys(cell for area in marked for cell in area.corners))


def named_places(said: Message) -> NamedPlaces:
    """The places in a sentence and its clauses.

    >>> from ...model.messages import message
    >>> cells = message("importer.cells", cells=("B3", "B7"))
    >>> named_places(message("importer.ask-decimal", places=cells)).cells
    ('B3', 'B7')
    """
    within = list(clauses(said))
    areas = (area for clause in within for area in _areas(clause))
    rows = (row for clause in within for row in _rows(clause))
    sheets = (sheet for clause in within for sheet in _sheets(clause))
    return NamedPlaces(tuple(dict.fromkeys(areas)), tuple(dict.fromkeys(rows)), next(sheets, ""))


def areas_of(said: Message) -> tuple[CellArea, ...]:
    """The cells, areas and whole columns that a sentence and its clauses name, each once.

    >>> from ...model.messages import message
    >>> found = message("importer.merged-figure", first="C5", last="C7", cell="12")
    >>> [area.name for area in areas_of(found)]
    ['C5:C7']
    """
    return named_places(said).areas


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


def value_of(said: Message, name: str) -> str:
    """A text that a sentence tells under that name; '' where it tells none.

    >>> from ...model.messages import message
    >>> value_of(message("importer.ask-region", name="Dadap"), "name")
    'Dadap'
    """
    return next((value for key, value in said.values if key == name and isinstance(value, str)), "")


def _areas(clause: Message) -> Iterator[CellArea]:
    values = dict(clause.values)
    yield from _range(values)
    for name, value in clause.values:
        if name in _FROM and _TO in values:
            continue
        if name in _PLACES or (clause.name, name) in (_CELLS, _CELL_IN_SHEET):
            yield from filter(None, map(area_named, _texts(value)))
        elif name == _COLUMN:
            yield from (_whole_column(text) for text in _texts(value) if _LETTERS.fullmatch(text))


def _range(values: Mapping[str, Told]) -> Iterator[CellArea]:
    """`first`, or a `place`, and `last` are the corners of one area."""
    start = next((values[name] for name in _FROM if name in values), "")
    first, last = area_named(str(start)), area_named(str(values.get(_TO, "")))
    if first and last:
        yield CellArea(first.top, first.left, last.bottom, last.right)
    elif first:
        yield first


def _rows(clause: Message) -> Iterator[int]:
    for name, value in clause.values:
        if name in _ROWS:
            yield from (int(text) for text in _texts(value) if text.isdecimal())


def _sheets(clause: Message) -> Iterator[str]:
    for name, value in clause.values:
        if (clause.name, name) in _SHEETS:
            yield from _texts(value)


def _texts(value: Told) -> Iterator[str]:
    """The texts of a value, which may be a list of them; clauses among them are walked apart."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def _whole_column(letters: str) -> CellArea:
    at = _column(letters)
    return CellArea(0, at, 0, at, whole_column=True)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
