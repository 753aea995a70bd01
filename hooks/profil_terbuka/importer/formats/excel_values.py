"""A number of a spreadsheet as people see it: its format says whether it is a percentage, a day.

Excel keeps days, times and percentages as numbers; only the number format beside them tells what
they are (ECMA-376 part 1, 18.8.30 and 18.17.4). Old and new workbooks share these rules.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache

from ..grid import SIGNIFICANT, SheetCell

_ASIDE = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')
"""What is shown as it stands: quoted, behind a backslash, a currency in brackets."""
_UNSEEN = re.compile(r"\[(?![hms]+\])[^\]]*\]|[_*].", re.IGNORECASE)
"""Colours and conditions; room as wide as a letter, letters that fill the cell."""
_RUPIAH = re.compile(r"(?<![a-z])(rp|idr)(?![a-z])", re.IGNORECASE)
_PADDED = re.compile(r"0{2,}")
_LAST_SERIAL = 2_958_465
"""31 December 9999."""
_LEAP_FAULT = 60
"""29 February 1900 has a number in Excel, though there was no such day."""
_DAY_SECONDS = 24 * 60 * 60


class Shows(StrEnum):
    """What a number format makes of a number."""

    NUMBER = "number"
    DAY = "day"
    YEAR = "year"
    MOMENT = "moment"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What people see of a number."""

    shows: Shows = Shows.NUMBER
    mark: str = ""
    """`%` or `Rp`."""
    hundredfold: bool = False
    """A percentage that Excel multiplies when it shows it; a quoted sign only stands there."""
    digits: int = 0
    """Filled up with zeros to so many digits: a code."""


GENERAL = NumberFormat()


@lru_cache(maxsize=4096)
def number_format(code: str) -> NumberFormat:
    r"""What a format code of Excel makes of numbers.

    >>> number_format('0.0%').hundredfold, number_format('0.0"%"')
    (True, NumberFormat(shows=<Shows.NUMBER: 'number'>, mark='%', hundredfold=False, digits=0))
    >>> number_format('_-"Rp"* #,##0_-').mark, number_format("[$Rp-421]#,##0").mark
    ('Rp', 'Rp')
    >>> [number_format(code).shows.value for code in ("d/m/yyyy", "yyyy", "d/m/y h:mm", "[h]:mm")]
    ['day', 'year', 'moment', 'clock']
    >>> number_format("0000").digits, number_format('[Red]#,##0" hari"').shows.value
    (4, 'number')
    """
    first = code.partition(";")[0]
    beside = " ".join("".join(found) for found in _ASIDE.findall(first))
    plain = _UNSEEN.sub("", _ASIDE.sub("", first)).strip()
    shows = _shown_as(plain)
    if shows is not Shows.NUMBER:
        return NumberFormat(shows)
    if "%" in plain or "%" in beside:
        return NumberFormat(mark="%", hundredfold="%" in plain)
    if _RUPIAH.search(beside) or _RUPIAH.search(plain):
        return NumberFormat(mark="Rp")
    return NumberFormat(digits=len(plain) if _PADDED.fullmatch(plain) else 0)


def _shown_as(plain: str) -> Shows:
    """Days and times by their letters, in a format without what only stands there."""
    letters = plain.casefold()
    if "general" in letters or any(sign in letters for sign in "0#?@"):
        letters = letters if "ss.0" in letters else ""  # a fraction of a second
    clock = "h" in letters or "s" in letters
    if "y" in letters or "d" in letters:
        if clock:
            return Shows.MOMENT
        return Shows.YEAR if set(letters) == {"y"} else Shows.DAY
    if clock:
        return Shows.CLOCK
    return Shows.DAY if "m" in letters else Shows.NUMBER


def stored_number(text: str) -> Decimal | None:
    """A number as a file keeps it, with the digits that Excel shows; None where it is none.

    Whole numbers stay as they are: 16 digits that a program wrote name somebody or something.

    >>> stored_number("9.299999999999997"), stored_number("3201010101010001")
    (Decimal('9.3'), Decimal('3201010101010001'))
    >>> stored_number("1E999"), stored_number("tujuh")
    (None, None)
    """
    if text.isdecimal() and text.isascii():
        return Decimal(text)
    try:
        rounded = Decimal(f"{float(text):.{SIGNIFICANT}g}")
    except (ValueError, InvalidOperation):
        return None
    return shortest(rounded) if rounded.is_finite() else None


def figure_cell(number: Decimal, seen: NumberFormat, since_1904: bool = False) -> SheetCell:
    """A number with its format, as a cell; `since_1904`: days are counted as on an old Macintosh.

    >>> figure_cell(Decimal(7), number_format("0000")).shown
    '0007'
    >>> figure_cell(Decimal("0.125"), number_format("0.0%"))
    SheetCell(text='', number=Decimal('12.5'), mark='%', dated=False, row=0, column=0)
    >>> figure_cell(Decimal("45322"), number_format("dd/mm/yyyy"))
    SheetCell(text='2024-01-31', number=None, mark='', dated=True, row=0, column=0)
    >>> figure_cell(Decimal("45322.5"), number_format("d/m/yyyy h:mm")).text
    '2024-01-31 12:00'
    >>> figure_cell(Decimal("1.25"), number_format("[h]:mm")).text
    '30:00'
    """
    if seen.shows is not Shows.NUMBER:
        return _of_time(number, seen.shows, since_1904)
    if seen.digits and number >= 0 and number == number.to_integral_value():
        return SheetCell(f"{int(number):0{seen.digits}d}")
    if seen.hundredfold:
        return SheetCell(number=shortest(number * 100), mark=seen.mark)
    return SheetCell(number=number, mark=seen.mark)


def moment_cell(moment: datetime.datetime, shows: Shows) -> SheetCell:
    """A day that is known, as much of it as is shown; at midnight nobody meant the time.

    >>> moment_cell(datetime.datetime(2024, 1, 31, 8, 30), Shows.DAY).text
    '2024-01-31'
    >>> moment_cell(datetime.datetime(2024, 1, 31), Shows.YEAR).number
    Decimal('2024')
    """
    if shows is Shows.YEAR:
        return SheetCell(number=Decimal(moment.year))
    if shows is Shows.DAY or moment.time() == datetime.time():
        return SheetCell(moment.date().isoformat(), dated=True)
    return SheetCell(f"{moment.date().isoformat()} {_clock(moment.time())}")


def _of_time(number: Decimal, shows: Shows, since_1904: bool) -> SheetCell:
    if not 0 <= number <= _LAST_SERIAL:
        return SheetCell(number=number)  # Excel itself shows #### there
    seconds = int((number * _DAY_SECONDS).to_integral_value())
    days, rest = divmod(seconds, _DAY_SECONDS)
    if shows is Shows.CLOCK:
        minutes, second = divmod(seconds, 60)
        tail = f":{second:02d}" if second else ""
        return SheetCell(f"{minutes // 60:02d}:{minutes % 60:02d}{tail}")
    if not since_1904 and days in (0, _LEAP_FAULT):
        return SheetCell(number=number)
    moment = _first_day(days, since_1904) + datetime.timedelta(days, rest)
    return moment_cell(moment, shows)


def _first_day(days: int, since_1904: bool) -> datetime.datetime:
    """The day before the first, by either way of counting."""
    if since_1904:
        return datetime.datetime(1904, 1, 1)
    return datetime.datetime(1899, 12, 30 if days > _LEAP_FAULT else 31)


def _clock(time: datetime.time) -> str:
    return time.strftime("%H:%M:%S" if time.second else "%H:%M")


def shortest(number: Decimal) -> Decimal:
    """A number without zeros behind its mark that say nothing."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
