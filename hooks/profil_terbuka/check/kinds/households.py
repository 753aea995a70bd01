"""Suspicion about persons and families of one thing that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import NOTHING, Message, Told, message
from ..kind import PanelsCheck
from ..panel import Panel, Point, Thing
from ..units import FAMILIES

CODE = Code("orang-per-keluarga-janggal", Severity.SUSPICION, answerable=True, area="check")
PERSONS = frozenset(("orang", "jiwa"))
LARGEST = 6.0
"""Persons a family; Indonesian households have 3 to 5 on average, in any province and year."""
LEAST_FAMILIES = 20
"""A handful of families may be of any size."""


def household_sizes(panels: Sequence[Panel]) -> Iterator[Finding]:
    """One thing counted in families and in persons, in rows of a table or in two of its columns.

    Fewer persons than families cannot be; more than `LARGEST` a family hardly.
    """
    by_table: dict[str, list[Panel]] = {}
    for panel in panels:
        by_table.setdefault(panel.table.file, []).append(panel)
    for columns in by_table.values():
        families = [panel for panel in columns if _units(panel) & FAMILIES]
        persons = [panel for panel in columns if _units(panel) & PERSONS]
        if len(families) == len(persons) == 1 and _same_subject(families[0], persons[0]):
            yield from _compared(families[0], persons[0])


def _same_subject(one: Panel, other: Panel) -> bool:
    return _subject(one.measure.name) == _subject(other.measure.name)


def _subject(column: str) -> frozenset[str]:
    """What a column counts, by its name without the units.

    >>> _subject("korban_kk") == _subject("jumlah_korban_jiwa") == {"korban"}
    True
    """
    return frozenset(column.split("_")) - PERSONS - FAMILIES - {"jumlah"}


def _units(panel: Panel) -> frozenset[str]:
    return frozenset(unit.casefold() for unit in panel.units)


def _compared(families: Panel, persons: Panel) -> Iterator[Finding]:
    for year, column in families.points.items():
        counted = dict(_members(persons, year, PERSONS))
        for thing, point in _members(families, year, FAMILIES):
            if thing in counted and not _fits(point, counted[thing]):
                own = next(own for own in column if column[own] is point)
                place = families.place(point)
                yield _finding(families.named(own), year, place, (point, counted[thing]))


def _members(panel: Panel, year: int, units: frozenset[str]) -> Iterator[tuple[Thing, Point]]:
    """The things of a year that are counted in one of the units, without their unit."""
    for thing, point in panel.points.get(year, {}).items():
        if panel.unit(thing).casefold() in units:
            yield thing[1:] if panel.units_by_row else thing, point


def _fits(families: Point, persons: Point) -> bool:
    """Whether so many persons can live in so many families.

    >>> def counted(value): return Point(2, value, True)
    >>> _fits(counted(100), counted(380)), _fits(counted(100), counted(90))
    (True, False)
    >>> _fits(counted(100), counted(640)), _fits(counted(10), counted(80))
    (False, True)
    """
    if families.value < LEAST_FAMILIES:
        return persons.value >= families.value
    return families.value <= persons.value <= LARGEST * float(families.value)


def _finding(thing: Told, year: int, place: Place, counts: tuple[Point, Point]) -> Finding:
    families, persons = counts
    said = message(
        "check.household-odd",
        thing=thing,
        when=message("check.in-year", year=str(year)) if year else NOTHING,
        persons=persons.value,
        persons_row=str(persons.row),
        families=families.value,
        families_row=str(families.row),
        problem=_problem(families, persons),
    )
    return Finding(CODE, place, said)


def _problem(families: Point, persons: Point) -> Message:
    if persons.value < families.value:
        return message("check.fewer-than-families")
    size = round(float(persons.value / families.value), 1)
    return message("check.persons-a-family", size=size)


CHECK = PanelsCheck((CODE,), household_sizes)
