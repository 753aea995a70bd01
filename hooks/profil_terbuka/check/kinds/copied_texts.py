"""Suspicion about one text that is given to two things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ...model import Field, Role, Table, Value
from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import message
from ..kind import TableCheck
from ..row_text import row_shown, shortened

CODE = Code("teks-tersalin", Severity.SUSPICION, answerable=True, area="check")
LEAST_TEXT = 60
"""So many letters are not written twice by chance."""
SHARE_DISTINCT = 0.8
"""A column that describes its things gives nearly each of them a text of its own."""
_CITED = re.compile(r"(undang|peraturan|keputusan|instruksi|surat edaran|http)")
"""A law, or an address, may belong to many things."""

Described = tuple[Value, ...]
"""A thing by its names."""


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
    if not texts or len(Counter(texts.values())) < SHARE_DISTINCT * len(texts):
        return
    holders: dict[str, Described] = {}
    for thing, text in texts.items():
        other = holders.setdefault(text, thing)
        if other != thing and len(text) >= LEAST_TEXT and not _CITED.match(text):
            row, other_row = first_row[thing], first_row[other]
            written = str(table.value(table.rows[row - 2], field.name))
            said = message(
                "check.text-copied",
                column=field.title,
                thing=row_shown(thing),
                other=row_shown(other),
                row=str(other_row),
                text=shortened(written),
            )
            related = (Place(table.file, other_row, field.name),)
            yield Finding(CODE, Place(table.file, row, field.name), said, related=related)


def _texts(
    table: Table, field: Field, named: tuple[str, ...]
) -> tuple[Mapping[Described, str], Mapping[Described, int]]:
    """What is written about each thing, its rows joined, and the row where that begins."""
    parts: dict[Described, list[str]] = {}
    first_row: dict[Described, int] = {}
    for row_number, row in enumerate(table.rows, start=2):
        text = _bare_words(str(table.value(row, field.name) or ""))
        if text:
            thing = table.key(row, named)
            parts.setdefault(thing, []).append(text)
            first_row.setdefault(thing, row_number)
    return {thing: "; ".join(texts) for thing, texts in parts.items()}, first_row


def _bare_words(text: str) -> str:
    """A text as it is compared.

    >>> _bare_words("Warga (miskin),  yang ...")
    'warga miskin yang'
    """
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


CHECK = TableCheck((CODE,), copied_texts)
