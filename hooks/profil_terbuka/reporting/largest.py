"""Of all developments the largest, by what may be said of each: percentages, numbers, leaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..model import Period
from ..model.aggregation import exact_sum
from ..words.amounts import Shift, ShiftKind, shift
from .developments import Development, TableDevelopments

LISTED = 15
"""So many of a kind are told on a page; those that are equal to the last of them too."""
_EQUALS = 10
"""So many of these at most."""
_PERCENT = (ShiftKind.PERCENT, ShiftKind.NEARLY_SAME)


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A development with what may be said of it; no `shift`: it leaps too far for a percentage."""

    development: Development
    shift: Shift | None

    @property
    def difference(self) -> int | float:
        """By how much the number has risen (fallen: negative)."""
        return exact_sum([self.development.new, -self.development.old])

    @property
    def is_percent(self) -> bool:
        """Whether a percentage says no more than is known."""
        return self.shift is not None and self.shift.kind in _PERCENT

    @property
    def is_same(self) -> bool:
        """Whether nothing changed."""
        return self.difference == 0


@dataclass(frozen=True)
class ChangeListing:
    """The first of many in their order; `more` are not among them."""

    shown: tuple[ToldChange, ...]
    more: int


@dataclass(frozen=True)
class YearChanges:
    """What changed between two years, of all tables whose newest years these are."""

    earlier: Period
    later: Period
    total: int
    same: int
    wholes: ChangeListing
    """Numbers about everything that their table tells of."""
    parts: ChangeListing
    """Of its parts, by percentage."""
    counts: ChangeListing
    """Of which too few are counted for a percentage, and scores: by so many."""
    leaps: ChangeListing
    """More than three times, or less than a third: mostly counted otherwise."""


def changes_by_year(found: Iterable[TableDevelopments]) -> tuple[YearChanges, ...]:
    """What changed, the newest years first.

    >>> from ..model.invented import invented_catalog, invented_dataset, invented_table
    >>> from .developments import catalogue_developments
    >>> rows = [(2023, "A", 40), (2023, "B", 1), (2024, "A", 60), (2024, "B", 4)]
    >>> table = invented_table("tahun, desa, jumlah (orang)", *rows)
    >>> (year,) = changes_by_year(
    ...     catalogue_developments(invented_catalog(invented_dataset(table)))
    ... )
    >>> [told.shift.amount for told in year.parts.shown]
    [50.0]
    >>> [(told.development.old, told.development.new) for told in year.counts.shown]
    [(1, 4)]
    """
    by_years: dict[tuple[Period, Period], list[ToldChange]] = {}
    for table in found:
        for item in table.developments:
            told = ToldChange(item, shift(item.new, item.old, item.unit))
            by_years.setdefault((item.later, item.earlier), []).append(told)
    newest_first = sorted(by_years, key=lambda pair: (pair[0].year, pair[0].kind), reverse=True)
    return tuple(
        _changes(earlier, later, by_years[later, earlier]) for later, earlier in newest_first
    )


def _changes(earlier: Period, later: Period, all_: Sequence[ToldChange]) -> YearChanges:
    moved = [told for told in all_ if not told.is_same]
    wholes = [told for told in moved if told.development.whole]
    parts = [told for told in moved if not told.development.whole]
    return YearChanges(
        earlier=earlier,
        later=later,
        total=len(all_),
        same=len(all_) - len(moved),
        wholes=_listing(wholes, _by_percentage),
        parts=_listing((told for told in parts if told.is_percent), _by_percentage),
        counts=_listing((told for told in parts if told.shift and not told.is_percent), _by_size),
        leaps=_listing((told for told in parts if told.shift is None), _by_size),
    )


def _by_percentage(told: ToldChange) -> tuple[bool, float]:
    return told.is_percent, float(told.shift.amount if told.shift else 0)


def _by_size(told: ToldChange) -> tuple[bool, float]:
    return True, abs(float(told.difference))


def _listing(
    told: Iterable[ToldChange], size: Callable[[ToldChange], tuple[bool, float]]
) -> ChangeListing:
    """The largest, and what is equal to the last of them; of equals those first in the catalogue.

    >>> _listing((), _by_size)
    ChangeListing(shown=(), more=0)
    """
    ordered = sorted(told, key=size, reverse=True)
    end = min(LISTED, len(ordered))
    while end and end < min(len(ordered), LISTED + _EQUALS):
        if size(ordered[end]) != size(ordered[end - 1]):
            break
        end += 1
    return ChangeListing(tuple(ordered[:end]), len(ordered) - end)
