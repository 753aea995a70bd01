"""Suspicion about one thing that falls and rises again, or rises and falls, within three years."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import log

from ..model import breaks_off, codes
from ..model.findings import Finding, Place
from ..words.numbers import number
from .jumps import FACTOR, LEAST_OWN, Step, beyond_chance, leaves_others, usual_change
from .panel import Panel, Point, Thing

SWING = 4.0
"""There and back together, beyond what the others do, by more than this factor."""
LEAST_OTHERS = 4
"""With fewer things in the table no change is usual."""

Leg = tuple[Step, float]
"""A change, and the usual factor of change between its years."""


def swings(panel: Panel, factor: float = FACTOR) -> Iterator[Finding]:
    """A value out of line with the year before and the year after, against what the others do.

    Where one of the two steps alone leaves the others behind, it is a jump, and told as one.
    """
    usual = {pair: _usual(panel, *pair) for pair in panel.changes()}
    told: set[Place] = set()
    for first, second in pairwise(panel.changes()):
        if _year_swings(panel, *first, second[1], factor):
            continue
        for thing, middle, last in panel.shared(*second):
            start = panel.points[first[0]].get(thing)
            if start is None or min(start.value, middle.value, last.value) <= 0:
                continue
            legs = ((thing, start, middle), usual[first]), ((thing, middle, last), usual[second])
            if panel.place(middle) in told or not _turns(panel, factor, *legs):
                continue
            if not any(leaves_others(panel, *leg, factor) for leg in legs):
                told.add(panel.place(last))
                yield _finding(panel, thing, (*first, second[1]), (start, middle, last))


def _year_swings(panel: Panel, start: int, middle: int, last: int, factor: float) -> bool:
    """Whether the whole middle year is out of line: that is told of the year."""
    before, during, after = (float(panel.total(year)) for year in (start, middle, last))
    there, back = breaks_off(before, during, factor), breaks_off(during, after, factor)
    return there and back and (during > before) == (during > after)


def _usual(panel: Panel, before: int, after: int) -> float:
    steps = list(panel.shared(before, after))
    return usual_change(steps) if len(steps) >= LEAST_OTHERS else 1.0


def _turns(panel: Panel, factor: float, *legs: Leg) -> bool:
    away, home = (log(float(new.value / old.value) / usual) for (_, old, new), usual in legs)
    if away * home >= 0 or min(abs(away), abs(home)) < log(LEAST_OWN):
        return False
    sure = all(beyond_chance(panel.unit(thing), old, new) for (thing, old, new), _ in legs)
    return sure and abs(away) + abs(home) >= log(SWING * factor / FACTOR)


def _finding(
    panel: Panel, thing: Thing, years: tuple[int, int, int], points: tuple[Point, Point, Point]
) -> Finding:
    values = ", ".join(
        f"{number(point.value)} ({year})" for year, point in zip(years, points, strict=True)
    )
    message = (
        f"{panel.names[thing]} {values}: nilai {years[1]} tidak sejalan dengan tahun sebelum dan "
        "sesudahnya."
    )
    related = (panel.place(points[0]), panel.place(points[2]))
    return Finding(codes.SWING, panel.place(points[1]), message, related=related)
