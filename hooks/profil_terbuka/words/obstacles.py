"""Why rows cannot be added up, in words."""

from __future__ import annotations

from ..model.aggregation import Hindrance, Obstacle
from ..model.messages import NOTHING, Message, message

MOST_SHOWN = 4
"""Values of an open dimension that a sentence names."""


def obstacle_sentence(found: Obstacle) -> Message:
    """'`miskin` (persen) tidak dapat dijumlahkan ...', the dimension and its values; no full stop.

    >>> from .catalogues import text
    >>> found = Obstacle("jumlah", "", "jenis", ("L", "P"), Hindrance.UNITS_DIFFER)
    >>> text(obstacle_sentence(found))
    'satuannya berbeda, padahal `jenis` belum dipilih (`L`, `P`)'
    """
    return message(
        "sums.column-open",
        reason=obstacle_reason(found),
        column=found.column,
        values=found.values[:MOST_SHOWN],
        more=message("sums.and-more") if len(found.values) > MOST_SHOWN else NOTHING,
    )


def obstacle_reason(found: Obstacle) -> Message:
    """What stands in the way."""
    match found.hindrance:
        case Hindrance.UNITS_DIFFER:
            return message("sums.units-differ")
        case Hindrance.NOT_ADDITIVE:
            return message("sums.not-additive", measure=_measure(found))
        case Hindrance.NOT_OVER_TIME:
            return message("sums.not-over-time", measure=_measure(found))
        case Hindrance.OVERLAPPING:
            return message("sums.overlapping", measure=_measure(found), column=found.column)
        case Hindrance.HOLDS_OTHERS:
            return message("sums.holds-others", category=found.category)
        case Hindrance.EQUALS_OTHERS:
            return message("sums.equals-others", category=found.category)
        case Hindrance.PLANNED_AND_DONE:
            return message("sums.planned-and-done", column=found.column)
        case Hindrance.BEFORE_AND_AFTER:
            return message("sums.before-and-after", column=found.column)
        case Hindrance.AREAS_WITHIN_AREAS:
            return message("sums.areas-within-areas", column=found.column)
        case Hindrance.NAMESAKES:
            return message("sums.namesakes", category=found.category)


def _measure(found: Obstacle) -> str:
    return f"`{found.measure}` ({found.unit})" if found.unit else f"`{found.measure}`"
