"""Totals that a sheet prints are kept apart, and compared with what its rows add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from ...model.messages import Message, message
from ..grid import SheetCell
from ..layout.wording import names_total
from ..read_table import ReadColumn, ReadTable, joined
from ..reading.units import is_additive, read_heading

_MOST_TOLD = 5
_CALLED = "Jumlah"
"""What a total is called where the sheet does not say it."""
_NAMELESS = ("Bagian",)
"""Heads the column that names a total which is of everything."""


@dataclass(frozen=True, slots=True)
class TotalTable:
    """Totals of one kind: by which columns they are told apart; of everything where by none."""

    table: ReadTable
    by: tuple[str, ...]


@dataclass(frozen=True)
class _Parts:
    """The rows that totals are made of."""

    table: ReadTable
    measures: frozenset[str]
    """Titles of the columns of figures."""

    @cached_property
    def known(self) -> dict[str, frozenset[str]]:
        """Title of a column of names -> what it holds."""
        return {
            column.title: frozenset(cell.shown for cell in column.cells)
            for column in self.table.columns
            if column.title not in self.measures
        }

    @cached_property
    def _columns(self) -> dict[str, ReadColumn]:
        return {column.title: column for column in self.table.columns}

    def sums(self, measure: str, by: Sequence[str]) -> dict[tuple[str, ...], Decimal]:
        """The sum of a measure for each combination of names in the columns `by`."""
        column = self._columns[measure]
        values = column.figures.values if column.figures else ()
        found: dict[tuple[str, ...], Decimal] = {}
        for at, value in enumerate(values):
            key = tuple(self._columns[title].cells[at].shown for title in by)
            found[key] = found.get(key, Decimal(0)) + (value or 0)
        return found


def total_tables(totals: ReadTable, data: ReadTable, measures: Sequence[str]) -> list[TotalTable]:
    """The totals by what they are the total of: all years, one district, everything."""
    parts = _Parts(data, frozenset(measures))
    groups: dict[tuple[str, ...], list[int]] = {}
    for row in range(len(totals.kinds)):
        groups.setdefault(_names(totals, row, parts), []).append(row)
    return [
        TotalTable(_only_named(totals.only(rows), by, parts), by) for by, rows in groups.items()
    ]


def _names(totals: ReadTable, row: int, parts: _Parts) -> tuple[str, ...]:
    """The titles of the columns in which a total has a name that rows of data have as well."""
    return tuple(
        column.title
        for column in totals.columns
        if column.title in parts.known and _is_name(column.cells[row], parts.known[column.title])
    )


def _is_name(cell: SheetCell, known: frozenset[str]) -> bool:
    return not cell.empty and not names_total(cell.shown) and cell.shown in known


def _only_named(totals: ReadTable, by: Sequence[str], parts: _Parts) -> ReadTable:
    """The columns by which totals are told apart, and their figures."""
    kept = [
        column for column in totals.columns if column.title in by or column.title in parts.measures
    ]
    if not any(column.title in by for column in kept):
        kept.insert(0, ReadColumn(_NAMELESS, tuple(_labels(totals, parts))))
    return ReadTable(tuple(kept), totals.kinds)


def _labels(totals: ReadTable, parts: _Parts) -> Iterator[SheetCell]:
    """What the sheet calls each total."""
    for row in range(len(totals.kinds)):
        cells = [
            column.cells[row] for column in totals.columns if column.title not in parts.measures
        ]
        words = [cell for cell in cells if not cell.empty and not cell.shown.isdecimal()]
        yield words[0] if words else SheetCell(_CALLED, row=row)


def differences(found: TotalTable, data: ReadTable, measures: Sequence[str]) -> Iterator[Message]:
    """Where the totals of a sheet are not the sums of its rows."""
    parts = _Parts(data, frozenset(measures))
    columns = {column.title: column for column in found.table.columns}
    for title in measures:
        if title not in columns or not sum_tells(columns[title]):
            continue
        sums = parts.sums(title, found.by)
        for row in range(len(found.table.kinds)):
            key = tuple(columns[name].cells[row].shown for name in found.by)
            yield from _difference(columns[title], row, sums.get(key))


def _difference(column: ReadColumn, row: int, added: Decimal | None) -> Iterator[Message]:
    printed = column.figures.values[row] if column.figures else None
    if printed is not None and added is not None and added != printed:
        yield message(
            "importer.total-differs",
            place=column.cells[row].place,
            title=column.title,
            printed=printed,
            added=added,
        )


def sum_tells(column: ReadColumn) -> bool:
    """Whether the sum of a column says anything."""
    unit = read_heading(column.title).unit or (column.figures.unit if column.figures else "")
    return is_additive(unit)


def first_few(faults: Sequence[Message]) -> list[Message]:
    """The first of many contradictions, and how many there are more."""
    rest = len(faults) - _MOST_TOLD
    more = [message("importer.more-totals", count=rest)] if rest > 0 else []
    return [*faults[:_MOST_TOLD], *more]


def of_measure(table: ReadTable, measures: Sequence[str]) -> ReadTable | None:
    """A column of sums, its figures called as the measure that they add up; None where unknown."""
    column = table.columns[-1]
    before = " ".join(column.path[:-1])
    named = [title for title in measures if title == before] or list(measures)
    if len(named) != 1:
        return None
    return ReadTable((*table.columns[:-1], replace(column, path=(named[0],))), table.kinds)


def merged(found: Sequence[TotalTable]) -> list[TotalTable]:
    """Totals of one kind in one table."""
    kinds: dict[tuple[str, ...], TotalTable] = {}
    for item in found:
        titles = tuple(column.title for column in item.table.columns)
        before = kinds.get(titles)
        table = joined(before.table, item.table) if before else item.table
        kinds[titles] = TotalTable(table, item.by)
    return list(kinds.values())
