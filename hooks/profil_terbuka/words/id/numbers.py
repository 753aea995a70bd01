"""Numbers and lists in Indonesian."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_SEPARATORS = str.maketrans(",.", ".,")


def number(value: int | float | Decimal) -> str:
    """1234.5 -> '1.234,5'; integers without decimals, a true minus sign for negatives.

    A Decimal keeps the digits it was written with (12.50 -> '12,50') unless they say nothing.
    """
    text = f"{abs(value):,f}" if isinstance(value, Decimal) else f"{abs(value):,}"
    if "." in text and (value == int(value) or not isinstance(value, Decimal)):
        text = text.rstrip("0").rstrip(".")
    written = text.translate(_SEPARATORS)
    return f"\N{MINUS SIGN}{written}" if value < 0 else written


def percent(value: int | float | Decimal) -> str:
    """'18,4 %'."""
    return f"{number(value)} %"


def enumeration(items: Sequence[str]) -> str:
    """'a', 'a dan b', 'a, b, dan c'."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"
