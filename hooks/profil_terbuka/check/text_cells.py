"""The cells of a table that hold text."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Table
from ..model.findings import Place


def text_cells(table: Table) -> Iterator[tuple[Place, str]]:
    """Every text cell that is not empty, column by column, with its place.

    >>> from profil_terbuka.model.invented import invented_table
    >>> table = invented_table("tahun, kelurahan", (2023, "Utara"), (2024, None))
    >>> [(place.row, place.column, text) for place, text in text_cells(table)]
    [(2, 'kelurahan', 'Utara')]
    """
    for index, field in enumerate(table.schema.fields):
        if field.type == "string":
            for row_number, row in enumerate(table.cells, start=2):
                if row[index]:
                    yield Place(table.file, row_number, field.name), row[index]
