"""All letters by name, each from what it is filled with."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from ...importer.grid import Book
from ...importer.reasons import Unusable
from ...model import Catalog
from ...model.messages import Message, message
from ...words.catalogues import text
from ..desk.exemptions import read_exemptions
from ..desk.openness import Openness
from ..desk.statements import NIL, agency_statements
from ..law.deadlines import read_holidays, read_periods
from ..law.obligations import read_law
from ..law.reasons import OBJECTION_REASONS_SAID
from ..register.columns import IN_PART, REFUSED
from ..register.entries import FilledRegisters, RegisterLine, read_registers
from ..register.grounds import refusal_grounds
from .content import Letter
from .decrees import exempt_list_decree, public_list_decree
from .letterhead import office_of
from .line_facts import LetterFacts
from .memos import MemoDays, document_request, tasks_of_unit
from .refusals import objection_reply, refusal_decision
from .requests import extension_notice, request_receipt, written_notice
from .sheets import consequence_sheet, nil_statement


class LetterKind(StrEnum):
    """The letters, as commands and pages name them."""

    RECEIPT = "tanda-terima"
    NOTICE = "pemberitahuan"
    EXTENSION = "perpanjangan"
    REFUSAL = "penolakan"
    REPLY = "tanggapan-keberatan"
    TEST = "uji-konsekuensi"
    NIL = "nihil"
    PUBLIC_LIST = "sk-dip"
    EXEMPT_LIST = "sk-dik"
    MEMO = "permintaan-dokumen"

    @property
    def from_register(self) -> bool:
        """Whether it is filled from the office's own register."""
        return self in _FROM_REGISTER

    @property
    def from_row(self) -> bool:
        """Whether it is about one row of a register that is published."""
        return self in (LetterKind.TEST, LetterKind.NIL)


LETTER_TITLES: Mapping[LetterKind, Message] = {
    LetterKind.RECEIPT: message("letters.kind-receipt"),
    LetterKind.NOTICE: message("letters.kind-notice"),
    LetterKind.EXTENSION: message("letters.kind-extension"),
    LetterKind.REFUSAL: message("letters.kind-refusal"),
    LetterKind.REPLY: message("letters.kind-reply"),
    LetterKind.TEST: message("letters.kind-test"),
    LetterKind.NIL: message("letters.kind-nil"),
    LetterKind.PUBLIC_LIST: message("letters.kind-list"),
    LetterKind.EXEMPT_LIST: message("letters.kind-exempt"),
    LetterKind.MEMO: message("letters.kind-memo"),
}
_FROM_REGISTER: Mapping[LetterKind, Callable[[RegisterLine, LetterFacts], Letter]] = {
    LetterKind.RECEIPT: request_receipt,
    LetterKind.NOTICE: written_notice,
    LetterKind.EXTENSION: extension_notice,
    LetterKind.REFUSAL: refusal_decision,
    LetterKind.REPLY: objection_reply,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which letter; `number` is that of the request, the objection, or the row it is about.

    Of a memo, `unit` is whom it goes to and `until` by when documents are wanted.
    """

    kind: LetterKind
    number: str = ""
    logo: bytes = b""
    unit: str = ""
    until: datetime.date | None = None


def letter_about_asking(catalog: Catalog, book: Book, wanted: Wanted) -> Letter:
    """A letter from a line of the office's register.

    Raises Unusable where the line is not there, cannot be read, or is no case for this letter.
    """
    periods = read_periods(catalog)
    if periods is None:
        raise Unusable(message("letters.no-periods"))
    grounds = refusal_grounds(catalog)
    line = _line(read_registers(book, grounds), wanted)
    facts = LetterFacts(
        office=office_of(catalog, wanted.logo),
        periods=periods,
        calendar=read_holidays(catalog),
        grounds=grounds,
        reasons=tuple(map(text, OBJECTION_REASONS_SAID)),
    )
    return _FROM_REGISTER[wanted.kind](line, facts)


def _line(filled: FilledRegisters, wanted: Wanted) -> RegisterLine:
    is_objection = wanted.kind is LetterKind.REPLY
    lines = filled.objections if is_objection else filled.requests
    found = [line for line in lines if line.said("nomor") == wanted.number]
    if not lines:
        raise Unusable(message("letters.no-lines"))
    if len(found) != 1:
        known = tuple(line.said("nomor") for line in lines if line.said("nomor"))
        said = "letters.number-twice" if found else "letters.no-such-number"
        raise Unusable(message(said, number=wanted.number, known=known))
    (line,) = found
    cells = set(line.cells.values())
    faults = tuple(
        said
        for said in filled.faults
        if dict(said.values)["sheet"] == line.sheet and dict(said.values)["cell"] in cells
    )
    if faults:
        raise Unusable(message("letters.line-faulty", faults=faults))
    refused = line.said("keputusan") in (text(REFUSED), text(IN_PART))
    if wanted.kind is LetterKind.REFUSAL and not refused:
        cell = line.cells["keputusan"]
        raise Unusable(message("letters.not-refused", number=wanted.number, cell=cell))
    return line


def letter_of_desk(
    catalog: Catalog, openness: Openness | None, wanted: Wanted, today: datetime.date
) -> Letter:
    """A letter from what the agency publishes; raises Unusable where that is not there."""
    office = office_of(catalog, wanted.logo)
    if wanted.kind is LetterKind.PUBLIC_LIST:
        if openness is None:
            raise Unusable(message("letters.no-list"))
        return public_list_decree(openness.listed, office, today.year)
    if wanted.kind is LetterKind.MEMO:
        if openness is None:
            raise Unusable(message("letters.no-worklist"))
        days = MemoDays(today, wanted.until, read_holidays(catalog))
        return document_request(tasks_of_unit(openness.tasks, wanted.unit), office, days)
    if wanted.kind is LetterKind.EXEMPT_LIST:
        entries = read_exemptions(catalog)
        if not entries:
            raise Unusable(message("letters.nothing-exempt"))
        return exempt_list_decree(entries, office, today)
    if wanted.kind is LetterKind.TEST:
        known = {str(entry.row - 1): entry for entry in read_exemptions(catalog)}
        return consequence_sheet(_chosen(known, wanted), office)
    law = read_law(catalog.reference, catalog.agency.region)
    nil = [item for item in agency_statements(catalog) if item.kind == NIL]
    said = _chosen({str((item.place.row or 0) - 1): item for item in nil}, wanted)
    return nil_statement(said, law.all.get(said.obligation) if law else None, office)


_Row = TypeVar("_Row")


def _chosen(known: Mapping[str, _Row], wanted: Wanted) -> _Row:
    """The row that is meant; the only one where none is named."""
    if not wanted.number and len(known) == 1:
        return next(iter(known.values()))
    if wanted.number not in known:
        title = LETTER_TITLES[wanted.kind]
        raise Unusable(message("letters.no-such-row", title=title, known=tuple(known)))
    return known[wanted.number]
