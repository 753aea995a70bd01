"""Who is reached how, and letters that open with what must be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from ...model import Agency
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
    """Where to turn to: the desk's facts, a form to print, a letter to write ('': to nobody)."""

    facts: tuple[ContactFact, ...]
    form: str
    letter: str


def contact_facts(agency: Agency) -> tuple[ContactFact, ...]:
    """Who is reached how; the agency's own office where the desk has none of its own."""
    desk = agency.desk

    def fact(label: Message, name: str, instead: str = "", address: str = "") -> ContactFact:
        told = getattr(desk, name)
        doubtful = bool(told) and name in desk.unverified
        return ContactFact(text(label), told or instead, address, doubtful)

    mail = f"mailto:{desk.email}" if desk.email else ""
    return (
        fact(message("ppid.contact-post"), "post"),
        fact(message("ppid.contact-superior"), "superior"),
        fact(message("ppid.contact-address"), "address", agency.address),
        fact(message("ppid.contact-phone"), "phone", agency.phone or ""),
        fact(message("ppid.contact-email"), "email", address=mail),
        fact(message("ppid.contact-hours"), "hours"),
        fact(message("ppid.contact-main"), "main", address=desk.main_site),
        fact(message("ppid.contact-basis"), "basis"),
    )


def letter_address(agency: Agency, subject: Message, told: Iterable[Message]) -> str:
    """An address that opens a letter with its subject and the things to be filled in.

    '' without anybody to write to.
    """
    if not agency.desk.email:
        return ""
    body = "\r\n".join(f"{text(thing)}:" for thing in told)
    return f"mailto:{agency.desk.email}?subject={quote(text(subject))}&body={quote(body, safe='')}"
