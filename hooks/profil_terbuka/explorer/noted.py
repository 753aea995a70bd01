"""Which quality note tells of a figure, so that its mark can lead there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..model import Dataset, Note, Table, codes
from ..model.aggregation import Row

Noted = tuple[str, str, Row]
"""Table, measure, row."""


@dataclass(frozen=True)
class RowNotes:
    """By figure: the first note about it; and the figures that a note says stand at a jump."""

    names: Mapping[Noted, str] = field(default_factory=dict)
    jumps: frozenset[Noted] = frozenset()


def row_notes(dataset: Dataset) -> RowNotes:
    """The notes of a dataset; one about a table as a whole says nothing of a single figure.

    >>> from ..model.invented import invented_dataset, invented_table
    >>> row_notes(invented_dataset(invented_table("tahun, jumlah (orang)", (2024, 7)))).names
    {}
    """
    tables = {table.name: table for table in dataset.tables}
    names: dict[Noted, str] = {}
    jumps: set[Noted] = set()
    for note in dataset.notes:
        if note.table not in tables or not (note.where or note.columns):
            continue
        for noted in _about(note, tables[note.table]):
            names.setdefault(noted, note.name)
            if codes.JUMP.name in note.findings:
                jumps.add(noted)
    return RowNotes(names, frozenset(jumps))


def _about(note: Note, table: Table) -> Iterator[Noted]:
    columns = note.columns or tuple(table.schema.position)
    for _, row in table.select(note.where):
        yield from ((table.name, column, row) for column in columns)
