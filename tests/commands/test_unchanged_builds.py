"""What stands published and would be made the same again is not made again; all else is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from profil_terbuka import pipeline
from profil_terbuka.portal import standing
from profil_terbuka.system.clock import DAY
from programs import anew, run, well
from support import change, own_engine, snapshot

UNCHANGED = "Tidak ada yang berubah sejak dibangun terakhir: "
TABLE = "datasets/contoh/penerima/penerima.csv"


def build(project: Path, *arguments: str, **environment: str) -> str:
    """What a build that goes well tells on both channels."""
    done = well(run(project, "bangun.py", *arguments, **environment))
    return done.stderr + done.stdout


@pytest.fixture
def known(published: Path) -> Path:
    """A repository whose site was just built."""
    assert UNCHANGED not in build(published)
    return published


def files(project: Path) -> dict[str, tuple[int, int]]:
    """Every published file, and what tells that it is the same one still."""
    there = (path for path in sorted((project / "site").rglob("*")) if path.is_file())
    facts = ((path, path.stat()) for path in there)
    return {str(path): (fact.st_ino, fact.st_mtime_ns) for path, fact in facts}


def test_nothing_is_made_where_nothing_changed(known: Path) -> None:
    before = files(known)
    assert UNCHANGED in build(known)
    assert files(known) == before


def test_it_tells_how_much_stands_there(known: Path) -> None:
    pages = len(list((known / "site").rglob("*.html")))
    assert f"{UNCHANGED}{pages} halaman, 1 dataset, 1 grafik, 0 temuan; " in build(known)


def test_suspicions_are_told_again(known: Path) -> None:
    change(known / TABLE, "Utara,1310,A,1.310", "Utara,1240,A,1.240")
    change(known / TABLE, "Selatan,290,A,290", "Selatan,310,A,310")
    change(known / TABLE, "Timur,520,A,520", "Timur,440,A,440")
    total = known / "datasets/contoh/penerima/penerima-total.csv"
    change(total, "2024,2120,A,2.120", "2024,1990,A,1.990")
    assert "[tahun-kembar]" in build(known)
    again = build(known)
    assert "[tahun-kembar]" in again
    assert UNCHANGED in again


CHANGES: dict[str, Callable[[Path], object]] = {
    "a cell": lambda project: change(project / TABLE, "Utara,1310,A,1.310", "Utara,1311,A,1.311"),
    "a page": lambda project: change(
        project / "docs/contoh/index.md", "# Dinas Contoh", "# Dinas Contoh Baru"
    ),
    "a file of a page": lambda project: (project / "docs/contoh/catatan.txt").write_text("x"),
    "a page of the portal": lambda project: change(
        project / "docs/portal/index.md", "## Instansi", "## Semua instansi"
    ),
    "a reference": lambda project: (project / "datasets/acuan/baru.txt").write_text("x"),
    "a value withheld": lambda project: _lay(project / "rahasia/contoh/penerima/x.csv"),
    "a new agency": lambda project: (project / "datasets/tetangga").mkdir(),
    "the look": lambda project: _lay(own_engine(project) / "theme/gaya/zz.css"),
    "a published page": lambda project: (project / "site/contoh/index.html").write_text("x"),
    "a published file lost": lambda project: (project / "site/contoh/data.json").unlink(),
    "a file among the published": lambda project: (project / "site/lain.html").write_text("x"),
    "the portal's page": lambda project: (project / "site/index.html").unlink(),
    "no site": lambda project: shutil.rmtree(project / "site"),
    "no cache": lambda project: shutil.rmtree(project / pipeline.CACHE),
    "a damaged entry": lambda project: [
        entry.write_bytes(b"x") for entry in (project / pipeline.CACHE / standing.KIND).iterdir()
    ],
}


def _lay(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("", "utf-8")


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changes_is_noticed(known: Path, what: str) -> None:
    CHANGES[what](known)
    sites = standing.PublishedSites(known, known / "site", pipeline_cache(known), strict=False)
    assert sites.everything() is None


def pipeline_cache(project: Path) -> standing.Cache:
    return standing.Cache(project / pipeline.CACHE)


@pytest.mark.parametrize(
    "run_of",
    [
        partial(build, **{DAY: "2025-01-02"}),
        partial(build, ALAMAT_SITUS="https://data.contoh.go.id/"),
        lambda project: build(project, "--strict"),
    ],
)
def test_another_day_address_or_strictness_is_another_site(
    known: Path, run_of: Callable[[Path], str]
) -> None:
    assert UNCHANGED not in run_of(known)
    assert UNCHANGED in run_of(known)


def test_what_changes_back_is_made_back(known: Path) -> None:
    """Entries of both are kept; only what stands there counts."""
    before = snapshot(known / "site")
    change(known / "docs/contoh/index.md", "# Dinas Contoh", "# Dinas Contoh Baru")
    build(known)
    assert snapshot(known / "site") != before
    change(known / "docs/contoh/index.md", "# Dinas Contoh Baru", "# Dinas Contoh")
    assert UNCHANGED not in build(known)
    assert snapshot(known / "site") == before


def test_an_agency_that_did_not_change_is_not_made_again(known: Path) -> None:
    for place in ("datasets", "docs"):
        shutil.copytree(known / place / "contoh", known / place / "tetangga")
    change(known / "docs/tetangga/index.md", "# Dinas Contoh", "# Dinas Tetangga")
    build(known)
    page = known / "docs/tetangga/index.md"
    change(page, "# Dinas Tetangga", "# Dinas Sebelah")
    times = {path: stamp[1] for path, stamp in files(known).items() if "/site/contoh/" in path}
    build(known)
    now = {path: stamp[1] for path, stamp in files(known).items() if "/site/contoh/" in path}
    assert now == times
    assert "Dinas Sebelah" in (known / "site/tetangga/index.html").read_text("utf-8")
    warm = snapshot(known / "site")
    shutil.rmtree(known / pipeline.CACHE)
    well(anew(known, "bangun.py"))
    assert snapshot(known / "site") == warm
