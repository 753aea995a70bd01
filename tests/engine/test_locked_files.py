"""Files that the system does not hand out: one sentence or finding each, and the others go on."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from profil_terbuka import pipeline
from profil_terbuka.importer import Unusable, open_book
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from support import BASE, snapshot

LEDGER = {
    "datasets/contoh/alamat.txt": "data/penerima/\n",
    "datasets/contoh/pensiun.csv": "alamat,pengganti,alasan,tanggal\n",
    "docs/contoh/foto.png": "bukan gambar",
}
FILES = [*(f"datasets/{name}" for name in snapshot(BASE / "datasets")), "docs/contoh/index.md"]
FILES += LEDGER


def lock(monkeypatch: pytest.MonkeyPatch, locked: Path) -> None:
    """As Windows does with what Excel has open; here no permission would stop the superuser."""

    def denied(method: Callable[..., Any]) -> Callable[..., Any]:
        def read(self: Path, *given: Any, **named: Any) -> Any:
            if self == locked:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
            return method(self, *given, **named)

        return read

    for name in ("read_bytes", "read_text", "open"):
        monkeypatch.setattr(Path, name, denied(getattr(Path, name)))


@pytest.mark.parametrize("file", FILES)
def test_a_locked_file_is_a_finding_with_its_name(
    data: Path, monkeypatch: pytest.MonkeyPatch, file: str, cache: Cache
) -> None:
    for name, text in LEDGER.items():
        (data / name).write_text(text, "utf-8")
    lock(monkeypatch, data / file)
    found = pipeline.examine(data, "contoh", cache).findings
    told = [
        item
        for item in found
        if item.place.file == file and "tidak punya izin" in words.text(item.message)
    ]
    assert len(told) == 1
    assert words.text(told[0].remedy).startswith(
        "Tutup berkas itu bila sedang dibuka (misalnya di Excel)"
    )


def test_a_locked_sheet_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", "utf-8")
    lock(monkeypatch, tmp_path / "a.csv")
    with pytest.raises(Unusable) as refused:
        open_book(tmp_path / "a.csv")
    assert str(refused.value) == (
        "a.csv tidak dapat dibaca: tidak punya izin. Tutup berkas itu di Excel, lalu ulangi."
    )
