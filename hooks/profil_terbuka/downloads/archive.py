"""Data packages as ZIP files with a README; equal data gives equal bytes."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Agency, Catalog, Dataset
from ..system.canonical import zip_bytes
from ..words.dates import years

README = "BACA-SAYA.txt"
_EARLIEST = "1980-01-01T00:00:00Z"
"""The first moment a ZIP file can hold."""


def archive(dataset: Dataset, agency: Agency, package: Mapping[str, bytes]) -> bytes:
    """ZIP bytes holding <slug>/ with the package's files and BACA-SAYA.txt."""
    files = {**package, README: _readme(dataset, agency).encode()}
    inside = {f"{dataset.slug}/{name}": data for name, data in files.items()}
    return zip_bytes(inside, dataset.created)


def everything(catalog: Catalog, packages: Mapping[str, Mapping[str, bytes]]) -> bytes:
    """All packages of an agency in one ZIP: <agency>/<slug>/..., with a README that lists them.

    `packages` holds each dataset's files by slug. A file is dated like the newest dataset.
    """
    top = catalog.agency.slug
    files = {
        f"{top}/{slug}/{name}": data
        for slug, package in packages.items()
        for name, data in package.items()
    }
    files[f"{top}/{README}"] = _contents(catalog).encode()
    return zip_bytes(files, max((item.created for item in catalog.datasets), default=_EARLIEST))


def _contents(catalog: Catalog) -> str:
    title = f"Semua data {catalog.agency.name}"
    lines = [
        title,
        "=" * len(title),
        "",
        "Satu folder untuk satu dataset; masing-masing paket data Frictionless yang utuh.",
        f"Sumber   : {catalog.agency.book}",
        "",
        *(f"{item.slug}/ : {item.title} (edisi {item.version})" for item in catalog.datasets),
        "",
    ]
    return "\n".join(lines)


def _readme(dataset: Dataset, agency: Agency) -> str:
    lines = [
        dataset.title,
        "=" * len(dataset.title),
        "",
        dataset.description,
        "",
        f"Penerbit : {agency.name}",
        f"Edisi    : {dataset.version}",
        f"Tahun    : {years(dataset.coverage.start, dataset.coverage.end)}",
        *(f"Sumber   : {source.title}, bagian {source.section}" for source in dataset.sources),
        *(f"Lisensi  : {licence.title}, {licence.path}" for licence in dataset.licences),
        "",
        "Isi paket",
        "---------",
        "datapackage.json : keterangan tiap tabel dan kolom (Frictionless Data Package v2)",
        *(f"{table.path} : {table.title} ({len(table.rows)} baris)" for table in dataset.tables),
        "",
        "Periksa sendiri: pip install frictionless, lalu frictionless validate datapackage.json",
        "",
    ]
    if dataset.notes:
        lines += ["Catatan mutu data", "-----------------"]
        lines += [f"* {note.reason}" for note in dataset.notes]
        lines.append("")
    return "\n".join(lines)
