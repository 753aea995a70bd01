"""Letters about a request: that it was received, what becomes of it, that it takes longer."""

from __future__ import annotations

from ...model.messages import message
from ...words.catalogues import text
from ..register.columns import GRANTED, IN_PART, NOT_HELD, NOT_HELD_GROUND, REFUSED
from ..register.entries import RegisterLine
from .content import FactLines, Letter, Said, SignedBy
from .line_facts import (
    LetterFacts,
    LetterFrame,
    asker_facts,
    file_stem,
    letter_to_asker,
    refusal_facts,
    text_of,
)
from .open import to_fill
from .pieces import OFFICER, Fact, day_said, fact


def request_receipt(line: RegisterLine, facts: LetterFacts) -> Letter:
    """The proof that a request was received: its number, what it asks, by when it is answered."""
    received = line.day("tanggal")
    lines = (
        *asker_facts(line),
        fact(message("letters.fact-received"), day_said(received)),
        fact(message("letters.fact-wanted"), text_of(line, "informasi")),
        fact(message("letters.fact-purpose"), text_of(line, "tujuan")),
        fact(message("letters.fact-kind"), text_of(line, "jenis")),
        fact(message("letters.fact-delivery"), to_fill(message("letters.hint-delivery"))),
        fact(message("letters.fact-answer-by"), facts.due(received, facts.periods.answer.days)),
    )
    dated = f"{facts.office.town}, {day_said(received)}"
    officer = ((dated, text(message("letters.receiving-officer"))), to_fill(OFFICER))
    asker = (("", text(message("letters.asker"))), text_of(line, "nama"))
    promise = message(
        "letters.receipt-promise",
        days=facts.periods.answer.days,
        longer=facts.periods.extension.days,
    )
    return Letter(
        stem=file_stem(message("letters.stem-receipt"), line),
        head=facts.office.head,
        title=(text(message("letters.title-receipt")),),
        blocks=(FactLines(lines), Said(text(promise)), SignedBy((asker, officer))),
    )


def written_notice(line: RegisterLine, facts: LetterFacts) -> Letter:
    """What becomes of a request: held or not and by whom, granted or refused, what is given, in
    which form, for how much."""
    frame = LetterFrame(
        name=message("letters.stem-notice"),
        subject=message("letters.subject-notice"),
        day=line.day("diberitahukan"),
        post=facts.office.post,
        officer=to_fill(OFFICER),
        copies=(facts.office.superior,),
    )
    way_on = (Said(objecting(facts)),) if _keeps_back(line) else ()
    blocks = (Said(_opening(line)), FactLines(_notice_facts(line, facts)), *way_on, _closing())
    return letter_to_asker(line, facts, frame, blocks)


def extension_notice(line: RegisterLine, facts: LetterFacts) -> Letter:
    """That an answer takes longer, why, and until when."""
    received, periods = line.day("tanggal"), facts.periods
    until = facts.due(received, periods.answer.days + periods.extension.days)
    lines = (
        *asker_facts(line),
        fact(message("letters.fact-received"), day_said(received)),
        fact(message("letters.fact-wanted"), text_of(line, "informasi")),
        fact(message("letters.fact-answer-by"), facts.due(received, periods.answer.days)),
        fact(message("letters.fact-extended-until"), until),
        fact(message("letters.fact-why-longer"), text_of(line, "alasan_perpanjangan")),
    )
    frame = LetterFrame(
        name=message("letters.stem-extension"),
        subject=message("letters.subject-extension"),
        day=line.day("diperpanjang"),
        post=facts.office.post,
        officer=to_fill(OFFICER),
        copies=(facts.office.superior,),
    )
    longer = text(message("letters.extension-said", days=periods.extension.days))
    blocks = (Said(f"{_opening(line)} {longer}"), FactLines(lines), _closing())
    return letter_to_asker(line, facts, frame, blocks)


def objecting(facts: LetterFacts) -> str:
    """How who is refused goes on."""
    said = message(
        "letters.objecting", superior=facts.office.superior, days=facts.periods.objection.days
    )
    return text(said)


def _notice_facts(line: RegisterLine, facts: LetterFacts) -> tuple[Fact, ...]:
    given = _given_facts(line) if line.said("keputusan") in (text(GRANTED), text(IN_PART)) else ()
    kept = refusal_facts(line, facts.grounds) if _keeps_back(line) else ()
    blacked = to_fill(message("letters.hint-blacked"))
    in_part = line.said("keputusan") == text(IN_PART)
    return (
        *asker_facts(line),
        fact(message("letters.fact-wanted"), text_of(line, "informasi")),
        fact(message("letters.fact-held"), _holder(line, facts)),
        fact(message("letters.fact-decision"), text_of(line, "keputusan")),
        *given,
        *kept,
        *((fact(message("letters.fact-blacked"), blacked),) if in_part else ()),
    )


def _given_facts(line: RegisterLine) -> tuple[Fact, ...]:
    return (
        fact(message("letters.fact-material"), to_fill(message("letters.hint-material"))),
        fact(message("letters.fact-form"), text_of(line, "bentuk")),
        fact(message("letters.fact-given-on"), day_said(line.day("diberikan"))),
        fact(message("letters.fact-cost"), _cost(line)),
    )


def _holder(line: RegisterLine, facts: LetterFacts) -> str:
    """Who has the information: this office, or another that the letter must name."""
    elsewhere = line.said("dasar") == text(NOT_HELD_GROUND)
    if elsewhere or line.said("status") == text(NOT_HELD):
        other = to_fill(message("letters.hint-holder"))
        return text(message("letters.held-elsewhere", agency=facts.office.agency, other=other))
    if not line.said("status"):
        return to_fill(message("letters.hint-held"))
    return text(message("letters.held-here", agency=facts.office.agency))


def _cost(line: RegisterLine) -> str:
    amount = line.amount("biaya")
    if amount is None:
        return to_fill(message("letters.hint-cost"))
    if not amount:
        return text(message("letters.free"))
    return text(message("letters.cost", amount=amount, way=text_of(line, "cara")))


def _keeps_back(line: RegisterLine) -> bool:
    return line.said("keputusan") in (text(IN_PART), text(REFUSED))


def _opening(line: RegisterLine) -> str:
    number, day = text_of(line, "nomor"), day_said(line.day("tanggal"))
    return text(message("letters.opening", number=number, day=day))


def _closing() -> Said:
    return Said(text(message("letters.closing")))
