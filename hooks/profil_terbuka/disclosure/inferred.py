"""Ties that nobody declared, but that readers see: columns, rows and tables that add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from ..aggregation import is_total
from ..model import Catalog, Dataset, Field, Role, Table
from .cells import Cell, Number, Numbers, numbers, withheld
from .decisions import editions
from .equations import Equation, equations, groups

_ENOUGH = 2
"""So many groups that add up, and none that does not, are no coincidence."""
_LARGE = 20
"""Nor is one group whose sum is as large as this."""
_PARTS = 4
"""A column is looked for as the sum of up to so many others."""


def every_equation(catalog: Catalog) -> tuple[Equation, ...]:
    """Declared ties, and those that numbers show, as far as they touch tables that withhold.

    Where the catalogue holds true values, these show ties as well.
    """
    return (*equations(catalog), *_inferred(catalog))


def _inferred(catalog: Catalog) -> Iterator[Equation]:
    value = numbers(catalog.packages)
    closed = {cell.file for cell in withheld(catalog.packages)}
    for edition, current in editions(catalog.datasets):
        decided = {item.table for item in current.suppressions}
        beside = [edition, *(item for item in catalog.datasets if item is not current)]
        for table in edition.tables:
            if table.file in closed or table.name in decided:
                yield from _columns(table, value)
                yield from _total_rows(table, value)
                yield from _tables(table, beside, value)


def _columns(table: Table, value: Numbers) -> Iterator[Equation]:
    """A measure that is the sum of others in every row: L + P = jumlah."""
    names = [field.name for field in table.schema.with_role(Role.MEASURE)]
    for whole in names:
        others = [name for name in names if name != whole]
        for size in range(2, min(len(others), _PARTS) + 1):
            for parts in combinations(others, size):
                ties = [_in_row(table, index, parts, whole) for index in range(len(table.rows))]
                yield from _believed(ties, value)


def _in_row(table: Table, index: int, parts: Iterable[str], whole: str) -> Equation:
    factors = {Cell(table.file, index, part): 1 for part in parts}
    return Equation({**factors, Cell(table.file, index, whole): -1})


def _total_rows(table: Table, value: Numbers) -> Iterator[Equation]:
    """Rows named like totals ('Jumlah') among the rows they add up."""
    dimensions = [field.name for field in table.schema.with_role(Role.DIMENSION)]
    for dimension in dimensions:
        if not any(is_total(str(name)) for name in set(table.column(dimension))):
            continue
        rest = tuple(name for name in dimensions if name != dimension)
        for field in table.schema.with_role(Role.MEASURE):
            ties = []
            for cells in groups(table, rest, field.name).values():
                factors = {
                    cell: -1 if is_total(str(_in(table, cell, dimension))) else 1 for cell in cells
                }
                if sorted(factors.values())[:2] == [-1, 1]:
                    ties.append(Equation(factors))
            yield from _unrefuted(ties, value)


def _tables(table: Table, beside: Iterable[Dataset], value: Numbers) -> Iterator[Equation]:
    """Tables of fewer dimensions whose numbers are sums of this one's, and the other way round."""
    for dataset in beside:
        for other in dataset.tables:
            if other.file == table.file:
                continue
            for detail, total in ((table, other), (other, table)):
                by = _shared(detail, total)
                if by is not None:
                    yield from _sums(detail, total, by, value)


def _shared(detail: Table, total: Table) -> tuple[str, ...] | None:
    """The dimensions of the total, if the detail has all of them by the same names."""
    fine, coarse = _dimensions(detail), _dimensions(total)
    return coarse if coarse and set(coarse) <= set(fine) else None


def _dimensions(table: Table) -> tuple[str, ...]:
    return tuple(field.name for field in table.schema.with_role(Role.DIMENSION))


def _sums(detail: Table, total: Table, by: tuple[str, ...], value: Numbers) -> Iterator[Equation]:
    for fine in _counted(detail):
        details = groups(detail, by, fine.name)
        for coarse in _counted(total):
            ties = [
                Equation({**dict.fromkeys(details[key], 1), cells[0]: -1})
                for key, cells in groups(total, by, coarse.name).items()
                if key in details and len(cells) == 1
            ]
            yield from _believed(ties, value)


def _counted(table: Table) -> tuple[Field, ...]:
    return tuple(
        field
        for field in table.schema.with_role(Role.MEASURE)
        if field.type in ("integer", "number")
    )


def _in(table: Table, cell: Cell, column: str) -> object:
    return table.value(table.rows[cell.at], column)


def _believed(ties: Sequence[Equation], value: Numbers) -> Sequence[Equation]:
    """The ties, if enough of them can be tried and all of those hold."""
    sizes = [size for tie in ties if (size := _size(tie, value)) is not None]
    proven = [size for size in sizes if size > 0]
    enough = len(proven) >= _ENOUGH or any(size >= _LARGE for size in proven)
    return ties if enough and min(sizes) >= 0 else ()


def _unrefuted(ties: Sequence[Equation], value: Numbers) -> Sequence[Equation]:
    """The ties, unless one can be tried and does not hold."""
    sizes = (_size(tie, value) for tie in ties)
    return () if any(size is not None and size < 0 for size in sizes) else ties


def _size(tie: Equation, value: Numbers) -> Number | None:
    """What its parts add up to where it holds, -1 where it does not, None where it is open."""
    if any(cell not in value for cell in tie.factors):
        return None
    sides: dict[bool, Number] = defaultdict(int)
    for cell, factor in tie.factors.items():
        sides[factor > 0] += abs(factor) * value[cell]
    return sides[True] if sides[True] == sides[False] else -1
