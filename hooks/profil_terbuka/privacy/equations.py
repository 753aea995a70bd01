"""What readers can work out: totals as equations, and the cells that these give away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..model import Dataset, Role, SumRule, Table, Value

Cell = tuple[str, int, str]
"""Table, index of the row, measure."""
Numbers = Mapping[Cell, int | Decimal]

_PRIME = 2**61 - 1
"""Elimination is done modulo a large prime: exact like fractions, and as fast as integers."""
_Row = dict[Cell, int]


@dataclass(frozen=True)
class Equation:
    """The details add up to a total: a cell, or None where readers know it from elsewhere."""

    details: tuple[Cell, ...]
    total: Cell | None


def numbers(dataset: Dataset) -> Numbers:
    """Every number of every measure, by cell; of an invalid row the one printed beside it."""
    return {
        (table.name, index, field.name): value
        for table in dataset.tables
        for field in table.schema.with_role(Role.MEASURE)
        for index, row in enumerate(table.rows)
        if isinstance(value := table.stated(row, field.name), int | Decimal)
    }


def equations(dataset: Dataset) -> tuple[Equation, ...]:
    """All totals: those in the package (rules of kind `jumlah`) and those of `privasi.menurut`."""
    rules = [rule for rule in dataset.rules if isinstance(rule, SumRule)]
    return (*_of_rules(rules, dataset), *_declared(dataset))


def _of_rules(rules: Iterable[SumRule], dataset: Dataset) -> Iterator[Equation]:
    for rule in rules:
        groups = _groups(dataset.table(rule.table), tuple(rule.by), rule.measure)
        total = dataset.table(rule.total)
        for number, row in total.select(rule.where):
            key = total.key(row, tuple(rule.by.values()))
            if key in groups and total.stated(row, rule.measure) is not None:
                yield Equation(groups[key], (total.name, number - 2, rule.measure))


def _declared(dataset: Dataset) -> Iterator[Equation]:
    for item in dataset.suppressions:
        if item.by is not None:
            groups = _groups(dataset.table(item.table), item.by, item.measure)
            yield from (Equation(details, None) for details in groups.values())


def _groups(
    table: Table, by: tuple[str, ...], measure: str
) -> dict[tuple[Value, ...], tuple[Cell, ...]]:
    groups: dict[tuple[Value, ...], list[Cell]] = defaultdict(list)
    for index, row in enumerate(table.rows):
        groups[table.key(row, by)].append((table.name, index, measure))
    return {key: tuple(cells) for key, cells in groups.items()}


def betrayed(
    known: Iterable[Equation], hidden: Collection[Cell], value: Numbers
) -> dict[Cell, None]:
    """The hidden cells whose value follows from what is shown, in a fixed order."""
    concerned = [item for item in known if any(cell in hidden for cell in _cells(item))]
    # Short rows first: long ones then meet most of their unknowns already expressed by others.
    rows = sorted((_row(item, hidden) for item in concerned), key=len)
    found = dict.fromkeys(_determined(rows))
    for item in concerned:
        if tells(item, hidden, value):
            found.update(dict.fromkeys(cell for cell in _cells(item) if cell in hidden))
    return found


def tells(item: Equation, hidden: Collection[Cell], value: Numbers) -> bool:
    """Whether one equation by itself gives its hidden cells away."""
    here = [cell for cell in item.details if cell in hidden]
    if item.total in hidden:
        return not here
    # A hidden cell is at least 1: if their sum is as small as can be, each of them is 1.
    return len(here) == 1 or (bool(here) and sum(value[cell] for cell in here) == len(here))


def _cells(item: Equation) -> tuple[Cell, ...]:
    return (*item.details, item.total) if item.total else item.details


def _row(item: Equation, hidden: Collection[Cell]) -> _Row:
    """The unknowns of an equation with their factors."""
    row = {cell: 1 for cell in item.details if cell in hidden}
    if item.total in hidden and item.total is not None:
        row[item.total] = _PRIME - 1
    return row


def _determined(rows: Iterable[_Row]) -> Iterator[Cell]:
    """Unknowns with a single solution: alone in their row of the reduced echelon form."""
    pivots: dict[Cell, _Row] = {}
    holders: dict[Cell, set[Cell]] = defaultdict(set)
    for given in rows:
        row = dict(given)
        for cell, factor in given.items():
            if cell in pivots:
                _subtract(row, pivots[cell], factor)
        if not row:
            continue
        pivot, factor = next(iter(row.items()))
        inverse = pow(factor, -1, _PRIME)
        row = {cell: value * inverse % _PRIME for cell, value in row.items()}
        for other in sorted(holders.pop(pivot, ())):
            _subtract(pivots[other], row, pivots[other][pivot])
            for cell in row:
                (holders[cell].add if cell in pivots[other] else holders[cell].discard)(other)
        pivots[pivot] = row
        for cell in row:
            if cell != pivot:
                holders[cell].add(pivot)
    return (pivot for pivot, row in pivots.items() if len(row) == 1)


def _subtract(row: _Row, other: _Row, factor: int) -> None:
    for cell, value in other.items():
        left = (row.get(cell, 0) - factor * value) % _PRIME
        if left:
            row[cell] = left
        else:
            row.pop(cell, None)
