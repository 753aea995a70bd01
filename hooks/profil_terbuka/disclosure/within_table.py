"""Ties that nobody declared but the numbers of a table show: its columns and rows that add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise

from ..check.units import is_share
from ..model import Field, Role, Table
from ..model.aggregation import is_total
from ..model.geo import level_of
from .believed import believed_ties, proven_size, unrefuted_ties
from .cells import NumberCell, Numbers
from .coordinates import dimensions, plain_category
from .equations import Equation, cell_groups, sum_equation

_PARTS = 3
"""A column is looked for as the sum of so many others, or of any number that stand together."""
_MOST = 12
"""Among more columns than these only neighbours are tried."""
_LEVEL_COLUMNS = ("tingkat", "level", "jenjang")


def ties_within(table: Table, value: Numbers) -> Iterator[Equation]:
    """All of them."""
    yield from _column_sums(table, value)
    yield from _running_sums(table, value)
    yield from _total_rows(table, value)
    yield from _level_sums(table, value)


def counting_measures(table: Table) -> tuple[Field, ...]:
    """The measures that count: shares and means add up to nothing."""
    return tuple(
        field
        for field in table.schema.with_role(Role.MEASURE)
        if field.type in ("integer", "number") and not is_share(field.unit or "")
    )


def _column_sums(table: Table, value: Numbers) -> Iterator[Equation]:
    """A measure that is the sum of others in every row: L + P = jumlah."""
    names = [field.name for field in counting_measures(table)]
    for whole, parts in _candidate_sums(names):
        ties = (
            sum_equation(
                (NumberCell(table.file, at, part) for part in parts), _cell(table, at, whole)
            )
            for at in range(len(table.rows))
        )
        yield from believed_ties(ties, value)


def _candidate_sums(names: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Which column may be the sum of which others: a few of them, or any that stand together.

    >>> list(_candidate_sums(["laki", "perempuan", "jumlah"]))[-1]
    ('jumlah', ('laki', 'perempuan'))
    """
    for whole in names:
        others = [name for name in names if name != whole]
        few = range(2, _PARTS + 1) if len(names) <= _MOST else ()
        runs = combinations(range(len(others) + 1), 2)
        together = (tuple(others[start:end]) for start, end in runs if end - start > 1)
        chosen = chain.from_iterable(combinations(others, size) for size in few)
        for parts in dict.fromkeys(chain(chosen, together)):
            yield whole, parts


def _running_sums(table: Table, value: Numbers) -> Iterator[Equation]:
    """Sums up to this month, and changes since last year: two rows and a column beside them."""
    names = [field.name for field in counting_measures(table)]
    if len(names) < 2:
        return
    for dimension in dimensions(table):
        rest = tuple(field.name for field in dimensions(table) if field != dimension)
        groups = cell_groups(table, rest, names[0]).values()
        series = [[cell.at for cell in cells] for cells in groups]
        for level, change in ((one, two) for one in names for two in names if one != two):
            if found := believed_ties(_steps(table, series, level, change), value):
                yield from found
                firsts = _firsts(table, series, level, change)
                if any(proven_size(tie, value) is not None for tie in firsts):
                    yield from unrefuted_ties(firsts, value)


def _steps(
    table: Table, series: Iterable[Sequence[int]], level: str, change: str
) -> Iterator[Equation]:
    """The level of the row before and the change of this one make the level of this one."""
    for rows in series:
        for before, after in pairwise(rows):
            parts = (_cell(table, before, level), _cell(table, after, change))
            yield sum_equation(parts, _cell(table, after, level))


def _firsts(
    table: Table, series: Iterable[Sequence[int]], level: str, change: str
) -> list[Equation]:
    """The sum up to the first month is that month's own number."""
    return [
        sum_equation([_cell(table, rows[0], change)], _cell(table, rows[0], level))
        for rows in series
    ]


def _total_rows(table: Table, value: Numbers) -> Iterator[Equation]:
    """Rows named like totals ('Jumlah'), or first or last and as large as all the others."""
    names = [field.name for field in dimensions(table)]
    for dimension in names:
        named = any(is_total(str(name)) for name in set(table.column(dimension)))
        rest = tuple(name for name in names if name != dimension)
        for field in counting_measures(table):
            every = cell_groups(table, rest, field.name).values()
            if named:
                ties = (_named_total(table, cells, dimension) for cells in every)
                yield from unrefuted_ties([tie for tie in ties if tie], value)
                continue
            for at in (0, -1):
                sums = [sum_equation(cells, cells[at]) for cells in every if len(cells) > 2]
                yield from believed_ties(sums, value)


def _named_total(table: Table, cells: Sequence[NumberCell], dimension: str) -> Equation | None:
    """The rows that are named like totals, against the others; None unless it is one of them."""
    factors = {cell: -1 if is_total(str(_in(table, cell, dimension))) else 1 for cell in cells}
    return Equation(factors) if sorted(factors.values())[:2] == [-1, 1] else None


def _level_sums(table: Table, value: Numbers) -> Iterator[Equation]:
    """Rows of districts among those of their villages: by a column of levels, or by codes."""
    for field in table.schema.with_role(Role.MEASURE):
        for code in table.schema.with_role(Role.CODE):
            yield from believed_ties(_by_code(table, code.name, field.name), value)
        for level in dimensions(table):
            said = tuple(map(plain_category, table.column(level.name)))
            kinds = tuple(dict.fromkeys(said))
            if _may_be_levels(len(kinds), len(said)):
                for upper, lower in combinations(kinds, 2):
                    ties = _below(table, said, (upper, lower), field.name)
                    yield from believed_ties(ties, value)


def _may_be_levels(kinds: int, rows: int) -> bool:
    """Whether so many categories may be levels: several, not many, and fewer than rows.

    >>> _may_be_levels(2, 30), _may_be_levels(3, 3), _may_be_levels(20, 30)
    (True, False, False)
    """
    return 1 < kinds < rows and (rows <= _MOST or kinds <= _MOST)


def _by_code(table: Table, code: str, measure: str) -> Iterator[Equation]:
    """'12.34' is the sum of '12.34.01', '12.34.02' ..., among rows that are otherwise alike."""
    rest = tuple(
        field.name
        for field in dimensions(table)
        if len(set(table.column(field.name))) * 2 <= len(table.rows)
        and plain_category(field.name) not in _LEVEL_COLUMNS
    )
    for cells in cell_groups(table, rest, measure).values():
        codes = {str(_in(table, cell, code)): cell for cell in cells}
        below: dict[str, list[NumberCell]] = defaultdict(list)
        for each, cell in codes.items():
            if level_of(each) > 1:
                below[each.rpartition(".")[0]].append(cell)
        for each, inside in below.items():
            if each in codes:
                yield sum_equation(inside, codes[each])


def _below(
    table: Table, said: Sequence[str], kinds: tuple[str, str], measure: str
) -> Iterator[Equation]:
    """Each row of the upper kind with those of the lower kind that follow it."""
    upper, lower = kinds
    above: NumberCell | None = None
    inside: list[NumberCell] = []
    for at, kind in enumerate((*said, upper)):
        if kind == upper:
            if above and inside:
                yield sum_equation(inside, above)
            above, inside = _cell(table, at, measure), []
        elif kind == lower:
            inside.append(_cell(table, at, measure))


def _cell(table: Table, at: int, measure: str) -> NumberCell:
    return NumberCell(table.file, at, measure)


def _in(table: Table, cell: NumberCell, column: str) -> object:
    return table.value(table.rows[cell.at], column)
