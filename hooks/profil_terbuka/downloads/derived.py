"""The same rows in other shapes: for Excel set to Indonesian, and with years as columns.

Each is a resource of its own in the published package, with the dialect and the columns it has.
"""

from __future__ import annotations

import copy
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model import CellStatus, Field, Role, Table, Value
from ..system.canonical import csv_text

WIDE = "-lebar.csv"
EXCEL = ".id-excel.csv"
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_KEYS = {Role.DIMENSION, Role.CODE, Role.UNIT}
_STATUS = "status"


@dataclass(frozen=True)
class Derived:
    """A file made from the table named `table`; `resource` describes it in the package."""

    table: str
    path: str
    data: bytes
    rows: int
    resource: Mapping[str, Any]


def for_excel(table: Table, resource: Mapping[str, Any]) -> Derived:
    """A CSV that Excel opens right where the decimal mark is a comma: semicolons, BOM, CRLF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([field.name for field in table.schema.fields])
    decimal = [field.type == "number" for field in table.schema.fields]
    for row in table.cells:
        writer.writerow(
            cell.replace(".", ",") if comma else cell
            for cell, comma in zip(row, decimal, strict=True)
        )
    described = copy.deepcopy(dict(resource))
    for column in described["schema"]["fields"]:
        if column["type"] == "number":
            column["decimalChar"] = ","
    described |= {
        "name": f"{table.name}.id-excel",
        "title": f"{table.title} (CSV untuk Excel berbahasa Indonesia)",
        "path": f"{table.name}{EXCEL}",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n"},
        "turunan": table.name,
    }
    path = str(described["path"])
    return Derived(table.name, path, (_BOM + text.getvalue()).encode(), len(table.rows), described)


def wide(table: Table, resource: Mapping[str, Any]) -> Derived | None:
    """One row for each place or kind, one column for each year, as people draw up such tables.

    None where a table has no such form: not several years, more than one measure, nothing but
    years, or several rows that would fall on one cell: nothing is ever added up. Values that do not
    count are left out; the last column says which and why.
    """
    shape = _shape(table)
    if shape is None:
        return None
    year, measure, keys = shape
    years = sorted({int(str(value)) for value in table.column(year.name)})
    grouped: dict[tuple[Value, ...], dict[int, tuple[str, CellStatus]]] = {}
    names = tuple(field.name for field in keys)
    for row, cells in zip(table.rows, table.cells, strict=True):
        when = int(str(table.value(row, year.name)))
        found = grouped.setdefault(table.key(row, names), {})
        if when in found:
            return None
        found[when] = (cells[table.schema.position[measure.name]], table.status(row))
    if len(years) < 2 or len(grouped) < 2:
        return None
    marked = any(
        status is not CellStatus.NORMAL for row in grouped.values() for _, status in row.values()
    )
    head = [*names, *(period_column(str(year)) for year in years), *([_STATUS] if marked else [])]
    if len(set(head)) < len(head):
        return None
    rows = [_wide_row(key, found, years, marked) for key, found in grouped.items()]
    path = f"{table.name}{WIDE}"
    described = _wide_resource(table, resource, shape, years, marked)
    return Derived(table.name, path, csv_text(head, rows), len(rows), described)


def period_column(text: str) -> str:
    """The name of a period's column: 'tahun_2022'.

    A heading of bare years passes for a row of data: DuckDB takes it for one.
    """
    return f"tahun_{text}"


_Shape = tuple[Field, Field, tuple[Field, ...]]


def _shape(table: Table) -> _Shape | None:
    """Year, measure and the columns that name a row; None where it is not one of each."""
    dimensions = table.schema.with_role(Role.DIMENSION)
    years = [field for field in dimensions if field.type == "year"]
    measures = table.schema.with_role(Role.MEASURE)
    keys = tuple(f for f in table.schema.fields if f.role in _KEYS and f not in years)
    if len(years) != 1 or len(measures) != 1 or not keys or None in table.column(years[0].name):
        return None
    return years[0], measures[0], keys


def _wide_row(
    key: tuple[Value, ...],
    found: Mapping[int, tuple[str, CellStatus]],
    years: list[int],
    marked: bool,
) -> Iterator[str]:
    yield from ("" if value is None else _written(value) for value in key)
    for year in years:
        cell, status = found.get(year, ("", CellStatus.NORMAL))
        yield cell if status.counts else ""
    if marked:
        told = ((year, found[year][1]) for year in years if year in found)
        yield "; ".join(
            f"{year} {status.value}" for year, status in told if status is not CellStatus.NORMAL
        )


def _written(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _wide_key(table: Table, keys: tuple[Field, ...]) -> dict[str, list[str]]:
    """The columns that name a row are its key, unless some are empty somewhere."""
    names = [field.name for field in keys]
    whole = all(None not in table.column(name) for name in names)
    return {"primaryKey": names} if whole else {}


def _wide_resource(
    table: Table, resource: Mapping[str, Any], shape: _Shape, years: list[int], marked: bool
) -> dict[str, Any]:
    _, measure, keys = shape
    own = {column["name"]: column for column in resource["schema"]["fields"]}
    fields = [copy.deepcopy(own[field.name]) for field in keys]
    for year in years:
        fields.append(
            {
                **copy.deepcopy(own[measure.name]),
                "name": period_column(str(year)),
                "title": str(year),
                "description": f"{measure.description} Tahun {year}.",
                "constraints": {},
            }
        )
    if marked:
        fields.append(
            {
                "name": _STATUS,
                "title": "Status nilai",
                "description": "Tahun dan kode mutu nilai yang bukan A, dipisah titik koma.",
                "type": "string",
                "peran": Role.STATUS.value,
            }
        )
    return {
        **{key: resource[key] for key in ("type", "format", "mediatype", "encoding", "dialect")},
        "name": f"{table.name}-lebar",
        "title": f"{table.title} (tahun sebagai kolom)",
        "description": "Nilai yang tidak dihitung dikosongkan; lihat kolom status dan catatan.",
        "path": f"{table.name}{WIDE}",
        "schema": {"fields": fields, "missingValues": [""], **_wide_key(table, keys)},
        "turunan": table.name,
    }
