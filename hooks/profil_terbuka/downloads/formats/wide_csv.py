"""Years as columns, as people draw up such tables: one row for each place or kind."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from ...model import CellStatus, Field, Role, Table, Value
from ...model.messages import message
from ...model.products import CSV
from ...system.canonical import csv_text
from ...words.catalogues import text
from ..offer import Resource, TableFile, TableFormat, TableSource, table_name

_path = table_name("-lebar.csv")
_KEYS = {Role.DIMENSION, Role.CODE, Role.UNIT}
_STATUS = "status"


def wide_csv(table: Table, resource: Resource) -> TableFile | None:
    """One row for each place or kind, one column for each year.

    None where a table has no such form: not several years, more than one measure, nothing but
    years, or several rows that would fall on one cell: nothing is ever added up. Values that do not
    count are left out; the last column says which and why.

    >>> from profil_terbuka.model.invented import invented_table
    >>> rows = ((2023, "Utara", 3), (2023, "Timur", 4), (2024, "Utara", 5), (2024, "Timur", 6))
    >>> table = invented_table("tahun, desa, jumlah (orang)", *rows)
    >>> fields = [{"name": field.name, "type": field.type} for field in table.schema.fields]
    >>> keys = ("type", "format", "mediatype", "encoding", "dialect")
    >>> made = wide_csv(table, {**dict.fromkeys(keys, ""), "schema": {"fields": fields}})
    >>> print(made.data.decode().strip())
    desa,tahun_2023,tahun_2024
    Utara,3,5
    Timur,4,6
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
    head = [*names, *(period_column(str(year)) for year in years)]
    if marked:
        head.append(_STATUS)
    if len(set(head)) < len(head):
        return None
    rows = [_wide_row(key, found, years, marked) for key, found in grouped.items()]
    described = _wide_resource(table, resource, shape, years, marked)
    return TableFile(csv_text(head, rows), described)


def period_column(period: str) -> str:
    """The name of a period's column: 'tahun_2022'.

    A heading of bare years passes for a row of data: DuckDB takes it for one.
    """
    return f"tahun_{period}"


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
    yield from ("" if value is None else _cell_text(value) for value in key)
    for year in years:
        cell, status = found.get(year, ("", CellStatus.NORMAL))
        yield cell if status.counts else ""
    if marked:
        told = ((year, found[year][1]) for year in years if year in found)
        yield "; ".join(
            f"{year} {status.value}" for year, status in told if status is not CellStatus.NORMAL
        )


def _cell_text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _wide_key(table: Table, keys: tuple[Field, ...]) -> dict[str, list[str]]:
    """The columns that name a row are its key, unless some are empty somewhere."""
    names = [field.name for field in keys]
    whole = all(None not in table.column(name) for name in names)
    return {"primaryKey": names} if whole else {}


def _wide_resource(
    table: Table, resource: Resource, shape: _Shape, years: list[int], marked: bool
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
                "description": text(
                    message("downloads.wide-column", measure=measure.description, year=str(year))
                ),
                "constraints": {},
            }
        )
    if marked:
        fields.append(
            {
                "name": _STATUS,
                "title": text(message("downloads.wide-status")),
                "description": text(message("downloads.wide-status-means")),
                "type": "string",
                "peran": Role.STATUS.value,
            }
        )
    return {
        **{key: resource[key] for key in ("type", "format", "mediatype", "encoding", "dialect")},
        "name": f"{table.name}-lebar",
        "title": text(message("downloads.wide-title", table=table.title)),
        "description": text(message("downloads.wide-description")),
        "path": _path(table),
        "schema": {"fields": fields, "missingValues": [""], **_wide_key(table, keys)},
        "turunan": table.name,
    }


def _write(source: TableSource) -> TableFile | None:
    return wide_csv(source.table, source.resource)


FORMAT = TableFormat(
    kind=CSV,
    name=_path,
    title=lambda table: message("downloads.wide", table=table.title),
    write=_write,
    packaged=True,
    keeps_rows=False,
)
