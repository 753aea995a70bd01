"""Whether numbers go together: shares of a whole, rates, and so much for each person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from .cells import Number

ENOUGH = 3
"""So many rows that agree are no coincidence."""
EXACT, NEARLY = Decimal(1), Decimal("1.1")
"""How far the dearest person may lie above the cheapest: money tells small counts all the same."""
_SCALES = (1, 100, 1000, 10_000, 100_000)
"""Per one, per cent, per mille, and as health statistics count."""
_RARELY = 0.2
"""Of the rows so many may disagree: books round and err."""
_HALF = Decimal("0.6")
"""A rounded number lies within half of its last digit, and a little more where books cut it off."""

CountsByKey = Mapping[tuple[str, ...], Number]
"""Numbers by what their rows are about."""


def is_ratio(count: CountsByKey, base: CountsByKey, shown: CountsByKey) -> bool:
    """Whether what is shown is the count per base, or the base per count, rounded.

    2 of 63 are 3.2 percent, and so on:

    >>> count, base = {"a": 2, "b": 5, "c": 30}, {"a": 63, "b": 80, "c": 90}
    >>> is_ratio(count, base, {"a": Decimal("3.2"), "b": Decimal("6.3"), "c": Decimal("33.3")})
    True
    >>> is_ratio(count, base, {"a": Decimal("3.2"), "b": Decimal("7.1"), "c": Decimal("12.0")})
    False
    """
    keys = [key for key in shown if count.get(key, 0) > 0 and base.get(key, 0) > 0]
    if len({(count[key], base[key]) for key in keys}) < ENOUGH:
        return False
    there = [(Decimal(count[key]) / Decimal(base[key]), shown[key]) for key in keys]
    back = [(Decimal(base[key]) / Decimal(count[key]), shown[key]) for key in keys]
    return any(_agree(way, scale) for way in (there, back) for scale in _SCALES)


def _agree(pairs: Iterable[tuple[Decimal, Number]], scale: int) -> bool:
    """Whether nearly all ratios, times a scale, are what is shown; given up as soon as not."""
    good = wrong = 0
    for ratio, shown in pairs:
        if abs(ratio * scale - shown) <= _HALF * _last_digit(shown):
            good += shown > 0
        else:
            wrong += 1
            if wrong > ENOUGH and wrong > good:
                return False
    return good >= ENOUGH and wrong <= _RARELY * good


def _last_digit(number: Number) -> Decimal:
    """What one more in the last digit is worth.

    >>> _last_digit(Decimal("3.20")), _last_digit(15)
    (Decimal('0.01'), Decimal('1'))
    """
    exponent = Decimal(number).as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def is_in_proportion(count: CountsByKey, shown: CountsByKey, spread: Decimal) -> bool:
    """Whether each person counts for the same amount, up to `spread`, and not one for one.

    >>> is_in_proportion({"a": 2, "b": 5, "c": 30}, {"a": 1200, "b": 3000, "c": 18_000}, EXACT)
    True
    >>> is_in_proportion({"a": 2, "b": 5, "c": 30}, {"a": 1200, "b": 3100, "c": 18_000}, EXACT)
    False
    """
    keys = [key for key in shown if count.get(key, 0) > 0 and shown[key] > 0]
    if len({count[key] for key in keys}) < ENOUGH:
        return False
    least = most = None
    for key in keys:
        each = Decimal(shown[key]) / Decimal(count[key])
        least = each if least is None else min(least, each)
        most = each if most is None else max(most, each)
        if most > least * spread:
            return False
    return least != 1
