"""Notes (`catatan`) answer findings, and are themselves held against the data."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..model import Catalog, CellStatus, Dataset, Note, NoteStatus, Role, Table
from ..model.aggregation import Row
from ..model.findings import Code, Finding, Place
from ..model.messages import Told, message

DIFFERS = Code("catatan-tidak-cocok", area="check")
MATCHES_NOTHING = Code("catatan-tanpa-sasaran", area="check")
STALE = Code("catatan-usang", area="check")
CODES = (DIFFERS, MATCHES_NOTHING, STALE)
MARKED = {
    NoteStatus.INVALID: {CellStatus.INVALID},
    NoteStatus.DOUBTFUL: {CellStatus.DOUBTFUL},
    NoteStatus.WITHHELD: {CellStatus.WITHHELD, CellStatus.MISSING},
}
"""How rows are marked whose measure such a note is about."""

NumberedRow = tuple[int, Row]
"""A row with its number in a spreadsheet."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A finding that a note of a dataset acknowledges."""

    dataset: str
    note: Note
    finding: Finding


def reconcile(
    catalog: Catalog, found: Sequence[Finding]
) -> tuple[tuple[Answer, ...], tuple[Finding, ...]]:
    """Which findings the notes answer, and the faults of the notes themselves."""
    answers: list[Answer] = []
    faults: list[Finding] = []
    at_file: dict[str, list[tuple[Place, Finding]]] = {}
    for finding in found:
        if finding.code.answerable:
            for place in (finding.place, *finding.related):
                at_file.setdefault(place.file, []).append((place, finding))
    for dataset in catalog.datasets:
        for note in dataset.notes:
            candidates = at_file.get(dataset.table(note.table).file, [])
            answered = tuple(dict.fromkeys(_answered(note, dataset, candidates)))
            answers.extend(Answer(dataset.slug, note, finding) for finding in answered)
            faults.extend(_faults(note, dataset, answered))
    if catalog.unfit:
        # A finding may be missing only because the other package could not be read.
        faults = [fault for fault in faults if fault.code is not STALE]
    return tuple(answers), tuple(faults)


def _answered(
    note: Note, dataset: Dataset, candidates: Sequence[tuple[Place, Finding]]
) -> Iterator[Finding]:
    rows = {row_number for row_number, _ in dataset.table(note.table).select(note.where)}
    for place, finding in candidates:
        if (
            finding.code.name in note.findings
            and (place.row is None or place.row in rows)
            and (place.column is None or not note.columns or place.column in note.columns)
        ):
            yield finding


def _faults(note: Note, dataset: Dataset, answered: Collection[Finding]) -> Iterator[Finding]:
    place = Place(dataset.file)
    table = dataset.table(note.table)
    rows = list(table.select(note.where))
    if not rows:
        said = message("check.note-matches-nothing", note=note.name, table=note.table)
        yield Finding(MATCHES_NOTHING, place, said)
        return
    fired = {finding.code.name for finding in answered}
    withheld = any(table.status(row) is CellStatus.WITHHELD for _, row in rows)
    for name in note.findings:
        if name not in fired and not withheld:  # of a withheld number nothing can be found here
            yield Finding(STALE, place, message("check.note-stale", note=note.name, code=name))
    yield from _wrong_value(note, table, rows, place)
    yield from _wrong_mark(note, table, rows)


def _wrong_value(
    note: Note, table: Table, rows: Sequence[NumberedRow], place: Place
) -> Iterator[Finding]:
    """`terbit` names the published values of a single column, several divided by semicolons.

    Prose instead of values is allowed, except for a mended cell: there the value is the point.
    """
    if len(note.columns) != 1:
        return
    column = note.columns[0]
    index = table.schema.position[column]
    stated = {part.strip() for part in note.published.split(";")}
    numeric = table.schema[column].type in ("integer", "number", "year")
    if numeric and not all(_is_number(part) for part in stated):
        if note.status is NoteStatus.MENDED:
            yield Finding(DIFFERS, place, message("check.note-without-value", note=note.name))
        return
    if not numeric and note.status is not NoteStatus.MENDED:
        return
    published = {table.cells[row_number - 2][index] for row_number, _ in rows}
    if published != stated:
        said = message(
            "check.note-tells-other-value",
            note=note.name,
            stated=note.published,
            column=column,
            published="; ".join(sorted(published)) or message("check.empty-cell"),
        )
        yield Finding(DIFFERS, Place(table.file, rows[0][0], column), said)


def _is_number(text: str) -> bool:
    """Whether a note states a number and no prose.

    >>> _is_number("-12.5"), _is_number("12 orang")
    (True, False)
    """
    return text.removeprefix("-").replace(".", "", 1).isdecimal()


def _wrong_mark(note: Note, table: Table, rows: Sequence[NumberedRow]) -> Iterator[Finding]:
    """A note that calls a measure invalid, doubtful or withheld, beside rows marked otherwise."""
    measures = {field.name for field in table.schema.with_role(Role.MEASURE)}
    marks = table.schema.with_role(Role.STATUS)
    if note.status not in MARKED or not marks or not measures & set(note.columns):
        return
    index = table.schema.position[marks[0].name]
    wanted = MARKED[note.status]
    for row_number, row in rows:
        if row[index] not in wanted and row[index] != CellStatus.WITHHELD:
            said = message(
                "check.note-tells-other-status",
                note=note.name,
                status=str(note.status),
                mark=str(row[index]),
                wanted=_either(sorted(map(str, wanted))),
            )
            yield Finding(DIFFERS, Place(table.file, row_number, marks[0].name), said)


def _either(letters: Sequence[str]) -> Told:
    """One status or another: '`c` atau `x`'."""
    first, *others = letters
    return message("check.either", one=first, other=_either(others)) if others else f"`{first}`"
