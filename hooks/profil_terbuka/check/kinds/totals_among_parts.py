"""Suspicion about totals that stand among the rows they add up."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.aggregation import is_total
from ...model.findings import Code, Finding, Severity
from ...model.messages import message
from ..kind import PanelCheck
from ..panel import Panel, Thing
from ..units import is_share

CODE = Code("total-di-antara-rincian", Severity.SUSPICION, answerable=True, area="check")
LEAST_PARTS = 4
LEAST_TOTAL = 50


def totals_among_parts(panel: Panel) -> Iterator[Finding]:
    """A row that is named like a total, or equals the sum of all others of its year."""
    for year, column in panel.points.items():
        total = panel.total(year)
        for thing, point in column.items():
            place, named = panel.place(point), panel.named(thing)
            others = total - point.value
            adds_up = len(column) > LEAST_PARTS and not is_share(panel.unit(thing))
            if _is_named_total(thing):
                yield Finding(CODE, place, message("check.total-by-name", thing=named))
            elif adds_up and point.value == others >= LEAST_TOTAL:
                said = message("check.total-by-sum", thing=named, others=others)
                yield Finding(CODE, place, said)


def _is_named_total(thing: Thing) -> bool:
    """Whether one of its names is that of a total.

    >>> _is_named_total(("Utara", "Jumlah")), _is_named_total(("Utara", "Lansia"))
    (True, False)
    """
    return any(is_total(str(part)) for part in thing)


CHECK = PanelCheck((CODE,), totals_among_parts)
