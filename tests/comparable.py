"""The invented agency's table, declared comparable with other agencies'."""

from __future__ import annotations

import json
from pathlib import Path

from support import change

SAME = {
    "konsep": "penerima",
    "tabel": "penerima",
    "waktu": "tahun",
    "pengertian": "penerima bantuan",
    "sama": True,
    "beda": "Menurut buku.",
    "oleh": "Tim Uji",
    "tanggal": "2026-01-02",
}


def declare(data: Path, **more: object) -> None:
    """Declare the invented table comparable."""
    text = json.dumps({**SAME, **more})
    file = data / "datasets/contoh/penerima/datapackage.json"
    old = '"subjek": "statistik",'
    change(file, old, f'{old} "perbandingan": [{text}],')
