"""Documents of the invented agency: files in its folder, and the rows that tell of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw

from papers import scanned
from profil_terbuka.privacy.contents import document_fingerprint

REGISTER = "datasets/contoh/dokumen-ppid/dokumen-ppid.csv"
FOLDER = "datasets/contoh/dokumen"
PLAN = "Renja 2026.pdf"
CELLS = {
    "judul": "Rencana kerja 2026",
    "ringkasan": "Rencana setahun.",
    "berkas": PLAN,
    "pengenal": "renja-2026",
    "tanggal": "2026-01-05",
    "bentuk": "rekam daring",
    "kategori": "setiap-saat",
    "kewajiban": "perki-ss-renstra-renja",
}
"""The row of the plan."""


def scan() -> bytes:
    """A page that is a picture, as a scanner makes it: the same bytes each time."""
    page = Image.new("L", (600, 800), "white")
    ImageDraw.Draw(page).rectangle((100, 100, 500, 300), fill="black")
    return scanned(page)


def put(repository: Path, name: str, content: bytes) -> None:
    """Lay a file into the folder of documents."""
    folder = repository / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)


def register(repository: Path, *rows: Mapping[str, str]) -> None:
    """Write the register anew: each row is that of the plan with other cells."""
    file = repository / REGISTER
    head = file.read_text("utf-8").splitlines()[0]
    lines = [
        ",".join({"nomor": str(number), **CELLS, **row}.get(name, "") for name in head.split(","))
        for number, row in enumerate(rows, start=1)
    ]
    file.write_text("\n".join([head, *lines]) + "\n", "utf-8")


def vouched(content: bytes) -> dict[str, str]:
    """The cells that say somebody has read a scan through."""
    return {
        "diperiksa_oleh": "Sekretaris",
        "diperiksa_tanggal": "2026-01-06",
        "sidik_diperiksa": document_fingerprint(content),
    }
