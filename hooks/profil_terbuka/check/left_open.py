"""Packages that nobody has finished: open places in the descriptor and in the cells."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Catalog, Table
from ..model.findings import Finding
from ..read.open_places import hints, in_document


def left_open(catalog: Catalog) -> Iterator[Finding]:
    """One finding for each package with anything still to be written by people."""
    for dataset in (*catalog.datasets, *catalog.reference):
        cells = (place for table in dataset.tables for place in _cells(table))
        yield from in_document(dataset.descriptor, dataset.file, cells)


def _cells(table: Table) -> Iterator[str]:
    for at, field in enumerate(table.schema.fields):
        if field.type == "string":
            for row_number, row in enumerate(table.cells, start=2):
                for hint in hints(row[at]):
                    yield f"{table.path}, baris {row_number}, kolom `{field.name}`: {hint}"
