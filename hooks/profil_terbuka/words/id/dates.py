"""Days, periods and spans of time in Indonesian."""

from __future__ import annotations

import re

from ...model import Period, PeriodKind, written
from ...model.calendar_names import MONTHS, SHORT_MONTHS

_ROMAN = ("", "I", "II", "III", "IV")
_DAY_OR_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(-\d{2})?")


def date(iso: str) -> str:
    """'2026-11-22' -> '22 November 2026'."""
    year, month, day = iso[:10].split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def moment(text: str) -> str:
    """'2022-10' -> 'Oktober 2022', '2022-10-03' -> '3 Oktober 2022'; other text as it is."""
    found = _DAY_OR_MONTH.fullmatch(text)
    if found is None:
        return text
    return date(text) if found[3] else f"{MONTHS[int(found[2]) - 1]} {found[1]}"


def period_name(when: Period) -> str:
    """'2024', 'Desember 2024', 'Triwulan II 2024', '2020\u20132024'."""
    if when.kind is PeriodKind.MONTH:
        return f"{MONTHS[when.number - 1]} {when.year}"
    if when.kind is PeriodKind.QUARTER:
        return f"Triwulan {_ROMAN[when.number]} {when.year}"
    if when.kind is PeriodKind.SEMESTER:
        return f"Semester {_ROMAN[when.number]} {when.year}"
    if when.kind is PeriodKind.DAY:
        return date(written(when))
    if when.kind is PeriodKind.SCHOOL_YEAR:
        return f"tahun ajaran {when.year}/{when.number}"
    if when.kind is PeriodKind.YEARS:
        return years(when.year, when.number)
    return str(when.year)


def short_period(when: Period, first: bool) -> str:
    """'Jan 2024' where it is the `first` of its year at the axis, else 'Feb'."""
    if when.kind is PeriodKind.MONTH:
        part = SHORT_MONTHS[when.number - 1]
    elif when.kind is PeriodKind.QUARTER:
        part = f"T-{_ROMAN[when.number]}"
    elif when.kind is PeriodKind.SEMESTER:
        part = f"S-{_ROMAN[when.number]}"
    elif when.kind is PeriodKind.DAY:
        day = written(when)
        part = f"{int(day[8:])} {SHORT_MONTHS[int(day[5:7]) - 1]}"
    elif when.kind is PeriodKind.SCHOOL_YEAR:
        return f"{when.year}/{when.number % 100:02}"
    else:
        return period_name(when)
    return f"{part} {when.year}" if first else part


def years(start: int | None, end: int | None) -> str:
    """'2021-2024' with an en dash, or one year, or 'tidak menurut tahun'."""
    if start is None or end is None:
        return "tidak menurut tahun"
    return str(start) if start == end else f"{start}\N{EN DASH}{end}"


def running(start: tuple[str, str], end: tuple[str, str], zone: str) -> str:
    """'mulai 22 November 2026 pukul 14.00 WIB sampai 25 November 2026'.

    Also '... sampai ada kabar lagi', 'pada 22 November 2026 pukul 08.00 sampai 12.00 WIB'.
    """

    def told(day: str, time: str) -> str:
        return f"{date(day)} pukul {time.replace(':', '.')} {zone}" if time else date(day)

    if not end[0]:
        return f"mulai {told(*start)} sampai ada kabar lagi"
    if start[0] == end[0]:
        return f"pada {date(start[0])}{_hours(start[1], end[1], zone)}"
    return f"mulai {told(*start)} sampai {told(*end)}"


def _hours(start: str, end: str, zone: str) -> str:
    """The part of one day: ' pukul 08.00 sampai 12.00 WIB'; '' for all of it."""
    first, last = start.replace(":", "."), end.replace(":", ".")
    if first and last:
        return f" pukul {first} sampai {last} {zone}"
    if first:
        return f" mulai pukul {first} {zone}"
    return f" sampai pukul {last} {zone}" if last else ""
