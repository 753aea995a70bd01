"""What decides how ambiguous figures are read, without a choice: what is counted has no decimals.

`1.245` orang can only be a thousand and more; so can `Rp 1,245`. Averages, ratios and scaled units
('ribu orang') may have decimals: there nothing decides, and people are asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .grid import SheetCell
from .reading.figures import DecimalMark, Figures, read_figures
from .reading.units import COUNTED, read_heading

_DIVIDED = re.compile(r"rata|rasio|indeks|laju|kepadatan|per\b|%|persen", re.IGNORECASE)


def whole_reading(title: str, cells: Sequence[SheetCell]) -> Figures | None:
    """The reading of a column that gives whole numbers; None where decimals are possible.

    >>> found = whole_reading("Penerima (orang)", [SheetCell("1.245"), SheetCell("9")])
    >>> found and [str(value) for value in found.values]
    ['1245', '9']
    >>> whole_reading("Penerima", [SheetCell("1.245")]) is None
    True
    """
    if _DIVIDED.search(title) or not (_counts(title) or _is_money(title, cells)):
        return None
    ways = [read_figures(cells, mark) for mark in DecimalMark]
    whole = [found for found in ways if isinstance(found, Figures) and _is_whole(found)]
    return whole[0] if len(whole) == 1 else None


def _counts(title: str) -> bool:
    return read_heading(title).unit in COUNTED


def _is_money(title: str, cells: Sequence[SheetCell]) -> bool:
    """Whether all figures are single rupiah: no part of one has three places."""
    marked = all(cell.empty or cell.text.casefold().startswith("rp") for cell in cells)
    return read_heading(title).unit == "rupiah" or marked


def _is_whole(found: Figures) -> bool:
    return all(value is None or value == value.to_integral_value() for value in found.values)
