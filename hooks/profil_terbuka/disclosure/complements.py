"""Which other numbers to withhold, so that one that is known too narrowly is not: the fewest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from ..model import Relation
from .bounds import LEAST
from .cells import Cell, Number, Numbers
from .equations import Equation
from .program import Program

_ROOM = 4
"""A number may have to give way by several times the width when others move by one width each."""


def complements(
    target: Cell,
    ties: Sequence[Equation],
    hidden: Collection[Cell],
    numbers: Numbers,
    width: int,
) -> frozenset[Cell] | None:
    """The cells to withhold besides, so that `target` can be any of `width` + 1 values; or None.

    `numbers` hold the true values, withheld ones included. Looks for two tables that readers could
    not tell from the published one, in which the target differs by `width`: they add up to the same
    totals, every withheld number is at least 1, and only withheld numbers differ. What it costs to
    withhold a number is its size, so that details go rather than totals.

    >>> a, b, c, whole = (Cell("x.csv", row, "jumlah") for row in range(4))
    >>> total = Equation({a: 1, b: 1, c: 1, whole: -1})
    >>> values = {a: 2, b: 40, c: 9, whole: 51}
    >>> complements(a, [total], {a}, values, 4) == {c}
    True
    """
    of_cell: dict[Cell, list[Equation]] = defaultdict(list)
    for tie in ties:
        for cell in tie.factors:
            of_cell[cell].append(tie)
    cells = frozenset({target})
    while (wider := _widened(cells, of_cell, numbers)) != cells:
        cells = wider
    return _cheapest(target, _touching(cells, of_cell), cells, hidden, numbers, width)


def _touching(
    cells: Iterable[Cell], of_cell: Mapping[Cell, Sequence[Equation]]
) -> tuple[Equation, ...]:
    """Each equation in which one of the cells stands, once."""
    found = {id(tie): tie for cell in cells for tie in of_cell[cell]}
    return tuple(found.values())


def _widened(
    cells: frozenset[Cell], of_cell: Mapping[Cell, Sequence[Equation]], numbers: Numbers
) -> frozenset[Cell]:
    """With the cells beside them that may be withheld: those that hold a count, and not zero."""
    beside = (cell for tie in _touching(cells, of_cell) for cell in tie.factors)
    return cells | {cell for cell in beside if numbers.get(cell, 0) >= LEAST}


def _cheapest(
    target: Cell,
    ties: Sequence[Equation],
    cells: Collection[Cell],
    hidden: Collection[Cell],
    numbers: Numbers,
    width: int,
) -> frozenset[Cell] | None:
    """The cells among `cells` by whose change it is done at least cost; None: it cannot be done.

    Of each cell in each of the two tables: by how much it lies above its true value, and below.
    """
    program, room = Program(), _ROOM * width
    order = sorted(cells)
    above, below = (
        tuple({cell: program.variable(0, limit(cell)) for cell in order} for _ in range(2))
        for limit in (lambda cell: room, lambda cell: min(room, int(numbers[cell]) - LEAST))
    )
    for up, down in zip(above, below, strict=True):
        for tie in ties:
            _hold(program, tie, up, down, numbers)
    program.constrain(
        {
            above[0][target]: 1,
            below[0][target]: -1,
            above[1][target]: -1,
            below[1][target]: 1,
        },
        width,
        None,
    )
    costs = {
        change[cell]: _cost(numbers[cell])
        for change in (*above, *below)
        for cell in order
        if cell not in hidden and cell != target
    }
    solved = program.best(costs)
    if solved is None:
        return None
    moved = (cell for change in (*above, *below) for cell in order if solved[change[cell]])
    return frozenset(cell for cell in moved if cell not in hidden and cell != target)


def _hold(
    program: Program,
    tie: Equation,
    up: Mapping[Cell, int],
    down: Mapping[Cell, int],
    numbers: Numbers,
) -> None:
    """The equation goes on to hold when its cells move."""
    here = [(cell, factor) for cell, factor in tie.factors.items() if cell in up]
    factors = {up[cell]: factor for cell, factor in here}
    factors |= {down[cell]: -factor for cell, factor in here}
    if tie.relation is Relation.EQUAL:
        program.constrain(factors, 0, 0)
        return
    total = sum(factor * numbers.get(cell, 0) for cell, factor in tie.factors.items())
    if total <= 0:  # a comparison that fails as it is tells nothing
        program.constrain(factors, None, int(-total))


def _cost(value: Number) -> float:
    """What readers lose with a number grows with it: many details rather than one total."""
    return 1 + float(value)
