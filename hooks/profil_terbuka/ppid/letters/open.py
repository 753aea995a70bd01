"""What nobody has told yet stands in a letter as a mark that a person replaces."""

from __future__ import annotations

import re

from ...model.messages import Message, message
from ...words.catalogues import text

MARK = re.compile(r"\[(?:isi|periksa): [^\]]*\]")
"""How the marks look; the Word document shows them in yellow."""


def to_fill(hint: Message) -> str:
    """A place that is still open.

    >>> to_fill(message("letters.hint-number"))
    '[isi: nomor]'
    """
    return text(message("letters.to-fill", hint=hint))


def to_check(told: str, why: Message) -> str:
    """What is told but not sure, with the reason beside it.

    >>> to_check("7 Desember 2026", message("letters.hint-unverified"))
    '7 Desember 2026 [periksa: belum dibenarkan oleh dinas]'
    """
    return text(message("letters.to-check", told=told, why=why))


def told_or_open(told: str, hint: Message) -> str:
    """What is told, or else a place that is still open."""
    return told or to_fill(hint)
