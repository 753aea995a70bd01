"""When information is too old, and when it is due next: one rule for each rhythm of the law.

Everything depends on the day of the build, which pages print beside every count.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from .obligations import Rhythm

Day = datetime.date
NEVER_COUNTED = "serta-merta"
"""Owed when something happens: without an event nothing is met, and nothing is missing."""


@dataclass(frozen=True, slots=True)
class Timing:
    """`late`: the information is too old. `due`: when it is expected next; None: at any time.

    `advice`: no law sets this date.
    """

    late: bool
    due: Day | None
    advice: bool = False


Rule = Callable[[Rhythm, Day | None, Day], Timing]


def timing(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    """How information of `date` stands on the day `today`; None: it has no date."""
    return _rule(rhythm)(rhythm, date, today)


def first_due(rhythm: Rhythm, today: Day) -> Day | None:
    """When something that has never been published should be there at the latest."""
    if first := _FIRST.get(rhythm.name):
        return first(today)
    return _half_year(today) if _rule(rhythm) is _by_age else None


def end_of_year(year: int) -> Day:
    """31 December."""
    return Day(year, 12, 31)


def _half_year(today: Day) -> Day:
    """The next of the two closing days that the reference package suggests."""
    return Day(today.year, 6, 30) if today <= Day(today.year, 6, 30) else end_of_year(today.year)


def _report_day(today: Day) -> Day:
    this = Day(today.year, 3, 31)
    return this if today <= this else Day(today.year + 1, 3, 31)


def _by_age(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    due = date + datetime.timedelta(days=rhythm.days or 0) if date else None
    late = due is None or due < today
    return Timing(late, _half_year(today) if late else due)


def _advised(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    """Nobody is late by a term that only good practice sets."""
    return Timing(False, _by_age(rhythm, date, today).due, advice=True)


def _this_year(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    late = date is None or date.year < today.year
    return Timing(late, end_of_year(today.year if late else today.year + 1))


def _last_year(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    late = date is None or date.year < today.year - 1
    return Timing(late, end_of_year(today.year if late else today.year + 1))


def _by_march(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    """Until 31 March the report of the year before the last is still the newest that is owed."""
    due = _report_day(today)
    owed = today.year - (2 if due.year == today.year else 1)
    return Timing(date is None or date.year < owed, due)


def _any_age(rhythm: Rhythm, date: Day | None, today: Day) -> Timing:
    return Timing(False, None)


_RULES: dict[str, Rule] = {
    "6-bulan": _by_age,
    "bulanan": _advised,
    "saat-berubah": _advised,
    "tahunan": _this_year,
    "tahunan-laporan": _last_year,
    "tahunan-31-maret": _by_march,
    "saat-terjadi": _any_age,
    "setiap-saat": _any_age,
    "sekali": _any_age,
    "per-permintaan": _any_age,
    NEVER_COUNTED: _any_age,
}


def _rule(rhythm: Rhythm) -> Rule:
    """The rule of a rhythm; one the program has no name for goes by its most days, if it has."""
    return _RULES.get(rhythm.name, _by_age if rhythm.days else _any_age)


_FIRST: dict[str, Callable[[Day], Day | None]] = {
    "tahunan": lambda today: end_of_year(today.year),
    "tahunan-laporan": lambda today: end_of_year(today.year),
    "tahunan-31-maret": _report_day,
    # Something happened, or a statement that nothing did: either within the year.
    "saat-terjadi": lambda today: end_of_year(today.year),
}
