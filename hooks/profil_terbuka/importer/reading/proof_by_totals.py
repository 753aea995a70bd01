"""What decides how ambiguous figures are read, without a choice: the totals that are printed.

`1.899`, `215` and `1.101` above `3.215` add up in one reading alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..grid import SheetCell
from ..shaping.sheet_table import RowKind
from .figures import DecimalMark, Figures, read_figures

_LEAST_ADDENDS = 2


@dataclass(frozen=True, slots=True)
class ProvenReading:
    """The only reading in which the totals are sums, and the first cell that holds such a total."""

    figures: Figures
    mark: DecimalMark
    total: SheetCell


def proven_by_totals(cells: Sequence[SheetCell], kinds: Sequence[RowKind]) -> ProvenReading | None:
    """The reading of a column in which each of its totals adds up; None where not just one does.

    >>> cells = [SheetCell(text) for text in ("1.899", "215", "1.101", "3.215")]
    >>> kinds = [RowKind.DATA, RowKind.DATA, RowKind.DATA, RowKind.TOTAL]
    >>> found = proven_by_totals(cells, kinds)
    >>> found and (found.mark.value, [str(value) for value in found.figures.values])
    ('koma', ['1899', '215', '1101', '3215'])
    >>> proven_by_totals(cells[:1] + cells[3:], kinds[2:]) is None
    True
    """
    ways = [(mark, read_figures(cells, mark)) for mark in DecimalMark]
    fitting = [
        (mark, read)
        for mark, read in ways
        if isinstance(read, Figures) and totals_add_up(read.values, kinds)
    ]
    if len(fitting) != 1:
        return None
    mark, figures = fitting[0]
    return ProvenReading(figures, mark, cells[next(_totals(figures.values, kinds))])


def totals_add_up(values: Sequence[Decimal | None], kinds: Sequence[RowKind]) -> bool:
    """Whether there are totals, and each is the sum of all rows, or of those beside it.

    >>> kinds = (RowKind.DATA, RowKind.DATA, RowKind.TOTAL)
    >>> totals_add_up((Decimal(3), Decimal(4), Decimal(7)), kinds)
    True
    >>> totals_add_up((Decimal(3), Decimal(4), Decimal(8)), kinds)
    False
    """
    totals = list(_totals(values, kinds))
    return bool(totals) and all(_is_sum(at, values, kinds) for at in totals)


def _totals(values: Sequence[Decimal | None], kinds: Sequence[RowKind]) -> Iterator[int]:
    """The rows of totals that hold a number."""
    pairs = zip(values, kinds, strict=True)
    return (at for at, (value, kind) in enumerate(pairs) if kind is RowKind.TOTAL and value)


def _is_sum(at: int, values: Sequence[Decimal | None], kinds: Sequence[RowKind]) -> bool:
    """Whether a total is the sum of every row of data, of those just above, or just below."""
    every = [row for row, kind in enumerate(kinds) if kind is RowKind.DATA]
    groups = (every, _next_to(at, -1, kinds), _next_to(at, 1, kinds))
    return any(_sum(group, values) == values[at] for group in groups)


def _next_to(at: int, step: int, kinds: Sequence[RowKind]) -> list[int]:
    """The rows of data from a total on, up to the next row that is none."""
    found: list[int] = []
    row = at + step
    while 0 <= row < len(kinds) and kinds[row] is RowKind.DATA:
        found.append(row)
        row += step
    return found


def _sum(rows: Sequence[int], values: Sequence[Decimal | None]) -> Decimal | None:
    """What rows add up to; None where too few of them hold a number to prove anything."""
    there = [value for row in rows if (value := values[row]) is not None]
    return sum(there, Decimal(0)) if len(there) >= _LEAST_ADDENDS else None
