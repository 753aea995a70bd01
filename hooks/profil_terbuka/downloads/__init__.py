"""A dataset as files to download: {name: bytes}, the same bytes for the same data."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Agency, Dataset
from ..products import DOSSIER, Download
from .archive import archive
from .comparison import comparison_csv
from .package import NOTES, csv_bytes, descriptor_bytes, notes_bytes, records_bytes
from .workbook import workbook

__all__ = ["comparison_csv", "offered", "produce"]


def produce(dataset: Dataset, agency: Agency) -> dict[str, bytes]:
    """All files of one dataset by name, relative to its address data/<slug>/."""
    tables = {table.path: csv_bytes(table) for table in dataset.tables}
    if dataset.notes:
        tables[NOTES] = notes_bytes(dataset)
    package = {**tables, "datapackage.json": descriptor_bytes(dataset, tables)}
    return {
        **package,
        f"{dataset.slug}.xlsx": workbook(dataset, agency),
        f"{dataset.slug}.json": records_bytes(dataset),
        f"{dataset.slug}.zip": archive(dataset, agency, package),
    }


def offered(dataset: Dataset, files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """The download list of a dataset page, the most wanted first."""
    slug = dataset.slug
    whole = (
        (f"{slug}.xlsx", "Semua tabel, kamus, catatan, dan sumber untuk Excel"),
        (f"{slug}{DOSSIER}", "Dosir: tabel, grafik, dan catatan dalam satu berkas luring"),
        (f"{slug}.json", "Semua tabel beserta keterangannya untuk program"),
        (f"{slug}.zip", "Paket data lengkap (Frictionless Data Package)"),
        ("datapackage.json", "Deskriptor paket data"),
    )
    tables = [
        Download(table.path, table.title, len(files[table.path]), len(table.rows), table.name)
        for table in dataset.tables
    ]
    if NOTES in files:
        tables.append(Download(NOTES, "Catatan mutu data", len(files[NOTES]), len(dataset.notes)))
    others = [Download(name, title, len(files[name])) for name, title in whole if name in files]
    return (*tables, *others)
