"""Years far from all others, in datasets whose `cakupan` names no years to judge by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from ...model import Dataset, Table, Value, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ...words.dates import years
from ..coverage_years import APART, begun_years, first_rows, is_register, mend_year
from ..kind import DatasetCheck


def lone_years(dataset: Dataset) -> Iterator[Finding]:
    """A row of 1924 or 2042 among rows of today."""
    told = dataset.descriptor.get("cakupan")
    if (isinstance(told, Mapping) and "mulai" in told) or is_register(dataset):
        return
    groups = _grouped(sorted(begun_years(dataset)))
    if len(groups) < 2:
        return
    usual = max(groups, key=lambda group: (_row_count(dataset, group), group[-1]))
    for year in sorted({year for group in groups for year in group} - set(usual)):
        said = message(
            "check.row-far-from-others",
            year=str(year),
            gap=min(abs(year - other) for other in usual),
            years=years(usual[0], usual[-1]),
        )
        for table, row in first_rows(dataset, year):
            mend = mend_year(year, usual[0], usual[-1])
            yield Finding(codes.COVERAGE_WRONG, Place(table.file, row), said, mend)


def _grouped(ascending: Sequence[int]) -> list[list[int]]:
    """Years in groups; between two groups lie more than APART years.

    >>> _grouped([1924, 2022, 2024, 2039])
    [[1924], [2022, 2024, 2039]]
    """
    groups: list[list[int]] = []
    for year in ascending:
        if groups and year - groups[-1][-1] <= APART:
            groups[-1].append(year)
        else:
            groups.append([year])
    return groups


def _row_count(dataset: Dataset, group: Collection[int]) -> int:
    """How many rows are of these years."""
    return sum(_rows_about(table, group) for table in dataset.tables)


def _rows_about(table: Table, years: Collection[int]) -> int:
    about: dict[str, set[Value]] = {name: set() for name in table.times}
    for year in years:
        for name, values in table.values_about(year).items():
            about[name] |= values
    columns = [table.column(name) for name in about]
    told = Counter(zip(*columns, strict=True))
    return sum(
        count
        for key, count in told.items()
        if any(value in about[name] for name, value in zip(about, key, strict=True))
    )


CHECK = DatasetCheck((codes.COVERAGE_WRONG,), lone_years)
