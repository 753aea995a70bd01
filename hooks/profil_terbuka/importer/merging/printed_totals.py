"""Totals that a sheet prints come into the dataset's own tables of totals, as they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model import Dataset, Role, SumRule, Table
from ...model.messages import Message, message
from ..drafting.draft import Readings
from ..grid import SheetCell
from ..reading.column_reading import places
from ..shaping.totals import TotalTable
from .following import named_total
from .incoming import Incoming, IncomingRow


def printed_totals(
    read: Readings, dataset: Dataset, titles: Mapping[str, str], sheet: str
) -> list[Incoming]:
    """The totals of a sheet for each table of totals that a rule ties to the main table.

    `titles` tells which column of the main table each heading of the sheet stands for.
    """
    found: list[Incoming] = []
    for rule in _rules(dataset):
        total = dataset.table(rule.total)
        rows = [
            row
            for item in read.totals
            if _is_about(item, rule, dataset.main, titles)
            for row in _rows(item, rule, total, dataset.main, titles)
        ]
        found += [Incoming(total, sheet, tuple(rows))] if rows else []
    return found


def totals_left(read: Readings, dataset: Dataset, titles: Mapping[str, str]) -> Iterator[Message]:
    """Which printed totals come into no table of the dataset."""
    rules = _rules(dataset)
    left = [
        cell
        for item in read.totals
        if not any(_is_about(item, rule, dataset.main, titles) for rule in rules)
        for cell in _figures(item)
    ]
    if left:
        yield message("importer.totals-left", places=places(left))


def _rules(dataset: Dataset) -> list[SumRule]:
    """The sums of the main table that are kept in tables of their own."""
    main = dataset.main.name
    return [rule for rule in dataset.rules if isinstance(rule, SumRule) and rule.table == main]


def _figures(item: TotalTable) -> Iterator[SheetCell]:
    for column in item.table.columns:
        if column.figures is not None and column.title not in item.by:
            yield from column.cells


def _is_about(item: TotalTable, rule: SumRule, main: Table, titles: Mapping[str, str]) -> bool:
    """Whether the printed totals are told apart by what the rule adds up by."""
    return {titles.get(title, "") for title in item.by} == {_named(main, name) for name in rule.by}


def _named(main: Table, name: str) -> str:
    """The column of names that a code stands for, or the column itself."""
    return main.schema[name].labels or name


def _rows(
    item: TotalTable, rule: SumRule, total: Table, main: Table, titles: Mapping[str, str]
) -> Iterator[IncomingRow]:
    columns = {titles.get(column.title, ""): column for column in item.table.columns}
    measure = columns.get(rule.measure)
    for row in range(len(item.table.kinds)):
        value = measure.figures.values[row] if measure and measure.figures else None
        group = tuple(
            _coded(main, name, columns[_named(main, name)].cells[row].shown) for name in rule.by
        )
        named = named_total(rule, total, group)
        if value is not None and measure is not None and named:
            cell = measure.cells[row]
            told = {**named, rule.measure: f"{value:f}"}
            beside = {
                field.name: str(cell.row + 1) for field in total.schema.with_role(Role.ORIGIN)
            }
            if rule.measure in total.schema.printed:
                beside[total.schema.printed[rule.measure]] = cell.shown
            yield IncomingRow(told, str(cell.row + 1), beside)


def _coded(main: Table, name: str, text: str) -> str:
    """The code of a name, as the main table has it; the text itself for a column without codes."""
    label = main.schema[name].labels
    if not label:
        return text
    at = main.schema.position
    codes = {cells[at[name]] for cells in main.cells if cells[at[label]] == text}
    return codes.pop() if len(codes) == 1 else ""
