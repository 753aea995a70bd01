"""Amounts in sentences: money as people say it, changes and shares where they mean something."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Protocol, cast

from ..model import Additivity, breaks_off, usual_additivity
from ..model.aggregation import exact_sum
from ..model.units import in_rupiah, is_money, is_percent
from .language import grammar
from .numbers import Number, number, percent

FEW_CASES = 20
"""Below so many cases a percentage says more than is known: numbers are told instead."""


class ShiftKind(Enum):
    """In what the way from one value to another is told."""

    SAME = auto()
    NEARLY_SAME = auto()
    POINTS = auto()
    """Percentage points, for a percentage of a percentage misleads."""
    NUMBER = auto()
    """A number without its unit: of scores and indices."""
    QUANTITY = auto()
    """So many of what is counted."""
    PERCENT = auto()


@dataclass(frozen=True, slots=True)
class Shift:
    """The way from one value to another; `amount` is never negative."""

    kind: ShiftKind
    rises: bool = False
    amount: Number = 0
    unit: str = ""


class AmountWords(Protocol):
    """What a language says in its module `amounts`."""

    def rupiah(self, amount: Decimal) -> str:
        """Money."""

    def shift(self, found: Shift, before: str) -> str:
        """A change since `before`, as a clause."""


def _words() -> AmountWords:
    return cast(AmountWords, grammar("amounts"))


def quantity(value: Number, unit: str) -> str:
    """A value with its unit as it is said.

    >>> quantity(20, "orang"), quantity(18.4, "persen"), quantity(15_400, "juta rupiah")
    ('20 orang', '18,4 %', 'Rp15,4 miliar')
    """
    if is_money(unit):
        return _words().rupiah(in_rupiah(value, unit))
    if is_percent(unit):
        return percent(value)
    return f"{number(value)} {unit}".rstrip()


def amount_and_unit(value: Number, unit: str) -> tuple[str, str]:
    """A value and its unit apart, for a card.

    >>> amount_and_unit(67128, "peserta"), amount_and_unit(15_400, "juta rupiah")
    (('67.128', 'peserta'), ('Rp15,4 miliar', ''))
    """
    if is_money(unit) or is_percent(unit):
        return quantity(value, unit), ""
    return number(value), unit


def shift_clause(new: Number, old: Number, before: str, unit: str) -> str:
    """How a value changed since `before`; '' across a break in the series.

    >>> shift_clause(1269, 1000, "2023", "orang")
    'naik 26,9 % dari 2023'
    >>> shift_clause(12, 9, "2023", "orang"), shift_clause(40, 45, "2023", "persen")
    ('naik 3 orang dari 2023', 'turun 5 poin persen dari 2023')
    """
    found = shift(new, old, unit)
    return _words().shift(found, before) if found else ""


def shift(new: Number, old: Number, unit: str) -> Shift | None:
    """What may be said of a change; None across a break in the series.

    Percentages change by points, scores and few cases by so many: a percentage of them misleads.
    """
    difference = exact_sum([new, -old])
    rises, size = difference > 0, abs(difference)
    if difference == 0:
        return Shift(ShiftKind.SAME)
    if is_percent(unit):
        return Shift(ShiftKind.POINTS, rises, size)
    if usual_additivity(unit, "") is Additivity.NON_ADDITIVE:
        return Shift(ShiftKind.NUMBER, rises, size)
    few = not is_money(unit) and max(old, new) < FEW_CASES
    if breaks_off(float(old), float(new)) and not few:
        return None
    if _is_few(old, unit) or new < 0:
        return Shift(ShiftKind.QUANTITY, rises, size, unit)
    share = round(100 * size / float(old), 1)
    return Shift(ShiftKind.PERCENT, rises, share) if share else Shift(ShiftKind.NEARLY_SAME)


def percentage(part: Number, whole: Number, unit: str) -> str:
    """A part of a whole of enough cases; '' where a percentage would mislead.

    >>> percentage(20, 28, "orang"), percentage(6, 19, "orang")
    ('71,4 %', '')
    """
    if _is_few(whole, unit) or not 0 <= part <= whole:
        return ""
    return percent(round(100 * float(part) / float(whole), 1))


def _is_few(base: Number, unit: str) -> bool:
    """Whether a percentage of `base` would say more than is known."""
    return base <= 0 or (base < FEW_CASES and not is_money(unit))
