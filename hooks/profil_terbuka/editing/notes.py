"""Notes that tell readers what was corrected, and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..importer.drafting.names import LONGEST, dataset_slug
from ..importer.merging import CellChange, Merge
from ..model import CellStatus, Field, NoteStatus, Role
from ..model.messages import message
from ..words.catalogues import text

Document = Mapping[str, Any]
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why numbers change, and who says so, on which day."""

    why: str
    by: str
    day: datetime.date


def with_notes(document: Document, merges: Sequence[Merge], reason: Reason) -> Document:
    """The descriptor with a note for every number that was corrected."""
    made = [
        note for merge in merges for note in (*_notes(merge, reason), *_worked_out(merge, reason))
    ]
    if not made:
        return document
    made = list(_each_named(made))
    taken = {note["nama"] for note in made}
    others = [note for note in document.get("catatan", ()) if note["nama"] not in taken]
    return {**document, "catatan": [*others, *made]}


def _each_named(notes: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The notes, numbered where several got one name: long keys are cut short."""
    seen: dict[str, int] = {}
    for note in notes:
        name = str(note["nama"])
        seen[name] = seen.get(name, 0) + 1
        ending = f"-{seen[name]}" if seen[name] > 1 else ""
        yield {**note, "nama": f"{name[: LONGEST - len(ending)]}{ending}"}


def _notes(merge: Merge, reason: Reason) -> Iterator[dict[str, Any]]:
    """A note for each changed number whose row says that it was revised."""
    table = merge.table
    after = {tuple(cells[at] for at in _places(merge)): cells for cells in merge.cells}
    states = [table.schema.position[field.name] for field in table.schema.with_role(Role.STATUS)]
    for change in merge.changed:
        is_number = table.schema[change.column].role is Role.MEASURE
        cells = after[change.key]
        if is_number and any(cells[at] == CellStatus.REVISED for at in states):
            yield _note(merge, change, cells, reason)


def _worked_out(merge: Merge, reason: Reason) -> Iterator[dict[str, Any]]:
    """A note for each new total that no source prints."""
    table = merge.table
    rows = {tuple(cells[at] for at in _places(merge)): cells for cells in merge.cells}
    states = [table.schema.position[field.name] for field in table.schema.with_role(Role.STATUS)]
    told = replace(reason, why=text(message("editing.why-worked-out")))
    for key in merge.added:
        cells = rows[key]
        if any(cells[at] == CellStatus.REVISED for at in states):
            for field in table.schema.with_role(Role.MEASURE):
                value = cells[table.schema.position[field.name]]
                yield _note(merge, CellChange(key, field.name, "", value, ""), cells, told)


def _places(merge: Merge) -> list[int]:
    return [merge.table.schema.position[name] for name in merge.table.schema.primary_key]


def _note(merge: Merge, change: CellChange, cells: Sequence[str], reason: Reason) -> dict[str, Any]:
    table = merge.table
    names = zip(table.schema.primary_key, change.key, strict=True)
    printed = table.schema.printed.get(change.column)
    stood = cells[table.schema.position[printed]] if printed else ""
    day = reason.day.isoformat()
    return {
        "nama": dataset_slug(f"koreksi {day} {table.name} {' '.join(change.key)}"),
        "tabel": table.name,
        "baris": {name: [_typed(table.schema[name], value)] for name, value in names},
        "kolom": [change.column],
        "status": NoteStatus.MENDED.value,
        "tercetak": stood or change.old or _NOTHING,
        "terbit": change.new or _NOTHING,
        "alasan": reason.why,
        "oleh": reason.by,
        "tanggal": day,
    }


def _typed(field: Field, text: str) -> str | int:
    return int(text) if field.type in ("integer", "year") and text else text
