"""Periods of time as tables write them: years, semesters, quarters, months, days, ranges."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class PeriodKind(StrEnum):
    """How long a period of a time column is (`periode`)."""

    YEAR = "tahun"
    FISCAL_YEAR = "tahun-anggaran"
    SCHOOL_YEAR = "tahun-ajaran"
    YEARS = "rentang-tahun"
    SEMESTER = "semester"
    QUARTER = "triwulan"
    MONTH = "bulan"
    DAY = "tanggal"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One period. Periods of one kind are ordered by time.

    `number` counts the parts of the year (month 1 to 12, quarter 1 to 4, semester 1 to 2); of a
    range it is the last year, of a day its day of the year, of a whole year 0.
    """

    year: int
    number: int
    kind: PeriodKind

    @property
    def years(self) -> range:
        """The years it is about; of a range all of them."""
        return range(self.year, (self.number if self.kind in _RANGES else self.year) + 1)


_PARTS = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.SEMESTER: 2}
_RANGES = (PeriodKind.YEARS, PeriodKind.SCHOOL_YEAR)
_FORMS = {
    PeriodKind.YEAR: r"(\d{4})()",
    PeriodKind.FISCAL_YEAR: r"(\d{4})()",
    PeriodKind.SCHOOL_YEAR: r"(\d{4})/(\d{4})",
    PeriodKind.YEARS: r"(\d{4})/(\d{4})",
    PeriodKind.SEMESTER: r"(\d{4})-S([12])",
    PeriodKind.QUARTER: r"(\d{4})-Q([1-4])",
    PeriodKind.MONTH: r"(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?",
}
"""How each kind is written; the letters are SDMX's. A column of dates may stand for months."""
PERIOD_EXAMPLES = {
    PeriodKind.YEAR: "2024",
    PeriodKind.FISCAL_YEAR: "2024",
    PeriodKind.SCHOOL_YEAR: "2023/2024",
    PeriodKind.YEARS: "2020/2024",
    PeriodKind.SEMESTER: "2024-S1",
    PeriodKind.QUARTER: "2024-Q1",
    PeriodKind.MONTH: "2024-01",
    PeriodKind.DAY: "2024-01-31",
}
"""How tables write each kind, for people who have to."""
CACHED = 4096
"""Periods are few, and read at every row."""
_FIRST_DAY = re.compile(r"\d{4}-\d{2}-01")


@lru_cache(CACHED)
def read_period(text: str, kind: PeriodKind) -> Period | None:
    """The period that `text` names; None where it is not written like one of this kind.

    >>> read_period("2024-Q3", PeriodKind.QUARTER)
    Period(year=2024, number=3, kind=<PeriodKind.QUARTER: 'triwulan'>)
    """
    if kind is PeriodKind.DAY:
        return _day(text)
    found = re.fullmatch(_FORMS[kind], text)
    if found is None:
        return None
    period = Period(int(found[1]), int(found[2] or 0), kind)
    if kind is PeriodKind.SCHOOL_YEAR and period.number != period.year + 1:
        return None
    if kind is PeriodKind.YEARS and period.number < period.year:
        return None
    return period


def _day(text: str) -> Period | None:
    try:
        date = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return Period(date.year, date.timetuple().tm_yday, PeriodKind.DAY)


def usual_kind(type_: str, values: Iterable[str]) -> PeriodKind | None:
    """The kind of period that a column of this Table Schema type holds; None: no time column.

    Dates that are all the first of a month stand for the months. Text is time only where all of it
    is written like '2024-S1', '2024-Q3' or '2023/2024'.
    """
    if type_ == "year":
        return PeriodKind.YEAR
    if type_ == "yearmonth":
        return PeriodKind.MONTH
    if type_ == "string":
        return _written_kind(tuple(values))
    if type_ != "date":
        return None
    found = set(values)
    monthly = len(found) > 1 and all(_FIRST_DAY.fullmatch(value) for value in found)
    return PeriodKind.MONTH if monthly else PeriodKind.DAY


def _written_kind(texts: Sequence[str]) -> PeriodKind | None:
    """The kind of period that all texts name; mostly the first of them tells that it is none."""
    for kind in (PeriodKind.SEMESTER, PeriodKind.QUARTER, PeriodKind.SCHOOL_YEAR):
        if texts and read_period(texts[0], kind):
            return kind if all(read_period(text, kind) for text in set(texts)) else None
    return None


def before(period: Period) -> Period | None:
    """The period just before; None for ranges of years, which may overlap."""
    if period.kind is PeriodKind.YEARS:
        return None
    if period.kind is PeriodKind.SCHOOL_YEAR:
        return Period(period.year - 1, period.number - 1, period.kind)
    if period.kind is PeriodKind.DAY:
        date = _date(period) - datetime.timedelta(days=1)
        return Period(date.year, date.timetuple().tm_yday, period.kind)
    parts = _PARTS.get(period.kind)
    if parts is None:
        return Period(period.year - 1, 0, period.kind)
    if period.number > 1:
        return Period(period.year, period.number - 1, period.kind)
    return Period(period.year - 1, parts, period.kind)


def every_period(known: Sequence[Period], most: int) -> tuple[Period, ...]:
    """All periods from the first to the last of `known`, in order; `known` alone if over `most`.

    Days are not filled in: a register of days has none to spare.
    """
    ordered = sorted(set(known))
    if not ordered or ordered[0].kind in (PeriodKind.DAY, PeriodKind.YEARS):
        return tuple(ordered)
    filled: list[Period] = [ordered[-1]]
    while filled[-1] > ordered[0] and len(filled) <= most:
        earlier = before(filled[-1])
        if earlier is None:
            break
        filled.append(earlier)
    return tuple(reversed(filled)) if len(filled) <= most else tuple(ordered)


def written(period: Period) -> str:
    """The period as tables write it, the opposite of `read_period`: '2024-03' for a month."""
    if period.kind is PeriodKind.DAY:
        return _date(period).isoformat()
    if period.kind in _RANGES:
        return f"{period.year}/{period.number}"
    sign = {PeriodKind.SEMESTER: "S", PeriodKind.QUARTER: "Q"}.get(period.kind)
    if sign:
        return f"{period.year}-{sign}{period.number}"
    return f"{period.year}-{period.number:02}" if period.number else str(period.year)


def _date(period: Period) -> datetime.date:
    return datetime.date(period.year, 1, 1) + datetime.timedelta(days=period.number - 1)
