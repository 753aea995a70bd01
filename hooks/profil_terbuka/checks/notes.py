"""Notes (`catatan`) answer findings. A note that answers nothing, or hits no cell, is a fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .. import codes
from ..findings import Finding, Place
from ..model import Dataset, Note


@dataclass(frozen=True, slots=True)
class Answer:
    """A finding that a note of a dataset acknowledges."""

    dataset: str
    note: Note
    finding: Finding


def reconcile(
    datasets: Iterable[Dataset], found: Sequence[Finding]
) -> tuple[tuple[Answer, ...], tuple[Finding, ...]]:
    """Which findings the notes answer, and the faults of the notes themselves."""
    answers: list[Answer] = []
    faults: list[Finding] = []
    by_file: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.code.answerable:
            by_file.setdefault(finding.place.file, []).append(finding)
    for dataset in datasets:
        for note in dataset.notes:
            candidates = by_file.get(dataset.table(note.table).file, [])
            answered = list(_answered(note, dataset, candidates))
            answers.extend(Answer(dataset.slug, note, finding) for finding in answered)
            faults.extend(_faults(note, dataset, answered))
    return tuple(answers), tuple(faults)


def rows_of(note: Note, dataset: Dataset) -> frozenset[int]:
    """Spreadsheet rows of the note's table that the note is about."""
    return frozenset(number for number, _ in dataset.table(note.table).select(note.where))


def _answered(note: Note, dataset: Dataset, candidates: Sequence[Finding]) -> Iterator[Finding]:
    rows = rows_of(note, dataset)
    for finding in candidates:
        place = finding.place
        if (
            finding.code.name in note.findings
            and (place.row is None or place.row in rows)
            and (place.column is None or not note.columns or place.column in note.columns)
        ):
            yield finding


def _faults(note: Note, dataset: Dataset, answered: Sequence[Finding]) -> Iterator[Finding]:
    place = Place(dataset.file)
    if not rows_of(note, dataset):
        message = f"Catatan `{note.name}` tidak mengenai satu baris pun di tabel `{note.table}`."
        yield Finding(codes.NOTE_MATCHES_NOTHING, place, message)
        return
    fired = {finding.code.name for finding in answered}
    for name in note.findings:
        if name not in fired:
            message = f"Catatan `{note.name}` menjawab `{name}`, tetapi temuan itu tidak terjadi."
            yield Finding(codes.NOTE_STALE, place, message)
