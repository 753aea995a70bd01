"""Suspicion about totals that stand among the rows they add up."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.aggregation import is_total
from ...model.findings import Code, Finding, Severity
from ...model.messages import message
from ..kind import PanelCheck
from ..panel import Number, Panel, Thing
from ..units import is_share

CODE = Code("total-di-antara-rincian", Severity.SUSPICION, answerable=True, area="check")
LEAST_PARTS = 4
LEAST_TOTAL = 50


def totals_among_parts(panel: Panel) -> Iterator[Finding]:
    """A row that is named like a total, or equals the sum of all others of its year."""
    named_totals = set(_named_totals(panel))
    sizes = {year: _size(panel, year) for year in panel.years}
    if not named_totals:
        panel = panel.few(lambda matrix: matrix.halves())
    for year, column in panel.points.items():
        total = panel.total(year)
        for thing, point in column.items():
            if thing in named_totals:
                said = message("check.total-by-name", thing=panel.named(thing))
            elif _is_sum(panel, thing, point.value, total) and sizes[year] > LEAST_PARTS:
                others = total - point.value
                said = message("check.total-by-sum", thing=panel.named(thing), others=others)
            else:
                continue
            yield Finding(CODE, panel.place(point), said)


def _size(panel: Panel, year: int) -> int:
    return panel.matrix.size(year) if panel.matrix else len(panel.points[year])


def _is_sum(panel: Panel, thing: Thing, value: Number, total: Number) -> bool:
    """Whether a value is that of all others together."""
    return value + value == total and value >= LEAST_TOTAL and not is_share(panel.unit(thing))


def _named_totals(panel: Panel) -> Iterator[Thing]:
    """The things of which one name is that of a total."""
    things = frozenset(panel.things)
    parts = {part for thing in things for part in thing}
    totals = {part for part in parts if is_total(str(part))}
    yield from (thing for thing in things if totals and not totals.isdisjoint(thing))


CHECK = PanelCheck((CODE,), totals_among_parts)
