"""The period that all numbers of a chart are of, in words, where there is one."""

from __future__ import annotations

import re

from ..model import Dataset, Field, Role
from ..model.aggregation import is_time
from ..model.messages import message
from ..words.catalogues import text
from ..words.dates import period_name, years
from .frame import ViewFrame

_BARE = re.compile(r"\d{1,2}|[IVX]+")
"""A number of a part of the year, which needs a name: 'Semester 1'."""


def when(found: ViewFrame, dataset: Dataset) -> str:
    """'2024', 'Desember 2024', 'September 2024', '2022\u20132024' for sums over years; '' unknown.

    Also '' where the chart runs over time itself.
    """
    if found.axis.periods or found.series.periods:
        return ""
    table = found.table
    drawn = (found.view.axis, found.view.series)
    times = [
        field
        for field in table.schema.with_role(Role.DIMENSION)
        if field.name not in drawn and is_time(table, field)
    ]
    whole = next((field for field in times if table.period_kind(field.name)), None)
    if whole is None:
        start, end = dataset.coverage.start, dataset.coverage.end
        return str(start) if start is not None and start == end else ""
    parts = [_part(found, field) for field in times if field is not whole]
    return " ".join([*filter(None, parts), _span(found, whole)])


def _span(found: ViewFrame, field: Field) -> str:
    """The period in a column of periods, or the first and the last where there are several."""
    known = [found.table.period(row, field.name) for row in found.rows]
    ordered = sorted({when for when in known if when})
    if not ordered:
        return ""
    if len(ordered) == 1:
        return period_name(ordered[0])
    if found.table.schema[field.name].type == "year":
        return years(ordered[0].year, ordered[-1].year)
    first, last = period_name(ordered[0]), period_name(ordered[-1])
    return text(message("charts.from-to", first=first, last=last))


def _part(found: ViewFrame, field: Field) -> str:
    """The one part of the year in a column of words: 'September', 'Semester 1'."""
    held = {str(found.table.value(row, field.name)) for row in found.rows}
    if len(held) != 1:
        return ""
    part = held.pop()
    return f"{field.title} {part}" if _BARE.fullmatch(part) else part
