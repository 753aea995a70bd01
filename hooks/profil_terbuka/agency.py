"""An agency's identity (datasets/<agency>/instansi.yml) as an Agency."""

from __future__ import annotations

from pathlib import Path

from .documents import read
from .findings import Finding
from .model import Agency, KeyFigure, OfficialContact

NAME = "instansi.yml"


def load(folder: Path, file: str) -> tuple[Agency | None, tuple[Finding, ...]]:
    """The agency described in `folder`, or None with findings; `file` is the path people see."""
    document, findings = read(folder / NAME, file, "instansi.schema.json")
    if document is None:
        return None, findings
    return (
        Agency(
            slug=folder.name,
            name=document["nama"],
            short_name=document["nama_singkat"],
            region=document["wilayah"],
            summary=document["ringkasan"],
            book=document["buku"],
            address=document["alamat"],
            phone=document.get("telepon"),
            website=document.get("situs"),
            colour=document["warna"],
            menu=tuple(document["menu"]),
            site_url=document.get("alamat_situs"),
            official=tuple(
                OfficialContact(item["nilai"], item["peran"])
                for item in document.get("kontak_resmi", ())
            ),
            figures=tuple(
                KeyFigure(item["judul"], item["angka"]) for item in document.get("angka_utama", ())
            ),
        ),
        (),
    )
