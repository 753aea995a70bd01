"""Cells that hold a number and, beside it, the text that is shown for it: ODS, HTML of Excel."""

from __future__ import annotations

import re
from decimal import Decimal

from ..grid import SheetCell
from .excel_values import shortest

_FIGURE = re.compile(r"[\d\s.,'()+\-\N{MINUS SIGN}]*\d[\d\s.,'()+\-\N{MINUS SIGN}]*")
_RUPIAH = re.compile(r"\b(?:rp\.?|idr)(?=\W|\d|$)", re.IGNORECASE)
_PADDED = re.compile(r"0[0-9]+")
_WHOLE = re.compile(r"[0-9]+")


def shown_figure(number: Decimal, shown: str, percentage: bool = False) -> SheetCell:
    """The cell of a number that people see as `shown`; `percentage`: the file says it is one.

    A code that is filled up with zeros stays what is shown.

    >>> shown_figure(Decimal("0.125"), "12,5%").number, shown_figure(Decimal(7), "0007").text
    (Decimal('12.5'), '0007')
    >>> shown_figure(Decimal(1500), "Rp1.500").mark, shown_figure(Decimal("12.5"), "12,5%").number
    ('Rp', Decimal('12.5'))
    """
    if _PADDED.fullmatch(shown) and Decimal(shown) == number:
        return SheetCell(shown)
    if percentage or "%" in shown:
        hundredfold = percentage or _is_fraction(number, shown)
        return SheetCell(number=shortest(number * 100 if hundredfold else number), mark="%")
    return SheetCell(number=shortest(number), mark="Rp" if _RUPIAH.search(shown) else "")


def shows_figure(shown: str) -> bool:
    """Whether a text is a number with no more than marks beside it; a day or a word is none.

    >>> shows_figure("Rp 1.500,-"), shows_figure("12,5 %"), shows_figure("31/01/2024")
    (True, True, False)
    """
    return _FIGURE.fullmatch(_RUPIAH.sub("", shown).replace("%", "")) is not None


def _is_fraction(number: Decimal, shown: str) -> bool:
    """Whether a percentage is shown a hundred times as large as it is kept."""
    found = _WHOLE.search(shown)
    whole = Decimal(found[0]) if found else Decimal(0)
    return abs(abs(number) * 100 - whole) <= abs(abs(number) - whole)
