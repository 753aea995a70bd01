"""Where a series over time must not be read as one development."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model import CellStatus, Dataset, Period, Role, breaks_off
from ..model.continuity import breaks_about, incomparable, period_of, rows_told_to_jump
from .axes import Axis
from .frame import Layout, Point, ViewFrame


@dataclass(frozen=True)
class _Course:
    """Things over time, whichever of the two is the axis of the chart."""

    found: ViewFrame
    time: Axis
    thing: Axis
    times: tuple[tuple[str, Period], ...]
    names: tuple[str, ...]

    def value(self, name: str, when: str) -> int | float | None:
        return self.found.values.get(self.point(name, when))

    def point(self, name: str, when: str) -> Point:
        return (when, name) if self.time is self.found.axis else (name, when)


def breaks(found: ViewFrame, laid: Layout, dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """(thing, period) of each step that is no development, in the order of the chart.

    A declared break, a change of the code that a name stands for, and a jump beyond the usual
    factor which a note or a doubtful status marks. A jump that nothing marks stays a development.
    """
    course = _course(found, laid)
    steps = {*_declared(course, dataset), *_recoded(course)}
    if incomparable(dataset, found.table, found.rows) is None:  # else every step is a jump
        steps.update(_marked_jumps(course, dataset))
    place = {when: number for number, (when, _) in enumerate(course.times)}

    def as_drawn(step: tuple[str, str]) -> tuple[int, int]:
        name, when = step
        return course.names.index(name), place[when]

    return tuple(sorted(steps, key=as_drawn))


def _course(found: ViewFrame, laid: Layout) -> _Course:
    if laid.axis_periods:
        times = tuple(zip(laid.categories, laid.axis_periods, strict=True))
        return _Course(found, found.axis, found.series, times, laid.series)
    times = tuple(zip(laid.series, laid.series_periods, strict=True))
    return _Course(found, found.series, found.axis, times, (*laid.categories, *laid.gathered))


def _declared(course: _Course, dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Steps across a break that the descriptor declares (`putus`)."""
    table = course.found.table
    for rule, rows in breaks_about(dataset, table, course.found.rows):
        since = period_of(rule, table)
        if since is None or rule.time != course.time.column:
            continue
        touched = {course.thing.name(row) for row in rows}
        crossing = [later for (_, a), (later, b) in pairwise(course.times) if a < since <= b]
        yield from ((name, later) for later in crossing for name in course.names if name in touched)


def uneven(found: ViewFrame, laid: Layout) -> tuple[tuple[str, str], ...]:
    """(thing, period) of each step between sums that are made of different things.

    A year of five months, or of a village less, is no less than the year before.

    >>> from profil_terbuka.charts.invented import invented_chart
    >>> rows = ((2023, "A", 3), (2023, "B", 4), (2024, "A", 5))
    >>> invented_chart("tahun, desa, jumlah (orang)", *rows, kind="garis").uneven
    (('', '2024'),)
    """
    if not (laid.axis_periods or laid.series_periods):
        return ()
    course = _course(found, laid)
    steps = []
    for name in course.names:
        for (earlier, _), (later, _) in pairwise(course.times):
            old, new = (found.members(course.point(name, when)) for when in (earlier, later))
            if old and new and old != new:
                steps.append((name, later))
    return tuple(steps)


def _recoded(course: _Course) -> Iterator[tuple[str, str]]:
    """Steps at which the code behind a name changes: another area under the old name."""
    table = course.found.table
    codes_ = [f for f in table.schema.with_role(Role.CODE) if f.labels == course.thing.column]
    if not codes_ or not course.thing.column:
        return
    held: dict[Point, set[str]] = {}
    for row in course.found.rows:
        key = (course.thing.name(row), course.time.name(row))
        held.setdefault(key, set()).add(str(table.value(row, codes_[0].name)))
    for name in course.names:
        known = [(when, held[name, when]) for when, _ in course.times if (name, when) in held]
        for (_, before), (when, after) in pairwise(known):
            if before != after:
                yield name, when


def _marked_jumps(course: _Course, dataset: Dataset) -> Iterator[tuple[str, str]]:
    marked = _marked(course, dataset)
    for name in course.names:
        for (earlier, _), (later, _) in pairwise(course.times):
            old, new = course.value(name, earlier), course.value(name, later)
            if old is None or new is None or not breaks_off(old, new):
                continue
            if {(name, earlier), (name, later)} & marked:
                yield name, later


def _marked(course: _Course, dataset: Dataset) -> set[tuple[str, str]]:
    """(thing, period) of the rows that are doubtful or that a note about a jump names."""
    table, rows = course.found.table, set(course.found.rows)
    doubtful = {row for row in rows if table.status(row) is CellStatus.DOUBTFUL}
    marked = doubtful | (rows_told_to_jump(dataset, table) & rows)
    return {(course.thing.name(row), course.time.name(row)) for row in marked}
