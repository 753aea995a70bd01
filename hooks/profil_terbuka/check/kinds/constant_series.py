"""Suspicion about things whose value never changes over many years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.findings import Code, Finding, Severity
from ...model.messages import message
from ..copies import beyond_coincidence
from ..kind import PanelCheck
from ..panel import Panel, Point, Thing
from ..units import stands_still

CODE = Code("deret-tetap", Severity.SUSPICION, answerable=True, area="check")
LEAST_CONSTANT = 4


def constant_series(panel: Panel) -> Iterator[Finding]:
    """A thing whose value never changes, told at its last year."""
    for thing, points in _series(panel.few(lambda matrix: matrix.unchanging())).items():
        value, unit = points[0].value, panel.unit(thing)
        if _is_constant(points) and beyond_coincidence(value, unit) and not stands_still(unit):
            said = message(
                "check.series-constant", thing=panel.named(thing), value=value, years=len(points)
            )
            yield Finding(CODE, panel.place(points[-1]), said)


def _series(panel: Panel) -> dict[Thing, list[Point]]:
    """The values of each thing, year by year."""
    series: dict[Thing, list[Point]] = {}
    for year in panel.years:
        for thing, point in panel.points[year].items():
            series.setdefault(thing, []).append(point)
    return series


def _is_constant(points: Sequence[Point]) -> bool:
    """Whether so many values are all the same.

    >>> _is_constant([Point(row, 12, True) for row in range(4)])
    True
    >>> _is_constant([Point(row, 12, True) for row in range(3)])
    False
    """
    return len(points) >= LEAST_CONSTANT and {point.value for point in points} == {points[0].value}


CHECK = PanelCheck((CODE,), constant_series)
