"""How often the law wants something: the table `tenggat`, and what its words mean for the count."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...model import Dataset
from .reference import reference_table, text_rows

RHYTHMS = "tenggat"
_YES = "ya"
_MONTH_AND_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_COLUMNS = (
    "frekuensi",
    "sebutan",
    "hari_paling_lama",
    "dasar",
    "mengikat",
    "cara_hitung",
    "tanggal_tutup",
)


class Counting(StrEnum):
    """By which rule information grows too old; see `timing`."""

    BY_AGE = "umur"
    THIS_YEAR = "tahun-berjalan"
    LAST_YEAR = "tahun-sebelumnya"
    YEARLY_REPORT = "laporan-tahunan"
    WHERE_THERE_IS = "bila-ada"
    ON_EVENT = "kejadian"
    ANY_TIME = "kapan-saja"


@dataclass(frozen=True, slots=True, order=True)
class ClosingDay:
    """A day of every year."""

    month: int
    day: int

    def in_year(self, year: int) -> datetime.date:
        """The day in that year; a month that is shorter ends earlier.

        >>> ClosingDay(2, 29).in_year(2026)
        datetime.date(2026, 2, 28)
        """
        last = calendar.monthrange(year, self.month)[1]
        return datetime.date(year, self.month, min(self.day, last))


YEAR_END = ClosingDay(12, 31)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often something is due: its name, in words, and the most days that may pass.

    What has never been published should be there by the next of its `closings`. `ground` is the
    rule that says so, as the reference package has it; nobody is late by one that does not
    bind.
    """

    name: str
    title: str
    days: int | None
    counting: Counting
    closings: tuple[ClosingDay, ...]
    ground: str
    binding: bool = True


def read_rhythms(reference: Sequence[Dataset]) -> Mapping[str, Rhythm] | None:
    """Every rhythm by name; None where the repository holds no such reference."""
    table = reference_table(reference, RHYTHMS, RHYTHMS, *_COLUMNS)
    if table is None:
        return None
    return {row["frekuensi"]: _rhythm(row) for row in text_rows(table)}


def _rhythm(row: Mapping[str, str]) -> Rhythm:
    days = row["hari_paling_lama"]
    return Rhythm(
        name=row["frekuensi"],
        title=row["sebutan"],
        days=int(days) if days.isdecimal() else None,
        counting=counting_of(row["cara_hitung"]) or Counting.ANY_TIME,
        closings=closing_days(row["tanggal_tutup"]),
        ground=row["dasar"],
        binding=row["mengikat"] == _YES,
    )


def counting_of(word: str) -> Counting | None:
    """The rule that goes by this word; None for one that the program does not know."""
    return Counting(word) if word in set(Counting) else None


def closing_days(text: str) -> tuple[ClosingDay, ...]:
    """The days in the order of the year, without words that are none.

    >>> closing_days("12-31 06-30 akhir")
    (ClosingDay(month=6, day=30), ClosingDay(month=12, day=31))
    """
    found = (_MONTH_AND_DAY.fullmatch(word) for word in text.split())
    return tuple(sorted(ClosingDay(int(day[1]), int(day[2])) for day in found if day))
