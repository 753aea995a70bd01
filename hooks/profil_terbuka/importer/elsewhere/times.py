"""What the points in time of a table tell of a package: the years it covers, and how often."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import pairwise

from ...model import Role
from .roles import KnownColumn

_YEARS_APART = {1: "tahunan", 2: "dua-tahunan", 3: "tiga-tahunan", 5: "lima-tahunan"}
_YEARS_APART |= {10: "sepuluh-tahunan"}
_MONTHS_APART = {1: "bulanan", 3: "triwulanan", 6: "semesteran"}
_DAYS_OF_MONTH = range(28, 32)
_DAYS_OF_QUARTER = range(89, 93)
_DAYS_OF_YEAR = range(365, 367)
_LONG_WEEKEND = 5
"""Days on which markets may be closed: a series of working days is daily all the same."""


def time_column(columns: Sequence[KnownColumn]) -> KnownColumn | None:
    """The first column that says when."""
    times = (
        column
        for column in columns
        if column.role is Role.DIMENSION and column.plain.type in ("year", "yearmonth", "date")
    )
    return next(times, None)


def years_told(column: KnownColumn) -> tuple[int, int] | None:
    """First and last year of a column of time.

    >>> from .cells import PlainColumn
    >>> years_told(KnownColumn("d", {}, PlainColumn("date", ("2023-01-31", "2024-02-29"))))
    (2023, 2024)
    """
    years = sorted({int(cell[:4]) for cell in column.plain.cells if cell})
    return (years[0], years[-1]) if years else None


def rhythm(column: KnownColumn) -> str:
    """How often values come (`frekuensi`); '' where their distances do not tell.

    >>> from .cells import PlainColumn
    >>> rhythm(KnownColumn("year", {}, PlainColumn("year", ("2010", "2015", "2020"))))
    'lima-tahunan'
    """
    cells = sorted({cell for cell in column.plain.cells if cell})
    if len(cells) < 2:
        return ""
    if column.plain.type == "date":
        return _rhythm_of_days([datetime.date.fromisoformat(cell) for cell in cells])
    if column.plain.type == "year":
        apart = {later - earlier for earlier, later in pairwise(map(int, cells))}
        return _YEARS_APART.get(apart.pop(), "") if len(apart) == 1 else ""
    months = [int(cell[:4]) * 12 + int(cell[5:]) for cell in cells]
    apart = {later - earlier for earlier, later in pairwise(months)}
    return _MONTHS_APART.get(apart.pop(), "") if len(apart) == 1 else ""


def _rhythm_of_days(days: Sequence[datetime.date]) -> str:
    apart = [(later - earlier).days for earlier, later in pairwise(days)]
    if set(apart) == {7}:
        return "mingguan"
    for length, name in (
        (_DAYS_OF_MONTH, "bulanan"),
        (_DAYS_OF_QUARTER, "triwulanan"),
        (_DAYS_OF_YEAR, "tahunan"),
    ):
        if all(item in length for item in apart):
            return name
    return "harian" if min(apart) == 1 and max(apart) <= _LONG_WEEKEND else ""
