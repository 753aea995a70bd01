"""What only people can decide about a file: the questions, and where their answers are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.messages import NOTHING, Message

Answers = Mapping[str, str]
"""What people have decided, by the name of the question: 'desimal Laju' -> 'koma'."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: how it is written, and what it means for this very file."""

    value: str
    said: Message


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; `name` is what its answer is kept under in impor.yml."""

    name: str
    said: Message
    choices: tuple[Choice, ...]
    free: Message = NOTHING
    """What may be answered beside the choices; NOTHING: only one of them."""


def asked(kind: str, about: str = "") -> str:
    """The name of a question.

    >>> asked("desimal", "Laju pertumbuhan (%)")
    'desimal Laju pertumbuhan (%)'
    """
    return " ".join(f"{kind} {about}".split())


def answer(answers: Answers, kind: str, about: str = "") -> str:
    """What people answered to a question, or to all of its kind; '' where they did not.

    >>> answer({"desimal": "koma"}, "desimal", "Laju")
    'koma'
    """
    name = asked(kind, about).casefold()
    folded = {" ".join(key.split()).casefold(): value for key, value in answers.items()}
    return str(folded.get(name, folded.get(kind, "")))
