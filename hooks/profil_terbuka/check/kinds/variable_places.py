"""What the reference package of variables says of an agency is about columns that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model import Catalog, Dataset
from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import Message, message
from ...read.meanings import COLUMNS_MEANT, PLACED, VARIABLES
from ...read.suggestions import suggestion
from ..kind import CatalogCheck

CODE = Code("variabel-tidak-ada", Severity.SUSPICION, area="check")


def variables_are_there(catalog: Catalog) -> Iterator[Finding]:
    """A finding for each row about a dataset, table or column that this agency does not have."""
    package = next((item for item in catalog.reference if item.slug == VARIABLES), None)
    if package is None or VARIABLES in catalog.unfit:
        return  # of a faulty package it has been said already
    table = package.table(COLUMNS_MEANT)
    for number, row in enumerate(table.rows, start=2):
        agency, slug, name, column, _ = map(str, table.key(row, PLACED))
        if agency != catalog.agency.slug or slug in catalog.unfit:
            continue
        if found := _missing(slug, name, column, catalog.by_slug):
            where, said = found
            yield Finding(CODE, Place(table.file, number, where), said)


def _missing(
    slug: str, name: str, column: str, datasets: Mapping[str, Dataset]
) -> tuple[str, Message] | None:
    """The column of the row that names what is not there, and what is said of it."""
    if slug not in datasets:
        hint = suggestion(slug, datasets)
        return "dataset", message("check.no-such-dataset", dataset=slug, hint=hint)
    tables = {table.name: table for table in datasets[slug].tables}
    if name not in tables:
        said = message(
            "check.dataset-lacks-table", dataset=slug, table=name, hint=suggestion(name, tables)
        )
        return "tabel", said
    known = tables[name].schema.position
    if column not in known:
        said = message(
            "check.no-such-column", table=name, column=column, hint=suggestion(column, known)
        )
        return "kolom", said
    return None


CHECK = CatalogCheck((CODE,), variables_are_there)
