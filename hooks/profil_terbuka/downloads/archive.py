"""The data package as one ZIP with a README; equal data gives equal bytes."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping

from ..model import Agency, Dataset
from ..wording import years


def archive(dataset: Dataset, agency: Agency, package: Mapping[str, bytes]) -> bytes:
    """ZIP bytes holding <slug>/ with the package's files and BACA-SAYA.txt."""
    moment = datetime.datetime.fromisoformat(dataset.created).timetuple()[:6]
    files = {**package, "BACA-SAYA.txt": _readme(dataset, agency).encode()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{dataset.slug}/{name}", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            target.writestr(entry, files[name])
    return buffer.getvalue()


def _readme(dataset: Dataset, agency: Agency) -> str:
    lines = [
        dataset.title,
        "=" * len(dataset.title),
        "",
        dataset.description,
        "",
        f"Penerbit : {agency.name}",
        f"Versi    : {dataset.version}",
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
