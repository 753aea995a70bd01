"""What a line of a register tells a letter; what it leaves empty is a place to fill in."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ...model.messages import Message, message
from ...words.catalogues import text
from ..law.deadlines import LegalPeriods
from ..law.workdays import WorkCalendar
from ..register.columns import NOT_HELD_GROUND
from ..register.entries import RegisterLine
from .content import Addressed, Block, Copies, Letter, SignedBy
from .letterhead import Office
from .open import to_fill, told_or_open
from .pieces import Fact, day_said, fact, signature, workday_after

_HINTS = {
    "nomor": message("letters.hint-registration"),
    "nomor_permohonan": message("letters.hint-registration"),
    "nama": message("letters.hint-name"),
    "alamat": message("letters.hint-address"),
    "kontak": message("letters.hint-contact"),
    "pekerjaan": message("letters.hint-occupation"),
    "informasi": message("letters.hint-wanted"),
    "tujuan": message("letters.hint-purpose"),
    "jenis": message("letters.hint-kind"),
    "bentuk": message("letters.hint-form"),
    "alasan_perpanjangan": message("letters.hint-why-longer"),
    "uraian": message("letters.hint-consequence"),
    "keputusan": message("letters.hint-decision"),
    "cara": message("letters.hint-way-to-pay"),
}
"""What belongs where a column of the register is empty."""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What letters need beside a line of the register; `reasons`: those of objections, a to g."""

    office: Office
    periods: LegalPeriods
    calendar: WorkCalendar
    grounds: Mapping[str, str]
    reasons: tuple[str, ...]

    def due(self, start: datetime.date | None, days: int) -> str:
        """A day so many working days later, in words."""
        return workday_after(self.calendar, start, days)


@dataclass(frozen=True, slots=True)
class LetterFrame:
    """What stands around a letter to who asked: its name, subject, day, who signs, who gets it."""

    name: Message
    subject: Message
    day: datetime.date | None
    post: str
    officer: str
    copies: tuple[str, ...]


def text_of(line: RegisterLine, name: str) -> str:
    """The text of a column, or a place for it."""
    return told_or_open(line.said(name), _HINTS[name])


def asker_facts(line: RegisterLine) -> tuple[Fact, ...]:
    """Who asked, as the regulation wants it told."""
    return (
        fact(message("letters.fact-number"), text_of(line, "nomor")),
        fact(message("letters.fact-name"), text_of(line, "nama")),
        fact(message("letters.fact-address"), text_of(line, "alamat")),
        fact(message("letters.fact-occupation"), text_of(line, "pekerjaan")),
        fact(message("letters.fact-contact"), text_of(line, "kontak")),
    )


def refusal_facts(line: RegisterLine, grounds: Mapping[str, str]) -> tuple[Fact, ...]:
    """Why information is not given, and what its opening would cause."""
    ground = line.said("dasar")
    said = grounds.get(ground, "")
    told = text(message("letters.ground-said", ground=ground, said=said)) if said else ground
    first = fact(message("letters.fact-ground"), told_or_open(told, message("letters.hint-ground")))
    if ground == text(NOT_HELD_GROUND):
        return (first,)
    return first, fact(message("letters.fact-consequence"), text_of(line, "uraian"))


def file_stem(name: Message, line: RegisterLine) -> str:
    """The name of a letter's file: its kind and the line it is from, nothing about people."""
    return text(message("letters.stem", name=name, row=str(line.row)))


def letter_to_asker(
    line: RegisterLine, facts: LetterFacts, frame: LetterFrame, blocks: tuple[Block, ...]
) -> Letter:
    """A letter to who asked or objected."""
    receiver = (
        text(message("letters.to")),
        text_of(line, "nama"),
        text(message("letters.at", address=text_of(line, "alamat"))),
    )
    head = (
        fact(message("letters.head-number"), to_fill(message("letters.hint-number"))),
        fact(message("letters.head-urgency"), text(message("letters.usual"))),
        fact(message("letters.head-enclosed"), text(message("letters.nothing-enclosed"))),
        fact(message("letters.head-subject"), text(frame.subject)),
    )
    dated = f"{facts.office.town}, {day_said(frame.day)}"
    signed = SignedBy((((f"{frame.post},",), signature(frame.officer)),))
    return Letter(
        stem=file_stem(frame.name, line),
        head=facts.office.head,
        title=(),
        blocks=(*blocks, signed, Copies(frame.copies)),
        addressed=Addressed(head, dated, receiver),
    )
