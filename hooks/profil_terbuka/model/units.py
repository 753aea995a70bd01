"""Units as sources print them: which are money, which are shares."""

from __future__ import annotations

import re
from decimal import Decimal

_MONEY = re.compile(r"(?:(ribu|juta|miliar|triliun)\s+)?(?:rupiah|rp\.?|idr)", re.IGNORECASE)
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_PERCENT = re.compile(r"%|persen(tase)?|prosentase", re.IGNORECASE)


def is_money(unit: str) -> bool:
    """Whether a unit is rupiah, or thousands or millions of them."""
    return bool(_MONEY.fullmatch(unit.strip()))


def is_percent(unit: str) -> bool:
    """Whether a unit is a percentage."""
    return bool(_PERCENT.fullmatch(unit.strip()))


def in_rupiah(value: int | float | Decimal, unit: str) -> Decimal:
    """An amount of money in single rupiah.

    >>> in_rupiah(1.5, "juta rupiah")
    Decimal('1500000.0')
    """
    found = _MONEY.fullmatch(unit.strip())
    scale = (found[1] or "").lower() if found else ""
    return Decimal(str(value)) * _SCALES.get(scale, 1)
