"""A table that was found in a sheet, and what stood around it."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.messages import Message
from ..grid import SheetCell
from ..shaping.sheet_table import SheetTable


@dataclass(frozen=True, slots=True)
class FoundTable:
    """The table, the lines above and below it, and how it was found."""

    sheet: SheetTable
    area: str
    """Its cells with the headings: 'A3:F20'."""
    letterhead: tuple[SheetCell, ...] = ()
    notes: tuple[SheetCell, ...] = ()
    steps: tuple[Message, ...] = ()
    """What was done to find it, in order."""
    obstacles: tuple[Message, ...] = ()
    """What only people can put right in the sheet."""
    fates: tuple[tuple[str, int], ...] = ()
    """What became of every filled cell: how many are data, headings, notes ..."""
