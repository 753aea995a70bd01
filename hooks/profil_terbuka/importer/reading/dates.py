"""Days as offices write them: '31 Januari 2024', '31/01/2024'."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from ...model.calendar_names import MONTHS, SHORT_MONTHS
from ..grid import SheetCell

_WRITTEN = re.compile(r"(?:[a-z']+,\s*)?(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_OTHER_SPELLINGS = (
    (),
    ("pebruari", "peb", "pebr", "febr", "feb"),
    ("mrt",),
    ("apl",),
    ("may",),
    (),
    (),
    ("agt", "ags", "agts", "agst", "agust", "agus", "aug", "august"),
    ("sept", "spt", "sepr"),
    ("oct", "oktb"),
    ("nopember", "nop", "nopemb", "novb"),
    ("dec", "desb", "desemb"),
)
"""How else offices write each month, January first."""
MONTH_NUMBERS = {
    **{name.casefold(): at for at, name in enumerate(MONTHS, start=1)},
    **{name.casefold(): at for at, name in enumerate(SHORT_MONTHS, start=1)},
    **{
        spelling: at
        for at, spellings in enumerate(_OTHER_SPELLINGS, start=1)
        for spelling in spellings
    },
}
"""Name of a month as tables write it, in small letters -> its number."""


def read_dates(cells: Sequence[SheetCell]) -> tuple[SheetCell, ...] | None:
    """The cells with every day written as data write it, 2024-01-31; None if one is no day.

    Days written 01/02/2024 are read as Indonesia writes them, the day first; None where a column
    can be read in no such way.
    """
    found: list[SheetCell] = []
    for cell in cells:
        day = "" if cell.empty else _day(cell.text)
        if day is None:
            return None
        found.append(replace(cell, text=day))
    return tuple(found) if any(not cell.empty for cell in found) else None


def _day(text: str) -> str | None:
    """One day; None where it is none, or not one that there was.

    >>> _day("Senin, 5 Pebruari 2024"), _day("31/01/2024"), _day("31/02/2024"), _day("2024-01-31")
    ('2024-02-05', '2024-01-31', None, '2024-01-31')
    >>> _day("1 Sept. 2024"), _day("1 Mrt 2024")
    ('2024-09-01', '2024-03-01')
    """
    parts = _parts(text.strip())
    try:
        return datetime.date(*parts).isoformat() if parts else None
    except ValueError:
        return None


def in_figures(text: str) -> tuple[int, int, int] | None:
    """Day, month and year of a day written in figures alone, as they stand; None for others.

    >>> in_figures("31/01/2024"), in_figures("31 Januari 2024")
    ((31, 1, 2024), None)
    """
    found = _FIGURES.fullmatch(text.strip())
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _parts(text: str) -> tuple[int, int, int] | None:
    if found := _WRITTEN.fullmatch(text):
        month = MONTH_NUMBERS.get(found[2].casefold())
        return (int(found[3]), month, int(found[1])) if month else None
    if figures := in_figures(text):
        day, month, year = figures
        return year, month, day
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
