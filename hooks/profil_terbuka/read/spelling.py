"""How a cell that is not written as its type demands would be: the mend, with the right form."""

from __future__ import annotations

import datetime
import re

from ..model.calendar_names import MONTHS
from ..model.messages import NOTHING, Message, message
from ..words.dates import date

_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}([.,\s][0-9]{3})+")
_AMOUNT = re.compile(
    r"(?:rp\.?\s?)?(?P<whole>-?\d{1,3}(?:[.\s]\d{3})+|-?\d+)(?:,(?P<part>\d{1,6})-?)?\s?"
    r"(?P<unit>%|[a-z]+)?",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"-?\d(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)")
_DAY_IN_WORDS = re.compile(r"(\d{1,2})\s+([a-z]+)\.?\s+((?:19|20)\d\d)", re.IGNORECASE)
LONGEST = 18
"""How many figures a number may have that every program reads as the same."""
_SERIAL = re.compile(r"[2-6]\d{4}")
_EXCEL_BEGAN = datetime.date(1899, 12, 30)
_YES, _NO = {"ya", "y", "benar", "1", "ada"}, {"tidak", "t", "salah", "0", "tidak ada"}
_EMPTY = {"-", "\N{EN DASH}", "\N{EM DASH}", "n/a", "na", "nihil", "kosong", "tidak ada", "..."}


def number_mend(text: str, whole: bool) -> Message:
    """The mend for a cell that is no number; nothing where the general one says all.

    >>> number_mend("1.234", whole=True)
    Message(name='read.write-if-thousands', values=(('right', '1234'),))
    >>> number_mend("Rp 12,5", whole=False)
    Message(name='read.write-right', values=(('right', '12.5'),))
    """
    plain = text.strip()
    if plain.casefold() in _EMPTY:
        return message("read.write-nothing-or-zero")
    if _THOUSANDS.fullmatch(plain):
        return message("read.write-if-thousands", right=re.sub(r"[.,\s]", "", plain))
    if plain.startswith("="):
        return message("read.copy-values")
    if _SHORTENED.fullmatch(plain):
        return message("read.excel-shortened")
    found = _AMOUNT.fullmatch(plain)
    return _amount_mend(found, whole, written=text) if found else NOTHING


def _amount_mend(found: re.Match[str], whole: bool, written: str) -> Message:
    """The mend for an amount with what Indonesians put around its digits."""
    digits = re.sub(r"[.\s]", "", found["whole"])
    if len(digits.lstrip("-0")) > LONGEST:
        return message("read.too-many-digits", most=LONGEST)
    sign = "-" if digits.startswith("-") else ""
    right = sign + (digits.lstrip("-").lstrip("0") or "0")
    if found["part"]:
        right += f".{found['part']}"
        if whole:
            return message("read.write-whole", right=right)
    if found["unit"]:
        return message("read.write-without-unit", right=right)
    return message("read.write-right", right=right) if right != written else NOTHING


def type_mend(text: str, type_: str) -> Message:
    """The mend for a cell that is no date, year or yes and no.

    >>> type_mend("31/12/2024", "date").values
    (('right', '2024-12-31'), ('date', '31 Desember 2024'))
    """
    plain = text.strip()
    if type_ == "date":
        return _date_mend(plain)
    if type_ == "year" and (found := re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", plain)):
        return message("read.write-only", right=found[0])
    if type_ == "year":
        return message("read.write-year")
    if type_ == "boolean" and plain.casefold() in _YES | _NO:
        right = "true" if plain.casefold() in _YES else "false"
        return message("read.write-right", right=right)
    return message("read.write-boolean") if type_ == "boolean" else NOTHING


def _date_mend(text: str) -> Message:
    if day := _day(text):
        right = day.isoformat()
        return message("read.write-date-if", right=right, date=date(right))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return message("read.no-such-day")
    return message("read.write-date")


def _day(text: str) -> datetime.date | None:
    """The day that is meant, written as people do in Indonesia, or as Excel counts."""
    try:
        if found := _DAY_FIRST.fullmatch(text):
            return datetime.date(int(found[3]), int(found[2]), int(found[1]))
        if found := _DAY_IN_WORDS.fullmatch(text):
            known = [name.casefold()[:3] for name in MONTHS]
            return datetime.date(
                int(found[3]), known.index(found[2].casefold()[:3]) + 1, int(found[1])
            )
        if _SERIAL.fullmatch(text):
            return _EXCEL_BEGAN + datetime.timedelta(days=int(text))
    except ValueError:
        pass
    return None
