"""The consequence test of what is kept back, and the statement that there is nothing to publish."""

from __future__ import annotations

from ...model.messages import message
from ...words.catalogues import text
from ...words.dates import date
from ..desk.exemptions import Exemption
from ..desk.statements import AgencyStatement
from ..law.obligations import Obligation
from .content import FactLines, Letter, Listing, Said, SignedBy
from .letterhead import Office
from .open import to_check, to_fill, told_or_open
from .pieces import OFFICER, day_said, fact, signature


def consequence_sheet(entry: Exemption, office: Office) -> Letter:
    """What is kept back, by which law, what opening and closing it would cause, until when."""
    number = told_or_open(entry.test_number, message("letters.hint-test-number"))
    day = date(entry.tested_on) if entry.tested_on else day_said(None)
    record = (
        fact(message("letters.fact-officer"), office.post),
        fact(message("letters.fact-unit"), to_fill(message("letters.hint-unit"))),
        fact(message("letters.fact-information"), entry.information),
        fact(message("letters.fact-reason"), entry.reason),
        fact(message("letters.fact-document"), to_fill(message("letters.hint-document"))),
        fact(message("letters.fact-occasion"), to_fill(message("letters.hint-occasion"))),
    )
    weighed = Listing(
        heads=(
            text(message("letters.head-basis")),
            text(message("letters.head-opened")),
            text(message("letters.head-closed")),
        ),
        rows=((exemption_ground(entry), *consequences(entry)),),
        shares=(3, 4, 4),
    )
    outcome = (
        fact(message("letters.fact-interest"), to_fill(message("letters.hint-interest"))),
        fact(message("letters.fact-open-part"), to_fill(message("letters.hint-open-part"))),
        fact(message("letters.fact-conclusion"), to_fill(message("letters.hint-conclusion"))),
        fact(message("letters.fact-until"), valid_until(entry)),
    )
    dated = f"{office.town}, {day}"
    signed = SignedBy(
        (
            (("", text(message("letters.tester"))), to_fill(OFFICER)),
            ((dated, f"{office.post},"), signature(to_fill(OFFICER))),
        )
    )
    return Letter(
        stem=text(message("letters.stem", name=message("letters.stem-test"), row=str(entry.row))),
        head=office.head,
        title=(
            text(message("letters.title-test")),
            text(message("letters.decree-number", number=number)),
        ),
        blocks=(
            Said(text(message("letters.test-part-record")), bold=True),
            FactLines(record),
            Said(text(message("letters.test-part-weighing")), bold=True),
            weighed,
            Said(text(message("letters.test-part-outcome")), bold=True),
            FactLines(outcome),
            signed,
        ),
    )


def exemption_ground(entry: Exemption) -> str:
    """The law that an exemption rests on, with a mark where nobody has checked it."""
    if entry.ground_verified:
        return entry.ground
    return to_check(entry.ground, message("letters.hint-ground-unsure"))


def consequences(entry: Exemption) -> tuple[str, str]:
    """What follows from opening and from closing, as the register says, or places for both."""
    return (
        told_or_open(entry.if_opened, message("letters.hint-opened")),
        told_or_open(entry.if_closed, message("letters.hint-closed")),
    )


def valid_until(entry: Exemption) -> str:
    """The last day of an exemption, or a place for it."""
    return date(entry.until) if entry.until else to_fill(message("letters.hint-until"))


def nil_statement(said: AgencyStatement, about: Obligation | None, office: Office) -> Letter:
    """That there is nothing of a kind to publish for a year, who says so, and why."""
    post = told_or_open(said.by, message("letters.hint-post"))
    asked = about.text if about else to_fill(message("letters.hint-obligation"))
    basis = about.basis if about else to_fill(message("letters.hint-law"))
    year = str(said.year) if said.year else to_fill(message("letters.hint-year"))
    dated = date(said.date) if said.date else day_said(None)
    who = (
        fact(message("letters.fact-name"), to_fill(OFFICER)),
        fact(message("letters.fact-post"), post),
        fact(message("letters.fact-agency"), office.agency),
    )
    lines = (
        fact(message("letters.fact-information"), asked),
        fact(message("letters.fact-asked-by"), basis),
        fact(message("letters.fact-year"), year),
        fact(
            message("letters.fact-reason"),
            told_or_open(said.reason, message("letters.hint-reason")),
        ),
    )
    signed = SignedBy((((f"{office.town}, {dated}", f"{post},"), signature(to_fill(OFFICER))),))
    number = to_fill(message("letters.hint-number"))
    return Letter(
        stem=text(
            message("letters.stem", name=message("letters.stem-nil"), row=str(said.place.row or 0))
        ),
        head=office.head,
        title=(
            text(message("letters.title-nil")),
            text(message("letters.decree-number", number=number)),
        ),
        blocks=(
            Said(text(message("letters.undersigned"))),
            FactLines(who),
            Said(text(message("letters.nil-said", agency=office.agency, year=year))),
            FactLines(lines),
            Said(text(message("letters.nil-promise"))),
            signed,
        ),
    )
