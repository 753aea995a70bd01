"""The first and the last row of a table, where sheets put what adds up all the others.

Totals that are called so are known already (layout/). What is left here has the name of the region
itself, or looks like a total: then people are asked, since nobody else can know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model.identifiers import identifier
from ...model.messages import Message, message
from ..drafting.names import column_name, named_by_number, spoken_title
from ..grid import SheetCell
from ..layout.amounts import RowAmounts, amounts_of
from ..layout.wording import WHOLES, group_in, total_of
from ..questions import Answers, Choice, Question, answer, asked
from ..reading.figures import looks_like_figure, says_absent
from .regions import Gazetteer, fold_region
from .sheet_table import RowKind, SheetColumn, SheetTable

TOTAL_ROW = "baris-jumlah"
"""The kind of questions whether a row adds up the others."""
ADDS_UP, IS_DATA = "jumlah", "rincian"
_LEAST_PARTS = 2
_LEAST_DIGITS = 3
"""Sums of fewer digits, all together, come about by chance."""


@dataclass(frozen=True, slots=True)
class OuterRows:
    """The table with its totals told, what was decided, and what people have to decide."""

    table: SheetTable
    steps: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """The rows of data of a table, by what they are called and what they add up to."""

    table: SheetTable
    rows: tuple[int, ...]
    labels: tuple[SheetColumn, ...]
    amounts: RowAmounts

    def words(self, row: int) -> list[SheetCell]:
        """The cells that name a row, from the left."""
        cells = [column.cells[row] for column in self.labels]
        return [cell for cell in cells if not cell.empty and not looks_like_figure(cell)]

    def name(self, row: int) -> str:
        """What a row is called: the last of its names, which is the innermost."""
        words = self.words(row)
        return words[-1].shown if words else ""

    def others(self, row: int) -> list[int]:
        """All rows of data but this one."""
        return [other for other in self.rows if other != row]

    def adds_up(self, row: int) -> bool:
        """Whether a row holds the sums of all others, and not by chance."""
        figures = [value for value in self.amounts.by_row[row] if value]
        digits = sum(len(str(abs(int(value)))) for value in figures)
        return digits >= _LEAST_DIGITS and self.amounts.add_up(row, self.others(row))


def with_outer_totals(table: SheetTable, answers: Answers, known: Gazetteer) -> OuterRows:
    """The table, its first or last row a total where it is one; asked about where it may be.

    >>> names, figures = ("Dadap", "Nangka", "Kenari", "Kota Contoh"), ("12", "140", "30", "182")
    >>> columns = (
    ...     SheetColumn(("Kelurahan",), tuple(map(SheetCell, names))),
    ...     SheetColumn(("Penerima",), tuple(map(SheetCell, figures))),
    ... )
    >>> table = SheetTable(columns, (RowKind.DATA,) * 4, (2, 3, 4, 5))
    >>> own = Gazetteer({}, {}, frozenset({"contoh"}))
    >>> with_outer_totals(table, {}, own).table.kinds[-1]
    <RowKind.TOTAL: 'total'>
    >>> [question.name for question in with_outer_totals(table, {}, Gazetteer({}, {})).questions]
    ['baris-jumlah Kota Contoh']
    """
    seen = _seen(table)
    if len(seen.rows) <= _LEAST_PARTS:
        return OuterRows(table)
    last = _settled(seen, seen.rows[-1], answers, known)
    if last.table is not table or last.questions or RowKind.TOTAL in table.kinds:
        return last
    return _settled(seen, seen.rows[0], answers, known)


def _settled(seen: _Seen, row: int, answers: Answers, known: Gazetteer) -> OuterRows:
    """The table with a row as its total, or what is asked about it; as it is where it is none."""
    said = answer(answers, TOTAL_ROW, seen.name(row))
    if said == IS_DATA:
        return OuterRows(seen.table)
    adds_up = seen.adds_up(row)
    is_own = fold_region(seen.name(row)) in known.own
    if said == ADDS_UP or (is_own and adds_up):
        step = message("importer.step-outer-total", row=str(seen.table.numbers[row]))
        return OuterRows(_with_total(seen.table, row), (step,))
    if adds_up or (row == seen.rows[-1] and (is_own or _is_called_so(seen, row))):
        return OuterRows(seen.table, questions=(_question(seen, row, adds_up),))
    return OuterRows(seen.table)


def _seen(table: SheetTable) -> _Seen:
    rows = tuple(at for at, kind in enumerate(table.kinds) if kind is RowKind.DATA)
    labels = [column for column in table.columns if not _measures(column, rows)]
    measured = {
        f"{at} {column.title}": [column.cells[row] for row in rows]
        for at, column in enumerate(table.columns)
        if column not in labels
    }
    return _Seen(table, rows, tuple(labels), amounts_of(measured, rows))


def _measures(column: SheetColumn, rows: Sequence[int]) -> bool:
    """Whether a column holds figures that measure something."""
    names = identifier(column_name(spoken_title(column.title)), ()) is not None
    if names or named_by_number(column.title):
        return False
    cells = map(column.cells.__getitem__, rows)
    return any(looks_like_figure(cell) and not says_absent(cell) for cell in cells)


def _is_called_so(seen: _Seen, row: int) -> bool:
    """Whether a row alone is called 'Jumlah ...' or 'Kota ...', or elsewhere than the others."""
    others = seen.others(row)
    if _names_sum(seen.name(row)):
        return not any(_names_sum(seen.name(other)) for other in others)
    columns = {cell.column for cell in seen.words(row)}
    taken = {cell.column for other in others for cell in seen.words(other)}
    return bool(columns) and bool(taken) and columns.isdisjoint(taken)


def _names_sum(name: str) -> bool:
    kind, _ = group_in(name) or ("", "")
    return bool(total_of(name)) or kind in WHOLES


def _question(seen: _Seen, row: int, adds_up: bool) -> Question:
    asks = "importer.ask-outer-total" if adds_up else "importer.ask-called-total"
    name = seen.name(row)
    said = message(asks, row=str(seen.table.numbers[row]), name=name)
    choices = (
        Choice(ADDS_UP, message("importer.choice-total")),
        Choice(IS_DATA, message("importer.choice-detail")),
    )
    return Question(asked(TOTAL_ROW, name), said, choices)


def _with_total(table: SheetTable, row: int) -> SheetTable:
    kinds = [RowKind.TOTAL if at == row else kind for at, kind in enumerate(table.kinds)]
    return replace(table, kinds=tuple(kinds))
