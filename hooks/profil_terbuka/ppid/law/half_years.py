"""Halves of a year, in which offices report to the main information officer (PPID Utama)."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from ...model import Period, PeriodKind
from ...words.dates import period_name

_WRITTEN = re.compile(r"(\d{4})-([12])")
_JULY = 7


@dataclass(frozen=True, slots=True, order=True)
class HalfYear:
    """The first half of a year ends with June, the second with December."""

    year: int
    half: int

    @property
    def start(self) -> datetime.date:
        """Its first day."""
        return datetime.date(self.year, 1 if self.half == 1 else _JULY, 1)

    @property
    def end(self) -> datetime.date:
        """Its last day.

        >>> HalfYear(2026, 1).end, HalfYear(2026, 2).end
        (datetime.date(2026, 6, 30), datetime.date(2026, 12, 31))
        """
        following = HalfYear(self.year, 2) if self.half == 1 else HalfYear(self.year + 1, 1)
        return following.start - datetime.timedelta(days=1)

    @property
    def before(self) -> HalfYear:
        """The half before it."""
        return HalfYear(self.year, 1) if self.half == 2 else HalfYear(self.year - 1, 2)

    @property
    def name(self) -> str:
        """As commands and names of files write it: '2026-1'."""
        return f"{self.year}-{self.half}"

    @property
    def title(self) -> str:
        """As people call it: 'Semester I 2026'."""
        return period_name(Period(self.year, self.half, PeriodKind.SEMESTER))


def half_year_of(day: datetime.date) -> HalfYear:
    """The half of the year in which a day lies.

    >>> half_year_of(datetime.date(2026, 6, 30)).name
    '2026-1'
    """
    return HalfYear(day.year, 1 if day.month < _JULY else 2)


def half_year_named(words: str) -> HalfYear | None:
    """The half that is written so; None for other words.

    >>> half_year_named("2026-2"), half_year_named("2026-3")
    (HalfYear(year=2026, half=2), None)
    """
    found = _WRITTEN.fullmatch(words)
    return HalfYear(int(found[1]), int(found[2])) if found else None
