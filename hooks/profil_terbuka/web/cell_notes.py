"""Which quality note a cell leads to, and what whoever quotes its number has to say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..model import CellStatus, Note, NoteStatus, Table
from ..words.gist import gist
from ..words.labels import NOTE_STATUS

_DOUBTING = (NoteStatus.DOUBTFUL, NoteStatus.INVALID, NoteStatus.AWAITING)
_TOLD_BY = {
    CellStatus.REVISED: NoteStatus.MENDED,
    CellStatus.DOUBTFUL: NoteStatus.DOUBTFUL,
    CellStatus.INVALID: NoteStatus.INVALID,
    CellStatus.WITHHELD: NoteStatus.WITHHELD,
}


class CellNotes:
    """The notes of a table by the cells that they are about."""

    def __init__(self, table: Table, notes: Sequence[Note]) -> None:
        self._notes = {note.name: note for note in notes}
        self._about = _by_cell(table, notes)

    def name(self, place: int, column: str, status: CellStatus = CellStatus.NORMAL) -> str:
        """The note that a cell leads to, '' for none: of several, one that tells of its status.

        `place` is the spreadsheet number of the row.
        """
        notes = self._about.get((place, column), ())
        wanted = _TOLD_BY.get(status)
        fitting = (note.name for note in notes if note.status is wanted)
        return next(fitting, notes[0].name if notes else "")

    def reasons(self, names: Iterable[str]) -> tuple[tuple[str, tuple[str, str]], ...]:
        """Of each of these notes, by name: what was decided, and why."""
        told = (self._notes[name] for name in dict.fromkeys(names))
        return tuple((note.name, (NOTE_STATUS[note.status], gist(note.reason))) for note in told)

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why the table as a whole is doubted."""
        notes = (note for note in self._notes.values() if _is_general(note))
        return tuple(gist(note.reason) for note in notes if note.status in _DOUBTING)


def _is_general(note: Note) -> bool:
    """Whether it is about the table as a whole: a mark on every cell would say nothing."""
    return not note.where and not note.columns


def _by_cell(table: Table, notes: Sequence[Note]) -> Mapping[tuple[int, str], list[Note]]:
    found: dict[tuple[int, str], list[Note]] = defaultdict(list)
    for note in notes:
        if _is_general(note):
            continue
        columns = note.columns or tuple(table.schema.position)
        for place, _ in table.select(note.where):
            for column in columns:
                found[place, column].append(note)
    return found
