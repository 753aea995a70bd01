"""Files that the system does not hand out: one sentence or finding each, and the others go on."""

from __future__ import annotations

import errno
import os
import resource
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import siapkan
from profil_terbuka import pipeline as site
from profil_terbuka.importer import Unusable, read_sheet
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from support import BASE, Run, snapshot

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
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    for name, text in LEDGER.items():
        (data / name).write_text(text, "utf-8")
    lock(monkeypatch, data / file)
    found = site.check(data, "contoh", Cache(tmp_path / "cache")).findings
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
        read_sheet(tmp_path / "a.csv")
    assert str(refused.value) == (
        "a.csv tidak dapat dibaca: tidak punya izin. Tutup berkas itu di Excel, lalu ulangi."
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("baru.py", "contoh", "--berkas", "."), "itu folder, bukan berkas"),
        (("baru.py", "contoh", "--berkas", "docs"), "itu folder, bukan berkas"),
        (("baru.py", "contoh", "--berkas", "tiada.csv"), "tidak ada"),
        (("baru.py", "contoh", "--berkas", f"{'a' * 300}.csv"), "nama terlalu panjang"),
        (("baru.py", "b" * 300, "--nama", "X"), "nama terlalu panjang"),
        (("edisi.py", "contoh", "c" * 300, "1.1.0", "--alasan", "x"), "nama terlalu panjang"),
        (("catat.py", "d" * 300), "nama terlalu panjang"),
    ],
    ids=["titik", "folder", "tiada", "berkas-panjang", "instansi-panjang", "dataset", "catat"],
)
def test_a_path_that_is_none_is_one_sentence(
    project: Path, run: Run, arguments: tuple[str, ...], told: str
) -> None:
    before = snapshot(project / "datasets")
    result = run(*arguments)
    assert result.returncode == 1
    assert told in result.stderr.lower()
    assert len(result.stderr.splitlines()) == 1
    assert snapshot(project / "datasets") == before


@pytest.fixture
def full_disk() -> Iterator[None]:
    """From here on files of this process and its children cannot grow beyond some bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_no_half_made_table(
    project: Path, run: Run, request: pytest.FixtureRequest
) -> None:
    (project / "a.csv").write_text("kecamatan,jumlah\nUtara,10\n", "utf-8")
    before = snapshot(project / "datasets")
    request.getfixturevalue("full_disk")
    result = run("baru.py", "contoh", "--berkas", str(project / "a.csv"), "--satuan", "orang")
    assert result.returncode == 1
    assert result.stderr.startswith("Berkas melampaui ukuran yang diizinkan")
    assert len(result.stderr.splitlines()) == 1
    assert snapshot(project / "datasets") == before


def test_a_full_disk_stops_the_checks_of_nobody(
    project: Path, run: Run, request: pytest.FixtureRequest
) -> None:
    """What cannot be kept for the next time is only slower then."""
    shutil.rmtree(project / ".cache")
    request.getfixturevalue("full_disk")
    result = run("periksa.py")
    assert result.returncode == 0
    assert "Hasil sementara tidak dapat disimpan di .cache." in result.stderr


@pytest.mark.parametrize(
    ("number", "told"), [(errno.ENOSPC, "Disk penuh: .venv."), (errno.EIO, "Disk atau sistem")]
)
def test_the_set_up_tells_what_the_system_refused(number: int, told: str) -> None:
    assert siapkan.trouble(OSError(number, "English", ".venv")).startswith(told)
