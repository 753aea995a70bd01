"""`cakupan` may tell no other years than the rows."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Dataset, Table, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ...words.dates import years
from ..coverage_years import first_rows, held_years, is_register, mend_year, periods
from ..kind import DatasetCheck


def coverage_fits(dataset: Dataset) -> Iterator[Finding]:
    """`cakupan` begins and ends with the data."""
    start, end = dataset.coverage.start, dataset.coverage.end
    if start is None or end is None or is_register(dataset):
        return
    yield from _rows_outside(dataset, start, end)
    held = held_years(dataset)
    for year in sorted({start, end} - held) if held else ():
        said = message("check.coverage-without-rows", year=str(year))
        mend = message("check.narrow-or-fill", first=str(min(held)), last=str(max(held)))
        yield Finding(codes.COVERAGE_WRONG, Place(dataset.file), said, mend)


def _rows_outside(dataset: Dataset, start: int, end: int) -> Iterator[Finding]:
    for year in sorted(held_years(dataset)):
        if start <= year <= end:
            continue
        for table, row in first_rows(dataset, year):
            if _begins_outside(table, year, start, end):
                span = years(start, end)
                said = message("check.row-outside-coverage", year=str(year), years=span)
                mend = mend_year(year, start, end)
                yield Finding(codes.COVERAGE_WRONG, Place(table.file, row), said, mend)


def _begins_outside(table: Table, year: int, start: int, end: int) -> bool:
    """Whether a period of that year begins outside: the school year 2024/2025 belongs to 2024."""
    found = periods(table)
    return any(year in when.years and not start <= when.year <= end for when in found)


CHECK = DatasetCheck((codes.COVERAGE_WRONG,), coverage_fits)
