"""Which other numbers to withhold, so that one that is known too narrowly is not: the fewest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from ..model import Relation
from .bounds import LEAST
from .cells import Number, NumberCell, Numbers
from .equations import Equation, Ties
from .program import Program

_ROOM = 4
"""A number may have to give way by several times the width when others move by one width each."""


@dataclass(frozen=True)
class _Area:
    """All that can change with the target: cells that hold a count, and the ties between them."""

    target: NumberCell
    cells: tuple[NumberCell, ...]
    ties: tuple[Equation, ...]
    numbers: Numbers


@dataclass(frozen=True)
class _Move:
    """By how much each cell of a table lies above its true value, and below: unknowns."""

    up: Mapping[NumberCell, int]
    down: Mapping[NumberCell, int]


def complements(
    target: NumberCell,
    ties: Ties,
    withheld: Collection[NumberCell],
    numbers: Numbers,
    width: int,
) -> frozenset[NumberCell] | None:
    """The cells to withhold besides, so that `target` can be any of `width` + 1 values; or None.

    `numbers` hold the true values, withheld ones included. Looks for two tables that readers could
    not tell from the published one, in which the target differs by `width`: they add up to the same
    totals, every withheld number is at least 1, and only withheld numbers differ. What it costs to
    withhold a number is its size, so that details go rather than totals.

    >>> a, b, c, whole = (NumberCell("x.csv", row, "jumlah") for row in range(4))
    >>> total = Equation({a: 1, b: 1, c: 1, whole: -1})
    >>> values = {a: 2, b: 40, c: 9, whole: 51}
    >>> complements(a, Ties([total]), {a}, values, 4) == {c}
    True
    """
    if target not in numbers:
        return None  # its true value is not at hand, nor is what could stand in for it
    near = _around(target, ties, withheld, numbers, _NEAR)
    found = _cheapest(_Area(target, near, ties.touching(near), numbers), withheld, width)
    if found is not None or len(near) < _NEAR:
        return found
    every = _around(target, ties, withheld, numbers, None)
    if len(every) > _FAR:
        return None
    return _cheapest(_Area(target, every, ties.touching(every), numbers), withheld, width)


_NEAR = 160
"""So many cells around the target mostly hold a solution, and the cheapest or nearly so."""
_FAR = 4000
"""Beyond this a solver would be busy for minutes."""
_WAYS = 8
"""Of the cells in one equation so many are looked at first: withheld ones, then small ones."""


def _around(
    target: NumberCell,
    ties: Ties,
    withheld: Collection[NumberCell],
    numbers: Numbers,
    most: int | None,
) -> tuple[NumberCell, ...]:
    """Cells that may be withheld, nearest to the target first: those with a count, and not zero."""
    found, edge = dict.fromkeys([target]), [target]
    seen: set[int] = set()
    while edge and (most is None or len(found) < most):
        beside: dict[NumberCell, None] = {}
        for tie in ties.touching(edge):
            if id(tie) in seen:
                continue
            seen.add(id(tie))
            cells: Iterable[NumberCell] = (
                cell for cell in tie.factors if cell not in found and numbers.get(cell, 0) >= LEAST
            )
            if most is not None:
                cells = nsmallest(
                    _WAYS, cells, key=lambda cell: (cell not in withheld, numbers[cell], cell)
                )
            beside.update(dict.fromkeys(cells))
        edge = list(beside)
        found.update(beside)
    return tuple(sorted(found))


def _cheapest(
    area: _Area, withheld: Collection[NumberCell], width: int
) -> frozenset[NumberCell] | None:
    """The shown cells by whose change it is done at least cost; None: it cannot be done."""
    program = Program()
    moves = tuple(_moves(program, area, _ROOM * width) for _ in range(2))
    for move in moves:
        for tie in area.ties:
            _hold(program, tie, move, area.numbers)
    one, other = moves
    here = area.target
    apart = {one.up[here]: 1, one.down[here]: -1, other.up[here]: -1, other.down[here]: 1}
    program.constrain(apart, width, None)
    free = [cell for cell in area.cells if cell not in withheld and cell != here]
    costs = {
        change[cell]: _cost(area.numbers[cell])
        for move in moves
        for change in (move.up, move.down)
        for cell in free
    }
    solved = program.best(costs)
    if solved is None:
        return None
    return frozenset(
        cell for cell in free for move in moves if solved[move.up[cell]] or solved[move.down[cell]]
    )


def _moves(program: Program, area: _Area, room: int) -> _Move:
    """Unknowns for one of the two tables."""
    numbers = area.numbers
    return _Move(
        {cell: program.variable(0, room) for cell in area.cells},
        {cell: program.variable(0, min(room, int(numbers[cell]) - LEAST)) for cell in area.cells},
    )


def _hold(program: Program, tie: Equation, move: _Move, numbers: Numbers) -> None:
    """The equation goes on to hold when its cells move."""
    here = [(cell, factor) for cell, factor in tie.factors.items() if cell in move.up]
    factors = {move.up[cell]: factor for cell, factor in here}
    factors |= {move.down[cell]: -factor for cell, factor in here}
    if tie.relation is Relation.EQUAL:
        program.constrain(factors, 0, 0)
        return
    total = sum(factor * numbers.get(cell, 0) for cell, factor in tie.factors.items())
    if total <= 0:  # a comparison that fails as it is tells nothing
        program.constrain(factors, None, int(-total))


def _cost(value: Number) -> float:
    """What readers lose with a number grows with it: many details rather than one total.

    >>> _cost(3) + _cost(4) < _cost(40)
    True
    """
    return 1 + float(value)
