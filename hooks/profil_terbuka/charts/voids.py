"""Points that a table has a row for, but no value that may be drawn."""

from __future__ import annotations

from ..model import Table, View


def voids(view: View, table: Table) -> tuple[tuple[str, str], ...]:
    """(category, series) of every point all of whose rows are invalid, withheld or missing."""
    known: dict[tuple[str, str], bool] = {}
    for _, row in table.select(view.where):
        series = str(table.value(row, view.series)) if view.series else ""
        point = (str(table.value(row, view.axis)), series)
        valid = table.value(row, view.measure) is not None and table.status(row).counts
        known[point] = known.get(point, False) or valid
    return tuple(point for point, valid in known.items() if not valid)
