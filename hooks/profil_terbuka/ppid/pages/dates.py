"""Deadlines as dates: a table for the coming weeks, and what the calculator needs."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ...words.wording import date, enumeration
from ..law.workdays import Calendar, Due
from .templates import render

WEEKS = 13
"""A quarter of a year: by then the site has been built again."""


@dataclass(frozen=True, slots=True)
class Period:
    """What must be done within how many working days."""

    title: str
    days: int


@dataclass(frozen=True, slots=True)
class Question:
    """One calculator: which day is asked for, and the periods that begin on it."""

    label: str
    periods: tuple[Period, ...]


def dates(
    calendar: Calendar, today: datetime.date, start: str, questions: Sequence[Question]
) -> str:
    """Calculators for any day, and a table for the first working day of each coming week.

    `start` heads the column of days on which something happened.
    """
    periods = [period for question in questions for period in question.periods]
    found = [
        (day, [calendar.after(day, period.days) for period in periods])
        for day in calendar.weeks(today, WEEKS)
    ]
    unknown = sorted({year for _, dues in found for due in dues for year in due.unknown})
    return render(
        "ppid-tenggat",
        pertanyaan=questions,
        mulai=start,
        masa=periods,
        baris=[(date(day.isoformat()), list(map(_shown, dues))) for day, dues in found],
        belum=enumeration([str(year) for year in unknown]),
        libur=sorted(day.isoformat() for day in calendar.holidays),
        tahun=sorted(calendar.years),
        dibangun=date(today.isoformat()),
    )


def _shown(due: Due) -> str:
    """'7 Desember 2026', with a star where holidays are not known."""
    return f"{date(due.day.isoformat())}{'*' if due.unknown else ''}"
