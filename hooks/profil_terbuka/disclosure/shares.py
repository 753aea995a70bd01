"""Shares, rates, means and fixed amounts: numbers that tell a count together with another number.

2 of 63 people are 3.2 percent; 2 per 1,000 residents are 2.00 where 1,000 live; twice Rp600.000 is
Rp1.200.000. Whoever reads the one and the other knows the count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..model import Additivity, Catalog, Dataset, Field, Role, Table
from ..model.aggregation import additivity
from .cells import Number, NumberCell, Numbers, numbers_by_cell, withheld_cells
from .coordinates import Groups, MeasuredPart, aligned_columns, row_parts, topic_of
from .decisions import every_edition
from .equations import Equation
from .terms import about_people

_SCALES = (1, 100, 1000, 10_000, 100_000)
"""Per one, per cent, per mille, and as health statistics count."""
_ENOUGH = 3
"""So many rows that agree are no coincidence."""
_RARELY = 0.2
"""Of the rows so many may disagree: books round and err."""
_HALF = Decimal("0.6")
"""A rounded number lies within half of its last digit, and a little more where books cut it off."""

_EXACT, _NEARLY = Decimal(1), Decimal("1.1")
"""How far the dearest person may lie above the cheapest: money tells small counts all the same."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class Shares:
    """What goes with a count when that is withheld, and sums that readers know through shares."""

    beside: Mapping[NumberCell, tuple[NumberCell, ...]]
    ties: tuple[Equation, ...]


def shares(catalog: Catalog) -> Shares:
    """Those that belong to counts of tables in which something is withheld."""
    value = numbers_by_cell(catalog.packages)
    closed = {cell.file for cell in withheld_cells(catalog.packages)}
    beside: dict[NumberCell, dict[NumberCell, None]] = {}
    ties: list[Equation] = []
    for edition, current in every_edition(catalog.datasets):
        decided = {item.table for item in current.suppressions}
        around = (edition, *(item for item in catalog.datasets if item is not current))
        for table in edition.tables:
            if table.file not in closed and table.name not in decided:
                continue
            for field in _of_kind(table, shares_wanted=False):
                for whole, single, told in _told(edition, table, field, around, value):
                    for key, cells in whole.items():
                        if key not in told:
                            continue
                        if len(cells) > 1:
                            ties.append(Equation(dict.fromkeys(cells, 1), outside=True))
                        else:
                            beside.setdefault(cells[0], {}).update(dict.fromkeys(told[key]))
                    ties += [Equation(dict.fromkeys(c, 1), outside=True) for c in single]
    return Shares({cell: tuple(found) for cell, found in beside.items()}, tuple(ties))


def _told(
    dataset: Dataset, table: Table, field: Field, around: Iterable[Dataset], value: Numbers
) -> Iterator[tuple[Groups, tuple[tuple[NumberCell, ...], ...], Groups]]:
    """Counts by key, sums that are known besides, and the cells that tell each key's count."""
    others = [(item, each) for item in around for each in item.tables if each.rows]
    topic = topic_of(dataset, table, field)
    for item, other in others:
        for kind in (True, False):
            for theirs in _of_kind(other, shares_wanted=kind):
                if other is table and theirs is field:
                    continue
                for part in row_parts(other, topic):
                    for own in row_parts(table, topic_of(item, other, theirs)):
                        ours = MeasuredPart(table, field, own)
                        found = _held(ours, MeasuredPart(other, theirs, part), others, value, kind)
                        if found:
                            yield found


def _held(
    ours: MeasuredPart,
    theirs: MeasuredPart,
    others: Iterable[tuple[Dataset, Table]],
    value: Numbers,
    share: bool,
) -> tuple[Groups, tuple[tuple[NumberCell, ...], ...], Groups] | None:
    pairs = aligned_columns(ours.part, theirs.part)
    if not pairs:
        return None
    counts = ours.cells([name for name, _ in pairs])
    told = theirs.cells([name for _, name in pairs])
    if any(len(cells) > 1 for cells in told.values()):
        return None
    count = {key: n for key, cells in counts.items() if (n := _sum(cells, value)) is not None}
    shown = {key: value[cells[0]] for key, cells in told.items() if cells[0] in value}
    if not share:
        spread = _EXACT if about_people(theirs.field.unit or "") else _NEARLY
        return (counts, (), told) if _in_proportion(count, shown, spread) else None
    for whole in _wholes(ours, [name for name, _ in pairs], counts):
        base = {key: n for key, cells in whole.items() if (n := _sum(cells, value)) is not None}
        if _is_ratio(count, base, shown):
            return counts, tuple(dict.fromkeys(whole.values())), told
    for _, other in others:
        for field in other.schema.with_role(Role.MEASURE):
            side = MeasuredPart(other, field, next(row_parts(other, "")))
            if field in (ours.field, theirs.field) and other in (ours.table, theirs.table):
                continue
            again = aligned_columns(ours.part, side.part)
            if again is None or {one for one, _ in again} != {one for one, _ in pairs}:
                continue
            order = dict(again)
            cells = side.cells([order[name] for name, _ in pairs])
            base = {k: n for k, c in cells.items() if (n := _sum(c, value)) is not None}
            if _is_ratio(count, base, shown):
                return counts, (), told
    return None


def _wholes(ours: MeasuredPart, by: list[str], counts: Groups) -> Iterator[Groups]:
    """What a count may be a share of in its own table: the sum of all, or of its year and so on."""
    for held in ([], *([name] for name in by if len(by) > 1)):
        sums = ours.cells(held)
        at = [by.index(name) for name in held]
        yield {key: sums[tuple(key[index] for index in at)] for key in counts}


def _sum(cells: Iterable[NumberCell], value: Numbers) -> Number | None:
    found = [value.get(cell) for cell in cells]
    return None if None in found else sum(found)  # type: ignore[arg-type]


def _is_ratio(
    count: Mapping[Key, Number], base: Mapping[Key, Number], shown: Mapping[Key, Number]
) -> bool:
    """Whether what is shown is the count per base, or the base per count, rounded."""
    ways: tuple[Callable[[Decimal, Decimal], Decimal], ...] = (
        lambda one, other: one / other,
        lambda one, other: other / one,
    )
    keys = [key for key in shown if count.get(key, 0) > 0 and base.get(key, 0) > 0]
    if len({(count[key], base[key]) for key in keys}) < _ENOUGH:
        return False
    for way in ways:
        for scale in _SCALES:
            good = wrong = 0
            for key in keys:
                ratio = way(Decimal(count[key]), Decimal(base[key])) * scale
                if abs(ratio - shown[key]) <= _HALF * _last_digit(shown[key]):
                    good += shown[key] > 0
                else:
                    wrong += 1
                    if wrong > _ENOUGH and wrong > good:
                        break
            if good >= _ENOUGH and wrong <= _RARELY * good:
                return True
    return False


def _last_digit(number: Number) -> Decimal:
    exponent = Decimal(number).as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def _in_proportion(
    count: Mapping[Key, Number], shown: Mapping[Key, Number], spread: Decimal
) -> bool:
    """Whether each person counts for the same amount, up to `spread`, and not one for one."""
    keys = [key for key in shown if count.get(key, 0) > 0 and shown[key] > 0]
    if len({count[key] for key in keys}) < _ENOUGH:
        return False
    least = most = None
    for key in keys:
        each = Decimal(shown[key]) / Decimal(count[key])
        least = each if least is None else min(least, each)
        most = each if most is None else max(most, each)
        if most > least * spread:
            return False
    return least != 1


def _of_kind(table: Table, shares_wanted: bool) -> tuple[Field, ...]:
    """The measures that are shares, rates and means; or those that count and add up."""
    return tuple(
        field
        for field in table.schema.with_role(Role.MEASURE)
        if field.type in ("integer", "number")
        and (additivity(table, field.name, table.rows) is Additivity.NON_ADDITIVE) is shares_wanted
    )
