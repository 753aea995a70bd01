"""The whole way: publish, record, a second edition, a dataset given up; addresses are for ever."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
import subprocess
import zipfile
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as Xml

import frictionless
import pytest

from programs import Done, run, well
from support import Once, add_material, change, copy_of, snapshot

DATASET = "datasets/contoh/penerima"
RETIRED = "datasets/contoh/pensiun.csv"
HEAD = "alamat,menuju,alasan,tanggal\n"
ATOM = "{http://www.w3.org/2005/Atom}"


def as_told(project: Path, message: str) -> Done:
    """Run the `make edisi` command that a finding names, with a reason."""
    told = re.search(r"make edisi (.*)", message)
    assert told, message
    given = dict(word.split("=", 1) for word in shlex.split(told[1]))
    names = (given["INSTANSI"], given["DATASET"], given["VERSI"])
    return run(project, "edisi.py", *names, "--alasan", "Salah ketik di buku.")


@pytest.fixture(scope="module")
def first(origin: Path, once: Once) -> Path:
    """The invented agency with two datasets and two pages, published and recorded."""
    return once("edisi-pertama", partial(publish_first, origin))


def publish_first(origin: Path, folder: Path) -> None:
    copy_of(origin, folder)
    add_material(folder, "kegiatan")
    page = "---\ntitle: Lama\n---\n\n# Lama\n\nIsi.\n"
    (folder / "docs/contoh/lama.md").write_text(page, "utf-8")
    well(run(folder, "bangun.py"))
    well(run(folder, "catat.py"))


@pytest.fixture
def project(first: Path, tmp_path: Path) -> Path:
    """A copy of `first` to change."""
    return copy_of(first, tmp_path / "repo")


@pytest.fixture(scope="module")
def second(first: Path, once: Once) -> Path:
    """A second edition of one dataset, published."""
    return once("edisi-kedua", partial(publish_second, first))


def publish_second(first: Path, folder: Path) -> None:
    copy_of(first, folder)
    names = ("contoh", "penerima", "1.1.0")
    well(run(folder, "edisi.py", *names, "--alasan", "Salah ketik di buku."))
    edit(folder)
    well(run(folder, "bangun.py"))


def edit(folder: Path) -> None:
    change(folder / DATASET / "penerima.csv", "Timur,520,A,520", "Timur,530,A,530")
    change(folder / DATASET / "penerima-total.csv", "2120,A,2.120", "2130,A,2.130")


def published(folder: Path, path: str) -> str:
    return (folder / "site/contoh" / path).read_text("utf-8")


# The first edition


def test_a_first_edition_needs_one_line(first: Path) -> None:
    page = published(first, "data/penerima/index.html")
    assert "Edisi 1.0.0, 2 Januari 2026: terbitan pertama." in page
    assert not (first / "site/contoh/data/penerima/v/1.0.0/index.html").exists()


def test_every_page_names_the_feed(first: Path) -> None:
    link = '<link rel="alternate" type="application/atom+xml" href="{}"'
    assert link.format("../../feed.xml") in published(first, "data/penerima/index.html")
    assert link.format("feed.xml") in published(first, "data/penerima/index.html")
    assert link.format("feed.xml") in (first / "site/index.html").read_text("utf-8")


def test_recording_again_changes_nothing(project: Path) -> None:
    before = snapshot(project / "datasets")
    told = well(run(project, "catat.py")).stdout
    assert "(0 baru)" in told
    assert snapshot(project / "datasets") == before


def test_what_is_not_published_is_not_recorded(project: Path) -> None:
    well(run(project, "edisi.py", "contoh", "penerima", "1.1.0", "--alasan", "Salah ketik."))
    before = (project / "datasets/contoh/edisi.csv").read_bytes()
    done = run(project, "catat.py")
    assert done.returncode == 1
    assert "penerima edisi 1.1.0 belum terbit" in done.stderr
    assert (project / "datasets/contoh/edisi.csv").read_bytes() == before


# The second edition


def test_a_silent_change_stops_the_build(project: Path) -> None:
    before = snapshot(project / "site")
    edit(project)
    done = run(project, "bangun.py", "--strict")
    assert done.returncode == 1
    assert "KECURIGAAN [edisi-berubah]" in done.stderr
    assert "Naikkan versi: make edisi INSTANSI=contoh DATASET=penerima VERSI=1.1.0" in done.stderr
    assert snapshot(project / "site") == before


def test_the_command_told_mends_it(project: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for command in (["init", "-q"], ["add", "datasets"], ["commit", "-qm", "terbit"]):
        subprocess.run([*git, *command], cwd=project, check=True)
    edit(project)
    well(as_told(project, run(project, "periksa.py").stderr))
    well(run(project, "periksa.py", "--strict"))


def test_the_old_files_stand_at_their_version(first: Path, second: Path) -> None:
    for name in ("penerima.csv", "penerima-total.csv"):
        old = published(second, f"data/penerima/v/1.0.0/{name}")
        assert old == published(first, f"data/penerima/{name}")
        assert old != published(second, f"data/penerima/{name}")


def test_the_old_package_is_whole(second: Path, tmp_path: Path) -> None:
    folder = second / "site/contoh/data/penerima/v/1.0.0"
    assert frictionless.Package(str(folder / "datapackage.json")).validate().valid
    with zipfile.ZipFile(folder / "penerima.zip") as archive:
        archive.extractall(tmp_path)
    assert frictionless.Package(str(tmp_path / "datapackage.json")).validate().valid
    assert (folder / "penerima.xlsx").is_file()
    assert (folder / "penerima.json").is_file()


def test_an_embedded_chart_of_an_edition_keeps_its_numbers(first: Path, second: Path) -> None:
    def table(folder: Path, page: str) -> str:
        html = published(folder, f"data/penerima/{page}sematan/per-kecamatan/index.html")
        assert "<svg" in html
        return html[html.index("<tbody") : html.index("</tbody")]

    assert table(second, "v/1.0.0/") == table(first, "v/1.0.0/") == table(first, "")
    assert table(second, "v/1.1.0/") == table(second, "") != table(first, "")


def test_the_old_page_leads_to_the_new(second: Path) -> None:
    page = published(second, "data/penerima/v/1.0.0/index.html")
    assert "Edisi lama" in page
    assert 'href="../../../../data/penerima/">edisi 1.1.0</a>' in page
    assert 'href="../../../../data/penerima/beda/1.0.0-1.1.0/"' in page
    assert 'href="../../../../data/penerima/v/1.0.0/penerima.csv" download' in page
    assert "1.310" in page


def test_the_dataset_page_tells_its_history(second: Path) -> None:
    page = published(second, "data/penerima/index.html")
    assert "Perubahan data: Angka diperbarui. Alasan: Salah ketik di buku." in page
    assert 'href="../../data/penerima/v/1.0.0/"' in page
    assert 'href="../../data/penerima/beda/1.0.0-1.1.0/"' in page


def test_the_difference_is_a_page_and_a_table(second: Path) -> None:
    folder = second / "site/contoh/data/penerima/beda/1.0.0-1.1.0"
    with (folder / "perubahan.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["tabel"], row["kolom"], row["lama"], row["baru"]) for row in rows] == [
        ("penerima", "jumlah", "520", "530"),
        ("penerima", "nilai_tercetak", "520", "530"),
        ("penerima-total", "jumlah", "2120", "2130"),
        ("penerima-total", "nilai_tercetak", "2.120", "2.130"),
    ]
    page = (folder / "index.html").read_text("utf-8")
    assert "nilai berubah: 4" in page
    assert 'perubahan.csv" download' in page


def test_the_feed_announces_it(second: Path) -> None:
    feed = Xml.fromstring(published(second, "feed.xml"))
    entries = feed.findall(f"{ATOM}entry")
    titles = [entry.findtext(f"{ATOM}title") or "" for entry in entries]
    assert titles[0] == "Penerima bantuan per kecamatan, edisi 1.1.0"
    for link in feed.iter(f"{ATOM}link"):
        address = (link.get("href") or "").removeprefix("https://profil-terbuka.example/contoh/")
        file = second / "site/contoh" / address
        file = file if file.is_file() else file / "index.html"
        assert file.is_file(), address
        assert link.get("length") in (None, str(file.stat().st_size))


def test_no_address_is_lost_by_a_new_edition(first: Path, second: Path) -> None:
    listed = (first / "datasets/contoh/alamat.txt").read_text("utf-8").splitlines()
    for address in listed:
        file = second / "site/contoh" / address
        assert file.is_file() or (file / "index.html").is_file(), address


# Giving up an address


def test_a_dataset_does_not_vanish(project: Path) -> None:
    before = snapshot(project / "site")
    shutil.rmtree(project / "datasets/contoh/kegiatan")
    done = run(project, "bangun.py")
    assert done.returncode == 1
    assert "KESALAHAN [alamat-hilang] datasets/contoh/alamat.txt" in done.stderr
    assert "`data/kegiatan/kegiatan.csv`" in done.stderr
    assert "baris `data/kegiatan/,,alasan,tanggal`" in done.stderr
    assert snapshot(project / "site") == before


def test_a_dataset_given_up_leaves_a_notice(project: Path) -> None:
    shutil.rmtree(project / "datasets/contoh/kegiatan")
    line = "data/kegiatan/,,Tidak dicatat lagi sejak 2026,2026-03-01\n"
    (project / RETIRED).write_text(HEAD + line, "utf-8")
    well(run(project, "bangun.py"))
    page = published(project, "data/kegiatan/index.html")
    for text in (
        '<meta name="robots" content="noindex">',
        "Halaman ini sudah tidak ada",
        "Tidak dicatat lagi sejak 2026",
        "1 Maret 2026",
        "kegiatan edisi 1.0.0",
        'href="../../data/"',
        'id="isi"',
    ):
        assert text in page
    assert 'http-equiv="refresh"' not in page
    assert "data/kegiatan/" not in published(project, "sitemap.xml")
    dossier = published(project, "data/kegiatan/kegiatan-dosir.html")
    assert "Berkas ini sudah tidak ada" in dossier
    assert not (project / "site/contoh/data/kegiatan/kegiatan.csv").exists()
    well(run(project, "catat.py"))
    well(run(project, "bangun.py"))


def test_a_page_that_moved_leads_on(project: Path) -> None:
    page = project / "docs/contoh/lama.md"
    page.rename(page.with_name("baru.md"))
    assert "`lama/,,alasan,tanggal`" in run(project, "bangun.py").stderr
    (project / RETIRED).write_text(f"{HEAD}lama/,baru/,Diganti nama,2026-03-01\n", "utf-8")
    well(run(project, "bangun.py"))
    html = published(project, "lama/index.html")
    assert '<meta http-equiv="refresh" content="0; url=../baru/">' in html
    assert '<link rel="canonical" href="../baru/">' in html
    assert '<a href="../baru/">baru/</a>' in html
    assert "noindex" in html


def test_a_retired_address_that_is_there_stops_the_build(project: Path) -> None:
    before = snapshot(project / "site")
    (project / RETIRED).write_text(
        f"{HEAD}data/penerima/per-kecamatan.svg,,Tidak dipakai,2026-03-01\n"
        "cari/,data/,Tidak dipakai,2026-03-01\n"
        "tiada/,tiada-juga/,Pindah,2026-03-01\n",
        "utf-8",
    )
    done = run(project, "bangun.py")
    assert done.returncode == 1
    for row in (2, 3, 4):
        assert f"KESALAHAN [pensiun-salah] {RETIRED}, baris {row}" in done.stderr
    assert snapshot(project / "site") == before
