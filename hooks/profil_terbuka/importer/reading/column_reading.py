"""What the reading of one column gives, and how its cells are told to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model.messages import Message, message
from ..grid import SheetCell
from ..questions import Question
from ..read_table import ReadColumn

SHOWN = 3
"""Cells that are named at most; of the others it is told how many they are."""
LONGEST_SHOWN = 40
"""Letters of a cell that are shown."""


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """A column as it was read, what was decided, and what people have to decide or mend."""

    column: ReadColumn
    steps: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()
    obstacles: tuple[Message, ...] = ()


def places(cells: Sequence[SheetCell]) -> Message:
    """Where cells stand: 'sel B3, B7, B9 dan 4 lagi'.

    >>> from ...words.catalogues import text
    >>> text(places([SheetCell("a", row=row, column=1) for row in (2, 6, 8, 9)]))
    'sel B3, B7, B9 dan 1 lagi'
    """
    return message("importer.cells", cells=tuple(cell.place for cell in cells))
