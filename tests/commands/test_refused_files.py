"""Commands whose files the system does not hand out: one sentence each."""

from __future__ import annotations

import errno
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import siapkan
from support import Run, snapshot


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("impor.py", "contoh", "--berkas", "docs"), "di docs tidak ada berkas isian"),
        (("impor.py", "contoh", "--berkas", "tiada.csv"), "tidak ada"),
        (("impor.py", "contoh", "--berkas", f"{'a' * 300}.csv"), "nama terlalu panjang"),
        (("baru.py", "b" * 300, "--nama", "X"), "nama terlalu panjang"),
        (("edisi.py", "contoh", "c" * 300, "1.1.0", "--alasan", "x"), "nama terlalu panjang"),
        (("catat.py", "d" * 300), "nama terlalu panjang"),
    ],
    ids=["folder", "tiada", "berkas-panjang", "instansi-panjang", "dataset", "catat"],
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


def test_an_agency_whose_data_were_not_read_is_named(project: Path, run: Run) -> None:
    """A count of datasets without its own would pass for all of them."""
    whole = run("periksa.py")
    assert "Belum diperiksa" not in whole.stdout
    identity = project / "datasets/contoh/instansi.yml"
    identity.write_text(identity.read_text("utf-8") + "\ntidak-ada: 1\n", "utf-8")
    result = run("periksa.py")
    assert result.returncode == 1
    assert "Belum diperiksa seluruhnya: contoh." in result.stdout


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
    result = run("impor.py", "contoh", "--berkas", str(project / "a.csv"), "--satuan", "orang")
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
