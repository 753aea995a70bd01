"""A panel as a matrix: which of a million numbers a check has to look at, told at a glance.

A glance clears a thing or does not; it never finds anything. What it does not clear is judged as
in a short table, so that the same is found in both. Numpy comes with this module: only `panel`
loads it, and only for long tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum, log, pi

import numpy as np
from numpy.typing import NDArray

from ..model import Value
from .changes import CHANCE, LEAST_VALUE, YearChange
from .panel import Pair, Thing

Numbers = NDArray[np.float64]
"""One number for each thing; NaN where it has none."""
Suspected = NDArray[np.bool_]
"""Whether each thing has to be looked at."""
EXACT = 2.0**53
"""Whole numbers below this are what they are as floats as well."""
MOST_HOLES = 4
"""A matrix with so many more cells than numbers takes more room than it saves time."""
SLACK = 1e-6
"""Logarithms and correlations may differ by less than this from those of one number alone."""


@dataclass(frozen=True)
class Matrix:
    """The numbers of a panel, a line for each thing, a column for each year in order."""

    things: Sequence[Thing]
    years: tuple[int, ...]
    order: tuple[int, ...]
    """The years as they come in the table."""
    values: Numbers

    def chosen(self, suspected: Suspected) -> frozenset[Thing]:
        """The things that are suspected."""
        return frozenset(self.things[at] for at in np.flatnonzero(suspected).tolist())

    @cached_property
    def totals(self) -> Mapping[int, int]:
        """The sum over all things of each year."""
        columns = zip(self.years, self.values.T, strict=True)
        return {year: sum(map(int, each[~np.isnan(each)].tolist())) for year, each in columns}

    def size(self, year: int) -> int:
        """How many things have a value in a year."""
        return int(np.count_nonzero(~np.isnan(self.values[:, self.years.index(year)])))

    def filled(self, year: int) -> int:
        """How many things have a value other than 0 in a year."""
        column = self.values[:, self.years.index(year)]
        return int(np.count_nonzero(~np.isnan(column) & (column != 0)))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Each year with the one after it."""
        return tuple(zip(self.years, self.years[1:], strict=False))

    def changes(self) -> Mapping[Pair, YearChange]:
        """How things change from each year to the next."""
        found: dict[Pair, YearChange] = {}
        for at, pair in enumerate(self.pairs):
            old, new = self.values[:, at], self.values[:, at + 1]
            able = (old > 0) & (new > 0)
            usual = float(np.median(new[able] / old[able])) if able.any() else 1.0
            found[pair] = YearChange(usual, int(np.count_nonzero(~np.isnan(old) & ~np.isnan(new))))
        return found

    # What it clears ------------------------------------------------------------------------------

    def reaching(self, least: float) -> Suspected:
        """Things with a number of this size, above or below zero."""
        return _any(np.abs(self.values) >= least)

    def standing(self, least: float) -> Suspected:
        """Things with the same number, and not less, in a year and the next."""
        earlier, later = self.values[:, :-1], self.values[:, 1:]
        return _any((earlier == later) & (later >= least))

    def unchanging(self) -> Suspected:
        """Things with one number in all years that they have one."""
        with np.errstate(invalid="ignore"):
            highest = np.fmax.reduce(self.values, axis=1)
            lowest = np.fmin.reduce(self.values, axis=1)
        return np.asarray(highest == lowest, dtype=bool)

    def recurring(self, least: float) -> Suspected:
        """Things with the same number, and not less, in any two years."""
        ordered = np.sort(self.values, axis=1)
        return _any((ordered[:, 1:] == ordered[:, :-1]) & (np.abs(ordered[:, 1:]) >= least))

    def meeting(self, other: Matrix, least: float) -> Suspected:
        """Things with the same number, of this size or more, in a year here and in one there."""
        position = {thing: at for at, thing in enumerate(other.things)}
        there = np.array([position.get(thing, -1) for thing in self.things])
        common = there >= 0
        own, others = self.values[common], other.values[there[common]]
        met = np.zeros(len(own), dtype=bool)
        for column in others.T:
            met |= _any((own == column[:, None]) & (np.abs(own) >= least))
        found = np.zeros(len(self.things), dtype=bool)
        found[common] = met
        return found

    def halves(self) -> Suspected:
        """Things that have half of the total of a year."""
        totals = np.array([float(self.totals[year]) for year in self.years])
        return _any(self.values * 2 == totals)

    def jumping(
        self,
        usual: Mapping[Pair, YearChange],
        counts: bool,
        bounds: Callable[[float], Sequence[Sequence[tuple[float, float]]]],
        nothing: float,
    ) -> Suspected:
        """Things that change beyond all of some bounds, or between 0 and this number or more.

        `bounds` tells for the usual change of two years the alternatives, each as expected changes
        and factors. `counts`: the numbers are counts, which differ by chance.
        """
        found = np.zeros(len(self.things), dtype=bool)
        for at, pair in enumerate(self.pairs):
            old, new = self.values[:, at], self.values[:, at + 1]
            beyond = _beyond_chance(old, new, counts)
            for alternative in bounds(usual[pair].factor):
                far = beyond.copy()
                for expected, factor in alternative:
                    far &= _breaks_off(old * expected, new, factor)
                found |= far
            found |= (np.minimum(old, new) == 0) & (np.maximum(old, new) >= nothing)
        return found

    def steady(self, length: int, factor: float) -> Mapping[Pair, int]:
        """How many things, of those in two years, hardly changed in so many up to the first."""
        found: dict[Pair, int] = {}
        for at, pair in enumerate(self.pairs):
            past = self.values[:, max(0, at - length + 1) : at + 1]
            lowest, highest = past.min(axis=1), past.max(axis=1)  # NaN where one is missing
            calm = (highest > 0) & (highest <= factor * lowest) & ~np.isnan(self.values[:, at + 1])
            found[pair] = int(np.count_nonzero(calm)) if past.shape[1] == length else 0
        return found

    def turning(self, usual: Mapping[Pair, float], least: float, swing: float) -> Suspected:
        """Things that change and change back, each by a factor and both by another."""
        found = np.zeros(len(self.things), dtype=bool)
        for at in range(len(self.years) - 2):
            three = self.values[:, at : at + 3]
            able = (three > 0).all(axis=1)  # never where one is missing
            start, middle, last = three[able].T
            away = np.log(middle / start) - log(usual[self.pairs[at]])
            home = np.log(last / middle) - log(usual[self.pairs[at + 1]])
            sizes = np.abs(away), np.abs(home)
            turned = (away * home <= SLACK) & (np.minimum(*sizes) >= log(least) - SLACK)
            found[able] |= turned & (sizes[0] + sizes[1] >= log(swing) - SLACK)
        return found

    def unordered(self, least: int, scrambled: float) -> Suspected:
        """Things of groups whose order from a year to the next is as little as that, or less.

        A group are the things alike in all dimensions but the last, at least so many of them in
        three years.
        """
        numbers: dict[Thing, int] = {}
        groups = np.array([numbers.setdefault(thing[:-1], len(numbers)) for thing in self.things])
        odd = np.zeros(len(numbers), dtype=bool)
        for at in range(len(self.years) - 2):
            three = self.values[:, at : at + 3]
            there = ~np.isnan(three).any(axis=1)
            own = groups[there]
            before, ties_before = _ranks_in_groups(own, three[there, 1])
            after, ties_after = _ranks_in_groups(own, three[there, 2])
            size = np.bincount(own, minlength=len(numbers)).astype(float)
            squares = np.bincount(own, (before - after) ** 2, minlength=len(numbers))
            tied = np.bincount(own, ties_before | ties_after, minlength=len(numbers)) > 0
            with np.errstate(invalid="ignore", divide="ignore"):
                rho = 1 - 6 * squares / (size * (size**2 - 1))
            odd |= (size >= least) & (tied | (rho <= scrambled + SLACK))
        return np.asarray(odd[groups], dtype=bool)

    def expected_equal(self, pair: Pair, least: float) -> tuple[float, int]:
        """How many counts, of those that reach `least`, would stay the same by chance; of how many.

        See `carried_values`.
        """
        at = self.pairs.index(pair)
        old, new = self.values[:, at], self.values[:, at + 1]
        told = old[(old >= least) & (new >= least)]
        return fsum((1 / (2 * np.sqrt(pi * told))).tolist()), len(told)


def matrix_of(
    things: Sequence[Thing], years: Iterable[int], values: Sequence[Value], counts: Iterable[bool]
) -> Matrix | None:
    """The matrix of numbers that stand in rows, of which some do not count; the last one of a cell.

    None where numbers are too large, or too few for a matrix.
    """
    numbers = np.array(values, dtype=np.float64)
    rows = np.flatnonzero(~np.isnan(numbers))
    if not len(rows) or np.abs(numbers[rows]).max() >= EXACT:
        return None
    row_years = np.fromiter(years, dtype=np.int64, count=len(values))
    held, first, columns = np.unique(row_years[rows], return_index=True, return_inverse=True)
    position: dict[Thing, int] = {}
    lines = np.fromiter(
        (position.setdefault(thing, len(position)) for thing in things),
        dtype=np.int64,
        count=len(values),
    )
    if len(position) * len(held) > MOST_HOLES * len(values):
        return None
    matrix = np.full((len(position), len(held)), np.nan)
    usable = np.fromiter(counts, dtype=bool, count=len(values))
    matrix[lines[rows], columns] = np.where(usable[rows], numbers[rows], np.nan)
    kept = ~np.isnan(matrix).all(axis=0)
    order = np.argsort(first)
    as_they_come = tuple(held[order][kept[order]].tolist())
    return Matrix(tuple(position), tuple(held[kept].tolist()), as_they_come, matrix[:, kept])


def _any(found: Suspected) -> Suspected:
    """Whether anything is found in the line of a thing."""
    return np.asarray(found.any(axis=1), dtype=bool)


def _breaks_off(old: Numbers, new: Numbers, factor: float) -> Suspected:
    """`breaks_off` for many."""
    with np.errstate(invalid="ignore", divide="ignore"):
        change = new / old
    return (old > 0) & (new > 0) & ~((1 / factor < change) & (change < factor))


def _beyond_chance(old: Numbers, new: Numbers, counts: bool) -> Suspected:
    """`beyond_chance` for many."""
    if not counts:
        return np.maximum(old, new) >= LEAST_VALUE
    return np.abs(new - old) >= CHANCE * np.sqrt(np.abs(new + old))


def _ranks_in_groups(groups: NDArray[np.int64], values: Numbers) -> tuple[Numbers, Suspected]:
    """The place of each value among those of its group, and whether the one below is the same."""
    order = np.lexsort((values, groups))
    sorted_groups, sorted_values = groups[order], values[order]
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = sorted_groups[1:] != sorted_groups[:-1]
    starts = np.maximum.accumulate(np.where(begins, np.arange(len(order)), 0))
    same = np.zeros(len(order), dtype=bool)
    same[1:] = ~begins[1:] & (sorted_values[1:] == sorted_values[:-1])
    ranks, ties = np.empty(len(order)), np.empty(len(order), dtype=bool)
    ranks[order] = np.arange(len(order)) - starts
    ties[order] = same
    return ranks, ties
