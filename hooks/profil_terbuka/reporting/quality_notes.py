"""All notes on the quality of an agency's data in one list, the gravest first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Agency, Catalog, CellStatus, Dataset, Note, NoteStatus
from ..read.formulas import quoted
from ..system.canonical import csv_text

ALL_NOTES = "catatan.csv"
NOTE_COLUMNS = (
    "dataset",
    "judul",
    "nama",
    "tabel",
    "baris",
    "kolom",
    "status",
    "tercetak",
    "terbit",
    "alasan",
    "oleh",
    "tanggal",
    "alamat",
)
GRAVEST_FIRST = (
    NoteStatus.INVALID,
    NoteStatus.DOUBTFUL,
    NoteStatus.AWAITING,
    NoteStatus.MENDED,
    NoteStatus.KEPT,
    NoteStatus.WITHHELD,
)


@dataclass(frozen=True, slots=True)
class DatasetNote:
    """A note with the dataset that it is about."""

    dataset: Dataset
    note: Note

    @property
    def address(self) -> str:
        """Where it stands, from the site's root."""
        return f"data/{self.dataset.slug}/#catatan-{self.note.name}"


@dataclass(frozen=True, slots=True)
class Doubts:
    """How many rows of a dataset are marked as doubtful or not valid, and how many notes say so."""

    dataset: Dataset
    doubtful: int
    invalid: int
    notes: int


def all_notes(catalog: Catalog) -> tuple[DatasetNote, ...]:
    """Every note, the gravest first; of equals those of the first dataset."""
    found = [DatasetNote(dataset, note) for dataset in catalog.datasets for note in dataset.notes]
    return tuple(sorted(found, key=lambda item: GRAVEST_FIRST.index(item.note.status)))


def doubted_datasets(catalog: Catalog) -> tuple[Doubts, ...]:
    """The datasets with a doubtful or invalid value, those with the most of them first.

    >>> from ..model.invented import invented_catalog, invented_dataset, invented_table
    >>> table = invented_table("tahun, jumlah (orang), status", (2023, 7, "A"), (2024, 8, "u"))
    >>> (found,) = doubted_datasets(invented_catalog(invented_dataset(table)))
    >>> found.doubtful, found.invalid, found.notes
    (1, 0, 0)
    """
    found = [item for item in map(_doubts, catalog.datasets) if item.doubtful or item.invalid]
    return tuple(sorted(found, key=lambda item: item.doubtful + item.invalid, reverse=True))


def _doubts(dataset: Dataset) -> Doubts:
    doubtful, invalid = (
        sum(1 for table in dataset.tables for _ in table.marked(status))
        for status in (CellStatus.DOUBTFUL, CellStatus.INVALID)
    )
    told = (NoteStatus.DOUBTFUL, NoteStatus.INVALID)
    return Doubts(dataset, doubtful, invalid, sum(note.status in told for note in dataset.notes))


def all_notes_csv(agency: Agency, notes: Iterable[DatasetNote]) -> bytes:
    """One row a note, as each dataset's own catatan.csv has it, with its dataset and address."""
    return csv_text(NOTE_COLUMNS, (tuple(_row(agency, item)) for item in notes))


def _row(agency: Agency, item: DatasetNote) -> Iterator[str]:
    note = item.note
    where = {column: list(values) for column, values in note.where.items()}
    yield from (item.dataset.slug, quoted(item.dataset.title), note.name, note.table)
    yield json.dumps(where, ensure_ascii=False) if where else ""
    yield " ".join(note.columns)
    yield from (note.status.value, quoted(note.printed), quoted(note.published), note.reason)
    yield from (note.decided_by, note.decided_on, f"{agency.root}{item.address}")
