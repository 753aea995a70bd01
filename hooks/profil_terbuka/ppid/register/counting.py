"""The counts of a year or of half of it: only numbers of the registers, nothing about people."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ...importer.grid import Book
from ...importer.reasons import Unusable
from ...model import Catalog
from ...model.messages import Message, message
from ...words.catalogues import text
from ..law.deadlines import read_holidays
from ..law.half_years import HalfYear
from ..law.workdays import WorkCalendar
from .columns import GRANTED, IN_PART, REFUSED, WITHDRAWN
from .entries import FilledRegisters, RegisterLine, read_registers
from .grounds import refusal_grounds

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class CountedTime:
    """The days about which a count is, both included."""

    start: datetime.date
    end: datetime.date

    def holds(self, day: datetime.date | None) -> bool:
        """Whether a day is one of them."""
        return day is not None and self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class YearCounts:
    """What one year's report counts, or half of it.

    `average`: working days from a request to its answer, rounded to a tenth; None where none was
    answered. `grounds`: why information was refused, wholly or in part, and how often.
    """

    year: int
    received: int
    granted: int
    in_part: int
    refused: int
    withdrawn: int
    average: Decimal | None
    grounds: tuple[tuple[str, int], ...]
    objections: int
    disputes: int

    @property
    def open(self) -> int:
        """Requests that nobody has decided on yet."""
        return self.received - self.granted - self.in_part - self.refused - self.withdrawn


def counted_half_year(catalog: Catalog, book: Book, half: HalfYear) -> YearCounts:
    """The counts of half a year in a filled workbook; requests in it may still be open.

    Raises Unusable for another file, and with every cell that cannot be read or placed.
    """
    filled = read_registers(book, refusal_grounds(catalog))
    faults = _unusable(filled)
    if faults:
        raise Unusable(message("ppid.register-unfinished", year=half.title, faults=faults))
    time = CountedTime(half.start, half.end)
    return _counts(filled, half.year, time, read_holidays(catalog))


def counted_year(catalog: Catalog, book: Book, year: int) -> YearCounts:
    """The counts of a year in a filled workbook.

    Raises Unusable for another file, and with every cell that must be filled in or mended first.
    """
    filled = read_registers(book, refusal_grounds(catalog))
    faults = unfinished(filled, year)
    if faults:
        raise Unusable(message("ppid.register-unfinished", year=str(year), faults=faults))
    return year_counts(filled, year, read_holidays(catalog))


def year_counts(filled: FilledRegisters, year: int, calendar: WorkCalendar) -> YearCounts:
    """The counts of a year, by the day on which requests and objections were received."""
    return _counts(filled, year, _whole_year(year), calendar)


def _counts(
    filled: FilledRegisters, year: int, time: CountedTime, calendar: WorkCalendar
) -> YearCounts:
    requests = _received_in(filled.requests, time)
    decisions = Counter(line.said("keputusan") for line in requests)
    grounds = Counter(line.said("dasar") for line in requests if _keeps_back(line))
    taken = [days_taken(line, calendar) for line in requests]
    return YearCounts(
        year=year,
        received=len(requests),
        granted=decisions[text(GRANTED)],
        in_part=decisions[text(IN_PART)],
        refused=decisions[text(REFUSED)],
        withdrawn=decisions[text(WITHDRAWN)],
        average=_mean([days for days in taken if days is not None]),
        grounds=tuple(sorted(grounds.items())),
        objections=len(_received_in(filled.objections, time)),
        disputes=sum(time.holds(line.day("sengketa")) for line in filled.objections),
    )


def days_taken(line: RegisterLine, calendar: WorkCalendar) -> int | None:
    """Working days from a request to its written answer; None where there is none."""
    received, told = line.day("tanggal"), line.day("diberitahukan")
    return calendar.between(received, told) if received and told else None


def unfinished(filled: FilledRegisters, year: int) -> tuple[Message, ...]:
    """What must be filled in or mended before the year can be counted, each with its cell."""
    time = _whole_year(year)
    return (
        *_unusable(filled),
        *(found for line in _received_in(filled.requests, time) for found in _undecided(line)),
        *(found for line in _received_in(filled.objections, time) for found in _too_early(line)),
    )


def _unusable(filled: FilledRegisters) -> tuple[Message, ...]:
    """What cannot be read, or stands on no certain day, or stands twice."""
    lines = (*filled.requests, *filled.objections)
    return (
        *filled.faults,
        *(found for line in lines for found in _unplaced(line)),
        *_twice(filled.requests),
        *_twice(filled.objections),
    )


def _unplaced(line: RegisterLine) -> Iterator[Message]:
    for name, said in (
        ("nomor", message("ppid.register-lacks-number")),
        ("tanggal", message("ppid.register-lacks-day")),
    ):
        if name not in line.values:
            yield _at(line, name, said)


def _twice(lines: Sequence[RegisterLine]) -> Iterator[Message]:
    seen: dict[str, RegisterLine] = {}
    for line in lines:
        number = line.said("nomor")
        if number and number in seen:
            first = seen[number].cells["nomor"]
            yield _at(line, "nomor", message("ppid.register-number-twice", first=first))
        seen.setdefault(number, line)


def _undecided(line: RegisterLine) -> Iterator[Message]:
    """What a request lacks that has been received in the year."""
    decision = line.said("keputusan")
    if not decision:
        yield _at(line, "keputusan", message("ppid.register-lacks-decision"))
        return
    if decision == text(WITHDRAWN):
        return
    told, received = line.day("diberitahukan"), line.day("tanggal")
    if told is None:
        yield _at(line, "diberitahukan", message("ppid.register-lacks-notice"))
    elif received and told < received:
        yield _at(line, "diberitahukan", message("ppid.register-told-too-early"))
    if _keeps_back(line) and not line.said("dasar"):
        yield _at(line, "dasar", message("ppid.register-lacks-ground"))


def _too_early(line: RegisterLine) -> Iterator[Message]:
    """Days of an objection that stand before the day it was received."""
    received = line.day("tanggal")
    for name in ("ditanggapi", "sengketa"):
        day = line.day(name)
        if day and received and day < received:
            yield _at(line, name, message("ppid.register-before-objection"))


def _keeps_back(line: RegisterLine) -> bool:
    return line.said("keputusan") in (text(REFUSED), text(IN_PART))


def _at(line: RegisterLine, name: str, said: Message) -> Message:
    return message("ppid.register-at", sheet=line.sheet, cell=line.cells[name], said=said)


def _received_in(lines: Sequence[RegisterLine], time: CountedTime) -> list[RegisterLine]:
    return [line for line in lines if time.holds(line.day("tanggal"))]


def _whole_year(year: int) -> CountedTime:
    return CountedTime(datetime.date(year, 1, 1), datetime.date(year, 12, 31))


def _mean(days: Sequence[int]) -> Decimal | None:
    """The mean to a tenth, half a tenth upwards.

    >>> _mean([8, 13, 0]), _mean([])
    (Decimal('7.0'), None)
    """
    if not days:
        return None
    return (Decimal(sum(days)) / len(days)).quantize(_TENTH, ROUND_HALF_UP)
