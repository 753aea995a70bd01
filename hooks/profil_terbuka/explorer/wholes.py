"""Whether parts of a whole may be told as shares: all of them there, sound, and adding up to it."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import CellStatus
from ..model.aggregation import Hindrance, total
from ..words.amounts import percentage
from .figures import At, ExplorerFigures, ExplorerFrame, Figure

SHARED = "1"
"""Shares may be told; the letters below say why not."""
NOT_ADDITIVE = "o"
NO_WHOLE = "w"
NOT_EQUAL = "s"
TOO_FEW = "f"
BELOW_ZERO = "n"
DOUBTED = "u"

_NO_RANKING = (
    Hindrance.HOLDS_OTHERS,
    Hindrance.EQUALS_OTHERS,
    Hindrance.PLANNED_AND_DONE,
    Hindrance.BEFORE_AND_AFTER,
    Hindrance.AREAS_WITHIN_AREAS,
    Hindrance.UNITS_DIFFER,
)
"""What stands side by side there is nothing of which one would be the largest."""


def sharing(
    frame: ExplorerFrame, figures: ExplorerFigures, axis: int, level: int, unit: str
) -> Mapping[At, str]:
    """For each figure above a level of an axis: may the figures of that level be its shares?

    >>> from ..model.invented import invented_dataset, invented_table
    >>> from .cube import cubes
    >>> rows = [("A", 30, "A"), ("B", 40, "u"), ("C", 30, "A")]
    >>> dataset = invented_dataset(invented_table("jenis, jumlah (orang), status", *rows))
    >>> cube = next(cubes(dataset))
    >>> sharing(cube.frame, cube.figures[0], axis=0, level=1, unit="orang")
    {(0, 0): 'u'}
    """
    along = frame.axes[axis]
    found = {}
    for at, whole in figures.known.items():
        if along.members[at[axis]].level < level:
            places = (
                (*at[:axis], member, *at[axis + 1 :]) for member in along.within(at[axis], level)
            )
            parts = [figures.known.get(place) for place in places]
            barred = figures.obstacles[frame.pattern(at)] is not None
            found[at] = NOT_ADDITIVE if barred else _verdict(whole, parts, unit)
    return found


def _verdict(whole: Figure, parts: list[Figure | None], unit: str) -> str:
    known = [part for part in parts if part is not None]
    for part in known:
        if part.value is None:
            return part.status.value
    if len(known) < len(parts) or not parts:
        return CellStatus.MISSING.value
    if any(part.status.doubted for part in known):
        return DOUBTED
    if whole.value is None or not whole.sure:
        return NO_WHOLE
    values = [part.value for part in known if part.value is not None]
    if min(values) < 0:
        return BELOW_ZERO
    if total(values) != whole.value:
        return NOT_EQUAL
    return SHARED if percentage(0, whole.value, unit) else TOO_FEW


def ranks(figures: ExplorerFigures, frame: ExplorerFrame, axis: int) -> bool:
    """Whether one of the things along an axis can be called the largest of them."""
    pattern = tuple(0 if place == axis else one.finest for place, one in enumerate(frame.axes))
    obstacle = figures.obstacles[pattern]
    return obstacle is None or obstacle.hindrance not in _NO_RANKING
