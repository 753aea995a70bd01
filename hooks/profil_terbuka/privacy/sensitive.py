"""Small counts about sensitive matters: shown without a decision, or still to be worked out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from .. import codes
from ..findings import Finding, Place
from ..model import SMALL, CellStatus, Dataset, Role, Table, Value
from .equations import Cell, betrayed, equations, numbers
from .suppress import small_counts, withheld

_SENSITIVE = re.compile(
    r"\b(?:hiv|aids|odhi?v?a?|abh|tppo|kdrt)\b|trafficking|perdagangan\s+(?:orang|manusia)"
    r"|kekerasan|berhadapan\s+(?:dengan\s+)?hukum",
    re.IGNORECASE,
)


def unprotected(dataset: Dataset) -> Iterator[Finding]:
    """Sensitive small counts without `privasi`, and `privasi` that cannot do its work."""
    disclosed = {item.table for item in dataset.disclosures}
    for table in dataset.tables:
        if table.name not in disclosed:
            yield from _undeclared(table, dataset)
    if dataset.suppressions:
        hidden = withheld(dataset)
        yield from _unable(dataset, hidden)
        yield from _given_away(dataset, hidden)
        yield from _told_by_notes(dataset, hidden)


def _undeclared(table: Table, dataset: Dataset) -> Iterator[Finding]:
    declared = {
        (item.measure, number)
        for item in dataset.suppressions
        if item.table == table.name
        for number, _ in table.select(item.where)
    }
    dimensions = [table.schema.position[f.name] for f in table.schema.with_role(Role.DIMENSION)]
    for field in table.schema.with_role(Role.MEASURE):
        always = _SENSITIVE.search(f"{table.title} {field.title}")
        for number, row in enumerate(table.rows, start=2):
            value = table.stated(row, field.name)
            if not _is_small(value) or (field.name, number) in declared:
                continue
            found = always or _SENSITIVE.search(" ".join(str(row[i]) for i in dimensions))
            if found:
                message = f"Angka kecil tentang hal peka (`{found[0]}`) akan terbit apa adanya."
                yield Finding(codes.SMALL_COUNT, Place(table.file, number, field.name), message)


def _is_small(value: Value) -> bool:
    return isinstance(value, int) and 0 < value < SMALL


def _unable(dataset: Dataset, hidden: Collection[Cell]) -> Iterator[Finding]:
    """Columns that do not let a number be left out."""
    named = [(item.table, item.measure) for item in dataset.suppressions]
    drawn_in = [(table, measure) for table, _, measure in hidden]
    for name, measure in dict.fromkeys((*named, *drawn_in)):
        schema = dataset.table(name).schema
        statuses = schema.with_role(Role.STATUS)
        where = f"`privasi` tabel `{name}`"
        if not statuses or CellStatus.WITHHELD not in statuses[0].constraints.enum:
            message = f"{where}: perlu kolom status yang `enum`-nya memuat `c` (dirahasiakan)."
            yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(dataset.file), message)
        if schema[measure].role is not Role.MEASURE:
            message = f"{where}: kolom `{measure}` bukan kolom ukuran."
            yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(dataset.file), message)
        for field in (schema[measure], *schema.with_role(Role.PRINTED)):
            if field.constraints.required:
                message = f"{where}: kolom `{field.name}` harus boleh kosong (`required`)."
                yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(dataset.file), message)


def _given_away(dataset: Dataset, hidden: Collection[Cell]) -> Iterator[Finding]:
    """Withheld numbers that the totals still tell, because nothing else could be withheld."""
    known = betrayed(equations(dataset), hidden, numbers(dataset))
    for table, index, measure in filter(small_counts(dataset).__contains__, known):
        place = Place(dataset.table(table).file, index + 2, measure)
        message = "Angka yang ditutup di sini masih dapat dihitung dari total kelompoknya."
        remedy = (
            "Jangan terbitkan total itu (hapus dari `menurut` bila memang tidak terbit), "
            "atau gabungkan kelompoknya."
        )
        yield Finding(codes.SMALL_COUNT, place, message, remedy)


def _told_by_notes(dataset: Dataset, hidden: Collection[Cell]) -> Iterator[Finding]:
    """Notes about withheld rows that quote the number."""
    value = numbers(dataset)
    for note in dataset.notes:
        table = dataset.table(note.table)
        rows = {number - 2 for number, _ in table.select(note.where)}
        told = {cell for cell in hidden if cell[0] == note.table and cell[1] in rows}
        if not told or len({cell[1] for cell in told}) < len(rows):
            continue
        texts = f"{note.printed} {note.published}"
        if any(re.search(rf"(?<![\d.,]){value[cell]}(?![\d.,]*\d)", texts) for cell in told):
            message = f"Catatan `{note.name}` menyebut angka yang ditutup `privasi`."
            remedy = "Tulis catatannya tanpa menyebut angka itu."
            yield Finding(codes.SMALL_COUNT, Place(dataset.file), message, remedy)
