"""Suspicions that numbers were copied: columns, years and values that are equal beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from .. import codes
from ..findings import Finding, Place
from ..wording import number
from .panel import Number, Panel, Point, Thing

LEAST_VALUE = 10
"""Smaller counts are equal by chance."""
LEAST_SAME = 3
LEAST_SAME_ACROSS = 5
SHARE_SAME = 0.5
SIGNIFICANT_DIGITS = 6
"""So many digits before the trailing zeros are not equal by chance."""
LEAST_CONSTANT = 4
CROWD = 50
"""A (thing, value) pair in more columns than this says nothing, and would cost quadratic time."""

Column = tuple[int, int]
"""A panel's position, and a year of it."""


def copied_columns(panels: Sequence[Panel]) -> Iterator[Finding]:
    """Two years of a table, or of two tables, that hold the same values for the same things.

    Within one table this is a suspicion. Across two tables of different subject matter it cannot be
    chance, so it is an error until a note answers it.
    """
    sizes: Counter[Column] = Counter()
    holders: dict[tuple[Thing, Number], list[Column]] = {}
    for position, panel in enumerate(panels):
        for year, column in panel.points.items():
            for thing, point in column.items():
                sizes[position, year] += point.value != 0
                if point.value >= LEAST_VALUE:
                    holders.setdefault((thing, point.value), []).append((position, year))
    same: Counter[tuple[Column, Column]] = Counter()
    for columns in holders.values():
        if len(columns) <= CROWD:
            same.update(combinations(sorted(columns), 2))
    for (one, other), count in sorted(same.items()):
        smaller = min(sizes[one], sizes[other])
        across = one[0] != other[0]
        least = LEAST_SAME_ACROSS if across else LEAST_SAME
        if count >= least and count >= SHARE_SAME * smaller:
            yield _copy(panels, one, other, count, smaller)


def _copy(panels: Sequence[Panel], one: Column, other: Column, count: int, size: int) -> Finding:
    before, after = panels[one[0]], panels[other[0]]
    place, related = _first_same(before, one[1], after, other[1])
    if one[0] == other[0]:
        message = (
            f"Tahun {other[1]} sama dengan tahun {one[1]} pada {count} dari {size} nilai "
            f"(`{after.table.name}`)."
        )
        return Finding(codes.YEAR_COPIED, place, message, related=(related,))
    message = (
        f"{_titled(after, other[1])} sama dengan {_titled(before, one[1])} ({related}) "
        f"pada {count} dari {size} nilai."
    )
    return Finding(codes.TABLE_COPIED, place, message, related=(related,))


def _first_same(before: Panel, year: int, after: Panel, later: int) -> tuple[Place, Place]:
    """Where the first shared value stands in the later and in the earlier column."""
    for thing, point in after.points[later].items():
        twin = before.points[year].get(thing)
        if twin and twin.value == point.value >= LEAST_VALUE:
            return after.place(point), before.place(twin)
    raise ValueError("the columns share no value")


def _titled(panel: Panel, year: int) -> str:
    return f"tabel `{panel.table.name}`" + (f" tahun {year}" if year else "")


def copied_values(panel: Panel) -> Iterator[Finding]:
    """One long number that stands at two places of a measure."""
    seen: dict[Number, Point] = {}
    for column in panel.points.values():
        for point in column.values():
            if len(str(point.value).rstrip("0").replace(".", "")) < SIGNIFICANT_DIGITS:
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
