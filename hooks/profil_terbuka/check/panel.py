"""A number table laid out for comparison over time: one measure, things by year.

>>> from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
>>> rows = [(2023, "Utara", 40), (2023, "Timur", 60), (2024, "Utara", 45)]
>>> table = invented_table("tahun, kecamatan, jumlah (orang)", *rows)
>>> [panel] = number_panels(invented_catalog(invented_dataset(table)))
>>> panel.years, panel.total(2023), list(panel.changes())
((2023, 2024), 100, [(2023, 2024)])
>>> [(thing, old.value, new.value) for thing, old, new in panel.shared(2023, 2024)]
[(('Utara',), 40, 45)]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from ..model import Catalog, Dataset, Field, Role, SumRule, Table, Value
from ..model.findings import Place
from ..model.messages import Told, message

Number = int | Decimal
Thing = tuple[Value, ...]
"""What a value is about: the row's unit where units differ from row to row, and its dimensions
without the year (codes where there are codes)."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value, the spreadsheet row it stands in, and whether its status lets it count."""

    row: int
    value: Number
    counts: bool


@dataclass(frozen=True)
class Panel:
    """One measure of one table. `points[year][thing]`; a table without a year has the year 0."""

    dataset: Dataset
    table: Table
    measure: Field
    points: Mapping[int, Mapping[Thing, Point]]
    names: Mapping[Thing, str]
    """Things and their groups by name: the one that belongs to the last code."""

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in order."""
        return tuple(sorted(self.points))

    def named(self, thing: Thing) -> Told:
        """What a sentence calls a thing; a table without dimensions is one thing."""
        return f"`{self.names[thing]}`" if thing else message("check.everything")

    def named_in_full(self, thing: Thing) -> Told:
        """The same with all that tells it apart: the village before the sex.

        >>> from profil_terbuka.model.invented import (
        ...     invented_catalog, invented_dataset, invented_table
        ... )
        >>> from profil_terbuka.words.catalogues import text
        >>> table = invented_table("tahun, desa, jenis, jumlah (orang)", (2024, "Dadap", "A", 3))
        >>> [panel] = number_panels(invented_catalog(invented_dataset(table)))
        >>> text(panel.named_in_full(("Dadap", "A")))
        '`Dadap`, `A`'
        """
        parts = range(2 if self.units_by_row else 1, len(thing) + 1)
        names = tuple(f"`{self.names[thing[:length]]}`" for length in parts)
        return message("check.named-in-full", names=names) if names[1:] else self.named(thing)

    def unit(self, thing: Thing) -> str:
        """The unit of a thing's numbers; '' where none is declared."""
        return str(thing[0] or "") if self.units_by_row else self.measure.unit or ""

    @cached_property
    def units_by_row(self) -> bool:
        """Whether each row names its own unit."""
        return bool(self.table.schema.with_role(Role.UNIT))

    @cached_property
    def units(self) -> frozenset[str]:
        """All units of its numbers."""
        if not self.units_by_row:
            return frozenset((self.measure.unit or "",))
        return frozenset(self.unit(thing) for column in self.points.values() for thing in column)

    def changes(self) -> Iterator[tuple[int, int]]:
        """Each year with the one before it in the table."""
        yield from zip(self.years, self.years[1:], strict=False)

    def total(self, year: int) -> Number:
        """The sum over all things of a year."""
        return sum((point.value for point in self.points[year].values()), start=0)

    def shared(self, before: int, after: int) -> Iterator[tuple[Thing, Point, Point]]:
        """Things that have a value in both years."""
        for thing, point in self.points[after].items():
            if thing in self.points[before]:
                yield thing, self.points[before][thing], point

    def groups(self, year: int) -> Mapping[Thing, list[Thing]]:
        """The things of a year by all their dimensions but the last: kelurahan by kecamatan."""
        found: dict[Thing, list[Thing]] = {}
        for thing in self.points[year]:
            found.setdefault(thing[:-1], []).append(thing)
        return found

    @cached_property
    def usable(self) -> Panel:
        """The panel without the values that may not be used (invalid, withheld ...)."""
        kept = {
            year: {thing: point for thing, point in column.items() if point.counts}
            for year, column in self.points.items()
        }
        return replace(self, points={year: column for year, column in kept.items() if column})

    def place(self, point: Point) -> Place:
        """Where a value stands."""
        return Place(self.table.file, point.row, self.measure.name)

    def first(self, year: int) -> Place:
        """Where the first value of a year stands."""
        return self.place(next(iter(self.points[year].values())))


def number_panels(catalog: Catalog) -> tuple[Panel, ...]:
    """Every measure of every table, except tables that only hold printed totals."""
    found = []
    for dataset in catalog.datasets:
        totals = {rule.total for rule in dataset.rules if isinstance(rule, SumRule)}
        for table in dataset.tables:
            if table.name not in totals:
                measures = table.schema.with_role(Role.MEASURE)
                found += [_panel(dataset, table, field) for field in measures]
    return tuple(found)


def _panel(dataset: Dataset, table: Table, measure: Field) -> Panel:
    # The unit first: things of one unit are a group of their own, and only they are added up.
    units = table.schema.with_role(Role.UNIT)
    dimensions = (*units, *table.schema.with_role(Role.DIMENSION))
    year = next((field.name for field in dimensions if field.type == "year"), None)
    codes = {field.labels: field.name for field in table.schema.with_role(Role.CODE)}
    names = tuple(codes.get(field.name, field.name) for field in dimensions if field.name != year)
    labels = tuple(field.name for field in dimensions if field.name != year)
    called: dict[Thing, str] = {(): ""}
    points: dict[int, dict[Thing, Point]] = {}
    for number, row in enumerate(table.rows, start=2):
        value = table.stated(row, measure.name)
        if isinstance(value, int | Decimal):
            when = int(str(table.value(row, year))) if year else 0
            point = Point(number, value, table.status(row).counts)
            thing = table.key(row, names)
            points.setdefault(when, {})[thing] = point
            for length, label in enumerate(labels, start=1):
                called[thing[:length]] = str(table.value(row, label))
    return Panel(dataset, table, measure, points, called)
