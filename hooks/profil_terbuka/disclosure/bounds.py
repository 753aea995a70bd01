"""The attack: how narrowly the published numbers bound each number that is withheld."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Relation
from .cells import NumberCell, Numbers
from .equations import Equation, Ties
from .program import Program

LEAST = 1
"""Zero is never withheld: readers know that a withheld count is at least one."""


@dataclass(frozen=True, slots=True)
class Interval:
    """What readers can be sure of: the number is not below `low` nor above `high`."""

    low: int
    high: int


@dataclass(frozen=True)
class _Row:
    """An equation of which only withheld cells are left: their sum, with factors, is `known`."""

    factors: Mapping[NumberCell, int]
    relation: Relation
    known: int


def narrow_intervals(
    ties: Iterable[Equation],
    withheld: Collection[NumberCell],
    numbers: Numbers,
    width: Callable[[NumberCell], int],
) -> dict[NumberCell, Interval]:
    """The withheld cells that are known to less than their `width` (largest less smallest value).

    `numbers` hold what is shown; where they hold withheld ones as well, these serve for totals that
    readers know from elsewhere, and for nothing else. Without them such a total is unknown here:
    a cell that is alone under it is bounded by nobody knows what, and told as 1 to 1.

    Source: the audit step of cell suppression (Hundepool et al., Statistical Disclosure Control,
    2012, ch. 4), with whole numbers.

    >>> a, b, whole = (NumberCell("x.csv", row, "jumlah") for row in range(3))
    >>> total = Equation({a: 1, b: 1, whole: -1})
    >>> narrow_intervals([total], [a, b], {whole: 3}, lambda cell: 4)[a]
    Interval(low=1, high=2)
    >>> narrow_intervals([total], [a, b], {whole: 30}, lambda cell: 4)
    {}
    """
    return Audit(Ties(ties), numbers, width).narrow_intervals(withheld)


@dataclass
class Audit:
    """The same attack on one table with now these, now those numbers withheld (see `narrow`).

    Groups of equations that were solved already are remembered: what is withheld elsewhere does not
    concern them.
    """

    ties: Ties
    numbers: Numbers
    width: Callable[[NumberCell], int]
    _solved: dict[frozenset[object], Mapping[NumberCell, Interval]] = field(default_factory=dict)

    def narrow_intervals(self, withheld: Collection[NumberCell]) -> dict[NumberCell, Interval]:
        """The cells of `withheld` that are known to less than their width, in their order."""
        ties = self.ties.touching(withheld)
        rows = [row for tie in ties if (row := _row(tie, withheld, self.numbers))]
        found: dict[NumberCell, Interval] = {}
        for cell in _alone(ties, withheld, self.numbers):
            found[cell] = Interval(LEAST, LEAST)
        for part in _connected(rows):
            key = frozenset(map(_signature, part))
            if key not in self._solved:
                self._solved[key] = dict(_bounded(part, self.width))
            found.update(self._solved[key])
        return {cell: found[cell] for cell in withheld if cell in found}


def _signature(row: _Row) -> object:
    return frozenset(row.factors.items()), row.relation, row.known


def _row(tie: Equation, withheld: Collection[NumberCell], numbers: Numbers) -> _Row | None:
    """What an equation says of withheld cells; None where it says nothing.

    >>> a, b, whole = (NumberCell("x.csv", at, "jumlah") for at in range(3))
    >>> total = Equation({a: 1, b: 1, whole: -1})
    >>> _row(total, [a], {b: 7, whole: 10}).known, _row(total, [], {b: 7, whole: 10}) is None
    (3, True)
    """
    unknown = {cell: factor for cell, factor in tie.factors.items() if cell in withheld and factor}
    if not unknown:
        return None
    if tie.outside:
        if not unknown.keys() <= numbers.keys():
            return None
        known = sum(factor * numbers[cell] for cell, factor in unknown.items())
    else:
        # An empty cell adds nothing to a printed total: readers compute so, and so do we.
        known = -sum(
            factor * numbers.get(cell, 0)
            for cell, factor in tie.factors.items()
            if cell not in withheld
        )
    return _Row(unknown, tie.relation, int(known)) if known == int(known) else None


def _alone(
    ties: Iterable[Equation], withheld: Collection[NumberCell], numbers: Numbers
) -> Iterator[NumberCell]:
    """Cells that are the only withheld ones under a total from elsewhere that we do not know."""
    for tie in ties:
        if tie.outside:
            unknown = [cell for cell in tie.factors if cell in withheld]
            if len(unknown) == 1 and unknown[0] not in numbers:
                yield unknown[0]


def _connected(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Rows that share cells, directly or through others, together.

    >>> a, b, c, d = (NumberCell("x.csv", at, "jumlah") for at in range(4))
    >>> rows = [_Row(dict.fromkeys(cells, 1), Relation.EQUAL, 9) for cells in ([a, b], [c], [b, d])]
    >>> [len(part) for part in _connected(rows)]
    [2, 1]
    """
    leader: dict[NumberCell, NumberCell] = {}

    def find(cell: NumberCell) -> NumberCell:
        while (above := leader.setdefault(cell, cell)) != cell:
            leader[cell] = leader[above]
            cell = above
        return cell

    for row in rows:
        first, *others = row.factors
        for other in others:
            leader[find(other)] = find(first)
    together: dict[NumberCell, list[_Row]] = defaultdict(list)
    for row in rows:
        together[find(next(iter(row.factors)))].append(row)
    return list(together.values())


def _bounded(
    rows: Sequence[_Row], width: Callable[[NumberCell], int]
) -> Iterator[tuple[NumberCell, Interval]]:
    """The narrow cells among those of rows that belong together."""
    cells = list(dict.fromkeys(cell for row in rows for cell in row.factors))
    program, at = _program(cells, _consistent(cells, rows, width), rows, width)
    low = dict.fromkeys(cells, _top(rows, cells, width))
    high = dict.fromkeys(cells, LEAST)

    def push(costs: Mapping[int, float]) -> bool:
        point = program.best(costs)
        for cell in cells if point else ():
            low[cell] = min(low[cell], point[at[cell]])  # type: ignore[index]
            high[cell] = max(high[cell], point[at[cell]])  # type: ignore[index]
        return point is not None

    for pattern in _patterns(len(cells)) if len(cells) > _FEW else ():
        push(dict(enumerate(pattern)))
    for cell in cells:
        for sign in (1.0, -1.0):
            if high[cell] - low[cell] >= width(cell):
                break  # another cell's extremes have shown this one to be wide already
            if not push({at[cell]: sign}):
                break  # the solver gave up: the cell counts as narrow
        if high[cell] - low[cell] < width(cell):
            yield cell, Interval(low[cell], high[cell])


_FEW = 16


def _patterns(size: int) -> Iterator[list[float]]:
    """Directions in which to push many cells at once: no two go the same way in all of them.

    A single push shows dozens of cells to be wide, which would else be asked about one by one.

    >>> list(_patterns(2))
    [[-1.0, 1.0], [1.0, -1.0], [-1.0, -1.0], [1.0, 1.0]]
    """
    for bit in range(size.bit_length()):
        for sign in (1.0, -1.0):
            yield [sign if at >> bit & 1 else -sign for at in range(size)]


def _consistent(
    cells: Sequence[NumberCell], rows: Sequence[_Row], width: Callable[[NumberCell], int]
) -> Sequence[_Row]:
    """The rows, or those that can hold together: a book's own total may be wrong."""
    program, _ = _program(cells, rows, rows, width)
    if program.best({}) is not None:
        return rows
    kept: list[_Row] = []
    for row in rows:
        program, _ = _program(cells, [*kept, row], rows, width)
        if program.best({}) is not None:
            kept.append(row)
    return kept


def _program(
    cells: Sequence[NumberCell],
    believed: Iterable[_Row],
    rows: Sequence[_Row],
    width: Callable[[NumberCell], int],
) -> tuple[Program, dict[NumberCell, int]]:
    program, top = Program(), _top(rows, cells, width)
    at = {cell: program.variable(LEAST, top) for cell in cells}
    for row in believed:
        factors = {at[cell]: factor for cell, factor in row.factors.items()}
        least = row.known if row.relation is Relation.EQUAL else None
        program.constrain(factors, least, row.known)
    return program, at


def _top(
    rows: Iterable[_Row], cells: Collection[NumberCell], width: Callable[[NumberCell], int]
) -> int:
    """A bound that no number needs to reach: what nothing else bounds is wide below it."""
    widest = max(width(cell) for cell in cells)
    return sum(abs(row.known) for row in rows) + len(cells) * (widest + LEAST)
