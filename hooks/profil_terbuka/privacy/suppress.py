"""Withholds small counts, and enough of their neighbours that nobody can work them out again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from ..model import CellStatus, Dataset, Role, Suppression, Table, Value
from .equations import Cell, Equation, Numbers, betrayed, equations, numbers, tells


def suppress(dataset: Dataset) -> Dataset:
    """The dataset as it may be published: withheld numbers are empty, their rows have status c."""
    if not dataset.suppressions:
        return dataset
    by_table: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for table, row, measure in withheld(dataset):
        by_table[table].add((row, measure))
    tables = tuple(_emptied(table, by_table[table.name]) for table in dataset.tables)
    return replace(dataset, tables=tables)


def withheld(dataset: Dataset) -> Collection[Cell]:
    """The small counts that `privasi` names, and one more cell wherever a total betrays one.

    Some may remain betrayed: where a group has no other cell to withhold (see `sensitive`).
    """
    value = numbers(dataset)
    hidden = small_counts(dataset)
    known = equations(dataset)
    of_cell: dict[Cell, list[Equation]] = defaultdict(list)
    for equation in known:
        for cell in equation.details:
            of_cell[cell].append(equation)
        if equation.total:
            of_cell[equation.total].append(equation)
    while more := _complements(betrayed(known, hidden, value), of_cell, hidden, value):
        hidden.update(more)
    return hidden


def small_counts(dataset: Dataset) -> dict[Cell, None]:
    """The counts that `privasi` itself names, in the order of the tables."""
    return {cell: None for item in dataset.suppressions for cell in _small(item, dataset)}


def _small(item: Suppression, dataset: Dataset) -> Iterator[Cell]:
    table = dataset.table(item.table)
    for number, row in table.select(item.where):
        value = table.stated(row, item.measure)
        if isinstance(value, int | Decimal) and 0 < value < item.threshold:
            yield table.name, number - 2, item.measure


def _complements(
    given_away: Iterable[Cell],
    of_cell: dict[Cell, list[Equation]],
    hidden: Collection[Cell],
    value: Numbers,
) -> dict[Cell, None]:
    """One more cell for each group that tells on its own.

    Where only several groups together tell a cell, one more in any of them, and then look again.
    """
    groups = dict.fromkeys(item for cell in given_away for item in of_cell[cell])
    telling = [item for item in groups if tells(item, hidden, value)]
    chosen = {cell: None for item in telling for cell in _complement(item, hidden, value)}
    if chosen:
        return chosen
    return dict.fromkeys(
        islice((cell for item in groups for cell in _complement(item, hidden, value)), 1)
    )


def _complement(item: Equation, hidden: Collection[Cell], value: Numbers) -> Iterator[Cell]:
    """The smallest other detail of the group that is not zero; where there is none, its total."""
    free = [cell for cell in item.details if cell not in hidden and value.get(cell)]
    if free:
        yield min(free, key=value.__getitem__)
    elif item.total and item.total not in hidden and value.get(item.total):
        yield item.total


def _emptied(table: Table, cells: Collection[tuple[int, str]]) -> Table:
    """The table with these numbers, and what was printed beside them, left empty."""
    if not cells:
        return table
    blank: dict[int, dict[int, str]] = defaultdict(dict)
    beside = {field.name: "" for field in table.schema.with_role(Role.PRINTED)}
    beside |= {
        field.name: str(CellStatus.WITHHELD) for field in table.schema.with_role(Role.STATUS)
    }
    for row, measure in cells:
        for name, text in {measure: "", **beside}.items():
            blank[row][table.schema.position[name]] = text
    texts, rows = list(table.cells), list(table.rows)
    for row, changes in blank.items():
        texts[row] = tuple(changes.get(i, text) for i, text in enumerate(texts[row]))
        rows[row] = tuple(
            _value(changes[i]) if i in changes else v for i, v in enumerate(rows[row])
        )
    return replace(table, cells=tuple(texts), rows=tuple(rows))


def _value(text: str) -> Value:
    return text or None
