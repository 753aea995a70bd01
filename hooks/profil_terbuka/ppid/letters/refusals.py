"""The decision to refuse a request, with its consequence test, and the answer to an objection."""

from __future__ import annotations

from ...model.messages import message
from ...words.catalogues import text
from ...words.numbers import enumeration
from ..register.columns import IN_PART, OBJECTION_REASONS
from ..register.entries import RegisterLine
from .content import Clauses, Copies, FactLines, Letter, Said
from .line_facts import (
    LetterFacts,
    LetterFrame,
    asker_facts,
    file_stem,
    letter_to_asker,
    refusal_facts,
    text_of,
)
from .open import to_fill, told_or_open
from .pieces import OFFICER, Fact, day_said, decree_title, fact, laws, signed_decree
from .requests import objecting


def refusal_decision(line: RegisterLine, facts: LetterFacts) -> Letter:
    """Who asked for what, on which ground it is refused, after which test, and the way on."""
    office = facts.office
    wanted = fact(message("letters.fact-wanted"), text_of(line, "informasi"))
    in_part = line.said("keputusan") == text(IN_PART)
    refused = message("letters.refused-in-part" if in_part else "letters.refused-wholly")
    decided = (
        (text(message("letters.first")), text(refused)),
        (text(message("letters.second")), text(message("letters.refusal-ground"))),
        (text(message("letters.third")), objecting(facts)),
        (text(message("letters.fourth")), text(message("letters.in-force"))),
    )
    considering = (
        ("a.", text(message("letters.refusal-asked"))),
        ("b.", text(message("letters.refusal-tested"))),
        ("c.", text(message("letters.refusal-therefore"))),
    )
    return Letter(
        stem=file_stem(message("letters.stem-refusal"), line),
        head=office.head,
        title=decree_title(office, message("letters.title-refusal")),
        blocks=(
            Clauses(text(message("letters.considering")), considering),
            Clauses(text(message("letters.regarding")), laws(office)),
            Said(text(message("letters.decides")), bold=True, centred=True),
            Clauses(text(message("letters.ordaining")), decided[:1]),
            FactLines((*asker_facts(line), wanted)),
            Clauses("", decided[1:2]),
            FactLines((*refusal_facts(line, facts.grounds), *_test_facts())),
            Clauses("", decided[2:]),
            signed_decree(office, day_said(line.day("diberitahukan"))),
            Copies((office.superior, text_of(line, "nama"))),
        ),
    )


def _test_facts() -> tuple[Fact, ...]:
    """The consequence test that a refusal rests on: the register does not hold it."""
    number = to_fill(message("letters.hint-test-number"))
    day = to_fill(message("letters.hint-test-day"))
    return (
        fact(message("letters.fact-closed"), to_fill(message("letters.hint-protected"))),
        fact(message("letters.fact-test"), text(message("letters.test", number=number, day=day))),
        fact(message("letters.fact-until"), to_fill(message("letters.hint-until"))),
    )


def objection_reply(line: RegisterLine, facts: LetterFacts) -> Letter:
    """The superior's answer to an objection, with its reasons, and where a dispute is brought."""
    office, received = facts.office, line.day("tanggal")
    lines = (
        fact(message("letters.fact-objection-number"), text_of(line, "nomor")),
        fact(message("letters.fact-number"), text_of(line, "nomor_permohonan")),
        *asker_facts(line)[1:],
        fact(message("letters.fact-objected-on"), day_said(received)),
        fact(message("letters.fact-wanted"), text_of(line, "informasi")),
        fact(message("letters.fact-purpose"), text_of(line, "tujuan")),
        fact(message("letters.fact-reasons"), _reasons(line, facts)),
        fact(message("letters.fact-reply-by"), facts.due(received, facts.periods.reply.days)),
        fact(message("letters.fact-superior-decision"), text_of(line, "keputusan")),
        fact(message("letters.fact-superior-reasons"), to_fill(message("letters.hint-weighing"))),
    )
    frame = LetterFrame(
        name=message("letters.stem-reply"),
        subject=message("letters.subject-reply"),
        day=line.day("ditanggapi"),
        post=office.superior,
        officer=told_or_open(line.said("atasan"), OFFICER),
        copies=(office.post,),
    )
    opening = message(
        "letters.reply-opening", number=text_of(line, "nomor"), day=day_said(received)
    )
    dispute = message(
        "letters.dispute", days=facts.periods.dispute.days, commission=office.commission
    )
    blocks = (
        Said(text(opening)),
        FactLines(lines),
        Said(text(dispute)),
        Said(text(message("letters.closing"))),
    )
    return letter_to_asker(line, facts, frame, blocks)


def _reasons(line: RegisterLine, facts: LetterFacts) -> str:
    """The reasons that are marked, as the law words them."""
    named = [
        f"{reason[:1].lower()}{reason[1:]}"
        for letter, reason in zip(OBJECTION_REASONS, facts.reasons, strict=True)
        if line.said(letter)
    ]
    return told_or_open(enumeration(named), message("letters.hint-reasons"))
