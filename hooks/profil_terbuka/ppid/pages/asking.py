"""How to ask for information, how to object, and what comes after."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ...model import Agency
from ...model.messages import Message, message
from ...model.products import GeneratedPage
from ...web.request_letter import REQUEST_TELLS, letter_address
from ...words.catalogues import text
from ..law.deadlines import LegalPeriods, LegalStep
from ..law.workdays import WorkCalendar
from .contact import Contact, contact_facts
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
from .forms import OBJECTION_TELLS


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
    answer, extension = periods.answer.days, periods.extension.days
    received = DueQuestion(
        _asked_on(periods.answer),
        (
            DeskStep(text(message("ppid.answer-by")), answer),
            DeskStep(text(message("ppid.extended-until")), answer + extension),
            DeskStep(text(message("ppid.silent-object-by")), answer + periods.objection.days),
        ),
    )
    view = AskingView(
        agency=agency,
        periods=periods,
        contact=Contact(
            facts=contact_facts(agency),
            form=f"{HOME}{REQUEST_FORM}/",
            letter=letter_address(agency.desk.email, message("ppid.letter-request"), REQUEST_TELLS),
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
    questions = (
        _question(periods.objection, message("ppid.objection-by")),
        DueQuestion(
            _asked_on(periods.reply),
            (
                DeskStep(text(message("ppid.reply-by")), periods.reply.days),
                DeskStep(_silent(periods.silence), periods.reply.days + periods.silence.days),
            ),
        ),
        _question(periods.dispute, message("ppid.dispute-by")),
        _question(periods.mediation, message("ppid.mediation-by")),
    )
    view = AskingView(
        agency=agency,
        periods=periods,
        contact=Contact(
            facts=contact_facts(agency),
            form=f"{HOME}{OBJECTION_FORM}/",
            letter=letter_address(
                agency.desk.email, message("ppid.letter-objection"), OBJECTION_TELLS
            ),
        ),
        due=due_dates(calendar, today, text(message("ppid.day-of-event")), questions),
        ways=other_ways(OBJECTION),
    )
    description = message("ppid.objection-about")
    return desk_page(OBJECTION, message("ppid.way-objection"), description, view)


def _question(step: LegalStep, title: Message) -> DueQuestion:
    """A calculator for one step."""
    return DueQuestion(_asked_on(step), (DeskStep(text(title), step.days),))


def _asked_on(step: LegalStep) -> str:
    """What a calculator asks: the day of the event from which a step is counted."""
    return text(message("ppid.due-question", since=f"{step.since[:1].upper()}{step.since[1:]}"))


def _silent(step: LegalStep) -> str:
    """The dispute that may follow where nobody replies; so marked where no text was read."""
    if step.verified:
        return text(message("ppid.silent-dispute-by"))
    return text(message("ppid.silent-dispute-unverified"))
