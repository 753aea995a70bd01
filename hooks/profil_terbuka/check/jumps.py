"""Suspicions about change over time: jumps, ends of steady series, and falls that rise again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import sqrt
from statistics import median

from ..model import breaks_off, codes
from ..model.findings import Finding, Place
from ..words.numbers import number
from .panel import Number, Panel, Point, Thing
from .units import is_count, is_share

FACTOR = 3.0
"""A change beyond this factor is a jump, unless the descriptor declares another bound."""
LEAST_OWN = 1.5
"""Whatever all others do: what itself changes by less than this factor does not jump."""
LEAST_VALUE = 30
"""Smaller amounts and shares jump by chance."""
CHANCE = 2.6
"""Counts differ by more than so many times the root of their sum in 1 of 100 cases by chance."""
LEAST_FROM_NOTHING = 20
"""So many where there was nothing, or nothing where there were so many."""
LEAST_STEADY = 3
STEADY = 1.1
"""A series is steady while its values of so many years lie within this factor."""

Step = tuple[Thing, Point, Point]
"""A thing with its value in one year and in the next."""


def jumps(panel: Panel, factor: float = FACTOR, told: Collection[Place] = ()) -> Iterator[Finding]:
    """A whole year, or one thing against the median change of all, beyond `factor`.

    Nothing is said about single values at the places `told`: another finding is about them.
    """
    past: dict[Thing, list[Number]] = {}
    for before, after in panel.changes():
        _remember(past, panel, before)
        whole = _year_jump(panel, before, after, factor)
        if whole:
            # When everything jumps, each single thing does: once is enough.
            yield whole
        steps = list(panel.shared(before, after))
        single = (
            {} if whole else {**_ended(panel, steps, past, factor), **_odd(panel, steps, factor)}
        )
        for step in steps:
            if panel.place(step[2]) in told:
                continue
            if step[0] in single:
                yield _thing_jump(panel, before, after, step, single[step[0]])
            elif _from_or_to_nothing(panel, step):
                yield _nothing(panel, before, after, step)


def usual_change(steps: Sequence[Step]) -> float:
    """The median factor by which things change from one year to the next; 1 where none can."""
    changes = [float(new.value / old.value) for _, old, new in steps if old.value > 0 < new.value]
    return median(changes) if changes else 1.0


def leaves_others(panel: Panel, step: Step, usual: float, factor: float) -> bool:
    """Whether a thing changes beyond what the others do, by more than `factor`."""
    return _breaks(panel, step, (usual, factor), (1.0, LEAST_OWN))


def _odd(panel: Panel, steps: Sequence[Step], factor: float) -> dict[Thing, str]:
    """Things that leave the others behind, or jump while the others hardly follow, and why odd."""
    usual = usual_change(steps)
    return {
        step[0]: ", jauh dari perubahan umumnya"
        for step in steps
        if leaves_others(panel, step, usual, factor)
        or _breaks(panel, step, (1.0, factor), (usual, LEAST_OWN))
    }


def _breaks(panel: Panel, step: Step, *bounds: tuple[float, float]) -> bool:
    """Whether a change exceeds each bound: an expected change, and a factor beyond it."""
    thing, old, new = step
    for expected, factor in bounds:
        if not breaks_off(float(old.value) * expected, float(new.value), factor):
            return False
    return beyond_chance(panel.unit(thing), old, new)


def _ended(
    panel: Panel, steps: Sequence[Step], past: Mapping[Thing, Sequence[Number]], factor: float
) -> dict[Thing, str]:
    """Things that hardly changed for years and suddenly do, while most such things do not."""
    bound = LEAST_OWN if factor <= FACTOR else factor  # a wider bound was declared
    steady = [step for step in steps if _is_steady(past[step[0]])]
    ended = [step for step in steady if _breaks(panel, step, (1.0, bound))]
    rising = sum(_rises(step) for step in ended)
    found: dict[Thing, str] = {}
    for step in ended:
        alike = rising if _rises(step) else len(ended) - rising
        if alike == 1 or 2 * alike < len(steady):
            found[step[0]] = f", padahal {LEAST_STEADY} tahun sebelumnya hampir tetap"
    return found


def _rises(step: Step) -> bool:
    return step[2].value > step[1].value


def _is_steady(values: Sequence[Number]) -> bool:
    return len(values) == LEAST_STEADY and 0 < max(values) <= STEADY * float(min(values))


def beyond_chance(unit: str, old: Point, new: Point) -> bool:
    """Whether two numbers are large enough, for what they count, not to differ by chance."""
    large = max(old.value, new.value) >= LEAST_VALUE
    if not is_count(unit):
        return large
    return abs(float(new.value - old.value)) >= CHANCE * sqrt(abs(float(new.value + old.value)))


def _year_jump(panel: Panel, before: int, after: int, factor: float) -> Finding | None:
    if any(is_share(panel.unit(thing)) for thing in panel.points[after]):
        return None  # shares do not add up
    old, new = panel.total(before), panel.total(after)
    if max(old, new) < LEAST_VALUE or not breaks_off(float(old), float(new), factor):
        return None
    message = (
        f"Jumlah {after} ({number(new)}) {_direction(old, new)} dari {before} ({number(old)})."
    )
    related = (panel.first(before),)
    return Finding(codes.JUMP, panel.first(after), message, related=related)


def _thing_jump(panel: Panel, before: int, after: int, step: Step, why: str) -> Finding:
    thing, old, new = step
    message = (
        f"{panel.names[thing]} {after} ({number(new.value)}) {_direction(old.value, new.value)} "
        f"dari {before} ({number(old.value)}){why}."
    )
    return Finding(codes.JUMP, panel.place(new), message, related=(panel.place(old),))


def _nothing(panel: Panel, before: int, after: int, step: Step) -> Finding:
    thing, old, new = step
    message = (
        f"{panel.names[thing]} {after} ({number(new.value)}), padahal {before} masih "
        f"{number(old.value)}."
    )
    return Finding(codes.JUMP, panel.place(new), message, related=(panel.place(old),))


def _from_or_to_nothing(panel: Panel, step: Step) -> bool:
    thing, old, new = step
    return (
        min(old.value, new.value) == 0
        and max(old.value, new.value) >= LEAST_FROM_NOTHING
        and is_count(panel.unit(thing))
    )


def _remember(past: dict[Thing, list[Number]], panel: Panel, year: int) -> None:
    """Keep the last values of each thing in a row of years."""
    for thing in past.keys() - panel.points[year].keys():
        del past[thing]
    for thing, point in panel.points[year].items():
        past[thing] = [*past.get(thing, []), point.value][-LEAST_STEADY:]


def _direction(old: Number, new: Number) -> str:
    change = round(100 * (float(new) / float(old) - 1))
    return f"naik {number(change)} %" if change > 0 else f"turun {number(-change)} %"
