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

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ..model import Catalog, CellStatus, Dataset, Field, Role, SumRule, Table, Value
from ..model.findings import Place
from ..model.messages import Told, message

if TYPE_CHECKING:
    from .matrix import Matrix, Suspected

Number = int | Decimal
Pair = tuple[int, int]
"""A year and the next one of the table."""
Thing = tuple[Value, ...]
"""What a value is about: the row's unit where units differ from row to row, and its dimensions
without the year (codes where there are codes)."""


class Point(NamedTuple):
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
    only_usable: bool = False
    """Without the values that may not be used (invalid, withheld ...)."""
    whole: Panel | None = None
    """What this is a part of: years, totals and names are still those of the whole."""
    among: frozenset[Thing] = frozenset()
    """The things of a part."""

    @cached_property
    def points(self) -> Mapping[int, Mapping[Thing, Point]]:
        """Every value by its year and thing, made once somebody asks: there may be a million."""
        points = _laid_out(self)
        if self.only_usable:
            points = {year: _counting_points(column) for year, column in points.items()}
        if self.whole is not None:
            order = self.whole.matrix.order if self.whole.matrix else self.years
            return {year: points.get(year, {}) for year in order}
        return {year: column for year, column in points.items() if column}

    @cached_property
    def matrix(self) -> Matrix | None:
        """The numbers as a matrix, where the table is long and they are whole and of one unit."""
        if not self.table.is_long or self.units_by_row or self.whole is not None:
            return None
        values = self.table.stated_column(self.measure.name)
        if not {type(value) for value in values} <= {int, type(None)}:
            return None
        from .matrix import matrix_of  # noqa: PLC0415 - brings numpy, which short tables do not need

        counts = _counting(self.table) if self.only_usable else repeat(True)
        return matrix_of(self.things, _years(self.table), values, counts)

    def few(self, suspected: Callable[[Matrix], Suspected]) -> Panel:
        """The part that a glance at the matrix does not clear; everything where there is none."""
        if self.matrix is None:
            return self
        among = self.matrix.chosen(suspected(self.matrix))
        return replace(self, whole=self, among=among)

    @cached_property
    def names(self) -> Mapping[Thing, str]:
        """Things and their groups by name: the one that belongs to the last code."""
        return self.whole.names if self.whole else _names(self)

    @property
    def labels(self) -> Iterator[str]:
        """Every name that a thing may have, each once."""
        for _, label in _thing_columns(self.table)[-1:]:
            yield from map(str, set(self.table.column(label)))

    @cached_property
    def things(self) -> Sequence[Thing]:
        """The thing that each row of the table is about; equal ones are one value."""
        if self.whole is not None:
            return self.whole.things
        columns = [self.table.column(name) for name, _ in _thing_columns(self.table)]
        if not columns:
            return [()] * len(self.table.rows)
        one_of_each: dict[Thing, Thing] = {}
        return [one_of_each.setdefault(thing, thing) for thing in zip(*columns, strict=True)]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in order."""
        if self.whole is not None:
            return self.whole.years
        return self.matrix.years if self.matrix else tuple(sorted(self.points))

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

    def units_of(self, year: int) -> frozenset[str]:
        """All units of the numbers of a year."""
        if not self.units_by_row:
            return self.units
        return frozenset(map(self.unit, self.points[year]))

    def changes(self) -> Iterator[Pair]:
        """Each year with the one before it in the table."""
        yield from zip(self.years, self.years[1:], strict=False)

    def total(self, year: int) -> Number:
        """The sum over all things of a year."""
        if self.whole is not None:
            return self.whole.total(year)
        if self.matrix is not None:
            return self.matrix.totals[year]
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
        if _all_count(self.table):
            return self
        return replace(self, only_usable=True)

    def place(self, point: Point) -> Place:
        """Where a value stands."""
        return Place(self.table.file, point.row, self.measure.name)

    def first(self, year: int) -> Place:
        """Where the first value of a year stands."""
        if self.whole is not None:
            return self.whole.first(year)
        return self.place(next(iter(self.points[year].values())))


def number_panels(catalog: Catalog) -> tuple[Panel, ...]:
    """Every measure of every table, except tables that only hold printed totals."""
    found = []
    for dataset in catalog.datasets:
        totals = {rule.total for rule in dataset.rules if isinstance(rule, SumRule)}
        for table in dataset.tables:
            if table.name not in totals:
                measures = table.schema.with_role(Role.MEASURE)
                found += [Panel(dataset, table, field) for field in measures]
    return tuple(found)


def _laid_out(panel: Panel) -> Mapping[int, Mapping[Thing, Point]]:
    table = panel.table
    values = table.stated_column(panel.measure.name)
    rows = zip(values, _years(table), panel.things, _counting(table), strict=False)
    points: dict[int, dict[Thing, Point]] = {}
    if panel.whole is not None and not panel.among:
        return points
    for number, (value, year, thing, counts) in enumerate(rows, start=2):
        if panel.whole is not None and thing not in panel.among:
            continue
        if isinstance(value, int | Decimal):
            points.setdefault(year, {})[thing] = Point(number, value, counts)
    return points


def _counting_points(column: Mapping[Thing, Point]) -> Mapping[Thing, Point]:
    return {thing: point for thing, point in column.items() if point.counts}


def _names(panel: Panel) -> Mapping[Thing, str]:
    """What each thing that has a number is called where it last stands, and each group."""
    values = panel.table.stated_column(panel.measure.name)
    last = {
        thing: at
        for at, (thing, value) in enumerate(zip(panel.things, values, strict=True))
        if isinstance(value, int | Decimal)
    }
    columns = [panel.table.column(label) for _, label in _thing_columns(panel.table)]
    called: dict[Thing, str] = {(): ""}
    for thing, at in sorted(last.items(), key=itemgetter(1)):
        for length, column in enumerate(columns, start=1):
            called[thing[:length]] = str(column[at])
    return called


def _thing_columns(table: Table) -> tuple[tuple[str, str], ...]:
    """The columns that tell things apart, each with the one that names them."""
    # The unit first: things of one unit are a group of their own, and only they are added up.
    dimensions = (*table.schema.with_role(Role.UNIT), *table.schema.with_role(Role.DIMENSION))
    codes = {field.labels: field.name for field in table.schema.with_role(Role.CODE)}
    labels = [field.name for field in dimensions if field.name != _year_column(table)]
    return tuple((codes.get(label, label), label) for label in labels)


def _year_column(table: Table) -> str | None:
    dimensions = (*table.schema.with_role(Role.UNIT), *table.schema.with_role(Role.DIMENSION))
    return next((field.name for field in dimensions if field.type == "year"), None)


def _years(table: Table) -> Iterable[int]:
    """The year of each row; 0 where the table has none."""
    name = _year_column(table)
    if name is None:
        return repeat(0)
    values = table.column(name)
    years: dict[Value, int] = {each: int(str(each)) for each in set(values) if each is not None}
    return map(years.__getitem__, values)


def _counting(table: Table) -> Iterable[bool]:
    """Whether the status of each row lets its numbers count."""
    columns = table.schema.with_role(Role.STATUS)
    if not columns:
        return repeat(True)
    letters = table.column(columns[0].name)
    counts = {letter: CellStatus(str(letter)).counts for letter in set(letters)}
    return map(counts.__getitem__, letters)


def _all_count(table: Table) -> bool:
    columns = table.schema.with_role(Role.STATUS)
    letters = set(table.column(columns[0].name)) if columns else set()
    return all(CellStatus(str(letter)).counts for letter in letters)
