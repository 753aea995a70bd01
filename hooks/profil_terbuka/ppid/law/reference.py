"""Tables of the reference packages, for those who read named columns of them."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Dataset, Table


def reference_table(
    reference: Iterable[Dataset], slug: str, name: str, *columns: str
) -> Table | None:
    """That table of that package; None where it is missing or lacks one of the columns."""
    for dataset in reference:
        for table in dataset.tables:
            if (dataset.slug, table.name) == (slug, name):
                return table if all(column in table.schema for column in columns) else None
    return None


def text_rows(table: Table) -> list[dict[str, str]]:
    """The rows of a table by column name, as text; empty cells as ''."""
    names = [field.name for field in table.schema.fields]
    return [dict(zip(names, row, strict=True)) for row in table.cells]
