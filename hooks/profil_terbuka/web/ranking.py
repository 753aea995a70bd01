"""A table over the years as a ranking: the newest year, and how it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..model import (
    Additivity,
    Dataset,
    Field,
    Period,
    PeriodKind,
    Role,
    Table,
    Value,
)
from ..model.aggregation import additivity, is_total
from ..model.continuity import break_between
from ..model.messages import NOTHING, message
from ..model.units import is_money, is_percent
from ..words.amounts import FEW_CASES
from ..words.catalogues import text
from ..words.numbers import number
from .grid import (
    Cell,
    Grid,
    Heading,
    Reader,
    finished,
    label_fields,
    no_number,
    number_cell,
    year_to_spread,
)

LEAST_THINGS = 10
"""Fewer things can be compared at a glance without ranks."""

Key = tuple[Value, ...]
Number = int | Decimal


def ranking(reader: Reader, dataset: Dataset) -> Grid | None:
    """Things by their value in the newest year with valid values, with the change since before.

    Doubtful values have no rank and are no basis for a change, nor are years that were counted in
    another way. The year before is the newest earlier one that has valid values. None where there
    is nothing to rank.
    """
    table = reader.table
    year = year_to_spread(table)
    if year is None:
        return None
    columns = _columns(table, year.name)
    years = sorted(columns)
    if len(years) < 2 or len(columns[years[-1]]) < LEAST_THINGS:
        return None
    before, newest = years[-2:]
    measure = table.schema.with_role(Role.MEASURE)[0]
    labels = label_fields(table, year)
    adds = additivity(table, measure.name, table.rows) is not Additivity.NON_ADDITIVE
    steady = _steady(dataset, table, before, newest)
    rows = []
    for rank, key, place in _ranked(columns[newest]):
        row = table.rows[place - 2]
        names = [reader.cell(place, row, field) for field in labels]
        old = columns[before].get(key)
        rows.append(
            (
                number_cell(rank) if rank else no_number(),
                *names,
                reader.cell(place, row, measure),
                reader.cell(old.place, table.rows[old.place - 2], measure)
                if old
                else no_number(""),
                *(_change(old, columns[newest][key], measure, adds) if steady else ()),
            )
        )
    headings = [
        Heading(text(message("web.rank")), "", True),
        *(Heading(field.title) for field in labels),
        Heading(str(newest), measure.unit or "", True),
        Heading(str(before), measure.unit or "", True),
        *(_change_headings(measure, adds) if steady else ()),
    ]
    doubted = any(standing.doubtful for standing in columns[newest].values())
    title = message(
        "web.ranking",
        title=table.title,
        newest=str(newest),
        among=message("web.among-certain") if doubted else NOTHING,
        compared=message("web.and-change-since", before=str(before)) if steady else NOTHING,
    )
    return finished(text(title), headings, rows, 1 + len(labels))


def _steady(dataset: Dataset, table: Table, before: int, newest: int) -> bool:
    """Whether the two years were counted alike."""
    years = (Period(when, 0, PeriodKind.YEAR) for when in (before, newest))
    return break_between(dataset, table, table.rows, *years) is None


def _change_headings(measure: Field, adds: bool) -> tuple[Heading, ...]:
    changed = text(message("web.changed"))
    if is_percent(measure.unit or ""):
        return (Heading(changed, text(message("web.percentage-points")), True),)
    own = Heading(changed, measure.unit or "", True)
    return (own, Heading(changed, "%", True)) if adds else (own,)


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where a value stands (spreadsheet row), and whether it is doubtful or a total: no rank."""

    place: int
    value: Number
    doubtful: bool


def _columns(table: Table, year: str) -> dict[int, dict[Key, _Standing]]:
    """Per year: each thing whose value may be used."""
    measure = table.schema.with_role(Role.MEASURE)[0].name
    names = tuple(
        field.name
        for field in table.schema.fields
        if field.role in (Role.DIMENSION, Role.CODE, Role.UNIT) and field.name != year
    )
    found: dict[int, dict[Key, _Standing]] = {}
    for place, row in enumerate(table.rows, start=2):
        value, status = table.value(row, measure), table.status(row)
        if isinstance(value, Number) and status.counts:
            when = int(str(table.value(row, year)))
            whole = any(is_total(str(table.value(row, name))) for name in names)
            standing = _Standing(place, value, status.doubted or whole)
            found.setdefault(when, {})[table.key(row, names)] = standing
    return found


def _ranked(column: dict[Key, _Standing]) -> Iterator[tuple[int, Key, int]]:
    """Rank, thing and row number, the largest first; equal values share a rank.

    Doubtful values come last, with the rank 0.
    """
    rank, last = 0, None
    ordered = sorted(column.items(), key=lambda item: (item[1].doubtful, -item[1].value))
    for position, (key, found) in enumerate(ordered, start=1):
        rank = rank if found.value == last else position
        last = found.value
        yield 0 if found.doubtful else rank, key, found.place


def _change(old: _Standing | None, new: _Standing, measure: Field, adds: bool) -> tuple[Cell, ...]:
    """The difference, and the percentage where one means something."""
    if old is None or old.doubtful or new.doubtful:
        return (no_number(""),) * (1 + adds)
    difference = number_cell(new.value - old.value, _signed(number(new.value - old.value)))
    if not adds:
        return (difference,)
    few = old.value < FEW_CASES and not is_money(measure.unit or "")
    if few or old.value <= 0:
        return difference, no_number()
    share = round(100 * float(new.value - old.value) / float(old.value), 1)
    return difference, number_cell(share, _signed(number(share)))


def _signed(text: str) -> str:
    return f"+{text}" if text[0].isdigit() and text != "0" else text
