"""Money and changes in Indonesian."""

from __future__ import annotations

from decimal import Decimal

from ..amounts import Shift, ShiftKind, quantity
from .numbers import number, percent

_SCALES = (("triliun", 10**12), ("miliar", 10**9), ("juta", 10**6))
_NEARLY = Decimal("0.99995")
"""What rounds to the next word: 999.960.000 is 'Rp1 miliar', not 'Rp1.000 juta'."""


def rupiah(amount: Decimal) -> str:
    """'Rp15,4 miliar': one decimal of the largest word that fits; small sums in full."""
    sign, size = "\N{MINUS SIGN}" if amount < 0 else "", abs(amount)
    for name, scale in _SCALES:
        if size >= _NEARLY * scale:
            return f"{sign}Rp{number(round(size / scale, 1))} {name}"
    return f"{sign}Rp{number(round(size))}"


def shift(found: Shift, before: str) -> str:
    """'naik 26,9 % dari 2023', 'turun 2 orang dari 2022', 'sama dengan 2023'."""
    if found.kind is ShiftKind.SAME:
        return f"sama dengan {before}"
    if found.kind is ShiftKind.NEARLY_SAME:
        return f"hampir sama dengan {before}"
    way = "naik" if found.rises else "turun"
    return f"{way} {_size(found)} dari {before}"


def _size(found: Shift) -> str:
    if found.kind is ShiftKind.POINTS:
        return f"{number(found.amount)} poin persen"
    if found.kind is ShiftKind.PERCENT:
        return percent(found.amount)
    if found.kind is ShiftKind.QUANTITY:
        return quantity(found.amount, found.unit)
    return number(found.amount)
