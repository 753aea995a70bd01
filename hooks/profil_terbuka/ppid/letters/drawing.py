"""A letter becomes a file. What draws it is loaded only then: nothing else needs it."""

from __future__ import annotations

from .content import Letter


def letter_bytes(letter: Letter) -> bytes:
    """The Word document."""
    from .document import word_document  # noqa: PLC0415

    return word_document(letter)
