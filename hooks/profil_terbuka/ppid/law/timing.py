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
    """How old information stands.

    `old`: it is older than its rhythm has it, since the day `since` (None: nobody knows the day).
    `due`: when it is expected next; None: at any time. `advised`: that day is a mere suggestion.
    """

    old: bool
    due: Day | None
    since: Day | None = None
    advised: bool = False


Rule = Callable[[Rhythm, Day | None, Day], Timing]


def timing_of(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    """How information of `date` stands on the day `today`; None: it has no date.

    >>> from .rhythms import closing_days
    >>> closings = closing_days("06-30 12-31")
    >>> twice_a_year = Rhythm("6-bulan", "", 184, Counting.BY_AGE, closings, "")
    >>> timing_of(twice_a_year, Day(2026, 6, 1), Day(2026, 11, 22))
    Timing(old=False, due=datetime.date(2026, 12, 2), since=None, advised=False)
    >>> timing_of(twice_a_year, Day(2025, 6, 1), Day(2026, 11, 22)).since
    datetime.date(2025, 12, 2)
    """
    return _RULES[rhythm.counting](rhythm, date, today)


def review_timing(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    """How a standing fact stands that somebody last said is so on `date`: by its days alone.

    >>> once = Rhythm("sekali", "", None, Counting.ANY_TIME, (), "")
    >>> review_timing(once, Day(2001, 1, 1), Day(2026, 11, 22))
    Timing(old=False, due=None, since=None, advised=False)
    """
    return _any_age(rhythm, date, today) if rhythm.days is None else _by_age(rhythm, date, today)


def never_published(rhythm: Rhythm, today: Day) -> Timing:
    """How something stands that has never been published.

    Old is what a day of the calendar was set for and that day has passed; where only an age is
    set, nobody can say since when.

    >>> from .rhythms import closing_days
    >>> march = closing_days("03-31")
    >>> report = Rhythm("laporan", "", None, Counting.YEARLY_REPORT, march, "")
    >>> never_published(report, Day(2026, 11, 22)).since
    datetime.date(2026, 3, 31)
    """
    if rhythm.counting is Counting.YEARLY_REPORT:
        return _yearly_report(rhythm, None, today)
    if rhythm.counting in _WITHIN_THE_YEAR:
        return Timing(False, end_of_year(today.year), advised=True)
    if rhythm.counting is Counting.BY_AGE:
        return Timing(False, next_closing(rhythm, today), advised=True)
    return Timing(False, None)


def year_asked(rhythm: Rhythm, due: Day | None, since: Day | None) -> int | None:
    """The year that information due on a day is about; None where the rhythm asks for none.

    A report that is late since a day is that of the year before this day.

    >>> from .rhythms import closing_days
    >>> report = Rhythm("laporan", "", None, Counting.YEARLY_REPORT, closing_days("03-31"), "")
    >>> year_asked(report, Day(2027, 3, 31), None), year_asked(report, None, Day(2026, 3, 31))
    (2026, 2025)
    """
    if rhythm.counting is Counting.YEARLY_REPORT:
        closing = since or due
        return closing.year - 1 if closing else None
    if due is None or rhythm.counting not in _WITHIN_THE_YEAR:
        return None
    return due.year - 1 if rhythm.counting is Counting.LAST_YEAR else due.year


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
    last = date + datetime.timedelta(days=rhythm.days or 0) if date else None
    if last is None or last < today:
        return Timing(True, next_closing(rhythm, today), last, advised=True)
    return Timing(False, last)


def _this_year(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    return _of_a_year(date, today.year, today)


def _last_year(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    return _of_a_year(date, today.year - 1, today)


def _of_a_year(date: Day | None, owed: int, today: Day) -> Timing:
    """Information must be of the year `owed`; what is older is so since the year after its own."""
    if date is None or date.year < owed:
        since = end_of_year(date.year + today.year - owed) if date else None
        return Timing(True, end_of_year(today.year), since)
    return Timing(False, end_of_year(today.year + 1))


def _yearly_report(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    """Until its closing day the report of the year before the last is the newest that is owed."""
    due = next_closing(rhythm, today)
    owed = today.year - (2 if due.year == today.year else 1)
    if date is not None and date.year >= owed:
        return Timing(False, due)
    closing = (rhythm.closings or (YEAR_END,))[0]
    first_missed = date.year + 1 if date else owed
    return Timing(True, due, closing.in_year(first_missed + 1))


def _any_age(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    return Timing(False, None)


_RULES: Mapping[Counting, Rule] = {
    Counting.BY_AGE: _by_age,
    Counting.THIS_YEAR: _this_year,
    Counting.LAST_YEAR: _last_year,
    Counting.YEARLY_REPORT: _yearly_report,
    Counting.WHERE_THERE_IS: _any_age,
    Counting.ON_EVENT: _any_age,
    Counting.ANY_TIME: _any_age,
}
_WITHIN_THE_YEAR = {Counting.THIS_YEAR, Counting.LAST_YEAR, Counting.WHERE_THERE_IS}
"""Where something happened, or a statement that nothing did, is expected within the year."""
