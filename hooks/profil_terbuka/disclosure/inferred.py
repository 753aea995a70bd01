"""Ties that nobody declared, but that readers see: columns, rows and tables that add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise

from ..check.units import is_share
from ..model import Catalog, Dataset, Field, Role, Table
from ..model.aggregation import is_total
from ..model.geo import level_of
from .cells import Number, NumberCell, Numbers, numbers_by_cell, withheld_cells
from .coordinates import (
    MeasuredPart,
    aligned_columns,
    dimensions,
    plain_category,
    row_parts,
    topic_of,
)
from .decisions import every_edition
from .equations import Equation, cell_groups, declared_equations

_ENOUGH = 2
"""So many groups that add up, and hardly one that does not, are no coincidence."""
_LARGE = 20
"""Nor is one group whose sum is as large as this."""
_RARELY = 0.2
"""A book may have a wrong total now and then: the right ones tell all the same."""
_PARTS = 3
"""A column is looked for as the sum of so many others, or of any number that stand together."""
_MOST = 12
"""Among more columns than these only neighbours are tried."""


def every_equation(catalog: Catalog) -> tuple[Equation, ...]:
    """Declared ties, and those that numbers show, as far as they touch tables that withhold.

    Where the catalogue holds true values, these show ties as well.
    """
    return (*declared_equations(catalog), *_inferred(catalog))


def _inferred(catalog: Catalog) -> Iterator[Equation]:
    value = numbers_by_cell(catalog.packages)
    closed = {cell.file for cell in withheld_cells(catalog.packages)}
    for edition, current in every_edition(catalog.datasets):
        decided = {item.table for item in current.suppressions}
        beside = [edition, *(item for item in catalog.datasets if item is not current)]
        for table in edition.tables:
            if table.file in closed or table.name in decided:
                yield from _columns(table, value)
                yield from _running(table, value)
                yield from _total_rows(table, value)
                yield from _levels(table, value)
                yield from _tables(table, edition, beside, value)


def _columns(table: Table, value: Numbers) -> Iterator[Equation]:
    """A measure that is the sum of others in every row: L + P = jumlah."""
    names = [field.name for field in _counted(table)]
    for whole, some in _sums_of_columns(names):
        ties = (_in_row(table, index, some, whole) for index in range(len(table.rows)))
        yield from _believed(ties, value)


def _sums_of_columns(names: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Which column may be the sum of which others: a few of them, or any that stand together."""
    for whole in names:
        others = [name for name in names if name != whole]
        few = range(2, _PARTS + 1) if len(names) <= _MOST else ()
        runs = combinations(range(len(others) + 1), 2)
        together = (tuple(others[start:end]) for start, end in runs if end - start > 1)
        chosen = chain.from_iterable(combinations(others, size) for size in few)
        for some in dict.fromkeys(chain(chosen, together)):
            yield whole, some


def _in_row(table: Table, index: int, some: Iterable[str], whole: str) -> Equation:
    factors = {NumberCell(table.file, index, part): 1 for part in some}
    return Equation({**factors, NumberCell(table.file, index, whole): -1})


def _running(table: Table, value: Numbers) -> Iterator[Equation]:
    """Sums up to this month, and changes since last year: two rows and a column beside them."""
    names = [field.name for field in _counted(table)]
    if len(names) < 2:
        return
    for dimension in dimensions(table):
        rest = tuple(field.name for field in dimensions(table) if field != dimension)
        series = [
            [cell.at for cell in cells] for cells in cell_groups(table, rest, names[0]).values()
        ]
        for level, change in ((one, two) for one in names for two in names if one != two):
            ties = (
                Equation(
                    {
                        NumberCell(table.file, before, level): 1,
                        NumberCell(table.file, after, change): 1,
                        NumberCell(table.file, after, level): -1,
                    }
                )
                for rows in series
                for before, after in pairwise(rows)
            )
            if found := _believed(ties, value):
                yield from found
                firsts = _first(table, series, level, change)
                if any(_size(tie, value) is not None for tie in firsts):
                    yield from _unrefuted(firsts, value)


def _first(
    table: Table, series: Iterable[Sequence[int]], level: str, change: str
) -> list[Equation]:
    """The sum up to the first month is that month's own number."""
    return [
        Equation(
            {NumberCell(table.file, rows[0], change): 1, NumberCell(table.file, rows[0], level): -1}
        )
        for rows in series
    ]


def _total_rows(table: Table, value: Numbers) -> Iterator[Equation]:
    """Rows named like totals ('Jumlah'), or first or last and as large as all the others."""
    names = [field.name for field in dimensions(table)]
    for dimension in names:
        named = any(is_total(str(name)) for name in set(table.column(dimension)))
        rest = tuple(name for name in names if name != dimension)
        for field in _counted(table):
            every = cell_groups(table, rest, field.name).values()
            if named:
                ties = (_named_total(table, cells, dimension) for cells in every)
                yield from _unrefuted([tie for tie in ties if tie], value)
                continue
            for at in (0, -1):
                whole = [(cells[at], cells) for cells in every if len(cells) > 2]
                found = [Equation({**dict.fromkeys(cells, 1), total: -1}) for total, cells in whole]
                yield from _believed(found, value)


def _named_total(table: Table, cells: Sequence[NumberCell], dimension: str) -> Equation | None:
    factors = {cell: -1 if is_total(str(_in(table, cell, dimension))) else 1 for cell in cells}
    return Equation(factors) if sorted(factors.values())[:2] == [-1, 1] else None


def _levels(table: Table, value: Numbers) -> Iterator[Equation]:
    """Rows of districts among those of their villages: by a column of levels, or by codes."""
    for field in table.schema.with_role(Role.MEASURE):
        for code in table.schema.with_role(Role.CODE):
            yield from _believed(_by_code(table, code.name, field.name), value)
        for level in dimensions(table):
            said = tuple(map(plain_category, table.column(level.name)))
            kinds = tuple(dict.fromkeys(said))
            if 1 < len(kinds) <= _MOST < len(said) or 1 < len(kinds) < len(said) <= _MOST:
                for upper, lower in combinations(kinds, 2):
                    ties = _below(table, said, (upper, lower), field.name)
                    yield from _believed(ties, value)


def _by_code(table: Table, code: str, measure: str) -> Iterator[Equation]:
    """'12.34' is the sum of '12.34.01', '12.34.02' ..., among rows that are otherwise alike."""
    rest = tuple(
        field.name
        for field in dimensions(table)
        if len(set(table.column(field.name))) * 2 <= len(table.rows)
        and plain_category(field.name) not in ("tingkat", "level", "jenjang")
    )
    for cells in cell_groups(table, rest, measure).values():
        codes = {str(_in(table, cell, code)): cell for cell in cells}
        below: dict[str, list[NumberCell]] = defaultdict(list)
        for each, cell in codes.items():
            if level_of(each) > 1:
                below[each.rpartition(".")[0]].append(cell)
        for each, inside in below.items():
            if each in codes:
                yield Equation({**dict.fromkeys(inside, 1), codes[each]: -1})


def _below(
    table: Table, said: Sequence[str], kinds: tuple[str, str], measure: str
) -> Iterator[Equation]:
    """Each row of the upper kind with those of the lower kind that follow it."""
    above: NumberCell | None = None
    inside: list[NumberCell] = []
    for at, kind in enumerate((*said, kinds[0])):
        if kind == kinds[0]:
            if above and inside:
                yield Equation({**dict.fromkeys(inside, 1), above: -1})
            above, inside = NumberCell(table.file, at, measure), []
        elif kind == kinds[1]:
            inside.append(NumberCell(table.file, at, measure))


def _tables(
    table: Table, edition: Dataset, beside: Iterable[Dataset], value: Numbers
) -> Iterator[Equation]:
    """Other tables that count the same: its totals, its details, or the same by other traits."""
    for dataset in beside:
        for other in dataset.tables:
            if other.file == table.file or not other.rows:
                continue
            for ours in _counted(table):
                topic = topic_of(edition, table, ours)
                for theirs in _counted(other):
                    for part in row_parts(other, topic):
                        right = MeasuredPart(other, theirs, part)
                        for own in row_parts(table, topic_of(dataset, other, theirs)):
                            yield from _believed(
                                _both(MeasuredPart(table, ours, own), right), value
                            )


def _both(one: MeasuredPart, other: MeasuredPart) -> Iterator[Equation]:
    """What the two add up to by the traits they share."""
    pairs = aligned_columns(one.part, other.part)
    if pairs is None:
        return
    left = one.cells([name for name, _ in pairs])
    right = other.cells([name for _, name in pairs])
    for key in left.keys() & right.keys():
        yield Equation({**dict.fromkeys(left[key], 1), **dict.fromkeys(right[key], -1)})


def _counted(table: Table) -> tuple[Field, ...]:
    """The measures that count: shares and means add up to nothing."""
    return tuple(
        field
        for field in table.schema.with_role(Role.MEASURE)
        if field.type in ("integer", "number") and not is_share(field.unit or "")
    )


def _in(table: Table, cell: NumberCell, column: str) -> object:
    return table.value(table.rows[cell.at], column)


def _believed(ties: Iterable[Equation], value: Numbers) -> Sequence[Equation]:
    """The ties, if enough of them can be tried and nearly all of those hold.

    Those that do not hold are left out. Most sets of ties are none: given up as soon as that shows.
    """
    kept: list[Equation] = []
    proven: list[Number] = []
    wrong = 0
    for tie in ties:
        size = _size(tie, value)
        if size is not None and size < 0:
            wrong += 1
            if wrong > _ENOUGH and wrong > len(proven):
                return ()
            continue
        kept.append(tie)
        if size:
            proven.append(size)
    enough = len(proven) >= _ENOUGH or any(size >= _LARGE for size in proven)
    return kept if enough and wrong <= _RARELY * len(proven) else ()


def _unrefuted(ties: Sequence[Equation], value: Numbers) -> Sequence[Equation]:
    """The ties, unless one can be tried and does not hold."""
    sizes = (_size(tie, value) for tie in ties)
    return () if any(size is not None and size < 0 for size in sizes) else ties


def _size(tie: Equation, value: Numbers) -> Number | None:
    """What its parts add up to where it holds, -1 where it does not, None where it is open."""
    sides: dict[bool, Number] = defaultdict(int)
    for cell, factor in tie.factors.items():
        number = value.get(cell)
        if number is None:
            return None
        sides[factor > 0] += abs(factor) * number
    whole = sides[True]
    return max(whole, -whole) if whole == sides[False] else -1
