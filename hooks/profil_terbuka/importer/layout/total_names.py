"""Of what a total is the total: of everything, or of the group of the rows above it.

'Jumlah Kecamatan Contoh' says it; for 'Jumlah' or 'Sub Total' the figures tell, and where they add
up to neither, the place: a total that another one follows is that of its group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...model.messages import Message, message
from ..grid import SheetCell
from ..sheet_table import RowKind, SheetColumn, SheetTable
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
    columns = list(sheet.columns)
    rows: dict[int, list[int]] = {}
    for row, kind in enumerate(sheet.kinds):
        group = _group(seen, row) if kind is RowKind.TOTAL else None
        if group is not None:
            columns[group.column] = _with_cell(columns[group.column], row, group.cell)
            rows.setdefault(group.column, []).append(row)
    told = [
        message(
            "importer.step-subtotals",
            title=columns[at].title,
            rows=tuple(str(sheet.numbers[row]) for row in found),
        )
        for at, found in rows.items()
    ]
    return replace(sheet, columns=tuple(columns)), told


@dataclass(frozen=True, slots=True)
class _Seen:
    sheet: SheetTable
    amounts: RowAmounts
    names: tuple[int, ...]
    """Places of the columns of names, the outermost first."""

    def cell(self, row: int, at: int) -> SheetCell:
        return self.sheet.columns[at].cells[row]

    @property
    def data(self) -> list[int]:
        """The rows of data."""
        kinds = self.sheet.kinds
        return [row for row, kind in enumerate(kinds) if kind is RowKind.DATA]


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
            return _named_group(seen, bare_name(of)) or _group_above(seen, row, at, text)
        if names_total(text):
            return _group_above(seen, row, at, text)
    return None


def _named_group(seen: _Seen, name: str) -> _Group | None:
    """The group of that name."""
    for at in seen.names:
        for row in seen.data:
            cell = seen.cell(row, at)
            if bare_name(cell.text).casefold() == name.casefold():
                return _Group(at, cell)
    return None


def _group_above(seen: _Seen, row: int, said: int, text: str) -> _Group | None:
    """The innermost group of the rows above a total that it may be of.

    `said` is the column where its own text stands: groups stand there, or to the left.
    """
    above = [data for data in seen.data if data < row]
    of_all = seen.amounts.equal(row, seen.data) if seen.data else False
    for at in reversed(seen.names[:-1]):
        own = seen.cell(row, at)
        if not above or at > said or not (own.empty or at == said):
            continue
        cell = seen.cell(above[-1], at)
        parts = _run(seen, above, at)
        if seen.amounts.equal(row, parts) and not of_all:
            return _Group(at, cell)
        if not of_all and (names_part(text) or _another_follows(seen, row)):
            return _Group(at, cell)
    return None


def _run(seen: _Seen, above: Sequence[int], at: int) -> list[int]:
    """The last rows above a total that hold the same in a column."""
    name = seen.cell(above[-1], at).shown
    others = [row for row in above if seen.cell(row, at).shown != name]
    return [row for row in above if not others or row > others[-1]]


def _another_follows(seen: _Seen, row: int) -> bool:
    return RowKind.TOTAL in seen.sheet.kinds[row + 1 :]


def _with_cell(column: SheetColumn, row: int, cell: SheetCell) -> SheetColumn:
    cells = list(column.cells)
    own = cells[row]
    cells[row] = replace(cell, row=own.row, column=own.column)
    return replace(column, cells=tuple(cells))
