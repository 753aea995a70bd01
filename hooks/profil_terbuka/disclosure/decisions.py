"""What an agency decided about small counts (`privasi`), cell by cell, in every edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from ..model import SMALL, Additivity, Dataset, Role, Suppression, Table
from ..model.aggregation import additivity
from .cells import NumberCell

Width = Callable[[NumberCell], int]
"""By how much the largest possible value of a withheld number must exceed the smallest."""


def every_edition(datasets: Iterable[Dataset]) -> Iterator[tuple[Dataset, Dataset]]:
    """Each edition with the current one, whose decisions hold for all: the older were made when
    nobody had looked yet."""
    for current in datasets:
        for edition in (current, *current.editions):
            yield edition, current


def is_small(value: object, threshold: int = SMALL) -> bool:
    """Whether it is a count that can point at a person: 1 and more, below the threshold.

    A number column counts as well: 3.0 is three people.

    >>> is_small(4), is_small(0), is_small(Decimal("3.0")), is_small(Decimal("3.4"))
    (True, False, True, False)
    """
    whole = isinstance(value, int | Decimal) and value == int(value)
    return whole and 0 < value < threshold  # type: ignore[operator]


def small_counts(datasets: Iterable[Dataset]) -> dict[NumberCell, None]:
    """The numbers of the tables at hand that `privasi` says must not be shown.

    >>> from profil_terbuka.model.invented import invented_dataset, invented_table
    >>> table = invented_table("jenis, jumlah (orang)", ("HIV", 3), ("Lainnya", 12))
    >>> decided = invented_dataset(table, suppressions=(Suppression("data", "jumlah"),))
    >>> [(cell.at, cell.measure) for cell in small_counts([decided])]
    [(0, 'jumlah')]
    """
    found: dict[NumberCell, None] = {}
    for edition, current in every_edition(datasets):
        for item, table in _applied(edition, current):
            for number, row in table.select(item.where):
                if is_small(table.stated(row, item.measure), item.threshold):
                    found[NumberCell(table.file, number - 2, item.measure)] = None
    return found


def required_widths(datasets: Iterable[Dataset]) -> Width:
    """How many values, less one, a withheld number must at least be able to have, by its cell."""
    declared = {
        (table.file, item.measure): item.width
        for edition, current in every_edition(datasets)
        for item, table in _applied(edition, current)
    }
    return lambda cell: declared.get((cell.file, cell.measure), SMALL - 1)


def companions(table: Table) -> tuple[str, ...]:
    """Measures that tell a count when they stand beside it: percentages, rates, ranks.

    >>> from profil_terbuka.model.invented import invented_table
    >>> companions(invented_table("jenis, jumlah (orang), bagian (persen)", ("HIV", 3, 2)))
    ('bagian',)
    """
    return tuple(
        field.name
        for field in table.schema.with_role(Role.MEASURE)
        if additivity(table, field.name, table.rows) is Additivity.NON_ADDITIVE
    )


def edition_twins(datasets: Iterable[Dataset]) -> Mapping[NumberCell, tuple[NumberCell, ...]]:
    """The same row and measure in the other editions of a dataset, by the keys of rows."""
    found: dict[NumberCell, tuple[NumberCell, ...]] = {}
    for current in datasets:
        if current.editions:
            found.update(_twins((current, *current.editions)))
    return found


def _twins(every: tuple[Dataset, ...]) -> Iterator[tuple[NumberCell, tuple[NumberCell, ...]]]:
    same: dict[tuple[object, ...], list[NumberCell]] = defaultdict(list)
    for edition in every:
        for table in edition.tables:
            measures = [field.name for field in table.schema.with_role(Role.MEASURE)]
            for index, row in enumerate(table.rows):
                key = table.key(row, table.schema.primary_key)
                for measure in measures:
                    same[table.name, measure, key].append(NumberCell(table.file, index, measure))
    for cells in same.values():
        for cell in cells:
            yield cell, tuple(other for other in cells if other != cell)


def _applied(edition: Dataset, current: Dataset) -> Iterator[tuple[Suppression, Table]]:
    """The decisions that hold for an edition, with its table; of columns it had not yet, none."""
    tables = {table.name: table for table in edition.tables}
    for item in current.suppressions:
        table = tables.get(item.table)
        named = {item.measure, *item.where}
        if table is not None and all(name in table.schema for name in named):
            yield item, table
