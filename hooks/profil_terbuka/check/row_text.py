"""Rows and texts as a message shows them: not too much of them."""

from __future__ import annotations

from ..model import Value

LONGEST = 60
"""So many letters of a row or a text are told in a message."""


def shortened(text: str) -> str:
    """The beginning of a text, in three dots where there is more.

    >>> shortened("Panti Rekaan"), len(shortened("Panti Rekaan " * 9))
    ('Panti Rekaan', 64)
    """
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} ..."


def row_shown(values: tuple[Value, ...]) -> str:
    """What stands in some cells of a row.

    >>> row_shown((2024, None, "Utara"))
    '2024, Utara'
    """
    return shortened(", ".join(str(value) for value in values if value is not None))
