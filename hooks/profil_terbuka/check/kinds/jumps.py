"""Suspicions about change over time: jumps, ends of steady series, from nothing and to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ...model import breaks_off, codes
from ...model.findings import Finding
from ...model.messages import NOTHING, Message, message
from ..changes import (
    FACTOR,
    LEAST_OWN,
    LEAST_VALUE,
    Bound,
    Step,
    YearChange,
    exceeds,
    jump_bound,
    leaves_others,
    year_changes,
)
from ..kind import PanelCheck
from ..panel import Number, Pair, Panel, Thing
from ..units import counts_things, is_share
from .swings import swinging

if TYPE_CHECKING:
    from ..matrix import Matrix, Suspected

LEAST_FROM_NOTHING = 20
"""So many where there was nothing, or nothing where there were so many."""
LEAST_STEADY = 3
STEADY = 1.1
"""A series is steady while its values of so many years lie within this factor."""

Reasons = Mapping[Thing, Message]
"""Things that jump, and what makes that odd."""


def jumps(everything: Panel) -> Iterator[Finding]:
    """A whole year, or one thing against the median change of all, beyond the bound.

    A value that swings is left out: `swings` tells of it.
    """
    panel, factor = everything.usable, jump_bound(everything)
    usual, steady = year_changes(panel), _steady_things(panel)
    swung = {place for swing in swinging(panel, factor) for place in swing.places}
    panel = panel.few(
        partial(_suspected, usual=usual, unit=panel.measure.unit or "", factor=factor)
    )
    past: dict[Thing, list[Number]] = {}
    for before, after in panel.changes():
        _remember(past, panel, before)
        whole = _year_jump(panel, before, after, factor)
        steps = list(panel.shared(before, after))
        # When everything jumps, each single thing does: once is enough.
        bounds = _Bounds(factor, usual[before, after].factor, steady.get((before, after)))
        reasons = {} if whole else _reasons(panel, steps, past, bounds)
        if whole:
            yield whole
        for step in steps:
            thing, _, new = step
            if panel.place(new) in swung:
                continue
            if thing in reasons:
                yield _thing_jump(panel, (before, after), step, reasons[thing])
            elif _from_or_to_nothing(panel, step):
                yield _nothing(panel, (before, after), step)


class _Bounds(NamedTuple):
    """What changes of two years are held against."""

    factor: float
    usual: float
    steady: int | None
    """How many things were steady until then; None: they are all at hand to be counted."""

    @property
    def of_steady(self) -> float:
        """The factor for what was steady; a wider one may have been declared."""
        return LEAST_OWN if self.factor <= FACTOR else self.factor


def _steady_things(panel: Panel) -> Mapping[Pair, int]:
    return panel.matrix.steady(LEAST_STEADY, STEADY) if panel.matrix else {}


def _suspected(
    matrix: Matrix, usual: Mapping[Pair, YearChange], unit: str, factor: float
) -> Suspected:
    """Things that change as `_odd`, `_ended` or `_from_or_to_nothing` may find odd."""

    def alternatives(usually: float) -> Sequence[Sequence[Bound]]:
        of_steady = _Bounds(factor, usually, None).of_steady
        return (
            ((usually, factor), (1.0, LEAST_OWN)),
            ((1.0, factor), (usually, LEAST_OWN)),
            ((1.0, of_steady),),
        )

    return matrix.jumping(usual, counts_things(unit), alternatives, LEAST_FROM_NOTHING)


def _reasons(
    panel: Panel, steps: Sequence[Step], past: Mapping[Thing, Sequence[Number]], bounds: _Bounds
) -> Reasons:
    return {**_ended(panel, steps, past, bounds), **_odd(panel, steps, bounds)}


def _odd(panel: Panel, steps: Sequence[Step], bounds: _Bounds) -> Reasons:
    """Things that leave the others behind, or jump while the others hardly follow."""
    factor, usual = bounds.factor, bounds.usual
    return {
        step[0]: message("check.jump-unlike-others")
        for step in steps
        if leaves_others(panel, step, usual, factor)
        or exceeds(panel, step, (1.0, factor), (usual, LEAST_OWN))
    }


def _ended(
    panel: Panel, steps: Sequence[Step], past: Mapping[Thing, Sequence[Number]], bounds: _Bounds
) -> Reasons:
    """Things that hardly changed for years and suddenly do, while most such things do not."""
    steady = [step for step in steps if _is_steady(past[step[0]])]
    ended = [step for step in steady if exceeds(panel, step, (1.0, bounds.of_steady))]
    all_steady = len(steady) if bounds.steady is None else bounds.steady
    rising = sum(_rises(step) for step in ended)
    found: dict[Thing, Message] = {}
    for step in ended:
        alike = rising if _rises(step) else len(ended) - rising
        if alike == 1 or 2 * alike < all_steady:
            found[step[0]] = message("check.jump-after-steady", years=LEAST_STEADY)
    return found


def _rises(step: Step) -> bool:
    return step[2].value > step[1].value


def _is_steady(values: Sequence[Number]) -> bool:
    """Whether so many years lie close together.

    >>> _is_steady([100, 104, 109]), _is_steady([100, 104, 111]), _is_steady([100, 104])
    (True, False, False)
    """
    return len(values) == LEAST_STEADY and 0 < max(values) <= STEADY * float(min(values))


def _remember(past: dict[Thing, list[Number]], panel: Panel, year: int) -> None:
    """Keep the last values of each thing in a row of years."""
    for thing in past.keys() - panel.points[year].keys():
        del past[thing]
    for thing, point in panel.points[year].items():
        past[thing] = [*past.get(thing, []), point.value][-LEAST_STEADY:]


def _from_or_to_nothing(panel: Panel, step: Step) -> bool:
    thing, old, new = step
    return (
        min(old.value, new.value) == 0
        and max(old.value, new.value) >= LEAST_FROM_NOTHING
        and counts_things(panel.unit(thing))
    )


def _year_jump(panel: Panel, before: int, after: int, factor: float) -> Finding | None:
    if any(map(is_share, panel.units_of(after))):
        return None  # shares do not add up
    old, new = panel.total(before), panel.total(after)
    if max(old, new) < LEAST_VALUE or not breaks_off(float(old), float(new), factor):
        return None
    said = message(
        "check.year-jumps",
        year=str(after),
        new=new,
        change=_direction(old, new),
        before=str(before),
        old=old,
        most=_most_changed(panel, before, after),
    )
    return Finding(codes.JUMP, panel.first(after), said, related=(panel.first(before),))


def _most_changed(panel: Panel, before: int, after: int) -> Message:
    """Which thing changed most between two years; NOTHING where only one is counted."""
    steps = list((panel.whole or panel).shared(before, after))
    if len(steps) < 2:
        return NOTHING
    thing, old, new = max(steps, key=_distance)
    return message(
        "check.most-changed", thing=panel.named_in_full(thing), new=new.value, old=old.value
    )


def _distance(step: Step) -> float:
    _, old, new = step
    return abs(float(new.value) - float(old.value))


def _thing_jump(panel: Panel, years: tuple[int, int], step: Step, reason: Message) -> Finding:
    thing, old, new = step
    said = message(
        "check.thing-jumps",
        thing=panel.named_in_full(thing),
        year=str(years[1]),
        new=new.value,
        change=_direction(old.value, new.value),
        before=str(years[0]),
        old=old.value,
        reason=reason,
    )
    return Finding(codes.JUMP, panel.place(new), said, related=(panel.place(old),))


def _nothing(panel: Panel, years: tuple[int, int], step: Step) -> Finding:
    thing, old, new = step
    said = message(
        "check.from-or-to-nothing",
        thing=panel.named_in_full(thing),
        year=str(years[1]),
        new=new.value,
        before=str(years[0]),
        old=old.value,
    )
    return Finding(codes.JUMP, panel.place(new), said, related=(panel.place(old),))


def _direction(old: Number, new: Number) -> Message:
    """'naik 150 %', in whole percents."""
    change = round(100 * (float(new) / float(old) - 1))
    if change > 0:
        return message("check.rose", percent=change)
    return message("check.fell", percent=-change)


CHECK = PanelCheck((codes.JUMP,), jumps)
