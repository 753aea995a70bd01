"""Which cells of a table anything may be found in: of a million nearly none, and most are alike."""

from __future__ import annotations

from collections.abc import Iterable

from .chunks import SHORT
from .scan import hits

_SHORTEST = 3
"""Shorter texts cannot hold anything private by themselves: `B1A` is a number plate."""


def suspects(texts: Iterable[str]) -> frozenset[str]:
    """Those of a table's texts that must be searched where they stand; each is looked at once.

    >>> sorted(suspects(["Utara", "Kelurahan Utara", "0812-0000-0000", "Kelurahan Utara"]))
    ['0812-0000-0000']
    """
    return frozenset(text for text in set(texts) if _may_hold(text))


def _may_hold(text: str) -> bool:
    """A very long text is searched in parts, elsewhere."""
    if len(text) < _SHORTEST:
        return False
    return len(text) >= SHORT or bool(hits(text, in_cell=True))
