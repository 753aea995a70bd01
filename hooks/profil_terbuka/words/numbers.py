"""Numbers, sizes and lists of things, as the language that is spoken writes them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol, TypeAlias, cast

from .language import grammar

Number: TypeAlias = int | float | Decimal


class NumberWords(Protocol):
    """What a language says in its module `numbers`."""

    def number(self, value: Number) -> str:
        """A number with the language's separators."""

    def percent(self, value: Number) -> str:
        """So many of a hundred."""

    def enumeration(self, items: Sequence[str]) -> str:
        """Things named one after the other."""


def _words() -> NumberWords:
    return cast(NumberWords, grammar("numbers"))


def number(value: Number) -> str:
    """A number in a sentence or a table.

    A Decimal keeps the digits it was written with unless they say nothing.

    >>> number(1234.5), number(-3), number(Decimal("12.50"))
    ('1.234,5', '\u22123', '12,50')
    """
    return _words().number(value)


def percent(value: Number) -> str:
    """A share.

    >>> percent(18.4)
    '18,4 %'
    """
    return _words().percent(value)


def enumeration(items: Sequence[str]) -> str:
    """Things one after the other.

    >>> enumeration(["a", "b"]), enumeration(["a", "b", "c"])
    ('a dan b', 'a, b, dan c')
    """
    return _words().enumeration(items)


def size(count: int) -> str:
    """Bytes as people read them.

    >>> size(820), size(12_345)
    ('820 B', '12,3 kB')
    """
    if count < 1000:
        return f"{count} B"
    unit, amount = ("kB", count / 1000) if count < 1_000_000 else ("MB", count / 1_000_000)
    return f"{number(round(amount, 1))} {unit}"
