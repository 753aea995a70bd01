"""Data as files to download: {name: bytes}, the same bytes for the same data.

Of one dataset (`produce`), and of all that an agency publishes (`produce_all`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from ..model import Agency, Catalog, Dataset, Table
from ..model.products import DOSSIER, Download
from ..system.cache import Cache
from .archive import archive, everything
from .comparison import comparison_csv
from .database import database
from .derived import EXCEL, WIDE, Derived, for_excel, wide
from .package import NOTES, csv_bytes, descriptor_bytes, notes_bytes, records_bytes
from .parquet import parquet
from .workbook import workbook

__all__ = [
    "DATABASE",
    "EVERYTHING",
    "NOTES",
    "comparison_csv",
    "offered",
    "produce",
    "produce_all",
]

DATABASE = "data.sqlite"
EVERYTHING = "semua-data.zip"
DESCRIPTOR = "datapackage.json"
SHAPES = {
    WIDE: "tahun sebagai kolom",
    EXCEL: "CSV untuk Excel berbahasa Indonesia (titik koma, koma desimal)",
    ".parquet": "Parquet untuk pengolah data",
}
"""Further files of each table: what follows its name, and what they are."""


def produce(dataset: Dataset, agency: Agency, cache: Cache) -> dict[str, bytes]:
    """All files of one dataset by name, relative to its address data/<slug>/."""
    derived = tuple(_derived(dataset))
    tables = {table.path: csv_bytes(table) for table in dataset.tables}
    tables |= {item.path: item.data for item in derived}
    if dataset.notes:
        tables[NOTES] = notes_bytes(dataset)
    described = descriptor_bytes(dataset, tables, [item.resource for item in derived])
    package = {**tables, DESCRIPTOR: described}
    return {
        **package,
        f"{dataset.slug}.xlsx": workbook(dataset, agency),
        f"{dataset.slug}.json": records_bytes(dataset),
        **{f"{table.name}.parquet": parquet(table, dataset, cache) for table in dataset.tables},
        f"{dataset.slug}.zip": archive(dataset, agency, package),
    }


def produce_all(catalog: Catalog, packages: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    """Everything at once; `packages` holds what `produce` made, by slug."""
    inside = {
        slug: {name: data for name, data in files.items() if _in_package(name)}
        for slug, files in packages.items()
    }
    return {DATABASE: database(catalog), EVERYTHING: everything(catalog, inside)}


def _in_package(name: str) -> bool:
    return name == DESCRIPTOR or name.endswith(".csv")


def _derived(dataset: Dataset) -> Iterator[Derived]:
    described = cast(list[dict[str, Any]], dataset.descriptor["resources"])
    resources = {item["name"]: item for item in described}
    for table in dataset.tables:
        if (broad := wide(table, resources[table.name])) is not None:
            yield broad
        yield for_excel(table, resources[table.name])


def offered(dataset: Dataset, files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """The download list of a dataset page, the most wanted first."""
    slug = dataset.slug
    tables = [(table.path, table.title, table) for table in dataset.tables]
    whole = [
        (f"{slug}.xlsx", "Semua tabel, kamus, catatan, dan sumber untuk Excel", None),
        (f"{slug}{DOSSIER}", "Dosir: tabel, grafik, dan catatan dalam satu berkas luring", None),
        (f"{slug}.json", "Semua tabel beserta keterangannya untuk program", None),
        (f"{slug}.zip", "Paket data lengkap (Frictionless Data Package)", None),
    ]
    shapes = [
        (f"{table.name}{end}", f"{table.title}: {words}", table)
        for table in dataset.tables
        for end, words in SHAPES.items()
    ]
    besides = [(NOTES, "Catatan mutu data", None), (DESCRIPTOR, "Deskriptor paket data", None)]
    return (
        *_list((*tables, *whole), files, more=False),
        *_list((*shapes, *besides), files, more=True),
    )


def _list(
    items: Iterable[tuple[str, str, Table | None]], files: Mapping[str, bytes], *, more: bool
) -> Iterator[Download]:
    for name, title, table in items:
        if name in files:
            rows = len(table.rows) if table and not name.endswith(WIDE) else None
            held = table.name if table else ""
            yield Download(name, title, len(files[name]), rows, held, more)
