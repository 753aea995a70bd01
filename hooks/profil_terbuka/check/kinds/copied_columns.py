"""Suspicions that columns were copied: years and tables that are equal beyond chance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import NOTHING, Message, message
from ..copies import ColumnCopy, beyond_coincidence, column_copies
from ..kind import PanelsCheck
from ..panel import Panel, Point, Thing

YEAR_COPIED = Code("tahun-kembar", Severity.SUSPICION, answerable=True, area="check")
TABLE_REPEATED = Code("tabel-kembar", Severity.SUSPICION, answerable=True, area="check")
TABLE_COPIED = Code("salinan-tabel", answerable=True, area="check")


def copied_columns(panels: Sequence[Panel]) -> Iterator[Finding]:
    """Two years of a table, or of two tables, that hold the same values for the same things.

    Within one table, and across tables that measure the same, this is a suspicion. Across two
    tables of different subject matter it cannot be chance, so it is an error until a note answers
    it. A table of one year beside the series that holds this year is no copy but the same fact.
    """
    across: dict[tuple[int, int], list[ColumnCopy]] = defaultdict(list)
    for copy in column_copies(panels):
        if copy.one[0] == copy.other[0]:
            yield _year_copied(panels[copy.one[0]], copy)
        elif not _same_fact(panels, copy):
            across[copy.one[0], copy.other[0]].append(copy)
    for copies in across.values():
        yield _table_copied(panels, copies)


def _same_fact(panels: Sequence[Panel], copy: ColumnCopy) -> bool:
    """Whether a table of one period repeats, without a difference, that period of a series."""
    before, after = panels[copy.one[0]], panels[copy.other[0]]
    years = {copy.one[1], copy.other[1]} - {0}
    single = len(before.points) == 1 or len(after.points) == 1
    if not single or len(years) > 1 or not _measure_alike(before, after):
        return False
    return not _differ(before.points[copy.one[1]], after.points[copy.other[1]])


def _differ(one: Mapping[Thing, Point], other: Mapping[Thing, Point]) -> bool:
    return any(thing in other and other[thing].value != point.value for thing, point in one.items())


def _measure_alike(before: Panel, after: Panel) -> bool:
    """Whether two panels measure the same, as far as name and unit of their measures tell."""
    return (before.measure.name, before.measure.unit) == (after.measure.name, after.measure.unit)


def _year_copied(panel: Panel, copy: ColumnCopy) -> Finding:
    before, after = copy.one[1], copy.other[1]
    place, related = _first_same(panel, before, panel, after)
    said = message(
        "check.year-copied",
        year=str(after),
        before=str(before),
        count=copy.count,
        size=copy.size,
        table=panel.table.name,
    )
    return Finding(YEAR_COPIED, place, said, related=(related,))


def _table_copied(panels: Sequence[Panel], copies: Sequence[ColumnCopy]) -> Finding:
    """One finding for two tables, told by the pair of columns that share the most."""
    worst = max(copies, key=lambda copy: (copy.count, copy.other[1]))
    before, after = panels[worst.one[0]], panels[worst.other[0]]
    place, related = _first_same(before, worst.one[1], after, worst.other[1])
    further = len(copies) - 1
    said = message(
        "check.table-copied",
        table=_titled(after, worst.other[1]),
        other=_titled(before, worst.one[1]),
        place=related,
        count=worst.count,
        size=worst.size,
        further=message("check.further-columns", count=further) if further else NOTHING,
    )
    alike = _measure_alike(before, after)
    code = TABLE_REPEATED if alike else TABLE_COPIED
    level = message("check.or-level-values") if alike else NOTHING
    mend = message("check.mend-copied-table", code=code.name, level=level)
    return Finding(code, place, said, mend, related=(related,))


def _first_same(before: Panel, year: int, after: Panel, later: int) -> tuple[Place, Place]:
    """Where the first shared value stands in the later and in the earlier column."""
    for thing, point in after.points[later].items():
        twin = before.points[year].get(thing)
        same = twin is not None and twin.value == point.value
        if twin and same and beyond_coincidence(point.value, after.unit(thing)):
            return after.place(point), before.place(twin)
    raise ValueError("the columns share no value")


def _titled(panel: Panel, year: int) -> Message:
    if year:
        return message("check.table-in-year", table=panel.table.name, year=str(year))
    return message("check.table", table=panel.table.name)


CHECK = PanelsCheck((YEAR_COPIED, TABLE_REPEATED, TABLE_COPIED), copied_columns)
