"""Suspicion that values were carried over from the year before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import fsum, pi, sqrt
from statistics import median
from typing import NamedTuple

from ...model.findings import Code, Finding, Severity
from ...model.messages import NOTHING, message
from ..changes import Step
from ..copies import LEAST_SAME, LEAST_VALUE, copied_years
from ..kind import PanelCheck
from ..panel import Pair, Panel, Point, Thing
from ..units import counts_people

CODE = Code("nilai-terbawa", Severity.SUSPICION, answerable=True, area="check")
LEAST_CARRIED = 100
LEAST_MOVE = 30
"""Where a count of so many people moves by so many in other years, one that does not is rare."""
LEAST_RUN = 3
LEAST_RUNNING = 20
"""Three equal counts in a row of so many people are as rare as two equal ones of hundreds."""
BEYOND_CHANCE = 4.0
"""Several equal counts are suspicious together when there are so many times more than expected."""
MOST_TOLD = 4
"""So many names are told in a message."""


class _Carried(NamedTuple):
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
    everything, panel = panel, panel.few(lambda matrix: matrix.standing(LEAST_VALUE))
    moves = _moves(panel)
    for before, after in panel.changes():
        steps = [step for step in panel.shared(before, after) if _counts_enough(panel, step)]
        same = [_Carried(*step, since.get(step[0], before)) for step in steps if _is_same(step)]
        since = {item.thing: item.since for item in same}
        if (before, after) in copied:
            continue
        expected, compared = 0.0, 0
        if len(same) >= LEAST_SAME:
            expected, compared = _expected_in(everything, (before, after), steps)
        if len(same) >= LEAST_SAME and len(same) >= BEYOND_CHANCE * expected:
            yield _several(panel, (before, after), same, compared)
            continue
        for item in same:
            if _is_rare(panel, item, after, moves):
                yield _single(panel, item, (before, after))


def _counts_enough(panel: Panel, step: Step) -> bool:
    thing, old, new = step
    return counts_people(panel.unit(thing)) and min(old.value, new.value) >= LEAST_VALUE


def _is_same(step: Step) -> bool:
    return step[1].value == step[2].value


def _expected(steps: Sequence[Step]) -> float:
    """How many counts would be equal by chance: two Poisson counts of mean m are 1 in 2√(πm).

    >>> steps = [((), Point(2, 100, True), Point(3, 100, True))] * 10
    >>> round(_expected(steps), 2)
    0.28
    """
    return fsum(1 / (2 * sqrt(pi * float(old.value))) for _, old, _ in steps)


def _expected_in(panel: Panel, years: Pair, steps: Sequence[Step]) -> tuple[float, int]:
    """The same of all things in two years, of which `steps` may be a part; and of how many."""
    if panel.matrix is not None:
        return panel.matrix.expected_equal(years, LEAST_VALUE)
    return _expected(steps), len(steps)


def _moves(panel: Panel) -> Mapping[Thing, float]:
    """By how many each thing usually changes, in the years in which it does."""
    changes: dict[Thing, list[float]] = {}
    for before, after in panel.changes():
        for thing, old, new in panel.shared(before, after):
            if old.value != new.value:
                changes.setdefault(thing, []).append(abs(float(new.value - old.value)))
    return {thing: median(sizes) for thing, sizes in changes.items()}


def _is_rare(panel: Panel, item: _Carried, year: int, moves: Mapping[Thing, float]) -> bool:
    """Whether a large count that moves in other years stands still, or a smaller one for years."""
    if item.thing not in moves:
        return False  # it never changes: that is told of the series
    run = panel.years.index(year) - panel.years.index(item.since) + 1
    large = item.new.value >= LEAST_CARRIED and moves[item.thing] >= LEAST_MOVE
    return large or (run >= LEAST_RUN and item.new.value >= LEAST_RUNNING)


def _several(
    panel: Panel, years: tuple[int, int], same: Sequence[_Carried], compared: int
) -> Finding:
    named = tuple(
        message("check.thing-with-value", thing=panel.named(item.thing), value=item.new.value)
        for item in same[:MOST_TOLD]
    )
    more = len(same) - MOST_TOLD
    said = message(
        "check.values-carried",
        count=len(same),
        compared=compared,
        year=str(years[1]),
        before=str(years[0]),
        things=(*named, message("check.others", count=more)) if more > 0 else named,
    )
    related = tuple(panel.place(item.new) for item in same[1:])
    return Finding(CODE, panel.place(same[0].new), said, related=related)


def _single(panel: Panel, item: _Carried, years: tuple[int, int]) -> Finding:
    longer = item.since != years[0]
    said = message(
        "check.value-carried",
        thing=panel.named(item.thing),
        year=str(years[1]),
        value=item.new.value,
        row=str(item.old.row),
        since=message("check.same-since", year=str(item.since)) if longer else NOTHING,
    )
    return Finding(CODE, panel.place(item.new), said, related=(panel.place(item.old),))


CHECK = PanelCheck((CODE,), carried_values)
