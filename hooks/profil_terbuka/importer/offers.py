"""Answers that nobody has to give: something was decided that may be meant otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.messages import Message, clauses, message
from .questions import Choice, asked

_OFFER = "importer.may-answer"


@dataclass(frozen=True, slots=True)
class OfferedAnswer:
    """An answer that changes what was done: to which question, and what its button says."""

    question: str
    answer: str
    button: Message


def offered(case: Message, kind: str, about: str, choice: Choice) -> Message:
    """The clause that ends a step: in which case another answer is meant, and which.

    `choice.said` is what its button says where there are buttons.
    """
    return message(
        _OFFER, case=case, question=asked(kind, about), answer=choice.value, button=choice.said
    )


def offers_in(said: Message) -> Iterator[OfferedAnswer]:
    """The answers that a step offers.

    >>> zero = Choice("nol", message("importer.button-zero"))
    >>> clause = offered(message("importer.if-zero"), "strip", "Jumlah", zero)
    >>> [(offer.question, offer.answer) for offer in offers_in(clause)]
    [('strip Jumlah', 'nol')]
    """
    for clause in clauses(said):
        if clause.name == _OFFER:
            told = dict(clause.values)
            button = told["button"]
            if isinstance(button, Message):
                yield OfferedAnswer(str(told["question"]), str(told["answer"]), button)
