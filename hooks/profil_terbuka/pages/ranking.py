"""A table over the years as a ranking: the newest year, and how it changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model import Role, Table, Value
from ..wording import number
from .grid import Cell, Grid, Heading, Reader, finished, label_fields, year_to_spread

LEAST_THINGS = 10
"""Fewer things can be compared at a glance without ranks."""

Key = tuple[Value, ...]
Number = int | Decimal


def ranking(reader: Reader) -> Grid | None:
    """Things by their value in the newest year with valid values, with the change since before.

    Values that may not be used (invalid, withheld) are no basis for a change: the year before is
    the newest earlier one that has valid values. None where there is nothing to rank.
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
    rows = []
    for rank, key, place, value in _ranked(columns[newest]):
        row = table.rows[place - 2]
        names = [reader.cell(place, row, field) for field in labels]
        old = columns[before].get(key)
        rows.append(
            (
                Cell(str(rank), numeric=True),
                *names,
                reader.cell(place, row, measure),
                reader.cell(old[0], table.rows[old[0] - 2], measure) if old else Cell("", True),
                *(_change(old[1], value) if old else (Cell("", True), Cell("", True))),
            )
        )
    unit = measure.unit or ""
    headings = [
        Heading("Peringkat", "", True),
        *(Heading(field.title) for field in labels),
        Heading(str(newest), unit, True),
        Heading(str(before), unit, True),
        Heading("Berubah", unit, True),
        Heading("Berubah", "%", True),
    ]
    title = f"{table.title}: peringkat {newest}, dan perubahan dari {before}"
    return finished(title, headings, rows, 1 + len(labels))


def _columns(table: Table, year: str) -> dict[int, dict[Key, tuple[int, Number]]]:
    """Per year: row number and value of each thing whose value may be used."""
    measure = table.schema.with_role(Role.MEASURE)[0].name
    names = tuple(
        field.name
        for field in table.schema.fields
        if field.role in (Role.DIMENSION, Role.CODE, Role.UNIT) and field.name != year
    )
    found: dict[int, dict[Key, tuple[int, Number]]] = {}
    for place, row in enumerate(table.rows, start=2):
        value = table.value(row, measure)
        if isinstance(value, Number) and table.status(row).counts:
            when = int(str(table.value(row, year)))
            found.setdefault(when, {})[table.key(row, names)] = (place, value)
    return found


def _ranked(column: dict[Key, tuple[int, Number]]) -> Iterator[tuple[int, Key, int, Number]]:
    """Rank, thing, row number and value, the largest first; equal values share a rank."""
    rank, last = 0, None
    ordered = sorted(column.items(), key=lambda item: -item[1][1])
    for position, (key, (place, value)) in enumerate(ordered, start=1):
        rank = rank if value == last else position
        last = value
        yield rank, key, place, value


def _change(old: Number, new: Number) -> tuple[Cell, Cell]:
    """The difference, and the percentage where there is something to compare with."""
    share = number(round(100 * float(new - old) / float(old), 1)) if old else "\N{EM DASH}"
    return Cell(_signed(number(new - old)), numeric=True), Cell(_signed(share), numeric=True)


def _signed(text: str) -> str:
    return f"+{text}" if text[0].isdigit() and text != "0" else text
