"""Which cells a sentence names: whoever found something out told it where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model.messages import Message, Told

_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_PLACES = frozenset({"place", "other_place", "first", "last", "cell"})
"""Values of sentences that are cells, where they look like one."""
_ROWS = frozenset({"row", "one", "other"})
"""Values that are numbers of rows."""
_CELLS = "importer.cells"
_IN_SHEET, _CELL_IN_SHEET = "importer.in-sheet", "importer.cell-in-sheet"


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """The cells and rows that a sentence names, and the sheet; '' where it names none."""

    sheet: str = ""
    cells: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()


def named_places(said: Message) -> NamedPlaces:
    """The places in a sentence and its clauses, each once.

    >>> from ...model.messages import message
    >>> cells = message("importer.cells", cells=("B3", "B7"))
    >>> named_places(message("importer.ask-decimal", places=cells)).cells
    ('B3', 'B7')
    """
    found = list(_walk(said))
    return NamedPlaces(
        sheet=next((value for kind, value in found if kind == "sheet"), ""),
        cells=tuple(dict.fromkeys(value for kind, value in found if kind == "cell")),
        rows=tuple(dict.fromkeys(int(value) for kind, value in found if kind == "row")),
    )


def value_of(said: Message, name: str) -> str:
    """A text that a sentence tells under that name; '' where it tells none.

    >>> from ...model.messages import message
    >>> value_of(message("importer.ask-region", name="Dadap"), "name")
    'Dadap'
    """
    return next((value for key, value in said.values if key == name and isinstance(value, str)), "")


def _walk(said: Message) -> Iterator[tuple[str, str]]:
    for name, value in said.values:
        yield from _told(said, name, value)


def _told(said: Message, name: str, value: Told) -> Iterator[tuple[str, str]]:
    """What one value of a sentence names: kind of place, and the place."""
    if isinstance(value, Message):
        yield from _walk(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _told(said, name, item)
    elif isinstance(value, str):
        kind = _kind(said.name, name, value)
        if kind:
            yield kind, value


def _kind(sentence: str, name: str, value: str) -> str:
    """What a text of a sentence is: 'sheet', 'cell', 'row', or '' for none of these."""
    if (sentence, name) in ((_IN_SHEET, "name"), (_CELL_IN_SHEET, "sheet")):
        return "sheet"
    if sentence == _CELLS and name == "cells":
        return "cell"
    # Elsewhere `cell` is what a cell holds, and a name such as 'A1' may well be that.
    if name in _PLACES and (name != "cell" or sentence == _CELL_IN_SHEET):
        return "cell" if _CELL.fullmatch(value) else ""
    return "row" if name in _ROWS and value.isdecimal() else ""
