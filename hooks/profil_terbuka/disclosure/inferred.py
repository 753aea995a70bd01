"""Ties that nobody declared, but that readers see: columns, rows and tables that add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Catalog, Dataset, Table
from .believed import believed_ties
from .cells import Numbers, numbers_by_cell, withheld_cells
from .coordinates import MeasuredPart, aligned_columns, row_parts, topic_of
from .decisions import every_edition
from .equations import Equation, declared_equations
from .within_table import counting_measures, ties_within


def every_equation(catalog: Catalog) -> tuple[Equation, ...]:
    """Declared ties, and those that numbers show, as far as they touch tables that withhold.

    Where the catalogue holds true values, these show ties as well.
    """
    return (*declared_equations(catalog), *_inferred(catalog))


def _inferred(catalog: Catalog) -> Iterator[Equation]:
    value = numbers_by_cell(catalog.packages)
    withholding_files = {cell.file for cell in withheld_cells(catalog.packages)}
    for edition, current in every_edition(catalog.datasets):
        decided = {item.table for item in current.suppressions}
        beside = [edition, *(item for item in catalog.datasets if item is not current)]
        for table in edition.tables:
            if table.file in withholding_files or table.name in decided:
                yield from ties_within(table, value)
                yield from _ties_between(table, edition, beside, value)


def _ties_between(
    table: Table, edition: Dataset, beside: Iterable[Dataset], value: Numbers
) -> Iterator[Equation]:
    """Other tables that count the same: its totals, its details, or the same by other traits."""
    others = [(item, other) for item in beside for other in item.tables if other.rows]
    for dataset, other in others:
        if other.file == table.file:
            continue
        for ours in counting_measures(table):
            topic = topic_of(edition, table, ours)
            for theirs in counting_measures(other):
                for part in row_parts(other, topic):
                    right = MeasuredPart(other, theirs, part)
                    for own in row_parts(table, topic_of(dataset, other, theirs)):
                        left = MeasuredPart(table, ours, own)
                        yield from believed_ties(_equal_sums(left, right), value)


def _equal_sums(one: MeasuredPart, other: MeasuredPart) -> Iterator[Equation]:
    """What the two add up to by the traits they share."""
    pairs = aligned_columns(one.part, other.part)
    if pairs is None:
        return
    left = one.cells([name for name, _ in pairs])
    right = other.cells([name for _, name in pairs])
    for key in left.keys() & right.keys():
        yield Equation({**dict.fromkeys(left[key], 1), **dict.fromkeys(right[key], -1)})
