"""An agency's identity (datasets/<agency>/instansi.yml) as an Agency."""

from __future__ import annotations

from pathlib import Path

from . import codes
from .colours import READABLE, contrast
from .documents import read
from .findings import Finding, Place
from .model import Agency, KeyFigure, OfficialContact
from .wording import number

NAME = "instansi.yml"
PAPER = "#ffffff"
"""Header text on the agency's colour, and links in it on the page."""


def load(folder: Path, file: str) -> tuple[Agency | None, tuple[Finding, ...]]:
    """The agency described in `folder`, or None with findings; `file` is the path people see."""
    document, findings = read(folder / NAME, file, "instansi.schema.json")
    if document is None:
        return None, findings
    ratio = contrast(document["warna"], PAPER)
    if ratio < READABLE:
        message = (
            f"Warna `{document['warna']}` terhadap putih berkontras {number(round(ratio, 1))}, "
            f"paling sedikit {number(READABLE)}."
        )
        return None, (Finding(codes.COLOUR_UNREADABLE, Place(file), message),)
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
