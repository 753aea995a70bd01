"""Suspicion that values were dealt to the wrong rows: ranks that lose their order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from statistics import correlation

from ...model.findings import Code, Finding, Severity
from ...model.messages import NOTHING, message
from ..changes import beyond_chance
from ..kind import PanelCheck
from ..panel import Number, Panel, Point, Thing

CODE = Code("urutan-teracak", Severity.SUSPICION, answerable=True, area="check")
LEAST_RANKED = 4
ORDERED = 0.7
SCRAMBLED = 0.5
"""Spearman's rho: a group that kept its order before and does not now."""

Column = Mapping[Thing, Point]
"""The values of one year."""


def scrambled_ranks(everything: Panel) -> Iterator[Finding]:
    """A group that kept its order from year to year and suddenly loses it.

    Values dealt to the wrong rows leave the group's subtotal right, so no sum can find them.
    """
    panel = everything.usable.few(lambda matrix: matrix.unordered(LEAST_RANKED, SCRAMBLED))
    for years in zip(panel.years, panel.years[1:], panel.years[2:], strict=False):
        earlier, before, after = (panel.points[year] for year in years)
        for group, things in panel.groups(years[2]).items():
            shared = [thing for thing in things if thing in earlier and thing in before]
            if len(shared) < LEAST_RANKED:
                continue
            if not all(_has_order(panel, each, shared) for each in (earlier, before, after)):
                continue
            usual, now = _rho(earlier, before, shared), _rho(before, after, shared)
            if usual >= ORDERED and now <= SCRAMBLED:
                said = message(
                    "check.ranks-scrambled",
                    count=len(shared),
                    within=message("check.within", group=panel.named(group)) if group else NOTHING,
                    earlier=str(years[0]),
                    before=str(years[1]),
                    year=str(years[2]),
                    usual=round(usual, 2),
                    now=round(now, 2),
                )
                yield Finding(CODE, panel.place(after[shared[0]]), said)


def _has_order(panel: Panel, column: Column, things: Sequence[Thing]) -> bool:
    """Whether the largest differs from the smallest beyond chance; a handful has no order."""
    points = sorted((column[thing] for thing in things), key=lambda point: point.value)
    return beyond_chance(panel.unit(things[0]), points[0], points[-1])


def _rho(one: Column, other: Column, things: Sequence[Thing]) -> float:
    """Spearman's rank correlation; 1 where a column is constant and has no order to lose.

    >>> def year(*values): return {(at,): Point(at, v, True) for at, v in enumerate(values)}
    >>> things = [(0,), (1,), (2,), (3,)]
    >>> _rho(year(1, 2, 3, 4), year(10, 20, 30, 40), things)
    1.0
    >>> round(_rho(year(1, 2, 3, 4), year(40, 10, 30, 20), things), 1)
    -0.4
    """
    ranks = [_ranks([column[thing].value for thing in things]) for column in (one, other)]
    if any(len(set(each)) == 1 for each in ranks):
        return 1.0
    return correlation(*ranks)


def _ranks(values: Sequence[Number]) -> tuple[float, ...]:
    """The place of each value among all, from 1; those that tie share the mean of their places.

    >>> _ranks([30, 10, 20, 20])
    (4.0, 1.0, 2.5, 2.5)
    """
    ordered = sorted(values)
    return tuple(
        (bisect_left(ordered, each) + 1 + bisect_right(ordered, each)) / 2 for each in values
    )


CHECK = PanelCheck((CODE,), scrambled_ranks)
