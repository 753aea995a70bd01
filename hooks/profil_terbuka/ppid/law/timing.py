"""When information is too old, and when it is due next: one rule for each way of counting.

Everything depends on the day of the build, which pages print beside every count.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .rhythms import YEAR_END, Counting, Rhythm

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Timing:
    """`late`: the information is too old. `due`: when it is expected next; None: at any time.

    `advice`: no law sets this date.
    """

    late: bool
    due: Day | None
    advice: bool = False


Rule = Callable[[Rhythm, Day | None, Day], Timing]


def timing_of(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    """How information of `date` stands on the day `today`; None: it has no date.

    >>> from .rhythms import closing_days
    >>> closings = closing_days("06-30 12-31")
    >>> twice_a_year = Rhythm("6-bulan", "", 184, Counting.BY_AGE, closings, "")
    >>> timing_of(twice_a_year, Day(2026, 6, 1), Day(2026, 11, 22))
    Timing(late=False, due=datetime.date(2026, 12, 2), advice=False)
    >>> timing_of(twice_a_year, Day(2025, 6, 1), Day(2026, 11, 22))
    Timing(late=True, due=datetime.date(2026, 12, 31), advice=False)
    """
    return _RULES[rhythm.counting](rhythm, date, today)


def first_due(rhythm: Rhythm, today: Day) -> Day | None:
    """When something that has never been published should be there at the latest."""
    if rhythm.counting in _WITHIN_THE_YEAR:
        return end_of_year(today.year)
    return next_closing(rhythm, today) if rhythm.counting in _BY_CLOSING else None


def end_of_year(year: int) -> Day:
    """31 December."""
    return YEAR_END.in_year(year)


def next_closing(rhythm: Rhythm, today: Day) -> Day:
    """The next of the days that the reference package names, else the end of the year.

    >>> from .rhythms import closing_days
    >>> march = closing_days("03-31")
    >>> report = Rhythm("laporan", "", None, Counting.YEARLY_REPORT, march, "")
    >>> next_closing(report, Day(2026, 4, 1))
    datetime.date(2027, 3, 31)
    """
    closings = rhythm.closings or (YEAR_END,)
    days = (closing.in_year(year) for year in (today.year, today.year + 1) for closing in closings)
    return next(day for day in days if day >= today)


def _by_age(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    due = date + datetime.timedelta(days=rhythm.days or 0) if date else None
    late = due is None or due < today
    return Timing(late, next_closing(rhythm, today) if late else due)


def _advised(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    """Nobody is late by a term that only good practice sets."""
    return Timing(False, _by_age(rhythm, date, today).due, advice=True)


def _this_year(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    late = date is None or date.year < today.year
    return Timing(late, end_of_year(today.year if late else today.year + 1))


def _last_year(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    late = date is None or date.year < today.year - 1
    return Timing(late, end_of_year(today.year if late else today.year + 1))


def _yearly_report(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    """Until its closing day the report of the year before the last is the newest that is owed."""
    due = next_closing(rhythm, today)
    owed = today.year - (2 if due.year == today.year else 1)
    return Timing(date is None or date.year < owed, due)


def _any_age(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    return Timing(False, None)


_RULES: Mapping[Counting, Rule] = {
    Counting.BY_AGE: _by_age,
    Counting.ADVISED_AGE: _advised,
    Counting.THIS_YEAR: _this_year,
    Counting.LAST_YEAR: _last_year,
    Counting.YEARLY_REPORT: _yearly_report,
    Counting.WHERE_THERE_IS: _any_age,
    Counting.ON_EVENT: _any_age,
    Counting.ANY_TIME: _any_age,
}
_WITHIN_THE_YEAR = {Counting.THIS_YEAR, Counting.LAST_YEAR, Counting.WHERE_THERE_IS}
"""Where something happened, or a statement that nothing did, is expected within the year."""
_BY_CLOSING = {Counting.BY_AGE, Counting.YEARLY_REPORT}
