"""What the workbook counts by year: only numbers, nothing about people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...importer.grid import column_letters
from ...model.messages import Message, message
from ...words.catalogues import text
from .columns import (
    DECISIONS,
    IN_PART,
    OBJECTION_COLUMNS,
    OBJECTIONS_SHEET,
    REFUSED,
    REQUEST_COLUMNS,
    REQUESTS_SHEET,
    EntryColumn,
)
from .formulas import ANSWERED_LATE, LATE, TODAY, column_range

YEARS = 4
"""How many years stand beside each other."""
YEAR_LINE = 5
"""The line of the years, from 1; the counts stand below it."""


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A line: what is counted, and a formula for each year; `part`: of a line above it."""

    title: str
    formulas: tuple[str, ...]
    part: bool = False
    average: bool = False


@dataclass(frozen=True, slots=True)
class _CountedSheet:
    """A register as formulas of another sheet count it."""

    name: str
    columns: Sequence[EntryColumn]

    def cells(self, column: str) -> str:
        return column_range(self.name, self.columns, column)

    def within(self, year: str, day: str) -> str:
        """The condition that a day stands in a year."""
        days = self.cells(day)
        return f'{days},">="&DATE({year},1,1),{days},"<="&DATE({year},12,31)'

    def counts(self, day: str = "tanggal", **wanted: str) -> list[str]:
        """How many lines have a day in each of the years, and what is wanted in other columns."""
        more = "".join(f',{self.cells(name)},"{value}"' for name, value in wanted.items())
        return [f"COUNTIFS({self.within(year, day)}{more})" for year in _years()]

    def averages(self, column: str) -> list[str]:
        """The mean of a column in each of the years; blank where there is nothing."""
        values = self.cells(column)
        return [
            f'IFERROR(AVERAGEIFS({values},{self.within(year, "tanggal")}),"")' for year in _years()
        ]


def year_formulas() -> tuple[str, ...]:
    """The years: that of the oldest request or else this one, and those after it."""
    received = _requests().cells("tanggal")
    first = f"=IF(COUNT({received})=0,YEAR({TODAY}),YEAR(MIN({received})))"
    return (first, *(f"={column_letters(at)}{YEAR_LINE}+1" for at in range(1, YEARS)))


def summary_lines(grounds: Sequence[str]) -> tuple[SummaryLine, ...]:
    """All lines in their order; `grounds` are what requests can be refused for."""
    return tuple(_lines(grounds))


def _lines(grounds: Sequence[str]) -> Iterator[SummaryLine]:
    requests = _requests()
    objections = _CountedSheet(text(OBJECTIONS_SHEET), OBJECTION_COLUMNS)
    received = requests.counts()
    by_decision = {said: requests.counts(keputusan=text(said)) for said in DECISIONS}
    late = [requests.counts(keadaan=text(said)) for said in (ANSWERED_LATE, LATE)]
    yield _line(message("ppid.register-counts-received"), received)
    for said, counts in by_decision.items():
        yield SummaryLine(text(said).capitalize(), _formulas(counts), part=True)
    left = map("-".join, zip(received, *by_decision.values(), strict=True))
    yield SummaryLine(text(message("ppid.register-counts-open")), _formulas(left), part=True)
    kept_back = map("+".join, zip(by_decision[IN_PART], by_decision[REFUSED], strict=True))
    yield _line(message("ppid.register-counts-kept-back"), kept_back)
    for ground in grounds:
        yield SummaryLine(ground, _formulas(requests.counts(dasar=ground)), part=True)
    average = text(message("ppid.register-counts-average"))
    yield SummaryLine(average, _formulas(requests.averages("lama")), average=True)
    late_ones = map("+".join, zip(*late, strict=True))
    yield _line(message("ppid.register-counts-late"), late_ones)
    yield _line(message("ppid.register-counts-objections"), objections.counts())
    yield _line(message("ppid.register-counts-disputes"), objections.counts(day="sengketa"))


def _requests() -> _CountedSheet:
    return _CountedSheet(text(REQUESTS_SHEET), REQUEST_COLUMNS)


def _line(title: Message, formulas: Iterable[str]) -> SummaryLine:
    return SummaryLine(text(title), _formulas(formulas))


def _formulas(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"={part}" for part in parts)


def _years() -> list[str]:
    return [f"{column_letters(at + 1)}${YEAR_LINE}" for at in range(YEARS)]
