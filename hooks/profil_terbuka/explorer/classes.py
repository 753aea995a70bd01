"""The shades of an explorer's maps: classes of each period, as the build's own maps have them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..charts.maps.classes import bands
from ..model.geo import Boundaries
from .figures import At, ExplorerFigures, ExplorerFrame
from .members import WHOLE

_MOSTLY = 0.8
"""So much of a level must have a shape, or the map would be mostly holes."""


def mapped_levels(frame: ExplorerFrame, axis: int, known: Boundaries | None) -> tuple[bool, ...]:
    """For each level of an axis, the whole first: whether its areas can be drawn.

    >>> from ..model.invented import invented_table
    >>> from .cube import frame_of
    >>> frame = frame_of(invented_table("desa, jumlah (orang)", ("A", 3), ("B", 4)), "")
    >>> mapped_levels(frame, 0, None)
    (False, False)
    """
    shapes = {area.code for area in known.areas} if known else set()
    along = frame.axes[axis]
    found = [False]
    for level in range(1, along.finest + 1):
        codes = [m.code for m in along.members if m.level == level and m.code]
        there = sum(code in shapes for code in codes)
        found.append(len(codes) > 1 and there >= _MOSTLY * len(codes))
    return tuple(found)


def classes(
    frame: ExplorerFrame, figures: ExplorerFigures, axis: int, level: int
) -> Mapping[At, tuple[tuple[int | float, str], ...]]:
    """By place of the whole: the lowest value of each class, and what its legend says."""
    values: dict[At, list[int | float]] = {}
    for at, figure in figures.known.items():
        if frame.axes[axis].members[at[axis]].level == level and figure.value is not None:
            whole = (*at[:axis], WHOLE, *at[axis + 1 :])
            plain = int(figure.value) if figure.value == int(figure.value) else float(figure.value)
            values.setdefault(whole, []).append(plain)
    return {at: _pairs(found) for at, found in values.items()}


def _pairs(values: Collection[int | float]) -> tuple[tuple[int | float, str], ...]:
    return tuple((band.low, band.text) for band in bands(list(values)))
