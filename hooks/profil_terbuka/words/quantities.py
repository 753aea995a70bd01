"""Amounts in Indonesian sentences: money as people say it, changes and shares with a meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from ..model import Additivity, breaks_off, usual_additivity
from .wording import number

Number = int | float | Decimal
FEW_CASES = 20
"""Below so many cases a percentage says more than is known: numbers are told instead."""

READ = "satuan bacaan kami"
"""Stands behind the first unit of a sentence that the source does not print."""

_MONEY = re.compile(r"(?:(ribu|juta|miliar|triliun)\s+)?(?:rupiah|rp\.?|idr)", re.IGNORECASE)
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_NEARLY = Decimal("0.99995")
"""What rounds to the next word: 999.960.000 is 'Rp1 miliar', not 'Rp1.000 juta'."""
_PERCENT = re.compile(r"%|persen(tase)?|prosentase", re.IGNORECASE)


def added(values: Iterable[Number]) -> int | float:
    """The sum without the noise of binary fractions: 0.1 + 0.2 is 0.3."""
    total = sum((Decimal(str(value)) for value in values), start=Decimal(0))
    return int(total) if total == int(total) else float(total)


def is_money(unit: str) -> bool:
    """Whether a unit is rupiah, or thousands or millions of them."""
    return bool(_MONEY.fullmatch(unit.strip()))


def is_percent(unit: str) -> bool:
    """Whether a unit is a percentage."""
    return bool(_PERCENT.fullmatch(unit.strip()))


def quantity(value: Number, unit: str) -> str:
    """A value with its unit as it is said: '20 orang', '18,4 %', 'Rp15,4 miliar'."""
    if is_money(unit):
        return _money(value, unit)
    if is_percent(unit):
        return f"{number(value)} %"
    return f"{number(value)} {unit}".rstrip()


def parts(value: Number, unit: str) -> tuple[str, str]:
    """A value and its unit apart, for a card: ('Rp15,4 miliar', ''), ('67.128', 'peserta')."""
    if is_money(unit) or is_percent(unit):
        return quantity(value, unit), ""
    return number(value), unit


def _money(value: Number, unit: str) -> str:
    """Rupiah with one decimal of the largest word that fits; small sums in full."""
    found = _MONEY.fullmatch(unit.strip())
    word = (found[1] or "").lower() if found else ""
    rupiah = Decimal(str(value)) * _SCALES.get(word, 1)
    sign = "\N{MINUS SIGN}" if rupiah < 0 else ""
    amount = abs(rupiah)
    for name in ("triliun", "miliar", "juta"):
        if amount >= _NEARLY * _SCALES[name]:
            return f"{sign}Rp{number(round(amount / _SCALES[name], 1))} {name}"
    return f"{sign}Rp{number(round(amount))}"


def change(new: Number, old: Number, before: str, unit: str) -> str:
    """'naik 26,9 % dari 2023' (`before`: when `old` was); '' across a break in the series.

    Percentages change by points, scores and few cases by so many: a percentage of them misleads.
    """
    difference = added([new, -old])
    if difference == 0:
        return f"sama dengan {before}"
    word = "naik" if difference > 0 else "turun"
    if is_percent(unit):
        return f"{word} {number(abs(difference))} poin persen dari {before}"
    if usual_additivity(unit, "") is Additivity.NON_ADDITIVE:
        return f"{word} {number(abs(difference))} dari {before}"
    few = not is_money(unit) and max(old, new) < FEW_CASES
    if breaks_off(float(old), float(new)) and not few:
        return ""
    if _few(old, unit) or new < 0:
        return f"{word} {quantity(abs(difference), unit)} dari {before}"
    percent = round(100 * abs(float(difference)) / float(old), 1)
    if percent == 0:
        return f"hampir sama dengan {before}"
    return f"{word} {number(percent)} % dari {before}"


def share(part: Number, whole: Number, unit: str) -> str:
    """'71,4 %' of a whole of enough cases; '' where a percentage would mislead."""
    if _few(whole, unit) or not 0 <= part <= whole:
        return ""
    return f"{number(round(100 * float(part) / float(whole), 1))} %"


def _few(base: Number, unit: str) -> bool:
    """Whether a percentage of `base` would say more than is known."""
    return base <= 0 or (base < FEW_CASES and not is_money(unit))
