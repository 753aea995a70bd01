"""What a descriptor asks to see beside the values of years: targets, and what happened in one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ..model import View, YearEvent
from ..model.messages import NOTHING, Message, message
from ..model.products import ChartData

KEYS: Mapping[str, Any] = {name: {"$ref": f"#/$defs/{name}"} for name in ("target", "peristiwa")}
"""Both keys as the descriptor's schema knows them, for kinds that draw one series over years."""
_CIRCLED_ONE = ord("\N{CIRCLED DIGIT ONE}")


def signed(view: View) -> tuple[tuple[str, YearEvent], ...]:
    """Each event with the sign that stands for it in the picture.

    >>> told = (YearEvent("2022", "A"), YearEvent("2024", "B"))
    >>> [sign for sign, _ in signed(View("a", "A", "garis", "data", "tahun", events=told))]
    ['①', '②']
    """
    return tuple((chr(_CIRCLED_ONE + place), event) for place, event in enumerate(view.events))


def misplaced(view: View, years: Collection[str]) -> tuple[Message, Message]:
    """Why targets or events cannot be shown on an axis of these years, and what to do about it."""
    asked = (*(aim.year for aim in view.aims), *(event.year for event in view.events))
    if not asked:
        return NOTHING, NOTHING
    if view.series:
        return message("charts.target-of-several"), message("charts.drop-series-or-target")
    strange = tuple(sorted({year for year in asked if year} - {*years}))
    if strange:
        said = message("charts.target-off-axis", years=strange, axis=view.axis)
        return said, message("charts.mend-target", first=min(years), last=max(years))
    return NOTHING, NOTHING


def target_remarks(data: ChartData) -> Iterator[Message]:
    """What the dashed lines and the signs of a picture mean."""
    aims = tuple(
        message(
            "charts.target",
            value=item.value,
            unit=message("charts.point-unit", unit=data.unit) if data.unit else NOTHING,
            year=message("charts.in-year", year=item.year) if item.year else NOTHING,
            source=item.source.rstrip("."),
        )
        for item in data.view.aims
    )
    if aims:
        yield message("charts.targets", targets=aims)
    for sign, event in signed(data.view):
        yield message("charts.event", sign=sign, year=event.year, what=event.what.rstrip("."))
