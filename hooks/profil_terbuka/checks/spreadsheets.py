"""Texts of descriptors that would be run as formulas in the tables they enter."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..formulas import in_document
from ..model import Catalog


def no_formulas(catalog: Catalog) -> Iterator[Finding]:
    """A finding for each such text; of cells their reader has told."""
    for dataset in (*catalog.datasets, *catalog.reference):
        yield from in_document(dataset.descriptor, dataset.file)
