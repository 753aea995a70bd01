"""Suspicion about amounts of money in different scales."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import codes
from ...model.findings import Finding
from ...model.messages import message
from ..kind import PanelCheck
from ..panel import Panel

_MONEY = re.compile(r"rp\.?|rupiah", re.IGNORECASE)
SMALL_AMOUNT = 100_000
LARGE_AMOUNT = 100_000_000
"""No budget has items of less than the small amount beside those of more than the large one: such
rupiah are thousands or millions of them."""


def amounts_out_of_scale(panel: Panel) -> Iterator[Finding]:
    """Rupiah beside thousands or millions of rupiah in one column."""
    if not any(_MONEY.fullmatch(unit.strip()) for unit in panel.units):
        return
    amounts = [
        point
        for column in panel.points.values()
        for thing, point in column.items()
        if _MONEY.fullmatch(panel.unit(thing).strip()) and point.value > 0
    ]
    small = [point for point in amounts if point.value < SMALL_AMOUNT]
    large = next((point for point in amounts if point.value >= LARGE_AMOUNT), None)
    if small and large:
        said = message(
            "check.amounts-out-of-scale",
            small=small[0].value,
            large=large.value,
            row=str(large.row),
        )
        mend = message("check.mend-amounts", code=codes.UNITS_MIXED.name)
        related = tuple(panel.place(point) for point in small[1:])
        yield Finding(codes.UNITS_MIXED, panel.place(small[0]), said, mend, related)


CHECK = PanelCheck((codes.UNITS_MIXED,), amounts_out_of_scale)
