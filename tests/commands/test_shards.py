"""Agencies built in shares, on one machine or several, make the same site as one build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from programs import run, well
from support import change, snapshot

DAY = {"TANGGAL": "2025-01-01"}
NEIGHBOUR = "tetangga"


@pytest.fixture
def two(project: Path) -> Path:
    """A repository with two agencies, of which nothing was built yet."""
    for folder in ("datasets", "docs"):
        shutil.copytree(project / folder / "contoh", project / folder / NEIGHBOUR)
    identity = project / "datasets" / NEIGHBOUR / "instansi.yml"
    change(identity, "nama: Dinas Contoh", "nama: Dinas Tetangga")
    change(project / "docs" / NEIGHBOUR / "index.md", "# Dinas Contoh", "# Dinas Tetangga")
    return project


def on_another_machine(repository: Path, folder: Path) -> Path:
    """The same repository elsewhere, without a cache."""
    ignore = shutil.ignore_patterns(".cache", "site", "bagian")
    return Path(shutil.copytree(repository, folder, symlinks=True, ignore=ignore))


def test_two_shares_merged_are_the_site_of_one_build(two: Path, tmp_path: Path) -> None:
    for number in ("1", "2"):
        other = on_another_machine(two, tmp_path / f"mesin-{number}")
        done = well(run(other, "bangun.py", "--shard", f"{number}/2", **DAY))
        assert f"Bagian {number}/2 ada di folder bagian/: 1 instansi" in done.stdout
        assert not (other / "site").exists()
        shutil.copytree(other / "bagian", two / "bagian", dirs_exist_ok=True)
    well(run(two, "bangun.py", "--portal-saja", **DAY))
    merged = snapshot(two / "site")
    assert {"contoh/index.html", f"{NEIGHBOUR}/index.html", "index.html"} <= set(merged)
    shutil.rmtree(two / "site")
    shutil.rmtree(two / ".cache")
    well(run(two, "bangun.py", **DAY))
    assert snapshot(two / "site") == merged


def test_a_part_of_other_data_is_refused(two: Path) -> None:
    well(run(two, "bangun.py", "--shard", "1/1", **DAY))
    change(two / "datasets/contoh/penerima/penerima.csv", "Utara,1310,A", "Utara,1311,A")
    done = run(two, "bangun.py", "--portal-saja", **DAY)
    assert done.returncode == 1
    assert "contoh belum ada di folder bagian/" in done.stderr
    assert not (two / "site/contoh").exists()
    assert (two / "site" / NEIGHBOUR / "index.html").is_file()


@pytest.mark.parametrize("harm", ["altered", "lost", "added"])
def test_a_part_that_was_damaged_on_its_way_is_refused(two: Path, harm: str) -> None:
    well(run(two, "bangun.py", "--instansi", "contoh", **DAY))
    page = two / "bagian/contoh/index.html"
    if harm == "altered":
        page.write_bytes(page.read_bytes() + b"\n")
    elif harm == "lost":
        page.unlink()
    else:
        page.with_name("lain.html").write_text("")
    done = run(two, "bangun.py", "--portal-saja", **DAY)
    assert done.returncode == 1
    assert "contoh belum ada di folder bagian/" in done.stderr


def test_a_part_that_is_there_is_not_built_again(two: Path) -> None:
    well(run(two, "bangun.py", "--instansi", "contoh", **DAY))
    before = (two / "bagian/contoh/index.html").stat()
    well(run(two, "bangun.py", "--shard", "1/1", **DAY))
    after = (two / "bagian/contoh/index.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_share_with_faulty_data_says_so_and_keeps_the_others(two: Path) -> None:
    change(two / "datasets/contoh/penerima/penerima.csv", "Utara,1310,A", "Utara,banyak,A")
    done = run(two, "bangun.py", "--shard", "1/1", **DAY)
    assert done.returncode == 1
    assert "Tidak diperbarui karena kesalahan di atas: contoh." in done.stderr
    assert (two / "bagian" / NEIGHBOUR / "index.html").is_file()
    assert not (two / "bagian/contoh").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--shard", "3/2"), "--shard 3/2: tulis bagian keberapa dari berapa"),
        (("--shard", "dua"), "--shard dua: tulis bagian keberapa dari berapa"),
        (("--instansi", "entah"), "Tidak ada instansi entah. Yang ada: contoh"),
    ],
)
def test_what_is_no_share_is_refused(two: Path, words: tuple[str, ...], told: str) -> None:
    done = run(two, "bangun.py", *words, **DAY)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (two / "bagian").exists()
