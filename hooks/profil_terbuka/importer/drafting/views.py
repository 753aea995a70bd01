"""A first chart for a draft: one period, every row one bar or point, nothing added up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from ...model import Role
from ...model.identifiers import Identifier
from .columns import DraftColumn

MOST_SERIES = 8
MOST_CATEGORIES = 20
MOST_RANKED = 40
"""What the charts can show without folding the rest into one (charts/data.py)."""

Row = dict[str, str]


def first_view(table: str, title: str, columns: Sequence[DraftColumn]) -> dict[str, Any] | None:
    """An entry of `grafik` for the first measure, or None where no chart fits without adding up."""
    measures = [column for column in columns if column.role is Role.MEASURE]
    if not measures:
        return None
    measure = measures[0]
    names = [column.name for column in columns]
    cells = zip(*(column.cells for column in columns), strict=True)
    rows = [dict(zip(names, row, strict=True)) for row in cells]
    rows = [row for row in rows if row[measure.name]]
    if not rows or not _one_unit(columns, rows):
        return None
    shape = _over_years(columns, rows) or _newest(columns, rows)
    if shape is None:
        return None
    named_already = len(measures) == 1 or measure.title.casefold() in title.casefold()
    told = title if named_already else f"{title}: {measure.title}"
    named = {"nama": shape.pop("nama"), "judul": told, "jenis": shape.pop("jenis")}
    return {**named, "tabel": table, **shape, "ukuran": measure.name}


def _one_unit(columns: Sequence[DraftColumn], rows: Sequence[Row]) -> bool:
    unit = next((column.name for column in columns if column.role is Role.UNIT), None)
    return unit is None or len({row[unit] for row in rows}) == 1


def _things(columns: Sequence[DraftColumn]) -> list[DraftColumn]:
    """What is counted: columns of names, the innermost first."""
    return [
        column
        for column in reversed(columns)
        if column.role is Role.DIMENSION
        and column.type == "string"
        and column.names is not Identifier.TIME
        and column.full
    ]


def _times(columns: Sequence[DraftColumn]) -> list[DraftColumn]:
    """The columns that say when: years, months, quarters."""
    return [
        column
        for column in columns
        if column.names is Identifier.TIME and column.role is Role.DIMENSION
    ]


def _apart(rows: Sequence[Row], names: Sequence[str]) -> bool:
    """Whether these columns tell the rows apart, so that nothing falls on one point."""
    return len({tuple(row[name] for name in names) for row in rows}) == len(rows)


def _variety(rows: Sequence[Row], name: str) -> int:
    return len({row[name] for row in rows})


def _over_years(columns: Sequence[DraftColumn], rows: Sequence[Row]) -> dict[str, Any] | None:
    """A line for each of a few things over the years."""
    times = _times(columns)
    year = next((column.name for column in times if column.is_period), None)
    if year is None or len(times) > 1 or _variety(rows, year) < 2:
        return None
    named = "per-tahun" if times[0].type == "year" else "per-periode"
    line: dict[str, Any] = {"nama": named, "jenis": "garis", "sumbu": year}
    if _apart(rows, [year]):
        return line
    for thing in _things(columns):
        if _apart(rows, [year, thing.name]) and _variety(rows, thing.name) <= MOST_SERIES:
            return {**line, "seri": thing.name}
    return None


def _newest(columns: Sequence[DraftColumn], rows: Sequence[Row]) -> dict[str, Any] | None:
    """The newest period: its things ranked, or side by side; without things its months."""
    times = _times(columns)
    things = [thing.name for thing in _things(columns)]
    parts = [column for column in times if not column.is_period]
    if not things and len(parts) == 1:
        times.remove(parts[0])
    where: dict[str, int | str] = {}
    for column in times:
        newest = _latest(column, rows)
        rows = [row for row in rows if row[column.name] == newest]
        where[column.name] = int(newest) if column.type in ("year", "integer") else newest
    shape = _ranked(things, rows) or _side_by_side(things, rows)
    if not things and len(parts) == 1:
        shape = _in_order(parts[0].name, rows)
    return {**shape, **({"saring": where} if where else {})} if shape else None


def _ranked(things: Sequence[str], rows: Sequence[Row]) -> dict[str, Any] | None:
    for thing in things if len(rows) <= MOST_RANKED else ():
        if _apart(rows, [thing]) and _variety(rows, thing) <= MOST_RANKED:
            named = {"nama": "peringkat", "jenis": "batang-mendatar"}
            return {**named, "sumbu": thing, "urut": "nilai"}
    return None


def _side_by_side(things: Sequence[str], rows: Sequence[Row]) -> dict[str, Any] | None:
    for pair in combinations(things, 2) if len(rows) <= MOST_SERIES * MOST_CATEGORIES else ():
        few, many = sorted(pair, key=lambda name: _variety(rows, name))
        fits = _variety(rows, few) <= MOST_SERIES and _variety(rows, many) <= MOST_CATEGORIES
        if fits and _apart(rows, [few, many]):
            named = {"nama": "berdampingan", "jenis": "batang-berkelompok"}
            return {**named, "sumbu": many, "seri": few}
    return None


def _in_order(part: str, rows: Sequence[Row]) -> dict[str, Any] | None:
    """Months, quarters or half-years as they follow each other."""
    if not _apart(rows, [part]) or _variety(rows, part) > MOST_CATEGORIES:
        return None
    return {"nama": f"per-{part.replace('_', '-')}", "jenis": "batang", "sumbu": part}


def _latest(column: DraftColumn, rows: Sequence[Row]) -> str:
    """The newest point in time: the highest number, or for names of months that of the last row."""
    cells = [row[column.name] for row in rows if row[column.name]]
    if column.type in ("year", "integer"):
        return max(cells, key=int)
    return max(cells) if column.is_period else cells[-1]
