"""Suspicion about one thing that falls and rises again, or rises and falls, within three years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import log

from ...model import breaks_off
from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import message
from ..changes import (
    FACTOR,
    LEAST_OWN,
    Step,
    beyond_chance,
    jump_bound,
    leaves_others,
    year_changes,
)
from ..kind import PanelCheck
from ..panel import Panel, Point, Thing

CODE = Code("naik-turun", Severity.SUSPICION, answerable=True, area="check")
SWING = 4.0
"""There and back together, beyond what the others do, by more than this factor."""
LEAST_OTHERS = 4
"""With fewer things in the table no change is usual."""

Leg = tuple[Step, float]
"""A change, and the usual factor of change between its years."""


@dataclass(frozen=True, slots=True)
class Swing:
    """A thing in three years, of which the middle one is out of line."""

    panel: Panel
    thing: Thing
    years: tuple[int, int, int]
    points: tuple[Point, Point, Point]

    @property
    def places(self) -> tuple[Place, Place, Place]:
        """Where its three values stand."""
        first, middle, last = self.points
        return self.panel.place(first), self.panel.place(middle), self.panel.place(last)


def swings(everything: Panel) -> Iterator[Finding]:
    """A value out of line with the year before and the year after, against what the others do."""
    for swing in swinging(everything.usable, jump_bound(everything)):
        first, middle, last = swing.places
        values = tuple(
            message("check.value-of-year", value=point.value, year=str(year))
            for year, point in zip(swing.years, swing.points, strict=True)
        )
        said = message(
            "check.thing-swings",
            thing=swing.panel.named(swing.thing),
            values=values,
            year=str(swing.years[1]),
        )
        yield Finding(CODE, middle, said, related=(first, last))


def swinging(panel: Panel, factor: float) -> Iterator[Swing]:
    """Every swing beyond the bound for jumps.

    Where one of its two steps alone leaves the others behind, it is a jump, and told as one.
    """
    usual = {
        pair: change.factor if change.things >= LEAST_OTHERS else 1.0
        for pair, change in year_changes(panel).items()
    }
    panel = panel.few(lambda matrix: matrix.turning(usual, LEAST_OWN, SWING * factor / FACTOR))
    told: set[Place] = set()
    for first, second in pairwise(panel.changes()):
        years = (*first, second[1])
        if _year_swings(panel, years, factor):
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
                yield Swing(panel, thing, years, (start, middle, last))


def _year_swings(panel: Panel, years: tuple[int, int, int], factor: float) -> bool:
    """Whether the whole middle year is out of line: that is told of the year."""
    before, during, after = (float(panel.total(year)) for year in years)
    there, back = breaks_off(before, during, factor), breaks_off(during, after, factor)
    return there and back and (during > before) == (during > after)


def _turns(panel: Panel, factor: float, *legs: Leg) -> bool:
    """Whether the second change takes back the first, both together by more than a factor."""
    away, home = (log(float(new.value / old.value) / usual) for (_, old, new), usual in legs)
    if away * home >= 0 or min(abs(away), abs(home)) < log(LEAST_OWN):
        return False
    sure = all(beyond_chance(panel.unit(thing), old, new) for (thing, old, new), _ in legs)
    return sure and abs(away) + abs(home) >= log(SWING * factor / FACTOR)


CHECK = PanelCheck((CODE,), swings)
