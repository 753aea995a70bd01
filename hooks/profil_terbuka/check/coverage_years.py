"""The years that the rows of a dataset are about, and where."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Dataset, Period, Table
from ..model.messages import Message, message
from ..model.registers import REGISTERS

APART = 15
"""Years without a row between two rows of one dataset, at the most."""


def is_register(dataset: Dataset) -> bool:
    """Whether it is a register of the information desk: a record of what that does, no book's."""
    return dataset.slug in REGISTERS


def held_years(dataset: Dataset) -> frozenset[int]:
    """Every year that a row is about."""
    return frozenset().union(*(table.years() for table in dataset.tables))


def begun_years(dataset: Dataset) -> frozenset[int]:
    """The years in which the periods of a dataset begin: of the school year 2023/2024 the first.

    >>> from profil_terbuka.model.invented import invented_dataset, invented_table
    >>> table = invented_table("masa, jumlah (orang)", ("2022/2023", 4), ("2023/2024", 5))
    >>> sorted(begun_years(invented_dataset(table)))
    [2022, 2023]
    """
    found: set[int] = set()
    for table in dataset.tables:
        found |= {when.year for when in periods(table)}
    return frozenset(found)


def periods(table: Table) -> Iterator[Period]:
    """Every period that a row is about, each once for a column of time."""
    for name in table.times:
        found = (table.period_named(value, name) for value in set(table.column(name)))
        yield from filter(None, found)


def first_rows(dataset: Dataset, year: int) -> Iterator[tuple[Table, int]]:
    """Each table with a row about a year, and the number of the first such row."""
    for table in dataset.tables:
        firsts = [
            table.first_rows(name)[value]
            for name, values in table.values_about(year).items()
            for value in values
        ]
        if firsts:
            yield table, min(firsts)


def mend_year(year: int, start: int, end: int) -> Message:
    """What is likely first: a year far away was mistyped, one close by was added."""
    first, last = str(min(start, year)), str(max(end, year))
    if max(start - year, year - end) > APART:
        return message("check.mend-year-or-widen", first=first, last=last)
    return message("check.widen-or-mend-year", first=first, last=last)
