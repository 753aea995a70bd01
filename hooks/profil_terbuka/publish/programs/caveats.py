"""What must be known of a dataset before any of its numbers is used."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import CellStatus, Dataset, Role
from ...model.messages import message
from ...words.catalogues import text
from ...words.labels import CELL_STATUS, NOTE_STATUS


def caveats_of(dataset: Dataset) -> str:
    """As a part of a Markdown page; it says so where nothing has to be heeded."""
    heading = text(message("publish.caveats"))
    lines = [f"- {line}" for line in (*note_lines(dataset), *_about_values(dataset))]
    return "\n".join([f"## {heading}", "", *lines, ""])


def note_lines(dataset: Dataset) -> Iterator[str]:
    """What notes say of it, each on one line that begins with what became of the value."""
    for note in dataset.notes:
        yield f"{NOTE_STATUS[note.status].capitalize()}: {' '.join(note.reason.split())}"


def _about_values(dataset: Dataset) -> Iterator[str]:
    """What its statuses mean, and what units it has."""
    found = {table.status(row) for table in dataset.tables for row in table.rows}
    odd = [status for status in CellStatus if status in found and status is not CellStatus.NORMAL]
    for status in odd:
        meaning = CELL_STATUS[status]
        yield text(message("publish.caveat-status", letter=status.value, meaning=meaning))
    if not dataset.notes and not odd:
        yield text(message("publish.no-caveats"))
    units = {field.unit for field in dataset.main.schema.with_role(Role.MEASURE) if field.unit}
    if units:
        yield text(message("publish.caveat-units", units=tuple(sorted(units))))
