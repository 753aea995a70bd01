"""The invented agency's table, declared comparable with other agencies'."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from programs import run, well
from support import change, fill_open_places

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
TABLE = """tahun,jenis,jumlah
2023,Bantuan pangan,120
2023,Bantuan pendidikan,45
2024,Bantuan pangan,132
2024,Bantuan pendidikan,51
"""
"""What the other agency counts."""


BY_PLACE = {"kategori": "kecamatan", "padanan": {"Utara": "utara", "Timur": "lain"}}
STATED_ALONE = {**SAME, "konsep": "penerima-jenis", "ukuran": "jumlah", **BY_PLACE}
"""What no other agency declares."""


def declare(data: Path, *others: Mapping[str, object], **more: object) -> None:
    """Declare the invented table comparable; `others` are further declarations of it."""
    text = ", ".join(map(json.dumps, ({**SAME, **more}, *others)))
    file = data / "datasets/contoh/penerima/datapackage.json"
    old = '"subjek": "statistik",'
    change(file, old, f'{old} "perbandingan": [{text}],')


def add_other_agency(project: Path) -> None:
    """A second agency, as staff begin one, that declares the same."""
    well(run(project, "baru.py", "dinas-lain", "--nama", "Dinas Lain"))
    sheet = project / "contoh-penerima.csv"
    sheet.write_text(TABLE, "utf-8")
    brought = ("dinas-lain", "--berkas", str(sheet), "--satuan", "orang", "--tulis")
    well(run(project, "impor.py", *brought))
    fill_open_places(project, "dinas-lain")
    example = project / "datasets/dinas-lain/contoh-penerima/datapackage.json"
    document = json.loads(example.read_text("utf-8"))
    document["perbandingan"] = [{**SAME, "tabel": "contoh-penerima", "ukuran": "jumlah"}]
    example.write_text(json.dumps(document), "utf-8")
