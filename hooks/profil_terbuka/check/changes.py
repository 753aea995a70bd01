"""How much numbers change from year to year: what is usual, beyond chance, or out of line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from statistics import median
from typing import NamedTuple

from ..model import JumpBound, breaks_off
from .panel import Pair, Panel, Point, Thing
from .units import counts_things

FACTOR = 3.0
"""A change beyond this factor is a jump, unless the descriptor declares another bound."""
LEAST_OWN = 1.5
"""Whatever all others do: what itself changes by less than this factor does not jump."""
LEAST_VALUE = 30
"""Smaller amounts and shares jump by chance."""
CHANCE = 2.6
"""Counts differ by more than so many times the root of their sum in 1 of 100 cases by chance."""

Step = tuple[Thing, Point, Point]
"""A thing with its value in one year and in the next."""
Bound = tuple[float, float]
"""A change that is expected, and the factor beyond it that is bearable."""


class YearChange(NamedTuple):
    """How things change from one year to the next: the median factor, and how many are in both."""

    factor: float
    things: int


def year_changes(panel: Panel) -> Mapping[Pair, YearChange]:
    """The same for each two years of a panel."""
    if panel.matrix is not None:
        return panel.matrix.changes()
    found: dict[Pair, YearChange] = {}
    for pair in panel.changes():
        steps = list(panel.shared(*pair))
        found[pair] = YearChange(usual_change(steps), len(steps))
    return found


def jump_bound(panel: Panel) -> float:
    """The declared bound for jumps of a measure (`lonjakan`), or the general one."""
    for rule in panel.dataset.rules:
        own = (panel.table.name, panel.measure.name)
        if isinstance(rule, JumpBound) and (rule.table, rule.measure) == own:
            return rule.factor
    return FACTOR


def usual_change(steps: Sequence[Step]) -> float:
    """The median factor by which things change from one year to the next; 1 where none can.

    >>> def values(old, new): return (), Point(2, old, True), Point(3, new, True)
    >>> usual_change([values(10, 12), values(100, 110), values(50, 500), values(0, 9)])
    1.2
    """
    changes = [float(new.value / old.value) for _, old, new in steps if old.value > 0 < new.value]
    return median(changes) if changes else 1.0


def leaves_others(panel: Panel, step: Step, usual: float, factor: float) -> bool:
    """Whether a thing changes beyond what the others do, by more than `factor`."""
    return exceeds(panel, step, (usual, factor), (1.0, LEAST_OWN))


def exceeds(panel: Panel, step: Step, *bounds: Bound) -> bool:
    """Whether a change exceeds each of the bounds, and chance as well."""
    thing, old, new = step
    for expected, factor in bounds:
        if not breaks_off(float(old.value) * expected, float(new.value), factor):
            return False
    return beyond_chance(panel.unit(thing), old, new)


def beyond_chance(unit: str, old: Point, new: Point) -> bool:
    """Whether two numbers are large enough, for what they count, not to differ by chance.

    40 persons and 60 may be chance (2.6 x the root of 100 is 26), 40 and 80 hardly:

    >>> beyond_chance("orang", Point(2, 40, True), Point(3, 60, True))
    False
    >>> beyond_chance("orang", Point(2, 40, True), Point(3, 80, True))
    True
    >>> beyond_chance("persen", Point(2, 12, True), Point(3, 4, True))
    False
    """
    if not counts_things(unit):
        return max(old.value, new.value) >= LEAST_VALUE
    return abs(float(new.value - old.value)) >= CHANCE * sqrt(abs(float(new.value + old.value)))
