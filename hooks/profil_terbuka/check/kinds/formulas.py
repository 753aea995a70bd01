"""Texts of descriptors that would be run as formulas in the tables they enter."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Catalog, codes
from ...model.findings import Finding
from ...read.formulas import formulas_in_document
from ..kind import CatalogCheck


def no_formulas(catalog: Catalog) -> Iterator[Finding]:
    """A finding for each such text; of cells their reader has told."""
    for dataset in (*catalog.datasets, *catalog.reference):
        yield from formulas_in_document(dataset.descriptor, dataset.file)


CHECK = CatalogCheck((codes.CELL_FORMULA,), no_formulas)
