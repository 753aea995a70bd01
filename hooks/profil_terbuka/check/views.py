"""What the charts of a dataset show."""

from __future__ import annotations

from ..model import Dataset, View


def drawn_years(view: View, dataset: Dataset) -> frozenset[int]:
    """The years of which a chart shows a value."""
    table = dataset.table(view.table)
    rows = [row for _, row in table.select(view.where)]
    usable = [row for row in rows if table.value(row, view.measure) is not None]
    return table.years(row for row in usable if table.status(row).counts)
