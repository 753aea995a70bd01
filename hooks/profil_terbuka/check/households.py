"""Suspicion about persons and families of one thing that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import codes
from ..model.findings import Finding, Place
from ..words.numbers import number
from .panel import Panel, Point, Thing
from .units import FAMILIES

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
        families = [panel for panel in columns if _kinds(panel) & FAMILIES]
        persons = [panel for panel in columns if _kinds(panel) & PERSONS]
        if len(families) == len(persons) == 1 and _subject(families[0]) == _subject(persons[0]):
            yield from _compared(families[0], persons[0])


def _subject(panel: Panel) -> frozenset[str]:
    """What a column counts, by its name without the units: 'korban' of `korban_kk`."""
    return frozenset(panel.measure.name.split("_")) - PERSONS - FAMILIES - {"jumlah"}


def _kinds(panel: Panel) -> frozenset[str]:
    return frozenset(unit.casefold() for unit in panel.units)


def _compared(families: Panel, persons: Panel) -> Iterator[Finding]:
    for year, column in families.points.items():
        counted = dict(_members(persons, year, PERSONS))
        for thing, point in _members(families, year, FAMILIES):
            if thing in counted and not _fits(point, counted[thing]):
                name = next(families.names[own] for own in column if column[own] is point)
                yield _finding(name, year, families.place(point), point, counted[thing])


def _members(panel: Panel, year: int, units: frozenset[str]) -> Iterator[tuple[Thing, Point]]:
    """The things of a year that are counted in one of the units, without their unit."""
    for thing, point in panel.points.get(year, {}).items():
        if panel.unit(thing).casefold() in units:
            yield thing[1:] if panel.units_by_row else thing, point


def _fits(families: Point, persons: Point) -> bool:
    if families.value < LEAST_FAMILIES:
        return persons.value >= families.value
    return families.value <= persons.value <= LARGEST * float(families.value)


def _finding(name: str, year: int, place: Place, families: Point, persons: Point) -> Finding:
    when = f" {year}" if year else ""
    problem = (
        "lebih sedikit daripada keluarganya"
        if persons.value < families.value
        else f"{number(round(float(persons.value / families.value), 1))} orang tiap keluarga"
    )
    message = (
        f"{name}{when}: {number(persons.value)} orang (baris {persons.row}) dalam "
        f"{number(families.value)} keluarga (baris {families.row}), {problem}."
    )
    return Finding(codes.HOUSEHOLD_ODD, place, message)
