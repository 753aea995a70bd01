"""Which rows add up others, as their figures tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..grid import SheetCell
from ..reading.figures import Ambiguous, DecimalMark, Figures, read_figures
from ..reading.units import is_additive, read_heading

Amount = tuple[Decimal | None, ...]
"""The figures of a row, one for each column whose sums say anything; None where it has none."""


@dataclass(frozen=True, slots=True)
class RowAmounts:
    """The figures of rows that can be added up, by row."""

    by_row: Mapping[int, Amount]

    def add_up(self, whole: int, parts: Sequence[int]) -> bool:
        """Whether all figures of row `whole` are the sums of those of other rows, at least two.

        >>> amounts = RowAmounts({1: (Decimal(3),), 2: (Decimal(4),), 3: (Decimal(7),)})
        >>> amounts.add_up(3, (1, 2)), amounts.add_up(2, (1, 3))
        (True, False)
        """
        return len(parts) > 1 and self.equal(whole, parts)

    def equal(self, whole: int, parts: Sequence[int]) -> bool:
        """The same where a single row may be all that there is to add up."""
        return self.tells(whole, self.sums(parts))

    def sums(self, parts: Sequence[int]) -> tuple[Decimal, ...]:
        """What the figures of rows add up to."""
        *_, last = self.running(parts)
        return last

    def running(self, parts: Sequence[int]) -> Iterator[tuple[Decimal, ...]]:
        """What none, the first, the first two ... of these rows add up to."""
        sums = self._nothing
        yield sums
        for part in parts:
            sums = _added(sums, self.by_row[part])
            yield sums

    def tells(self, whole: int, sums: Sequence[Decimal]) -> bool:
        """Whether the figures of a row, not all of them zero, are these sums."""
        return _tells_sum(self.by_row[whole], sums)

    def parts_below(self, rows: Sequence[int], at: int) -> int:
        """How many rows, at least two, below the one at place `at` it adds up; 0 for none.

        Nothing below zero may be among the figures.
        """
        whole = self.by_row[rows[at]]
        sums = self._nothing
        for size, row in enumerate(rows[at + 1 :], start=1):
            sums = _added(sums, self.by_row[row])
            if size > 1 and _tells_sum(whole, sums):
                return size
            if any(added > (value or 0) for value, added in zip(whole, sums, strict=True)):
                return 0
        return 0

    @property
    def any_negative(self) -> bool:
        """Whether any figure is below zero."""
        return any((value or 0) < 0 for figures in self.by_row.values() for value in figures)

    @property
    def _nothing(self) -> tuple[Decimal, ...]:
        width = len(next(iter(self.by_row.values()), ()))
        return (Decimal(0),) * width


def amounts_of(columns: Mapping[str, Sequence[SheetCell]], rows: Sequence[int]) -> RowAmounts:
    """The figures of columns, by their headings; the cells of each are those of `rows`."""
    read = [_values(title, cells) for title, cells in columns.items()]
    found = [values for values in read if values is not None]
    return RowAmounts({row: tuple(values[at] for values in found) for at, row in enumerate(rows)})


def _values(title: str, cells: Sequence[SheetCell]) -> Sequence[Decimal | None] | None:
    """The figures of a column; None where it holds no such, or its sums say nothing.

    '1.245' is a thousand and more here: in what adds up it nearly always is.
    """
    read = read_figures(cells, None)
    if isinstance(read, Ambiguous):
        read = read_figures(cells, DecimalMark.COMMA)
    if not isinstance(read, Figures) or not is_additive(read_heading(title).unit or read.unit):
        return None
    return read.values


def _added(sums: Sequence[Decimal], figures: Amount) -> tuple[Decimal, ...]:
    return tuple(one + (other or 0) for one, other in zip(sums, figures, strict=True))


def _tells_sum(figures: Amount, sums: Sequence[Decimal]) -> bool:
    """Whether figures, not all of them zero, are these sums; what is not told contradicts none."""
    return any(figures) and all(
        value is None or value == added for value, added in zip(figures, sums, strict=True)
    )
