"""Suspicions that single values were copied or carried over from the year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import pi, sqrt
from typing import NamedTuple

from .. import codes
from ..findings import Finding
from ..wording import enumeration, number
from .copies import LEAST_SAME, LEAST_VALUE, copied_years
from .panel import Number, Panel, Point, Thing
from .units import counts_people, is_share

SIGNIFICANT_DIGITS = 6
"""So many digits before the trailing zeros are not equal by chance."""
LEAST_CONSTANT = 4
LEAST_CARRIED = 100
"""Two counts of so many people are equal in fewer than 3 of 100 cases."""
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
    series: dict[Thing, list[Point]] = {}
    for year in panel.years:
        for thing, point in panel.points[year].items():
            series.setdefault(thing, []).append(point)
    for thing, points in series.items():
        values = {point.value for point in points}
        if len(points) >= LEAST_CONSTANT and len(values) == 1 and values != {0}:
            message = (
                f"{panel.names[thing]} tetap {number(points[0].value)} selama {len(points)} tahun."
            )
            yield Finding(codes.SERIES_CONSTANT, panel.place(points[-1]), message)


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
    copied = copied_years(panel)
    since: dict[Thing, int] = {}
    constant = {finding.place for finding in constant_series(panel)}
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
            if _is_rare(panel, item, after) and panel.place(item.new) not in constant:
                yield _single(panel, item, after)


def _counts(panel: Panel, pair: tuple[Thing, Point, Point]) -> bool:
    thing, old, new = pair
    return counts_people(panel.unit(thing)) and min(old.value, new.value) >= LEAST_VALUE


def _same(pair: tuple[Thing, Point, Point]) -> bool:
    return pair[1].value == pair[2].value


def _expected(pairs: Sequence[tuple[Thing, Point, Point]]) -> float:
    """How many counts would be equal by chance: two Poisson counts of mean m are 1 in 2√(πm)."""
    return sum(1 / (2 * sqrt(pi * float(old.value))) for _, old, _ in pairs)


def _is_rare(panel: Panel, item: _Equal, year: int) -> bool:
    run = panel.years.index(year) - panel.years.index(item.since) + 1
    return item.new.value >= LEAST_CARRIED or (run >= LEAST_RUN and item.new.value >= LEAST_RUNNING)


def _several(panel: Panel, before: int, after: int, equal: Sequence[_Equal], of: int) -> Finding:
    told = [f"{panel.names[item.thing]} ({number(item.new.value)})" for item in equal[:SHOWN]]
    if len(equal) > SHOWN:
        told.append(f"{len(equal) - SHOWN} lainnya")
    message = (
        f"{len(equal)} dari {of} nilai {after} persis sama dengan {before}: {enumeration(told)}."
    )
    related = tuple(panel.place(item.new) for item in equal[1:])
    return Finding(codes.VALUE_CARRIED, panel.place(equal[0].new), message, related=related)


def _single(panel: Panel, item: _Equal, year: int) -> Finding:
    message = (
        f"{panel.names[item.thing]} {year} ({number(item.new.value)}) persis sama dengan tahun "
        f"sebelumnya (baris {item.old.row}), sejak {item.since}; mungkin angka lama terbawa."
    )
    related = (panel.place(item.old),)
    return Finding(codes.VALUE_CARRIED, panel.place(item.new), message, related=related)
