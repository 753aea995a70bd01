"""Texts that a book prints in capitals throughout, as people read them with ease."""

from __future__ import annotations

from typing import Protocol, cast

from .language import grammar


class CapitalWords(Protocol):
    """What a language says in its module `capitals`."""

    def sentence_case(self, text: str) -> str:
        """A text in capitals as a sentence; any other as it is."""


def sentence_case(text: str) -> str:
    """A text that is shouted, said calmly: short names keep their capitals, data are not touched.

    Names of people and places lose theirs: this is for texts that say what to bring or to do.

    >>> sentence_case("FOTO RUMAH (TAMPAK DEPAN DAN WC)")
    'Foto rumah (tampak depan dan WC)'
    >>> sentence_case("Fotocopy KTP"), sentence_case("SKTM")
    ('Fotocopy KTP', 'SKTM')
    """
    return cast(CapitalWords, grammar("capitals")).sentence_case(text)
