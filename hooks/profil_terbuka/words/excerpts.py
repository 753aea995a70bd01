"""Text of others as it may stand in a sentence of ours: on one line, and not too long."""

from __future__ import annotations


def excerpt(text: str, most: int) -> str:
    """The first `most` letters; what cannot be printed is shown as lost.

    >>> excerpt("a\\tb", 40)
    'a\N{REPLACEMENT CHARACTER}b'
    >>> excerpt("Kelurahan Contoh", 9)
    'Kelurahan\N{HORIZONTAL ELLIPSIS}'
    """
    flat = "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text)
    return flat if len(flat) <= most else f"{flat[:most]}\N{HORIZONTAL ELLIPSIS}"
