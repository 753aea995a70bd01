"""The cells of a table that hold text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import Table
from ..model.findings import Place


def text_cells(table: Table, odd: Callable[[str], object]) -> Iterator[tuple[Place, str]]:
    """Every odd text, column by column, with its place; each different text is judged once.

    >>> from profil_terbuka.model.invented import invented_table
    >>> table = invented_table("tahun, kelurahan", (2023, "Utara"), (2024, "Utara"), (2025, None))
    >>> [(place.row, place.column, text) for place, text in text_cells(table, str.istitle)]
    [(2, 'kelurahan', 'Utara'), (3, 'kelurahan', 'Utara')]
    """
    for field in table.schema.fields:
        if field.type == "string":
            texts = table.column(field.name)
            found = {text for text in set(texts) if text and odd(str(text))}
            for row_number, text in enumerate(texts, start=2) if found else ():
                if text in found:
                    yield Place(table.file, row_number, field.name), str(text)
