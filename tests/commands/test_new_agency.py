"""A third agency in minutes; tests/browser/test_guide.py follows what the guide says of it."""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path

import pytest

from profil_terbuka.cli.table import loaded_command
from support import ROOT, Run, fill_open_places, snapshot

SLUG = "dinkes-kota-x"
SHEET = (
    "Kecamatan;Tahun;Jumlah Puskesmas\nUtara;2023;1.012\nSelatan;2023;8\nTimur;2023;9\n"
    "Utara;2024;1.013\nSelatan;2024;8\nTimur;2024;9\n"
)


def test_a_new_agency_has_a_site_once_its_places_are_filled(project: Path, run: Run) -> None:
    sheet = project / "puskesmas.csv"
    sheet.write_text(SHEET, "utf-8")
    name = 'Dinas "Kesehatan": Kota X'
    assert run("baru.py", SLUG, "--nama", name, "--wilayah", "99.01").returncode == 0
    table = ("impor.py", SLUG, "--berkas", str(sheet), "--satuan", "unit", "--tulis")
    asked = run(*table)
    assert asked.returncode == 1
    assert 'JAWAB="desimal Jumlah Puskesmas=koma"' in asked.stdout
    made = run(*table, "--jawab", "desimal Jumlah Puskesmas=koma")
    assert made.returncode == 0, made.stderr
    fill_open_places(project, SLUG)
    built = run("bangun.py", "--strict")
    assert built.returncode == 0, built.stderr
    site = project / "site" / SLUG
    assert "1.013" in (site / "data/puskesmas/index.html").read_text("utf-8")
    assert (site / "data/puskesmas/per-tahun.svg").is_file()
    assert "data/puskesmas/" in (site / "data/index.html").read_text("utf-8") or (
        'href="puskesmas/' in (site / "data/index.html").read_text("utf-8")
    )
    assert f"{SLUG}/data/puskesmas/" in (project / "site/data/index.html").read_text("utf-8")
    assert "Dinas &#34;Kesehatan&#34;: Kota X" in (project / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("script", "options"),
    [
        ("baru", ("nama", "wilayah")),
        ("impor", ("berkas", "judul", "satuan", "uraian", "sumber", "jawab", "tulis")),
    ],
)
def test_options_of_the_commands_exist(script: str, options: tuple[str, ...]) -> None:
    recipe = (ROOT / "Makefile").read_text("utf-8").partition(f"scripts/{script}.py")[2]
    parser = argparse.ArgumentParser()
    loaded_command(script).options(parser)
    for option in options:
        assert f"--{option}" in parser.format_help()
        assert re.search(rf"--{option}\b|option,{option},", recipe.partition("\n")[0])


def test_nothing_is_overwritten(project: Path, run: Run) -> None:
    before = snapshot(project / "datasets")
    result = run("baru.py", "contoh", "--nama", "Lain")
    assert result.returncode == 1
    assert "datasets/contoh sudah ada" in result.stderr
    assert snapshot(project / "datasets") == before


@pytest.mark.parametrize("slug", ["Dinas X", "../luar", "data", "-x"])
def test_a_bad_name_is_refused(slug: str, project: Path, run: Run) -> None:
    before = snapshot(project / "datasets")
    result = run("baru.py", "--nama", "X", "--", slug)
    assert result.returncode == 1
    assert "tidak dapat dipakai" in result.stderr
    assert snapshot(project / "datasets") == before


def test_an_agency_without_a_name_is_not_made(project: Path, run: Run) -> None:
    before = snapshot(project / "datasets")
    result = run("baru.py", SLUG)
    assert result.returncode == 2
    assert "Sebutkan nama lengkap instansi baru dengan NAMA=" in result.stderr
    assert snapshot(project / "datasets") == before


@pytest.mark.parametrize("code", ["99.99", "9901"])
def test_a_region_that_no_list_has_is_refused(code: str, project: Path, run: Run) -> None:
    before = snapshot(project / "datasets")
    result = run("baru.py", SLUG, "--nama", "X", "--wilayah", code)
    assert result.returncode == 1
    assert f"Kode wilayah `{code}` tidak ada" in result.stderr
    assert "yang ada: `99.01` Kota Contoh." in result.stderr
    assert snapshot(project / "datasets") == before


def test_a_bad_region_leaves_nothing_half_made(project: Path, run: Run) -> None:
    """Where no list of regions could tell before."""
    shutil.rmtree(project / "datasets/acuan/wilayah")
    before = snapshot(project / "datasets"), snapshot(project / "docs")
    result = run("baru.py", SLUG, "--nama", "X", "--wilayah", "6171")
    assert result.returncode == 1
    assert "Pada `wilayah`" in result.stderr
    assert (snapshot(project / "datasets"), snapshot(project / "docs")) == before


def test_a_table_for_an_unknown_agency_is_refused(project: Path, run: Run) -> None:
    (project / "a.csv").write_text("a,b\n1,2\n", "utf-8")
    result = run("impor.py", "tidak-ada", "--berkas", str(project / "a.csv"))
    assert result.returncode == 2
    assert "Yang ada: contoh." in result.stderr
    assert not (project / "datasets/tidak-ada").exists()


def test_a_draft_is_a_valid_descriptor(project: Path, run: Run) -> None:
    (project / "a.csv").write_text("Lembaga,Catatan\nSatu,\nDua,x\n", "utf-8")
    assert run("impor.py", "contoh", "--berkas", str(project / "a.csv"), "--tulis").returncode == 0
    document = json.loads((project / "datasets/contoh/a/datapackage.json").read_text("utf-8"))
    assert "grafik" not in document
    fill_open_places(project, "contoh")
    result = run("periksa.py", "--strict")
    assert result.returncode == 0, result.stderr


def test_nothing_unedited_is_published(project: Path, run: Run) -> None:
    (project / "a.csv").write_text("Nama,Banyaknya\nSatu,3\nDua,5\n", "utf-8")
    assert run("baru.py", SLUG, "--nama", "Dinas Kesehatan Kota X").returncode == 0
    assert run("impor.py", SLUG, "--berkas", str(project / "a.csv"), "--tulis").returncode == 0
    built = run("bangun.py")
    assert built.returncode == 1
    assert f"Tidak diperbarui karena kesalahan di atas: {SLUG}." in built.stderr
    assert not (project / "site" / SLUG).exists()
    for file in ("instansi.yml", "a/datapackage.json"):
        assert built.stderr.count(f"[belum-diisi] datasets/{SLUG}/{file}\n") == 1
    for page in ("index.md", "profil/index.md", "organisasi/index.md", "layanan/index.md"):
        assert built.stderr.count(f"[belum-diisi] docs/{SLUG}/{page}\n") == 1
    for place in (
        "`sources[0].bagian`",
        "`wilayah`",
        "kolom `banyaknya` \N{RIGHTWARDS ARROW} `satuan`",
    ):
        assert place in built.stderr
    fill_open_places(project, SLUG)
    assert run("bangun.py").returncode == 0
    assert "Isian rekaan" in (project / "site" / SLUG / "profil/index.html").read_text("utf-8")


def test_a_long_file_name_is_shortened_between_words(project: Path, run: Run) -> None:
    name = "jumlah_dan_persentase_penduduk_miskin_menurut_kecamatan_dan_kelurahan.csv"
    (project / name).write_text("Kecamatan,Penerima\nDadap,31\nDuku,42\n", "utf-8")
    made = run(
        "impor.py", "contoh", "--berkas", str(project / name), "--satuan", "orang", "--tulis"
    )
    assert made.returncode == 0, made.stderr
    slug = "jumlah-dan-persentase-penduduk-miskin-menurut-kecamatan"
    assert f"dataset dinamai `{slug}`" in made.stdout
    text = (project / f"datasets/contoh/{slug}/datapackage.json").read_text("utf-8")
    title = "Jumlah dan persentase penduduk miskin menurut kecamatan dan kelurahan"
    assert json.loads(text)["title"] == title
    fill_open_places(project, "contoh")
    result = run("periksa.py")
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("slug", "reason"),
    [("a" * 61, "panjangnya 61 huruf, paling banyak 60"), ("mutu", "tidak dapat menjadi nama")],
    ids=["panjang", "terpakai"],
)
def test_a_dataset_name_that_cannot_be_is_refused(
    slug: str, reason: str, project: Path, run: Run
) -> None:
    (project / "a.csv").write_text("Nama,Banyaknya\nSatu,3\n", "utf-8")
    result = run("impor.py", "contoh", "--berkas", str(project / "a.csv"), "--dataset", slug)
    assert result.returncode == 1
    assert reason in result.stderr


def test_what_the_format_refuses_leaves_no_folder(project: Path, run: Run) -> None:
    (project / "a.csv").write_text("Lembaga,Catatan\n\nSatu,=SUM(A1)\n", "utf-8")
    before = snapshot(project / "datasets")
    result = run("impor.py", "contoh", "--berkas", str(project / "a.csv"), "--tulis")
    assert result.returncode == 1
    assert "Baris 3, kolom `catatan`: `=SUM(A1)` akan dijalankan Excel" in result.stdout
    assert snapshot(project / "datasets") == before
