"""Deadlines as dates: a table for the coming weeks, and what the calculator needs."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ...words.dates import date
from ...words.numbers import enumeration
from ..law.workdays import DueDay, WorkCalendar

WEEKS = 13
"""A quarter of a year: by then the site has been built again."""


@dataclass(frozen=True, slots=True)
class DeskStep:
    """What must be done within how many working days."""

    title: str
    days: int


@dataclass(frozen=True, slots=True)
class DueQuestion:
    """One calculator: which day is asked for, and the steps that begin on it."""

    label: str
    steps: tuple[DeskStep, ...]


@dataclass(frozen=True, slots=True)
class DueRow:
    """The first working day of a week, and when each step that begins on it ends."""

    day: str
    ends: tuple[str, ...]


@dataclass(frozen=True)
class DueDates:
    """Calculators for any day, and a table for the first working day of each coming week.

    `start` heads the column of days on which something happened, `unknown` names the years of
    which no holidays are known.
    """

    questions: tuple[DueQuestion, ...]
    start: str
    rows: tuple[DueRow, ...]
    unknown: str
    holidays: tuple[str, ...]
    years: tuple[int, ...]
    built: str

    @property
    def steps(self) -> tuple[DeskStep, ...]:
        """The steps of all questions, a column for each."""
        return tuple(step for question in self.questions for step in question.steps)


def due_dates(
    calendar: WorkCalendar, today: datetime.date, start: str, questions: Sequence[DueQuestion]
) -> DueDates:
    """What a page shows of these questions on the day `today`."""
    steps = [step for question in questions for step in question.steps]
    found = [
        (day, [calendar.after(day, step.days) for step in steps])
        for day in calendar.weeks(today, WEEKS)
    ]
    unknown = sorted({year for _, ends in found for end in ends for year in end.unknown})
    return DueDates(
        questions=tuple(questions),
        start=start,
        rows=tuple(
            DueRow(date(day.isoformat()), tuple(map(_starred, ends))) for day, ends in found
        ),
        unknown=enumeration([str(year) for year in unknown]),
        holidays=tuple(sorted(day.isoformat() for day in calendar.holidays)),
        years=tuple(sorted(calendar.years)),
        built=date(today.isoformat()),
    )


def _starred(due: DueDay) -> str:
    """The day in words, with a star where holidays are not known.

    >>> _starred(DueDay(datetime.date(2026, 12, 7), unknown=(2027,)))
    '7 Desember 2026*'
    """
    return f"{date(due.day.isoformat())}{'*' if due.unknown else ''}"
