"""Packages that nobody has finished: open places in the descriptor and in the cells."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Catalog, Table, codes
from ...model.findings import Finding
from ...model.messages import Message, message
from ...read.open_places import hints, open_in_document
from ..kind import CatalogCheck
from ..text_cells import text_cells


def left_open(catalog: Catalog) -> Iterator[Finding]:
    """One finding for each package with anything still to be written by people."""
    for dataset in (*catalog.datasets, *catalog.reference):
        cells = (place for table in dataset.tables for place in _open_cells(table))
        yield from open_in_document(dataset.descriptor, dataset.file, cells)


def _open_cells(table: Table) -> Iterator[Message]:
    for place, text in text_cells(table, hints):
        for hint in hints(text):
            said = message(
                "check.open-cell",
                file=table.path,
                row=str(place.row),
                column=place.column or "",
                hint=hint,
            )
            yield said


CHECK = CatalogCheck((codes.PLACE_OPEN,), left_open)
