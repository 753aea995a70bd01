"""Of what a total is the total: of everything, or of the group of the rows above it.

'Jumlah Kecamatan Contoh' says it; for 'Jumlah' or 'Sub Total' the figures tell, and where they add
up to neither, the place: a total that another one follows is that of its group.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from ...model.messages import Message, message
from ..grid import SheetCell
from ..shaping.sheet_table import RowKind, SheetColumn, SheetTable
from .amounts import RowAmounts, amounts_of
from .column_titles import numbers_rows
from .wording import bare_name, names_part, names_total, total_of


@dataclass(frozen=True, slots=True)
class _Group:
    """A total is that of the rows that hold `cell` in a column."""

    column: int
    cell: SheetCell


def with_named_totals(
    sheet: SheetTable, measures: Sequence[int]
) -> tuple[SheetTable, list[Message]]:
    """The table with the group of each total in the column of groups; `measures`: its figures."""
    if RowKind.TOTAL not in sheet.kinds:
        return sheet, []
    seen = _Seen(sheet, _amounts(sheet, measures), tuple(_name_columns(sheet, measures)))
    named: dict[int, dict[int, SheetCell]] = {}
    for row, kind in enumerate(sheet.kinds):
        group = _group(seen, row) if kind is RowKind.TOTAL else None
        if group is not None:
            named.setdefault(group.column, {})[row] = group.cell
    columns = tuple(
        _with_cells(column, named.get(at, {})) for at, column in enumerate(sheet.columns)
    )
    told = [
        message(
            "importer.step-subtotals",
            title=columns[at].title,
            rows=tuple(str(sheet.numbers[row]) for row in found),
        )
        for at, found in named.items()
    ]
    return replace(sheet, columns=columns), told


@dataclass(frozen=True)
class _Seen:
    sheet: SheetTable
    amounts: RowAmounts
    names: tuple[int, ...]
    """Places of the columns of names, the outermost first."""

    def cell(self, row: int, at: int) -> SheetCell:
        return self.sheet.columns[at].cells[row]

    @cached_property
    def data(self) -> list[int]:
        """The rows of data."""
        kinds = self.sheet.kinds
        return [row for row, kind in enumerate(kinds) if kind is RowKind.DATA]

    @cached_property
    def running(self) -> list[tuple[Decimal, ...]]:
        """What the first rows of data add up to: none, one, two ... all of them."""
        return list(self.amounts.running(self.data))

    def sums(self, start: int, end: int) -> tuple[Decimal, ...]:
        """What the rows of data from place `start` up to `end` add up to."""
        pairs = zip(self.running[start], self.running[end], strict=True)
        return tuple(after - before for before, after in pairs)

    @cached_property
    def _starts(self) -> dict[int, list[int]]:
        """Column of names -> for each row of data the place where its run of one name begins."""
        return {at: list(self._run_starts(at)) for at in self.names}

    def _run_starts(self, at: int) -> Iterator[int]:
        start, name = 0, ""
        for place, row in enumerate(self.data):
            text = self.cell(row, at).shown
            if text != name:
                start, name = place, text
            yield start

    def run_before(self, end: int, at: int) -> int:
        """The place where the run of one name in a column begins that ends before `end`."""
        return self._starts[at][end - 1]

    @cached_property
    def last_total(self) -> int:
        """The last row that is a total."""
        kinds = self.sheet.kinds
        return max(row for row, kind in enumerate(kinds) if kind is RowKind.TOTAL)

    @cached_property
    def groups(self) -> dict[str, _Group]:
        """The groups by their bare names, in small letters; the outermost column first."""
        found: dict[str, _Group] = {}
        for at in self.names:
            for row in self.data:
                cell = self.cell(row, at)
                found.setdefault(bare_name(cell.text).casefold(), _Group(at, cell))
        return found


def _amounts(sheet: SheetTable, measures: Sequence[int]) -> RowAmounts:
    columns = {f"{at} {sheet.columns[at].title}": sheet.columns[at].cells for at in measures}
    return amounts_of(columns, range(len(sheet.kinds)))


def _name_columns(sheet: SheetTable, measures: Sequence[int]) -> Iterator[int]:
    """The columns that name something: not those of figures, nor one that numbers the rows."""
    for at, column in enumerate(sheet.columns):
        if at not in measures and not numbers_rows(column.title):
            yield at


def _group(seen: _Seen, row: int) -> _Group | None:
    """The group that a total is of; None where it is of everything, or named already."""
    for at in seen.names:
        text = seen.cell(row, at).text
        if of := total_of(text):
            named = seen.groups.get(bare_name(of).casefold())
            return named or _group_above(seen, row, at, text)
        if names_total(text):
            return _group_above(seen, row, at, text)
    return None


def _group_above(seen: _Seen, row: int, said: int, text: str) -> _Group | None:
    """The innermost group of the rows above a total that it may be of.

    `said` is the column where its own text stands: groups stand there, or to the left.
    """
    above = bisect_left(seen.data, row)
    of_all = bool(seen.data) and seen.amounts.tells(row, seen.running[-1])
    for at in reversed(seen.names[:-1]):
        own = seen.cell(row, at)
        if not above or at > said or not (own.empty or at == said):
            continue
        cell = seen.cell(seen.data[above - 1], at)
        sums = seen.sums(seen.run_before(above, at), above)
        if seen.amounts.tells(row, sums) and not of_all:
            return _Group(at, cell)
        if not of_all and (names_part(text) or row < seen.last_total):
            return _Group(at, cell)
    return None


def _with_cells(column: SheetColumn, named: Mapping[int, SheetCell]) -> SheetColumn:
    """The column with other texts in some rows, at the places they have."""
    cells = list(column.cells)
    for row, cell in named.items():
        cells[row] = replace(cell, row=cells[row].row, column=cells[row].column)
    return replace(column, cells=tuple(cells))
