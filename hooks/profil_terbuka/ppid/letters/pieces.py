"""Parts that several letters have: a fact, a day, laws, the title and the end of a decision."""

from __future__ import annotations

import datetime

from ...model.messages import Message, message
from ...words.catalogues import text
from ...words.dates import date
from ...words.numbers import enumeration
from ..law.workdays import WorkCalendar
from .content import SignedBy
from .letterhead import Office
from .open import to_check, to_fill

OFFICER = message("letters.hint-name-of-officer")
Fact = tuple[str, str]
"""What is told, and what is told of it."""


def fact(title: Message, said: str) -> Fact:
    """A line of a form."""
    return text(title), said


def day_said(day: datetime.date | None) -> str:
    """A day in words, or a place for one."""
    return date(day.isoformat()) if day else to_fill(message("letters.hint-day"))


def workday_after(calendar: WorkCalendar, start: datetime.date | None, count: int) -> str:
    """The last of so many working days; with a mark where the holidays of a year are not known."""
    if start is None:
        return day_said(None)
    due = calendar.after(start, count)
    if not due.unknown:
        return day_said(due.day)
    years = enumeration([str(year) for year in due.unknown])
    return to_check(day_said(due.day), message("letters.hint-holidays", years=years))


def signature(name: str) -> str:
    """A name above the place of its official number."""
    return f"{name}\n{text(message('letters.official-number'))}"


def laws(office: Office) -> tuple[Fact, ...]:
    """What a decision of the officer rests on."""
    listed = (
        text(message("letters.law-openness")),
        text(message("letters.law-standard")),
        office.basis,
    )
    return tuple((f"{number}.", law) for number, law in enumerate(listed, start=1))


def decree_title(office: Office, about: Message) -> tuple[str, ...]:
    """The lines above a decision: whose, its number, what about."""
    number = to_fill(message("letters.hint-number"))
    return (
        text(message("letters.decree-of", post=office.post)),
        text(message("letters.decree-number", number=number)),
        text(message("letters.decree-about")),
        text(about).upper(),
    )


def signed_decree(office: Office, day: str) -> SignedBy:
    """Where and when a decision is made, and by whom."""
    lines = (
        text(message("letters.ordained-in", town=office.town)),
        text(message("letters.ordained-on", day=day)),
        f"{office.post},",
    )
    return SignedBy(((lines, signature(to_fill(OFFICER))),))
