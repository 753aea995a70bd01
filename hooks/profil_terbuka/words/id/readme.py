"""The text file that lies in an archive, in Indonesian."""

from __future__ import annotations

from ...model import Agency, Catalog, Dataset
from .dates import years


def package_readme(dataset: Dataset, agency: Agency) -> str:
    """What the package is, who made it of what, and what each file holds."""
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


def catalogue_readme(catalog: Catalog) -> str:
    """All datasets of an agency, a line each."""
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
