"""A column of a table as the axis or the series of a chart: names as people read them, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..model import Period, Table, every_period, read_period
from ..model.aggregation import Row
from ..words.dates import period_name, short_period

MAX_PERIODS = 240
"""Twenty years of months: what runs longer is drawn without its empty places."""


@dataclass(frozen=True)
class Axis:
    """The column `column` in the rows of a chart; without a column everything is called ''."""

    table: Table
    column: str | None
    rows: tuple[Row, ...]

    def name(self, row: Row) -> str:
        """What the row stands for: 'Desember 2024' for 2024-12 in a column of months."""
        if not self.column:
            return ""
        text = str(self.table.value(row, self.column))
        kind = self.table.period_kind(self.column)
        found = read_period(text, kind) if kind else None
        return period_name(found) if found else text

    @cached_property
    def periods(self) -> dict[str, Period]:
        """Name -> period of all rows; empty where any row names none."""
        if not self.column or self.table.period_kind(self.column) is None:
            return {}
        found = {self.name(row): self.table.period(row, self.column) for row in self.rows}
        return {name: when for name, when in found.items() if when} if all(found.values()) else {}

    def in_time(self, names: Iterable[str]) -> tuple[str, ...]:
        """These names in order of time, where they are periods; else as they are."""
        known = self.periods
        return tuple(sorted(names, key=lambda name: known[name]) if known else names)

    def without_gaps(self) -> tuple[tuple[str, Period], ...]:
        """All periods from the first to the last of the rows, with their names."""
        filled = every_period(tuple(self.periods.values()), MAX_PERIODS)
        return tuple((period_name(when), when) for when in filled)


def short_names(periods: Iterable[Period]) -> tuple[str, ...]:
    """Labels for an axis: the year stands only where it begins ('Nov 2023', 'Des', 'Jan 2024').

    >>> from ..model import PeriodKind
    >>> short_names([Period(2023, 12, PeriodKind.MONTH), Period(2024, 1, PeriodKind.MONTH)])
    ('Des 2023', 'Jan 2024')
    """
    labels: list[str] = []
    year: int | None = None
    for when in periods:
        labels.append(short_period(when, first=when.year != year))
        year = when.year
    return tuple(labels)
