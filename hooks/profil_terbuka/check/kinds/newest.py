"""Suspicion about charts that have not followed the data to their newest year."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Dataset, Table, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ..kind import DatasetCheck
from ..views import drawn_years


def newest_is_drawn(dataset: Dataset) -> Iterator[Finding]:
    """Of a table whose newest year is whole and without doubt, some chart shows that year."""
    views = [view for view in dataset.views if view.measure]
    for table in dataset.tables:
        own = [view for view in views if view.table == table.name]
        newest = max(table.years(), default=0)
        if not own or not _is_sure(table, newest, own[0].measure):
            continue
        drawn = {view.name: max(drawn_years(view, dataset), default=newest) for view in own}
        if max(drawn.values()) < newest:
            charts = tuple(
                message("check.chart-of-year", chart=name, year=str(year))
                for name, year in drawn.items()
            )
            said = message(
                "check.newest-not-drawn", charts=charts, year=str(newest), table=table.name
            )
            yield Finding(codes.NOT_NEWEST, Place(dataset.file), said)


def _is_sure(table: Table, year: int, measure: str) -> bool:
    """Whether every row of a year has a value that nobody doubts."""
    about = [
        (table.schema.position[name], values) for name, values in table.values_about(year).items()
    ]
    rows = (row for row in table.rows if any(row[at] in values for at, values in about))
    return all(
        table.value(row, measure) is not None
        and table.status(row).counts
        and not table.status(row).doubted
        for row in rows
    )


CHECK = DatasetCheck((codes.NOT_NEWEST,), newest_is_drawn)
