"""Suspicions about rows that say the same: one thing listed twice, one text given to two things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ..model import Field, Role, Table, Value, codes
from ..model.findings import Finding, Place

LEAST_TEXT = 60
"""So many letters are not written twice by chance."""
SHARE_DISTINCT = 0.8
"""A column that describes its things gives nearly each of them a text of its own."""
SHOWN = 60
"""So many letters of a row or a text are told in a message."""
_CITED = re.compile(r"(undang|peraturan|keputusan|instruksi|surat edaran|http)")
"""A law, or an address, may belong to many things."""
_COUNTER = re.compile(r"(.*_)?(no|nomor|urut|urutan|id)(_.*)?")
"""How columns are named that only number the rows; a month or a grade may be a number too."""
_ASIDE = {Role.ORIGIN, Role.PRINTED, Role.STATUS}
"""Columns about how a row was printed; twins may differ in them."""

Key = tuple[Value, ...]


def repeated_rows(table: Table) -> Iterator[Finding]:
    """Rows that differ only in their number, their print, or a yes or no."""
    names = tuple(field.name for field in table.schema.fields if _tells(field))
    if len(names) < 2:
        return
    told = {field.name for field in table.schema.fields if field.role is not Role.CODE}
    seen: dict[Key, int] = {}
    for row_number, row in enumerate(table.rows, start=2):
        key = table.key(row, names)
        first = seen.setdefault(key, row_number)
        if first != row_number:
            shown = tuple(part for part, name in zip(key, names, strict=True) if name in told)
            message = f"Baris {row_number} sama dengan baris {first}: {_shown(shown)}."
            remedy = (
                f"Hapus baris {row_number} atau {first} bila satu hal terdaftar dua kali; bila "
                "memang dua hal, tambah keterangan yang membedakannya; bila buku memang "
                f'mengulanginya, tulis `catatan` dengan `"temuan": ["{codes.ROW_REPEATED.name}"]`.'
            )
            yield Finding(codes.ROW_REPEATED, Place(table.file, row_number), message, remedy)


def _tells(field: Field) -> bool:
    """Whether a column says what a row is about, and does not only number or mark it."""
    if field.role is Role.MEASURE:
        return True
    counts = field.type == "integer" and bool(_COUNTER.fullmatch(field.name))
    return not counts and field.type != "boolean" and field.role not in _ASIDE


def _shown(key: Key) -> str:
    return f"`{_short(', '.join(str(value) for value in key if value is not None))}`"


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()} ..."


def copied_texts(table: Table) -> Iterator[Finding]:
    """A long description, or a list of them, that two different things share word for word."""
    dimensions = table.schema.with_role(Role.DIMENSION)
    named = tuple(field.name for field in dimensions if field.type == "string")
    if not named:
        return
    for field in table.schema.with_role(Role.REMARK):
        if field.type == "string":
            yield from _copied(table, field, named)


def _copied(table: Table, field: Field, named: tuple[str, ...]) -> Iterator[Finding]:
    texts, first_row = _texts(table, field, named)
    uses = Counter(texts.values())
    if not texts or len(uses) < SHARE_DISTINCT * len(texts):
        return
    holders: dict[str, Key] = {}
    for key, text in texts.items():
        other = holders.setdefault(text, key)
        if other != key and len(text) >= LEAST_TEXT and not _CITED.match(text):
            message = (
                f"`{field.title}` untuk {_shown(key)} sama kata demi kata dengan {_shown(other)} "
                f"(baris {first_row[other]}): `{_short(_written(table, field, first_row[key]))}`."
            )
            place = Place(table.file, first_row[key], field.name)
            related = (Place(table.file, first_row[other], field.name),)
            yield Finding(codes.TEXT_COPIED, place, message, related=related)


def _texts(
    table: Table, field: Field, named: tuple[str, ...]
) -> tuple[Mapping[Key, str], Mapping[Key, int]]:
    """What is written about each thing, its rows joined, and the row where that begins."""
    parts: dict[Key, list[str]] = {}
    first_row: dict[Key, int] = {}
    for row_number, row in enumerate(table.rows, start=2):
        text = _words(str(table.value(row, field.name) or ""))
        if text:
            key = table.key(row, named)
            parts.setdefault(key, []).append(text)
            first_row.setdefault(key, row_number)
    return {key: "; ".join(texts) for key, texts in parts.items()}, first_row


def _written(table: Table, field: Field, row_number: int) -> str:
    return str(table.value(table.rows[row_number - 2], field.name))


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
