"""A build never half-happens: verified before it is published, one moment in time, any disaster."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from profil_terbuka.pipeline import CACHE
from programs import Done, finish, run, start, well
from support import Once, change, copy_of, names, snapshot

PAGE = "docs/contoh/index.md"
TABLES = "datasets/contoh/penerima"
SMALL = 20_000
"""Bytes a file may have when the disk is 'full': less than a page."""
KILL_EVERY = 0.08

BUILD_AND_KILL = """
import os, signal, sys, time
sys.path[:0] = ["scripts", "hooks"]
import profil_terbuka.cli.building, profil_terbuka.pipeline.renewal
from profil_terbuka.cli.main import command_line
for delay in sys.stdin:
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os._exit(command_line(["bangun"]))
    end = time.monotonic() + float(delay)
    while (done := os.waitpid(child, os.WNOHANG)) == (0, 0) and time.monotonic() < end:
        time.sleep(0.001)
    if done == (0, 0):
        os.kill(child, signal.SIGKILL)
        done = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(done[1]), flush=True)
"""
"""Imports once; for each delay it reads, it begins a build, kills it then, and tells its status."""

Snapshot = dict[str, bytes]


def build(project: Path, *arguments: str) -> Done:
    return told(run(project, "bangun.py", *arguments))


def plain(project: Path, target: Path) -> Done:
    """`mkdocs build -d target` of the invented agency."""
    command = ("-m mkdocs", "build", "--quiet", "-d", str(target))
    return told(run(project, *command, INSTANSI="contoh"))


def told(done: Done) -> Done:
    """What a program says in its own words."""
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.fixture(scope="module")
def old(origin: Path) -> Snapshot:
    return snapshot(origin / "site")


# Verified before it is published


def test_bad_links_stop_the_build(published: Path, old: Snapshot) -> None:
    page = published / "docs/portal/index.md"
    change(page, "## Instansi", "[a](#tiada) [b](contoh/tiada/) [c](/contoh/)\n\n## Instansi")
    result = build(published)
    assert result.returncode == 1
    assert "KESALAHAN [situs-tautan-putus] docs/portal/index.md\n" in result.stderr
    assert "Tautan ke `index.html#tiada`" in result.stderr
    assert "Tautan ke `contoh/tiada/index.html`" in result.stderr
    assert "Tautan `/contoh/` dimulai dengan garis miring" in result.stderr
    assert snapshot(published / "site") == old
    assert not list(published.glob(".site*"))


# Strict


@pytest.fixture
def suspicious(published: Path) -> Path:
    """The last year repeats the one before."""
    table = published / TABLES / "penerima.csv"
    change(table, "Utara,1310,A,1.310", "Utara,1240,A,1.240")
    change(table, "Selatan,290,A,290", "Selatan,310,A,310")
    change(table, "Timur,520,A,520", "Timur,440,A,440")
    change(published / TABLES / "penerima-total.csv", "2024,2120,A,2.120", "2024,1990,A,1.990")
    return published


def test_suspicions_are_listed_and_do_not_stop_a_build(suspicious: Path, old: Snapshot) -> None:
    result = build(suspicious)
    assert result.returncode == 0
    assert "KECURIGAAN [tahun-kembar]" in result.stderr
    assert snapshot(suspicious / "site") != old


def test_suspicions_stop_a_strict_build(suspicious: Path, old: Snapshot) -> None:
    result = build(suspicious, "--strict")
    assert result.returncode == 1
    assert "KECURIGAAN [tahun-kembar]" in result.stderr
    assert snapshot(suspicious / "site") == old


# mkdocs build -d X


def test_plain_build_replaces_its_target(published: Path, old: Snapshot, tmp_path: Path) -> None:
    target = tmp_path / "X"
    (target / "lama").mkdir(parents=True)
    result = plain(published, target)
    assert result.returncode == 0, result.stderr
    assert snapshot(target) == snapshot(published / "site/contoh")
    assert names(target) == names(published / "site/contoh")
    assert names(tmp_path) == ["X", "repo"]


def test_plain_build_with_an_error_leaves_its_target(published: Path, tmp_path: Path) -> None:
    target = tmp_path / "X"
    target.mkdir()
    (target / "index.html").write_text("lama", "utf-8")
    change(published / PAGE, "Tahun 2024", "[layanan](layanan/) Tahun 2024")
    result = plain(published, target)
    assert result.returncode == 1
    assert f"KESALAHAN [situs-tautan-putus] {PAGE}\n" in result.stderr
    assert snapshot(target) == {"index.html": b"lama"}
    assert names(tmp_path) == ["X", "repo"]


# Killed at any moment


def test_killed_build_leaves_the_old_or_the_new_site(published: Path, old: Snapshot) -> None:
    """Later and later, until a build is through before it is killed."""
    change(published / PAGE, "# Dinas Contoh", "# Dinas Contoh Baru")
    seen, status = [], "-9"
    command = [sys.executable, "-c", BUILD_AND_KILL]
    with subprocess.Popen(
        command, cwd=published, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as killer:
        assert killer.stdin
        assert killer.stdout
        while status == "-9":
            print(KILL_EVERY * len(seen), file=killer.stdin, flush=True)
            status = killer.stdout.readline().strip()
            seen.append(snapshot(published / "site"))
    new = seen.pop()
    assert status == "0"
    assert new != old
    assert len(seen) >= 4
    assert all(one in (old, new) for one in seen)
    assert not list(published.glob(".site*"))


# Two builds: at the same time, elsewhere, under other circumstances


@pytest.fixture(scope="module")
def rivals(origin: Path, once: Once) -> Path:
    """The folder where two builds of one fresh checkout were made at once, without a cache."""
    return once("di tempat lain, dengan spasi", partial(build_twice_at_once, origin))


def build_twice_at_once(origin: Path, folder: Path) -> None:
    copy_of(origin, folder)
    for made in ("site", CACHE):
        shutil.rmtree(folder / made)
    here = {"TZ": "Asia/Jakarta", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    there = {"TZ": "America/New_York", "LANG": "id_ID.UTF-8", "PYTHONHASHSEED": "2"}
    for process in [start(folder, "bangun.py", **one) for one in (here, there)]:
        well(told(finish(process)))


def test_concurrent_builds_both_succeed(rivals: Path) -> None:
    assert (rivals / "site/contoh/index.html").is_file()
    assert not list(rivals.glob(".site*"))


def test_builds_of_two_checkouts_are_identical(rivals: Path, old: Snapshot) -> None:
    assert snapshot(rivals / "site") == old


# A full disk, an unreadable file


@pytest.fixture
def full_disk(published: Path) -> Iterator[None]:
    """From here on files of this process and its children cannot grow beyond SMALL."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("full_disk")
def test_full_disk_is_one_sentence(published: Path, old: Snapshot) -> None:
    result = build(published)
    assert result.returncode == 1
    assert "Berkas melampaui ukuran yang diizinkan: " in result.stderr
    assert snapshot(published / "site") == old
    assert not list(published.glob(".site*"))


@pytest.mark.usefixtures("full_disk")
def test_so_it_is_in_a_plain_build(published: Path, tmp_path: Path) -> None:
    result = plain(published, tmp_path / "X")
    assert result.returncode == 1
    assert "Error: Berkas melampaui ukuran yang diizinkan" in result.stderr
    assert names(tmp_path) == ["repo"]


def test_unusable_cache_is_one_sentence_and_stops_nobody(published: Path) -> None:
    shutil.rmtree(published / ".cache")
    (published / ".cache").write_text("", "utf-8")
    result = well(run(published, "periksa.py"))
    (line,) = result.stderr.splitlines()
    assert line.startswith("Hasil sementara tidak dapat disimpan di .cache.")


# A folder that happens to be called like the theme's


def test_an_agencys_own_assets_are_published_and_judged(published: Path) -> None:
    page = published / "docs/contoh/assets/index.md"
    page.parent.mkdir()
    page.write_text("# Berkas kami\n\nLoket buka pagi.\n", "utf-8")
    first = build(published)
    assert first.returncode == 0, first.stderr
    assert "Loket buka pagi." in (published / "site/contoh/assets/index.html").read_text("utf-8")
    change(page, "pagi", "pagi, 0812-0000-0000")
    result = build(published)
    assert result.returncode == 1
    assert "assets/index" in result.stderr
    assert "data-pribadi-telepon" in result.stderr
