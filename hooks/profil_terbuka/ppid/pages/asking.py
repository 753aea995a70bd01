"""How to ask for information, how to object, and what comes after."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ...model import Agency
from ...model.messages import message
from ...model.products import GeneratedPage
from ...words.catalogues import text
from ..law.deadlines import LegalPeriods
from ..law.workdays import WorkCalendar
from .contact import Contact, contact_facts, letter_address
from .desk_page import (
    HOME,
    OBJECTION,
    OBJECTION_FORM,
    REQUEST,
    REQUEST_FORM,
    Way,
    desk_page,
    other_ways,
)
from .due_dates import DeskStep, DueDates, DueQuestion, due_dates
from .forms import OBJECTION_TELLS, REQUEST_TELLS


@dataclass(frozen=True)
class AskingView:
    """What permohonan.html and keberatan.html show."""

    agency: Agency
    periods: LegalPeriods
    contact: Contact
    due: DueDates
    ways: tuple[Way, ...]


def request_page(
    agency: Agency, periods: LegalPeriods, calendar: WorkCalendar, today: datetime.date
) -> GeneratedPage:
    """ppid/permohonan/: the steps, where to go, and by when there must be an answer."""
    received = DueQuestion(
        text(message("ppid.request-received-on")),
        (
            DeskStep(text(message("ppid.answer-by")), periods.answer),
            DeskStep(text(message("ppid.extended-until")), periods.answer + periods.extension),
        ),
    )
    view = AskingView(
        agency=agency,
        periods=periods,
        contact=Contact(
            facts=contact_facts(agency),
            form=f"{HOME}{REQUEST_FORM}/",
            letter=letter_address(agency, message("ppid.letter-request"), REQUEST_TELLS),
        ),
        due=due_dates(calendar, today, text(message("ppid.request-received")), (received,)),
        ways=other_ways(REQUEST),
    )
    description = message("ppid.request-about")
    return desk_page(REQUEST, message("ppid.way-request"), description, view)


def objection_page(
    agency: Agency, periods: LegalPeriods, calendar: WorkCalendar, today: datetime.date
) -> GeneratedPage:
    """ppid/keberatan/: reasons and steps of an objection, and the dispute that may follow."""
    found = DeskStep(text(message("ppid.objection-by")), periods.objection)
    received = DeskStep(text(message("ppid.reply-by")), periods.reply)
    replied = DeskStep(text(message("ppid.dispute-by")), periods.dispute)
    questions = (
        DueQuestion(text(message("ppid.reason-found-on")), (found,)),
        DueQuestion(text(message("ppid.objection-received-on")), (received,)),
        DueQuestion(text(message("ppid.reply-received-on")), (replied,)),
    )
    view = AskingView(
        agency=agency,
        periods=periods,
        contact=Contact(
            facts=contact_facts(agency),
            form=f"{HOME}{OBJECTION_FORM}/",
            letter=letter_address(agency, message("ppid.letter-objection"), OBJECTION_TELLS),
        ),
        due=due_dates(calendar, today, text(message("ppid.day-of-event")), questions),
        ways=other_ways(OBJECTION),
    )
    description = message("ppid.objection-about")
    return desk_page(OBJECTION, message("ppid.way-objection"), description, view)
