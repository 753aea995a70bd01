"""Years of one table or of two that are equal beyond chance: what copies are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from .panel import Number, Panel, Thing
from .units import is_share, stands_still

if TYPE_CHECKING:
    from .matrix import Matrix, Suspected

LEAST_VALUE = 10
"""Smaller counts are equal by chance."""
LEAST_DIGITS = 3
WHOLE_SHARE = 100
"""Shares of fewer digits, and those of everybody, are equal by chance."""
LEAST_SAME = 3
LEAST_SAME_ACROSS = 5
SHARE_SAME = 0.5
CROWD = 50
"""A (thing, value) pair in more columns than this says nothing, and would cost quadratic time."""

PanelYear = tuple[int, int]
"""A panel's position, and a year of it."""


@dataclass(frozen=True, slots=True)
class ColumnCopy:
    """Two columns and how many of the `size` values of the smaller one are equal."""

    one: PanelYear
    other: PanelYear
    count: int
    size: int


def beyond_coincidence(value: Number, unit: str) -> bool:
    """Whether a number is large or precise enough not to be equal to another by chance.

    >>> from decimal import Decimal
    >>> [beyond_coincidence(value, "orang") for value in (9, 10)]
    [False, True]
    >>> [beyond_coincidence(Decimal(value), "persen") for value in ("7.5", "7.53", "100")]
    [False, True, False]
    """
    if is_share(unit):
        return value != WHOLE_SHARE and len(str(value).replace(".", "").strip("-0")) >= LEAST_DIGITS
    return value >= LEAST_VALUE


def copied_years(panel: Panel) -> frozenset[tuple[int, int]]:
    """Pairs of years of one table of which the second is a copy of the first."""
    return frozenset((copy.one[1], copy.other[1]) for copy in column_copies((panel,)))


def column_copies(panels: Sequence[Panel]) -> Iterator[ColumnCopy]:
    """Each two years, of one panel or of two, of which half of the values are the same.

    >>> from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
    >>> from profil_terbuka.check.panel import number_panels
    >>> rows = [(2023, "Utara", 41), (2023, "Timur", 50), (2023, "Barat", 60), (2023, "Kota", 9)]
    >>> rows += [(2024, name, value) for _, name, value in rows]
    >>> table = invented_table("tahun, kecamatan, jumlah (orang)", *rows)
    >>> panels = number_panels(invented_catalog(invented_dataset(table)))
    >>> list(column_copies(panels))  # 9 may be the same by chance
    [ColumnCopy(one=(0, 2023), other=(0, 2024), count=3, size=4)]
    """
    sizes: dict[PanelYear, int] = {}
    holders: dict[tuple[Thing, Number], list[PanelYear]] = {}
    in_short = _things_of_short(panels)
    for position, everything in enumerate(panels):
        panel = everything.few(partial(_may_recur, panels=panels, in_short=in_short))
        for year, column in panel.points.items():
            sizes[position, year] = _filled(everything, year)
            for thing, point in column.items():
                if beyond_coincidence(point.value, panel.unit(thing)):
                    holders.setdefault((thing, point.value), []).append((position, year))
    yield from _copies(panels, holders, sizes)


def _things_of_short(panels: Sequence[Panel]) -> frozenset[Thing]:
    """The things of panels that are not glanced at, where others are."""
    if all(panel.matrix is None for panel in panels):
        return frozenset()
    return frozenset().union(*(panel.things for panel in panels if panel.matrix is None))


def _may_recur(matrix: Matrix, panels: Sequence[Panel], in_short: frozenset[Thing]) -> Suspected:
    """Things with the same value in two years, or perhaps in another panel."""
    suspected = matrix.recurring(LEAST_VALUE)
    for other in panels:
        if other.matrix is not None and other.matrix is not matrix:
            suspected |= matrix.meeting(other.matrix, LEAST_VALUE)
    for at, thing in enumerate(matrix.things if in_short else ()):
        suspected[at] |= thing in in_short
    return suspected


def _filled(panel: Panel, year: int) -> int:
    """How many values of a year are not 0."""
    if panel.matrix is not None:
        return panel.matrix.filled(year)
    return sum(point.value != 0 for point in panel.points[year].values())


def _copies(
    panels: Sequence[Panel],
    holders: Mapping[tuple[Thing, Number], Sequence[PanelYear]],
    sizes: Mapping[PanelYear, int],
) -> Iterator[ColumnCopy]:
    same: Counter[tuple[PanelYear, PanelYear]] = Counter()
    for columns in holders.values():
        if len(columns) <= CROWD:
            same.update(combinations(sorted(columns), 2))
    for (one, other), count in sorted(same.items()):
        size = min(sizes[one], sizes[other])
        within = one[0] == other[0]
        if within and all(stands_still(unit) for unit in panels[one[0]].units):
            continue
        least = LEAST_SAME if within else LEAST_SAME_ACROSS
        if count >= least and count >= SHARE_SAME * size:
            yield ColumnCopy(one, other, count, size)
