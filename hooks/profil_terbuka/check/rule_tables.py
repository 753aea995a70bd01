"""Finds the table that a rule names: in its own package, in another of the agency, or reference."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Catalog, Dataset, Table, codes
from ..model.findings import Finding, Place
from ..model.messages import message
from ..read.suggestions import suggestion


def named_table(
    name: str, columns: Iterable[str], dataset: Dataset, catalog: Catalog
) -> Table | Finding | None:
    """The table `name` (`table`, `dataset/table` or a reference package) if it has the columns.

    None when its package is faulty itself: that has been said, and nothing can be compared.
    """
    known = _known_tables(dataset, catalog)
    if name not in known and name.partition("/")[0] in catalog.unfit:
        return None
    if name not in known:
        said = message("check.no-such-table", table=name, hint=suggestion(name, known))
        return Finding(codes.DESCRIPTOR_INCONSISTENT, Place(dataset.file), said)
    table = known[name]
    for column in columns:
        if column not in table.schema:
            hint = suggestion(column, table.schema.position)
            said = message("check.no-such-column", table=name, column=column, hint=hint)
            return Finding(codes.DESCRIPTOR_INCONSISTENT, Place(dataset.file), said)
    return table


def _known_tables(dataset: Dataset, catalog: Catalog) -> dict[str, Table]:
    """Tables by the name a rule of `dataset` may use; its own come first."""
    known = {item.slug: item.main for item in catalog.reference}
    for other in catalog.datasets:
        known.update((f"{other.slug}/{table.name}", table) for table in other.tables)
    known.update((table.name, table) for table in dataset.tables)
    return known
