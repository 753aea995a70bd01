"""A wide table becomes a long one: what headings tell of when and whom becomes columns.

'2022', '2023' over columns are values of a column `Tahun`; 'L', 'P' of a column `Jenis kelamin`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ...model.messages import Message, message
from ..grid import SheetCell
from ..read_table import ReadColumn, ReadTable
from ..reading.figures import Figures
from .heading_dimensions import TIMES, YEAR, HeadingMeaning, Told, believed, meaning_of, only

UNNAMED = ("Jumlah",)
"""The measure of columns whose headings tell only when or whom."""


@dataclass(frozen=True, slots=True)
class _Measure:
    column: ReadColumn
    meaning: HeadingMeaning

    @property
    def path(self) -> tuple[str, ...]:
        """What it measures; a unit alone is none."""
        rest = self.meaning.rest
        return (*UNNAMED, *rest) if all(text.startswith("(") for text in rest) else rest


@dataclass(frozen=True, slots=True)
class Reshaped:
    """The long table, what stood beside it, and what was done."""

    table: ReadTable
    sums: tuple[ReadTable, ...] = ()
    """Columns that add up others, each with what it is about."""
    beside: tuple[ReadTable, ...] = ()
    """Measures that the dimensions of the headings are not about, each in a table of its own."""
    steps: tuple[Message, ...] = ()


def tells_dimensions(measures: Sequence[ReadColumn]) -> bool:
    """Whether the headings of figures tell of when or whom."""
    return bool(_dimensions(_measures(measures)))


def _measures(columns: Sequence[ReadColumn]) -> list[_Measure]:
    meanings = [meaning_of(column.path) for column in columns]
    if all(meaning.is_total for meaning in meanings):  # 'Jumlah' below each year adds up no others
        meanings = [replace(meaning, is_total=False) for meaning in meanings]
    names = believed(meanings)
    pairs = zip(columns, meanings, strict=True)
    return [_Measure(column, only(meaning, column.path, names)) for column, meaning in pairs]


def lengthened(table: ReadTable, measures: Sequence[ReadColumn]) -> Reshaped:
    """The table with the dimensions of its headings as columns; itself where they tell none."""
    found = _measures(measures)
    dimensions = _dimensions(found)
    if not dimensions:
        return Reshaped(table)
    spread = [item for item in found if _tells(item, dimensions)]
    sums = [item for item in found if item not in spread and _adds_up(item, spread)]
    beside = [item for item in found if item not in spread and item not in sums]
    labels = [column for column in table.columns if column not in measures]
    return Reshaped(
        _long(table, labels, spread, dimensions),
        tuple(_table(labels, item, table) for item in sums),
        tuple(_table(labels, item, table) for item in beside),
        tuple(_steps(spread, dimensions)),
    )


def _dimensions(found: Sequence[_Measure]) -> tuple[str, ...]:
    """The dimensions that most headings tell."""
    told = [item.meaning.dimensions for item in found if not item.meaning.is_total]
    told = [names for names in told if names]
    return max(told, key=lambda names: (told.count(names), len(names)), default=())


def _tells(item: _Measure, dimensions: Sequence[str]) -> bool:
    return item.meaning.dimensions == tuple(dimensions) and not item.meaning.is_total


def _adds_up(item: _Measure, spread: Sequence[_Measure]) -> bool:
    """Whether a column adds up others, and it is known which measure of theirs."""
    measures = {measure.path for measure in spread}
    return item.meaning.is_total and (len(measures) == 1 or item.path[:-1] in measures)


def _table(labels: Sequence[ReadColumn], item: _Measure, table: ReadTable) -> ReadTable:
    """One measure with what its rows are about, and with the time that its heading tells."""
    rows = len(table.kinds)
    times = [_constant(name, value, rows) for name, value in item.meaning.told]
    column = replace(item.column, path=item.path)
    return ReadTable((*times, *labels, column), table.kinds)


def _constant(name: str, value: str, rows: int) -> ReadColumn:
    cells = (SheetCell(value),) * rows
    return ReadColumn((name,), cells, _years(cells) if name == YEAR else None)


def _long(
    table: ReadTable,
    labels: Sequence[ReadColumn],
    spread: Sequence[_Measure],
    dimensions: Sequence[str],
) -> ReadTable:
    """One row for each old row and each combination of what the headings tell."""
    order = list(_order([item.meaning.told for item in spread], len(table.kinds)))
    rows = [row for _, row in order]
    told = [_told(name, [dict(pairs)[name] for pairs, _ in order]) for name in dimensions]
    times = [column for column in told if column.title in TIMES]
    others = [column for column in told if column.title not in TIMES]
    paths = dict.fromkeys(item.path for item in spread)
    values = [_gathered(path, spread, order) for path in paths]
    columns = (*times, *(column.only(rows) for column in labels), *others, *values)
    return ReadTable(columns, tuple(table.kinds[row] for row in rows))


def _told(name: str, values: Sequence[str]) -> ReadColumn:
    cells = tuple(map(SheetCell, values))
    return ReadColumn((name,), cells, _years(cells) if name == YEAR else None)


def _years(cells: Sequence[SheetCell]) -> Figures:
    return Figures(tuple(Decimal(cell.text) for cell in cells))


def _order(told: Sequence[Told], rows: int) -> Iterator[tuple[Told, int]]:
    """The new rows: time by time, within it the old rows as they stood, each with its parts."""
    combinations = list(dict.fromkeys(told))
    for time in dict.fromkeys(map(_time, combinations)):
        parts = [pairs for pairs in combinations if _time(pairs) == time]
        yield from ((pairs, row) for row in range(rows) for pairs in parts)


def _time(told: Told) -> Told:
    return tuple(pair for pair in told if pair[0] in TIMES)


def _gathered(
    path: tuple[str, ...], spread: Sequence[_Measure], order: Sequence[tuple[Told, int]]
) -> ReadColumn:
    """One measure out of the columns that it was spread over."""
    by_told = {item.meaning.told: item for item in spread if item.path == path}
    sources = [(by_told.get(told), row) for told, row in order]
    cells = tuple(item.column.cells[row] if item else SheetCell() for item, row in sources)
    figures = [(item.column.figures if item else None, row) for item, row in sources]
    units = {item.column.figures.unit for item in by_told.values() if item.column.figures}
    return ReadColumn(
        path,
        cells,
        Figures(
            values=tuple(found.values[row] if found else None for found, row in figures),
            unit=units.pop() if len(units) == 1 else "",
            absent=tuple(
                at for at, (found, row) in enumerate(figures) if found and row in found.absent
            ),
            noted=dict(_notes(sources)),
        ),
    )


def _notes(sources: Sequence[tuple[_Measure | None, int]]) -> Iterator[tuple[int, str]]:
    """Marks that lead to notes, behind a number or behind the year over it."""
    for at, (item, row) in enumerate(sources):
        if item is None or item.column.figures is None:
            continue
        if row in item.column.figures.noted:
            yield at, item.column.figures.noted[row]
        elif item.meaning.provisional and item.column.figures.values[row] is not None:
            yield at, "*"


def _steps(spread: Sequence[_Measure], dimensions: Sequence[str]) -> Iterator[Message]:
    for name in dimensions:
        values = tuple(dict.fromkeys(dict(item.meaning.told)[name] for item in spread))
        yield message("importer.step-lengthened", name=name, values=values, count=len(spread))
    starred = [item.column.title for item in spread if item.meaning.provisional]
    if starred:
        yield message("importer.step-starred", titles=tuple(starred))
