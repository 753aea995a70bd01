"""Who is reached how, and letters that open with what must be told."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Agency, DataProtection, InformationDesk
from ...model.messages import Message, message
from ...words.catalogues import text


@dataclass(frozen=True, slots=True)
class ContactFact:
    """A line about the desk; without a value the agency has not told it."""

    label: str
    value: str
    address: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Where to turn to: who is reached how, a form to print ('': none), a letter to write ('': to
    nobody)."""

    facts: tuple[ContactFact, ...]
    form: str
    letter: str


def contact_facts(agency: Agency) -> tuple[ContactFact, ...]:
    """Who is reached how; the agency's own office where the desk has none of its own."""
    desk = agency.desk
    return (
        _fact(desk, message("ppid.contact-post"), "post"),
        _fact(desk, message("ppid.contact-superior"), "superior"),
        *_reached(desk, agency),
        _fact(desk, message("ppid.contact-hours"), "hours"),
        _fact(desk, message("ppid.contact-main"), "main", address=desk.main_site),
        _fact(desk, message("ppid.contact-basis"), "basis"),
    )


def protection_facts(agency: Agency) -> tuple[ContactFact, ...]:
    """How the officer for personal data is reached; the information officer while there is none."""
    officer = agency.protection
    if not officer.officer:
        return contact_facts(agency)
    return (
        _fact(officer, message("ppid.contact-data-officer"), "officer"),
        *_reached(officer, agency),
        _fact(officer, message("ppid.contact-basis"), "basis"),
    )


def _reached(teller: InformationDesk | DataProtection, agency: Agency) -> tuple[ContactFact, ...]:
    mail = f"mailto:{teller.email}" if teller.email else ""
    return (
        _fact(teller, message("ppid.contact-address"), "address", agency.address),
        _fact(teller, message("ppid.contact-phone"), "phone", agency.phone or ""),
        _fact(teller, message("ppid.contact-email"), "email", address=mail),
    )


def _fact(
    teller: InformationDesk | DataProtection,
    label: Message,
    name: str,
    instead: str = "",
    address: str = "",
) -> ContactFact:
    told = getattr(teller, name)
    doubtful = bool(told) and name in teller.unverified
    return ContactFact(text(label), told or instead, address, doubtful)
