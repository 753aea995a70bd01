"""Suspicions that columns were copied: years and tables that are equal beyond chance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..model import codes
from ..model.findings import Code, Finding, Place
from ..words.catalogues import place_text
from .panel import Number, Panel, Point, Thing
from .units import is_share, stands_still

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

Column = tuple[int, int]
"""A panel's position, and a year of it."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """Two columns and how many of the `size` values of the smaller one are equal."""

    one: Column
    other: Column
    count: int
    size: int


def telling(value: Number, unit: str) -> bool:
    """Whether a number is large or precise enough not to be equal to another by chance."""
    if is_share(unit):
        return value != WHOLE_SHARE and len(str(value).replace(".", "").strip("-0")) >= LEAST_DIGITS
    return value >= LEAST_VALUE


def copied_columns(panels: Sequence[Panel]) -> Iterator[Finding]:
    """Two years of a table, or of two tables, that hold the same values for the same things.

    Within one table, and across tables that measure the same, this is a suspicion. Across two
    tables of different subject matter it cannot be chance, so it is an error until a note answers
    it. A table of one year beside the series that holds this year is no copy but the same fact.
    """
    across: dict[tuple[int, int], list[_Copy]] = defaultdict(list)
    for copy in _copies(panels):
        if copy.one[0] == copy.other[0]:
            yield _year_copied(panels[copy.one[0]], copy)
        elif not _same_fact(panels, copy):
            across[copy.one[0], copy.other[0]].append(copy)
    for copies in across.values():
        yield _table_copied(panels, copies)


def copied_years(panel: Panel) -> frozenset[tuple[int, int]]:
    """Pairs of years of one table of which the second is a copy of the first."""
    return frozenset((copy.one[1], copy.other[1]) for copy in _copies((panel,)))


def _copies(panels: Sequence[Panel]) -> Iterator[_Copy]:
    sizes: Counter[Column] = Counter()
    holders: dict[tuple[Thing, Number], list[Column]] = {}
    for position, panel in enumerate(panels):
        for year, column in panel.points.items():
            for thing, point in column.items():
                sizes[position, year] += point.value != 0
                if telling(point.value, panel.unit(thing)):
                    holders.setdefault((thing, point.value), []).append((position, year))
    same: Counter[tuple[Column, Column]] = Counter()
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
            yield _Copy(one, other, count, size)


def _same_fact(panels: Sequence[Panel], copy: _Copy) -> bool:
    """Whether a table of one period repeats, without a difference, that period of a series."""
    before, after = panels[copy.one[0]], panels[copy.other[0]]
    years = {copy.one[1], copy.other[1]} - {0}
    single = len(before.points) == 1 or len(after.points) == 1
    if not single or len(years) > 1 or not _measure_alike(before, after):
        return False
    return not _differing(before.points[copy.one[1]], after.points[copy.other[1]])


def _differing(one: Mapping[Thing, Point], other: Mapping[Thing, Point]) -> bool:
    return any(thing in other and other[thing].value != point.value for thing, point in one.items())


def _measure_alike(before: Panel, after: Panel) -> bool:
    """Whether two panels measure the same, as far as name and unit of their measures tell."""
    return (before.measure.name, before.measure.unit) == (after.measure.name, after.measure.unit)


def _year_copied(panel: Panel, copy: _Copy) -> Finding:
    place, related = _first_same(panel, copy.one[1], panel, copy.other[1])
    message = (
        f"Tahun {copy.other[1]} sama dengan tahun {copy.one[1]} pada {copy.count} dari "
        f"{copy.size} nilai (`{panel.table.name}`)."
    )
    return Finding(codes.YEAR_COPIED, place, message, related=(related,))


def _table_copied(panels: Sequence[Panel], copies: Sequence[_Copy]) -> Finding:
    """One finding for two tables, told by the pair of columns that share the most."""
    worst = max(copies, key=lambda copy: (copy.count, copy.other[1]))
    before, after = panels[worst.one[0]], panels[worst.other[0]]
    place, related = _first_same(before, worst.one[1], after, worst.other[1])
    further = len(copies) - 1
    message = (
        f"Tabel {_titled(after, worst.other[1])} sama dengan tabel "
        f"{_titled(before, worst.one[1])} ({place_text(related)}) pada {worst.count} dari "
        f"{worst.size} nilai" + (f"; begitu pula {further} pasang kolom lain." if further else ".")
    )
    code = codes.TABLE_REPEATED if _measure_alike(before, after) else codes.TABLE_COPIED
    return Finding(code, place, message, _ways_out(code), related=(related,))


def _ways_out(code: Code) -> str:
    same = "samakan nilai yang masih berbeda, atau " if code is codes.TABLE_REPEATED else ""
    return (
        "Bila salah satu tersalin, ambil angka yang benar dari sumber, atau kosongkan angka yang "
        "salah (status `i`) dan tulis `catatan` berstatus `tidak-sahih` dengan "
        f'`"temuan": ["{code.name}"]`. Bila keduanya memang memuat hal yang sama, {same}'
        f'tulis `catatan` berstatus `dipertahankan` dengan `"temuan": ["{code.name}"]` pada salah '
        "satunya."
    )


def _first_same(before: Panel, year: int, after: Panel, later: int) -> tuple[Place, Place]:
    """Where the first shared value stands in the later and in the earlier column."""
    for thing, point in after.points[later].items():
        twin = before.points[year].get(thing)
        if twin and twin.value == point.value and telling(point.value, after.unit(thing)):
            return after.place(point), before.place(twin)
    raise ValueError("the columns share no value")


def _titled(panel: Panel, year: int) -> str:
    return f"`{panel.table.name}`" + (f" tahun {year}" if year else "")
