"""Totals follow the rows they add up: where they agreed before, they agree afterwards.

A total that did not agree is left as it is: the book says so, and a note may answer for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ...model import CellStatus, Dataset, Role, SumRule, Table
from ...model.messages import message
from ..reasons import Unusable
from .incoming import IncomingRow
from .merge import Cells, Merge

Group = tuple[str, ...]


def following_totals(dataset: Dataset, merge: Merge) -> dict[str, list[IncomingRow]]:
    """Name of a table of totals -> its rows that change with `merge`, or that are new with it.

    Raises Unusable where a new year would be added to the totals of another.
    """
    found: dict[str, list[IncomingRow]] = {}
    for rule in dataset.rules:
        if isinstance(rule, SumRule) and rule.table == merge.table.name:
            _refuse_adding_times(rule, dataset.table(rule.total), merge)
            rows = list(_following(rule, dataset.table(rule.total), merge))
            found.setdefault(rule.total, []).extend(rows)
    return found


def _refuse_adding_times(rule: SumRule, total: Table, merge: Merge) -> None:
    """Raise Unusable where rows of a new year come in, and the totals do not tell years apart."""
    table = merge.table
    times = [name for name in table.schema.primary_key if table.schema[name].type == "year"]
    for name in times:
        at = table.schema.position[name]
        before = {cells[at] for cells in table.cells}
        new = {cells[at] for cells in merge.cells} - before
        if before and new and name not in rule.by:
            title = table.schema[name].title
            raise Unusable(
                message("importer.totals-without-time", table=total.name, title=title, name=name)
            )


def _following(rule: SumRule, total: Table, merge: Merge) -> Iterator[IncomingRow]:
    before = _sums(merge.table, merge.table.cells, rule)
    after = _sums(merge.table, merge.cells, rule)
    printed = _printed(total, rule)
    for group, value in after.items():
        if value == before.get(group):
            continue
        old = printed.get(group)
        if old is None:
            row = _with_origin(named_total(rule, total, group), total, rule, merge)
        elif old == before.get(group):
            row = dict(zip(rule.by.values(), group, strict=True))
            row |= _key(total, rule, group)
        else:
            continue
        if row:
            told = {**row, rule.measure: f"{value:f}"}
            if old is None:
                told |= dict.fromkeys(_states(total), CellStatus.REVISED.value)
            yield IncomingRow(told, "")


def _states(total: Table) -> list[str]:
    """The columns of statuses where others of the table are printed: what was worked out is not.

    In a table that keeps nothing printed a sum is a plain value, and nothing was revised.
    """
    if not total.schema.printed:
        return []
    return [field.name for field in total.schema.with_role(Role.STATUS)]


def _with_origin(row: dict[str, str], total: Table, rule: SumRule, merge: Merge) -> dict[str, str]:
    """A new total says that it comes from where the first of its parts does."""
    names = total.schema.with_role(Role.ORIGIN)
    if not row or not names:
        return row
    at = merge.table.schema.position
    wanted = {name: row[other] for name, other in rule.by.items()}
    first = next(c for c in merge.cells if all(c[at[name]] == v for name, v in wanted.items()))
    return {**row, names[0].name: _origin(merge, first)}


def _origin(merge: Merge, cells: Cells) -> str:
    """Where a row comes from: as its table tells, else where it stands in what came in."""
    schema = merge.table.schema
    if own := schema.with_role(Role.ORIGIN):
        return cells[schema.position[own[0].name]]
    key = tuple(cells[schema.position[name]] for name in schema.primary_key)
    return merge.places.get(key, "")


def _sums(table: Table, rows: Sequence[Cells], rule: SumRule) -> dict[Group, Decimal]:
    """The sum of the rule's measure for each of its groups."""
    at = table.schema.position
    found: dict[Group, Decimal] = {}
    for cells in rows:
        group = tuple(cells[at[name]] for name in rule.by)
        found[group] = found.get(group, Decimal(0)) + Decimal(cells[at[rule.measure]] or 0)
    return found


def _printed(total: Table, rule: SumRule) -> dict[Group, Decimal]:
    at = total.schema.position
    return {
        tuple(cells[at[name]] for name in rule.by.values()): Decimal(cells[at[rule.measure]])
        for cells in _meant(rule, total)
        if cells[at[rule.measure]]
    }


def _meant(rule: SumRule, total: Table) -> list[Cells]:
    """The totals that a rule is about."""
    wanted = {total.schema.position[name]: set(map(str, held)) for name, held in rule.where.items()}
    return [
        cells
        for cells in total.cells
        if all(cells[place] in held for place, held in wanted.items())
    ]


def _key(total: Table, rule: SumRule, group: Group) -> dict[str, str]:
    """The key of the total of a group."""
    at = total.schema.position
    names = list(rule.by.values())
    cells = next(c for c in _meant(rule, total) if tuple(c[at[name]] for name in names) == group)
    return {name: cells[at[name]] for name in total.schema.primary_key}


def named_total(rule: SumRule, total: Table, group: Group) -> dict[str, str]:
    """What the total of a group is about, named as that of the same group in another period.

    Empty where the table of totals has none of that group yet.
    """
    at = total.schema.position
    told = dict(zip(rule.by.values(), group, strict=True))
    times = [name for name in told if total.schema[name].type == "year" or total.period_kind(name)]
    rest = {name: value for name, value in told.items() if name not in times}
    like = [
        cells
        for cells in _meant(rule, total)
        if all(cells[at[name]] == value for name, value in rest.items())
    ]
    if not like or not times:
        return {}
    return {**_labels(total, like[-1], times), **told}


def _labels(total: Table, cells: Cells, times: Sequence[str]) -> Mapping[str, str]:
    """What a total is about, but for its period."""
    roles = (Role.DIMENSION, Role.CODE, Role.UNIT)
    return {
        field.name: cells[total.schema.position[field.name]]
        for field in total.schema.fields
        if field.role in roles and field.name not in times
    }
