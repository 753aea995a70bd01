"""Suspicions that single values were copied or carried over from the year before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import pi, sqrt
from statistics import median
from typing import NamedTuple

from ..model import codes
from ..model.findings import Finding
from ..words.numbers import enumeration, number
from .copies import LEAST_SAME, LEAST_VALUE, copied_years, telling
from .panel import Number, Panel, Point, Thing
from .units import counts_people, is_share, stands_still

SIGNIFICANT_DIGITS = 6
"""So many digits before the trailing zeros are not equal by chance."""
LEAST_CONSTANT = 4
LEAST_CARRIED = 100
LEAST_MOVE = 30
"""Where a count of so many people moves by so many in other years, one that does not is rare."""
LEAST_RUN = 3
LEAST_RUNNING = 20
"""Three equal counts in a row of so many people are as rare as two equal ones of hundreds."""
BEYOND_CHANCE = 4.0
"""Several equal counts are suspicious together when there are so many times more than expected."""
SHOWN = 4
"""So many names are told in a message."""


def copied_values(panel: Panel) -> Iterator[Finding]:
    """One long number that stands at two places of a measure."""
    seen: dict[Number, Point] = {}
    for column in panel.points.values():
        for thing, point in column.items():
            digits = str(point.value).rstrip("0").replace(".", "")
            if len(digits) < SIGNIFICANT_DIGITS or is_share(panel.unit(thing)):
                continue
            first = seen.setdefault(point.value, point)
            if first is not point:
                message = f"{number(point.value)} juga ada di baris {first.row}."
                related = (panel.place(first),)
                yield Finding(codes.VALUE_COPIED, panel.place(point), message, related=related)


def constant_series(panel: Panel) -> Iterator[Finding]:
    """A thing whose value never changes over many years."""
    for thing, points in _constant(panel).items():
        message = (
            f"{panel.names[thing]} tetap {number(points[0].value)} selama {len(points)} tahun."
        )
        yield Finding(codes.SERIES_CONSTANT, panel.place(points[-1]), message)


def _constant(panel: Panel) -> dict[Thing, list[Point]]:
    series: dict[Thing, list[Point]] = {}
    for year in panel.years:
        for thing, point in panel.points[year].items():
            series.setdefault(thing, []).append(point)
    return {
        thing: points
        for thing, points in series.items()
        if len(points) >= LEAST_CONSTANT and {point.value for point in points} == {points[0].value}
        if telling(points[0].value, panel.unit(thing)) and not stands_still(panel.unit(thing))
    }


class _Equal(NamedTuple):
    """A thing that has the same value as in the year before, since `since`."""

    thing: Thing
    old: Point
    new: Point
    since: int


def carried_values(panel: Panel) -> Iterator[Finding]:
    """Numbers of people that stay the same to the last one while the others change.

    A year that is a copy of another is told once, as such, and so is a series without any change.
    """
    if not any(counts_people(unit) for unit in panel.units):
        return
    copied = copied_years(panel)
    since: dict[Thing, int] = {}
    moves = _moves(panel)
    for before, after in panel.changes():
        pairs = [pair for pair in panel.shared(before, after) if _counts(panel, pair)]
        equal = [_Equal(*pair, since.get(pair[0], before)) for pair in pairs if _same(pair)]
        since = {item.thing: item.since for item in equal}
        if (before, after) in copied:
            continue
        if len(equal) >= LEAST_SAME and len(equal) >= BEYOND_CHANCE * _expected(pairs):
            yield _several(panel, before, after, equal, len(pairs))
            continue
        for item in equal:
            if _is_rare(panel, item, after, moves):
                yield _single(panel, item, before, after)


def _counts(panel: Panel, pair: tuple[Thing, Point, Point]) -> bool:
    thing, old, new = pair
    return counts_people(panel.unit(thing)) and min(old.value, new.value) >= LEAST_VALUE


def _same(pair: tuple[Thing, Point, Point]) -> bool:
    return pair[1].value == pair[2].value


def _expected(pairs: Sequence[tuple[Thing, Point, Point]]) -> float:
    """How many counts would be equal by chance: two Poisson counts of mean m are 1 in 2√(πm)."""
    return sum(1 / (2 * sqrt(pi * float(old.value))) for _, old, _ in pairs)


def _moves(panel: Panel) -> Mapping[Thing, float]:
    """By how many each thing usually changes, in the years in which it does."""
    changes: dict[Thing, list[float]] = {}
    for before, after in panel.changes():
        for thing, old, new in panel.shared(before, after):
            if old.value != new.value:
                changes.setdefault(thing, []).append(abs(float(new.value - old.value)))
    return {thing: median(sizes) for thing, sizes in changes.items()}


def _is_rare(panel: Panel, item: _Equal, year: int, moves: Mapping[Thing, float]) -> bool:
    """Whether a large count that moves in other years stands still, or a smaller one for years."""
    if item.thing not in moves:
        return False  # it never changes: that is told of the series
    run = panel.years.index(year) - panel.years.index(item.since) + 1
    large = item.new.value >= LEAST_CARRIED and moves[item.thing] >= LEAST_MOVE
    return large or (run >= LEAST_RUN and item.new.value >= LEAST_RUNNING)


def _several(panel: Panel, before: int, after: int, equal: Sequence[_Equal], of: int) -> Finding:
    told = [f"{panel.names[item.thing]} ({number(item.new.value)})" for item in equal[:SHOWN]]
    if len(equal) > SHOWN:
        told.append(f"{len(equal) - SHOWN} lainnya")
    message = (
        f"{len(equal)} dari {of} nilai {after} persis sama dengan {before}: {enumeration(told)}."
    )
    related = tuple(panel.place(item.new) for item in equal[1:])
    return Finding(codes.VALUE_CARRIED, panel.place(equal[0].new), message, related=related)


def _single(panel: Panel, item: _Equal, before: int, year: int) -> Finding:
    since = f", sama sejak {item.since}" if item.since != before else ""
    message = (
        f"{panel.names[item.thing]} {year} ({number(item.new.value)}) persis sama dengan tahun "
        f"sebelumnya (baris {item.old.row}{since}); mungkin angka lama terbawa."
    )
    related = (panel.place(item.old),)
    return Finding(codes.VALUE_CARRIED, panel.place(item.new), message, related=related)
