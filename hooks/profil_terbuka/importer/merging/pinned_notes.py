"""Notes about rows stay with the rows they were written for: next year's namesakes are other rows.

A note that names a row by its place alone speaks of every year. Before rows of a new one come in,
the years it was written about are written into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...model import Note, Table, Value
from ...model.messages import Message, message
from .fixed_values import tells_when
from .merge import Cells, Merge


@dataclass(frozen=True, slots=True)
class PinnedNote:
    """A note with the times it is about: column -> what its rows hold there so far."""

    name: str
    times: Mapping[str, tuple[Value, ...]]

    @property
    def told(self) -> Message:
        """What to tell of it."""
        times = tuple(str(value) for values in self.times.values() for value in values)
        return message("importer.step-note-pinned", note=self.name, times=times)


def pinned_notes(notes: Sequence[Note], merge: Merge) -> Iterator[PinnedNote]:
    """The notes about rows of the table that rows of another time would fall under.

    >>> from ...model import NoteStatus
    >>> from ...model.invented import invented_table
    >>> table = invented_table("tahun, desa, jumlah (orang)", (2024, "Dadap", 0))
    >>> said = ("", "0", "", "", "")
    >>> note = Note("nol", "data", NoteStatus.KEPT, *said, {"desa": ("Dadap",)}, ("jumlah",))
    >>> cells = (("2024", "Dadap", "0"), ("2025", "Dadap", "7"))
    >>> found = pinned_notes([note], Merge(table, cells, added=(("2025", "Dadap"),)))
    >>> [pin.times for pin in found]
    [{'tahun': (2024,)}]
    """
    added = list(_added(merge))
    for note in notes:
        times = _times(merge.table, note)
        if note.table != merge.table.name or not times:
            continue
        rows = [row for _, row in merge.table.select(note.where)]
        if rows and any(_is_meant(merge.table, note, cells) for cells in added):
            position = merge.table.schema.position
            held = {name: tuple(dict.fromkeys(r[position[name]] for r in rows)) for name in times}
            yield PinnedNote(note.name, held)


def _added(merge: Merge) -> Iterator[Cells]:
    """The rows that are new."""
    places = [merge.table.schema.position[name] for name in merge.table.schema.primary_key]
    keys = set(merge.added)
    return (cells for cells in merge.cells if tuple(cells[at] for at in places) in keys)


def _times(table: Table, note: Note) -> list[str]:
    """The columns that tell when, of a note about cells that names none of them."""
    if not (note.where or note.columns):  # it speaks of the table as such
        return []
    names = [name for name in table.schema.primary_key if tells_when(table, table.schema[name])]
    return [] if set(names) & set(note.where) else names


def _is_meant(table: Table, note: Note, cells: Cells) -> bool:
    """Whether a row that is to be written would fall under a note."""
    position = table.schema.position
    return all(
        cells[position[name]] in map(_written, values)
        for name, values in note.where.items()
        if name in position
    )


def _written(value: Value) -> str:
    return "" if value is None else str(value)


def with_pinned_notes(document: Mapping[str, Any], pins: Sequence[PinnedNote]) -> dict[str, Any]:
    """The descriptor in which these notes name the times they are about."""
    times = {pin.name: {name: list(held) for name, held in pin.times.items()} for pin in pins}
    notes = [
        {**note, "baris": {**times[note["nama"]], **note.get("baris", {})}}
        if note["nama"] in times
        else note
        for note in document.get("catatan", ())
    ]
    return {**document, "catatan": notes} if times else dict(document)
