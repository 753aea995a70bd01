"""Invented values, each whole: an agency, tables and datasets that stand in no file.

Whatever a test does not care about has a sound value, so that no part of the engine meets less
than a real descriptor gives it. The worked examples of the engine are made by the same builder.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from profil_terbuka.model import (
    Agency,
    Contributor,
    Coverage,
    Dataset,
    Field,
    Licence,
    Schema,
    Table,
)
from profil_terbuka.model.invented import invented_dataset

AGENCY = Agency(
    slug="contoh",
    name="Dinas Contoh",
    short_name="Dinas Contoh",
    region="99.01",
    summary="Dinas rekaan.",
    book="Buku Profil Dinas Contoh",
    address="Jalan Contoh 1, Kota Contoh",
    phone=None,
    website=None,
    colour="#123456",
    menu=(),
)


def table_of(
    fields: Sequence[Field],
    rows: Iterable[tuple] = (),
    name: str = "data",
    key: tuple[str, ...] = (),
    **more: object,
) -> Table:
    """A table of these rows: table_of([dimension, measure], [("Utara", 3)])."""
    given = {"title": name.capitalize(), "description": f"{name.capitalize()}.", **more}
    path = f"{name}.csv"
    given = {"path": path, "file": path, "schema": Schema(tuple(fields), key), **given}
    return Table(name=name, rows=tuple(rows), **given)  # type: ignore[arg-type]


def dataset_of(fields: Sequence[Field], rows: Iterable[tuple], **more: object) -> Dataset:
    """A dataset `data` of one table `data`."""
    return dataset_with(table_of(fields, rows), **more)


def dataset_with(*tables: Table, **more: object) -> Dataset:
    """A dataset of these tables, called like the first of them."""
    given = {
        "description": tables[0].description,
        "coverage": Coverage("61.71"),
        "licences": (Licence("CC-BY-4.0", "Atribusi", "https://lisensi.example/by/4.0/"),),
        "contributors": (Contributor("Dinas Contoh", ("creator",)),),
        "file": "datapackage.json",
    }
    return invented_dataset(*tables, **{**given, **more})
