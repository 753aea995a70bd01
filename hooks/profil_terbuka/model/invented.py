"""Small tables, datasets and agencies that nobody has published: for worked examples and tests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .agencies import Agency, Catalog
from .packages import Contributor, Coverage, Dataset, Source
from .tables import CellStatus, Constraints, Field, Role, Schema, Table, Value

REGION = "99.01"
_MEASURE = re.compile(r"(\w+) \((.*)\)")
_STATUSES = tuple(map(str, CellStatus))


def invented_field(column: str, columns: Sequence[str] = ()) -> Field:
    """A column by its name, as a descriptor would declare it; `jumlah (orang)` is a measure.

    >>> invented_field("tahun").type, invented_field("jumlah (orang)").unit
    ('year', 'orang')
    >>> invented_field("kode_kelurahan", ["kode_kelurahan", "kelurahan"]).labels
    'kelurahan'
    """
    if measure := _MEASURE.fullmatch(column):
        return _field(measure[1], Role.MEASURE, "integer", unit=measure[2])
    if column == "status":
        return _field(column, Role.STATUS, constraints=Constraints(True, _STATUSES))
    named = column.removeprefix("kode_")
    if column != named and named in columns:
        return _field(column, Role.CODE, labels=named)
    roles = {"satuan": Role.UNIT, "keterangan": Role.REMARK, "halaman": Role.ORIGIN}
    if column in roles or column.endswith("_tercetak"):
        return _field(column, roles.get(column, Role.PRINTED))
    return _field(column, Role.DIMENSION, "year" if column == "tahun" else "string")


def _field(name: str, role: Role, kind: str = "string", **more: Any) -> Field:
    return Field(name, name.capitalize(), kind, "", role, **more)


def invented_table(
    columns: str, *rows: tuple[Value, ...], name: str = "data", title: str = "Data"
) -> Table:
    """A table of these columns, parted by commas; every dimension belongs to its key.

    >>> table = invented_table("tahun, kelurahan, jumlah (orang)", (2024, "Utara", 7))
    >>> table.cells, table.schema.primary_key
    ((('2024', 'Utara', '7'),), ('tahun', 'kelurahan'))
    """
    listed = columns.split(", ")
    fields = tuple(invented_field(column, listed) for column in listed)
    key = tuple(field.name for field in fields if field.role is Role.DIMENSION)
    cells = tuple(tuple("" if value is None else str(value) for value in row) for row in rows)
    file = f"datasets/rekaan/{name}/{name}.csv"
    return Table(name, title, "", f"{name}.csv", file, Schema(fields, key), cells, rows)


def invented_dataset(*tables: Table, **more: Any) -> Dataset:
    """A dataset named like its first table; `more` is what else its descriptor says.

    >>> invented_dataset(invented_table("tahun, jumlah (orang)", (2024, 7))).slug
    'data'
    """
    slug = tables[0].name
    file = f"datasets/rekaan/{slug}/datapackage.json"
    told: dict[str, Any] = {
        "slug": slug,
        "title": tables[0].title,
        "description": "",
        "version": "1.0.0",
        "created": "2026-11-22T00:00:00Z",
        "subject": "statistik",
        "frequency": "tahunan",
        "coverage": Coverage(REGION),
        "keywords": (),
        "licences": (),
        "contributors": (Contributor("Dinas Rekaan", ("creator",)),),
        "sources": (Source("Buku", "1", "A"),),
        "tables": tables,
        "views": (),
        "rules": (),
        "notes": (),
        "descriptor": {},
        "file": file,
    }
    return Dataset(**{**told, **more})


def invented_catalog(*datasets: Dataset, **more: Any) -> Catalog:
    """What an invented agency publishes.

    >>> invented_catalog().agency.short_name
    'Dinas Rekaan'
    """
    agency = Agency(
        slug="rekaan",
        name="Dinas Rekaan Kota Rekaan",
        short_name="Dinas Rekaan",
        region=REGION,
        summary="",
        book="Buku",
        address="",
        phone=None,
        website=None,
        colour="#1f5fa8",
        menu=(),
    )
    return Catalog(agency, datasets, **more)
