"""What marks in a sheet say about single numbers: provisional, missing, too small to tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import CellStatus
from ..grid import SheetCell
from ..read_table import ReadColumn
from .figures import says_few

_MEANINGS = (
    (re.compile(r"sementara|estimasi|proyeksi", re.IGNORECASE), CellStatus.PROVISIONAL),
    (re.compile(r"revisi|perbaikan|diperbaiki", re.IGNORECASE), CellStatus.REVISED),
)


def statuses(column: ReadColumn, notes: Sequence[SheetCell]) -> tuple[CellStatus, ...] | None:
    """The status of each row of the only measure of a table; None where no mark says anything."""
    if column.figures is None:
        return None
    told = {at: _noted(mark, notes) for at, mark in column.figures.noted.items()}
    told |= {
        at: CellStatus.WITHHELD if says_few(column.cells[at]) else CellStatus.MISSING
        for at in column.figures.absent
    }
    if set(told.values()) <= {CellStatus.NORMAL}:
        return None
    empty = {at for at, value in enumerate(column.figures.values) if value is None}
    return tuple(
        told.get(at, CellStatus.MISSING if at in empty else CellStatus.NORMAL)
        for at in range(len(column.cells))
    )


def _noted(mark: str, notes: Sequence[SheetCell]) -> CellStatus:
    """What the note with a mark says; a number whose note says nothing of it stays as it is."""
    bare = mark.strip().rstrip(")")
    for note in notes:
        if note.text.lstrip("( ").startswith(bare):
            for pattern, status in _MEANINGS:
                if pattern.search(note.text):
                    return status
    return CellStatus.NORMAL
