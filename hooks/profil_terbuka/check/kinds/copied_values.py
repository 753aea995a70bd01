"""Suspicion that one long number was copied to another place of a measure."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Code, Finding, Severity
from ...model.messages import message
from ..kind import PanelCheck
from ..panel import Number, Panel, Point
from ..units import is_share

CODE = Code("nilai-kembar", Severity.SUSPICION, answerable=True, area="check")
SIGNIFICANT_DIGITS = 6
"""So many digits before the trailing zeros are not equal by chance."""


LEAST_LONG = 10 ** (SIGNIFICANT_DIGITS - 2)
"""No smaller number has so many, a minus sign included."""


def copied_values(panel: Panel) -> Iterator[Finding]:
    """One long number that stands at two places of a measure."""
    seen: dict[Number, Point] = {}
    panel = panel.few(lambda matrix: matrix.reaching(LEAST_LONG))
    for column in panel.points.values():
        for thing, point in column.items():
            if _digits(point.value) < SIGNIFICANT_DIGITS or is_share(panel.unit(thing)):
                continue
            first = seen.setdefault(point.value, point)
            if first is not point:
                said = message("check.value-copied", value=point.value, row=str(first.row))
                yield Finding(CODE, panel.place(point), said, related=(panel.place(first),))


def _digits(value: Number) -> int:
    """How many digits a number has before its trailing zeros.

    >>> _digits(1_234_500), _digits(1_200_000)
    (5, 2)
    """
    return len(str(value).rstrip("0").replace(".", ""))


CHECK = PanelCheck((CODE,), copied_values)
