"""Working days: Monday to Friday without public holidays and days of collective leave."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Table

_SATURDAY = 5
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DueDay:
    """The day a period ends. Years in `unknown` have no list of holidays: it may end later."""

    day: datetime.date
    unknown: tuple[int, ...] = ()


@dataclass(frozen=True)
class WorkCalendar:
    """The holidays of some years; a year that is not listed is not one without holidays."""

    holidays: frozenset[datetime.date]
    years: frozenset[int]

    def works(self, day: datetime.date) -> bool:
        """Whether offices are open, as far as is known.

        >>> new_year = WorkCalendar(frozenset({datetime.date(2026, 1, 1)}), frozenset({2026}))
        >>> new_year.works(datetime.date(2026, 1, 1)), new_year.works(datetime.date(2026, 1, 2))
        (False, True)
        """
        return day.weekday() < _SATURDAY and day not in self.holidays

    def after(self, start: datetime.date, count: int) -> DueDay:
        """The last of `count` working days; the first is the first one after `start`.

        A request of Friday, 20 November, to be answered within ten working days:

        >>> known = WorkCalendar(frozenset(), frozenset({2026}))
        >>> known.after(datetime.date(2026, 11, 20), 10).day
        datetime.date(2026, 12, 4)

        Over the end of the year nobody knows which days are holidays:

        >>> known.after(datetime.date(2026, 12, 28), 10)
        DueDay(day=datetime.date(2027, 1, 11), unknown=(2027,))
        """
        day, left = start, count
        while left:
            day += _DAY
            left -= self.works(day)
        passed = range(start.year, day.year + 1)
        return DueDay(day, tuple(year for year in passed if year not in self.years))

    def between(self, start: datetime.date, end: datetime.date) -> int:
        """How many working days there are after `start`, up to `end`; below 0 where it is earlier.

        >>> known = WorkCalendar(frozenset(), frozenset({2026}))
        >>> friday, monday = datetime.date(2026, 11, 20), datetime.date(2026, 11, 23)
        >>> known.between(friday, monday), known.between(monday, friday)
        (1, -1)
        """
        if end < start:
            return -self.between(end, start)
        days = (start + offset * _DAY for offset in range(1, (end - start).days + 1))
        return sum(map(self.works, days))

    def weeks(self, start: datetime.date, count: int) -> Iterator[datetime.date]:
        """The first working day of each of `count` weeks, beginning with that of `start`.

        A week of nothing but holidays has none and is passed over.

        >>> monday_off = WorkCalendar(frozenset({datetime.date(2026, 6, 1)}), frozenset({2026}))
        >>> [day.day for day in monday_off.weeks(datetime.date(2026, 6, 3), 2)]
        [2, 8]
        """
        monday = start - start.weekday() * _DAY
        while count:
            days = (monday + offset * _DAY for offset in range(_SATURDAY))
            first = next((day for day in days if self.works(day)), None)
            if first:
                yield first
                count -= 1
            monday += 7 * _DAY


def work_calendar(table: Table | None) -> WorkCalendar:
    """The calendar in a reference table with a column `tanggal`; without table nothing is known."""
    days = table.column("tanggal") if table else ()
    found = frozenset(datetime.date.fromisoformat(str(day)) for day in days)
    return WorkCalendar(found, frozenset(day.year for day in found))
