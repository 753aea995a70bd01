"""Shares, rates, means and fixed amounts: numbers that tell a count together with another number.

2 of 63 people are 3.2 percent; 2 per 1,000 residents are 2.00 where 1,000 live; twice Rp600.000 is
Rp1.200.000. Whoever reads the one and the other knows the count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Additivity, Catalog, Dataset, Field, Role, Table
from ..model.aggregation import additivity
from .cells import Number, NumberCell, Numbers, numbers_by_cell, withheld_cells
from .coordinates import Groups, MeasuredPart, aligned_columns, row_parts, topic_of
from .decisions import every_edition
from .equations import Equation
from .proportions import EXACT, NEARLY, CountsByKey, is_in_proportion, is_ratio
from .terms import about_people


@dataclass(frozen=True)
class Shares:
    """What goes with a count when that is withheld, and sums that readers know through shares."""

    beside: Mapping[NumberCell, tuple[NumberCell, ...]]
    ties: tuple[Equation, ...]


@dataclass(frozen=True)
class _Telling:
    """Counts by key, the cells that tell each key's count, and sums that are known besides."""

    counts: Groups
    told: Groups
    sums: tuple[tuple[NumberCell, ...], ...] = ()

    def singles(self) -> Iterator[tuple[NumberCell, tuple[NumberCell, ...]]]:
        """Each count of a single cell with the cells that tell it."""
        for key, cells in self.counts.items():
            if key in self.told and len(cells) == 1:
                yield cells[0], self.told[key]

    def known_sums(self) -> Iterator[tuple[NumberCell, ...]]:
        """The cells whose sum readers know."""
        for key, cells in self.counts.items():
            if key in self.told and len(cells) > 1:
                yield cells
        yield from self.sums


@dataclass(frozen=True)
class _Surroundings:
    """The tables beside a count in which something may tell it, and all numbers."""

    tables: Sequence[tuple[Dataset, Table]]
    value: Numbers


def shares(catalog: Catalog) -> Shares:
    """Those that belong to counts of tables in which something is withheld."""
    beside: dict[NumberCell, dict[NumberCell, None]] = {}
    ties: list[Equation] = []
    for telling in _all_telling(catalog):
        for cell, told in telling.singles():
            beside.setdefault(cell, {}).update(dict.fromkeys(told))
        ties += [Equation(dict.fromkeys(cells, 1), outside=True) for cells in telling.known_sums()]
    return Shares({cell: tuple(found) for cell, found in beside.items()}, tuple(ties))


def _all_telling(catalog: Catalog) -> Iterator[_Telling]:
    value = numbers_by_cell(catalog.packages)
    withholding_files = {cell.file for cell in withheld_cells(catalog.packages)}
    for edition, current in every_edition(catalog.datasets):
        decided = {item.table for item in current.suppressions}
        around = (edition, *(item for item in catalog.datasets if item is not current))
        tables = [(item, table) for item in around for table in item.tables if table.rows]
        for table in edition.tables:
            if table.file in withholding_files or table.name in decided:
                for field in _measures(table, shares_wanted=False):
                    yield from _telling(edition, table, field, _Surroundings(tables, value))


def _telling(
    dataset: Dataset, table: Table, field: Field, around: _Surroundings
) -> Iterator[_Telling]:
    """What tells the counts of one measure, wherever it stands."""
    topic = topic_of(dataset, table, field)
    for item, other in around.tables:
        for share in (True, False):
            for theirs in _measures(other, shares_wanted=share):
                if other is table and theirs is field:
                    continue
                for part in row_parts(other, topic):
                    told = MeasuredPart(other, theirs, part)
                    for own in row_parts(table, topic_of(item, other, theirs)):
                        counted = MeasuredPart(table, field, own)
                        if found := _told_by(told, counted, around, share):
                            yield found


def _told_by(
    theirs: MeasuredPart, ours: MeasuredPart, around: _Surroundings, share: bool
) -> _Telling | None:
    """Whether what `theirs` shows tells the counts of `ours`."""
    pairs = aligned_columns(ours.part, theirs.part)
    if not pairs:
        return None
    by = [name for name, _ in pairs]
    counts = ours.cells(by)
    told = theirs.cells([name for _, name in pairs])
    if any(len(cells) > 1 for cells in told.values()):
        return None
    count, shown = _sums(counts, around.value), _sums(told, around.value)
    if not share:
        spread = EXACT if about_people(theirs.field.unit or "") else NEARLY
        return _Telling(counts, told) if is_in_proportion(count, shown, spread) else None
    for whole in _wholes(ours, by, counts):
        if is_ratio(count, _sums(whole, around.value), shown):
            return _Telling(counts, told, tuple(dict.fromkeys(whole.values())))
    for base in _bases(ours, theirs, by, around):
        if is_ratio(count, base, shown):
            return _Telling(counts, told)
    return None


def _wholes(ours: MeasuredPart, by: Sequence[str], counts: Groups) -> Iterator[Groups]:
    """What a count may be a share of in its own table: the sum of all, or of its year and so on."""
    for held in ([], *([name] for name in by if len(by) > 1)):
        sums = ours.cells(held)
        at = [by.index(name) for name in held]
        yield {key: sums[tuple(key[index] for index in at)] for key in counts}


def _bases(
    ours: MeasuredPart, theirs: MeasuredPart, by: Sequence[str], around: _Surroundings
) -> Iterator[CountsByKey]:
    """What a count may be a share of in other tables and measures: residents, all employees."""
    own_fields, own_tables = (ours.field, theirs.field), (ours.table, theirs.table)
    for _, table in around.tables:
        for field in table.schema.with_role(Role.MEASURE):
            base = MeasuredPart(table, field, next(row_parts(table, "")))
            if field in own_fields and table in own_tables:
                continue
            pairs = aligned_columns(ours.part, base.part)
            if pairs is not None and {name for name, _ in pairs} == set(by):
                column = dict(pairs)
                yield _sums(base.cells([column[name] for name in by]), around.value)


def _sums(groups: Groups, value: Numbers) -> dict[tuple[str, ...], Number]:
    """The sum of each group of which every number is known.

    >>> a, b, c = (NumberCell("x.csv", at, "jumlah") for at in range(3))
    >>> _sums({("utara",): (a, b), ("timur",): (c,)}, {a: 3, b: 4})
    {('utara',): 7}
    """
    found: dict[tuple[str, ...], Number] = {}
    for key, cells in groups.items():
        numbers = [value[cell] for cell in cells if cell in value]
        if len(numbers) == len(cells):
            found[key] = sum(numbers)
    return found


def _measures(table: Table, shares_wanted: bool) -> tuple[Field, ...]:
    """The measures that are shares, rates and means; or those that count and add up."""
    return tuple(
        field
        for field in table.schema.with_role(Role.MEASURE)
        if field.type in ("integer", "number")
        and (additivity(table, field.name, table.rows) is Additivity.NON_ADDITIVE) is shares_wanted
    )
