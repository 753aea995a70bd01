"""A third agency in minutes: the guide page "Menambah instansi", followed."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from profil_terbuka.draft import Unusable, Wishes, draft, read_sheet
from profil_terbuka.model import Agency
from support import ROOT, Run, snapshot

SLUG = "dinkes-kota-x"
SHEET = "Kecamatan;Tahun;Jumlah Puskesmas\nUtara;2023;1.012\nUtara;2024;1.013\nTimur;2024;9\n"
AGENCY = Agency("x", "Dinas X", "X", "99.01", "-", "Profil X", "-", None, None, "#000000", ())
WISHES = Wishes("tabel", "Tabel", "orang", "statistik")


def test_the_guide_can_be_followed(project: Path, run: Run) -> None:
    guide = (ROOT / "docs/portal/panduan/menambah-instansi.md").read_text("utf-8")
    assert f"make new INSTANSI={SLUG}" in guide
    assert f"make tabel INSTANSI={SLUG} BERKAS=puskesmas.xlsx" in guide
    sheet = project / "puskesmas.csv"
    sheet.write_text(SHEET, "utf-8")
    name = 'Dinas "Kesehatan": Kota X'
    assert run("baru.py", SLUG, "--nama", name, "--wilayah", "99.01").returncode == 0
    made = run("baru.py", SLUG, "--berkas", str(sheet), "--satuan", "unit")
    assert made.returncode == 0, made.stderr
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


@pytest.mark.parametrize("target", ["Makefile", "scripts/baru.py"])
def test_the_guides_options_exist(target: str) -> None:
    text = (ROOT / target).read_text("utf-8").lower()
    for option in ("nama", "wilayah", "berkas", "judul", "satuan"):
        assert f"--{option}" in text


def test_nothing_is_overwritten(project: Path, run: Run) -> None:
    before = snapshot(project / "datasets")
    result = run("baru.py", "contoh", "--nama", "Lain")
    assert result.returncode == 1
    assert "datasets/contoh sudah ada" in result.stderr
    assert snapshot(project / "datasets") == before


@pytest.mark.parametrize("slug", ["Dinas X", "../luar", "data", "", "-x"])
def test_a_bad_name_is_refused(slug: str, project: Path, run: Run) -> None:
    before = snapshot(project / "datasets")
    result = run("baru.py", "--nama", "X", "--", slug)
    assert result.returncode == 1
    assert "tidak dapat dipakai" in result.stderr
    assert snapshot(project / "datasets") == before


def test_a_table_for_an_unknown_agency_is_refused(project: Path, run: Run) -> None:
    (project / "a.csv").write_text("a,b\n1,2\n", "utf-8")
    result = run("baru.py", "tidak-ada", "--berkas", str(project / "a.csv"))
    assert result.returncode == 1
    assert not (project / "datasets/tidak-ada").exists()


def test_a_workbook_becomes_the_same_package(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Tahun", "Jenis", "Jumlah"], [2023, "A", 5.0], [2024, "A", None], [2024, "B", 7]):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    (tmp_path / "t.csv").write_text("Tahun,Jenis,Jumlah\n2023,A,5\n2024,A,\n2024,B,7\n", "utf-8")
    one = draft(read_sheet(tmp_path / "t.xlsx"), WISHES, AGENCY)
    assert one == draft(read_sheet(tmp_path / "t.csv"), WISHES, AGENCY)


@pytest.mark.parametrize(
    ("cells", "type_", "written"),
    [
        (["2023", "2024"], "year", ["2023", "2024"]),
        (["5", "1200"], "integer", ["5", "1200"]),
        (["5", "1.200"], "integer", ["5", "1200"]),
        (["1.200,50", "3,25"], "number", ["1200.50", "3.25"]),
        (["1.5", "20"], "number", ["1.5", "20"]),
        (["2024-01-31", ""], "date", ["2024-01-31", ""]),
        (["a", "7"], "string", ["a", "7"]),
    ],
    ids=["tahun", "bulat", "ribuan", "koma-desimal", "titik-desimal", "tanggal", "teks"],
)
def test_types_are_read_from_the_cells(cells: list[str], type_: str, written: list[str]) -> None:
    rows = [["Nomor urut", "Isi"], *([f"n{place}", cell] for place, cell in enumerate(cells))]
    descriptor, table = draft(rows, WISHES, AGENCY)
    fields = descriptor["resources"][0]["schema"]["fields"]
    assert fields[1]["type"] == type_
    lines = table.decode().splitlines()[1:]
    assert [line.split(",", 1)[1] for line in lines] == written


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a,b\n", "paling sedikit satu baris"),
        ("a,b\n1\n", "Baris 2 berisi 1 sel"),
        ("a,\n1,2\n", "Kolom ke-2 tidak punya judul"),
        ('a,b\n"x,2\n', "tidak dapat dibaca"),
    ],
    ids=["kosong", "lebar", "judul", "kutip"],
)
def test_an_unusable_table_is_refused_with_the_reason(
    text: str, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(text, "utf-8")
    with pytest.raises(Unusable, match=reason):
        read_sheet(tmp_path / "t.csv")


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["a", "b"], ["x", "1"], ["x", "2"]], "Ada dua baris yang sama"),
        ([["a b", "A-B"], ["x", "y"]], "Dua kolom akan bernama `a_b`"),
    ],
    ids=["kunci", "nama"],
)
def test_a_table_without_a_key_is_refused(rows: list[list[str]], reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        draft(rows, WISHES, AGENCY)


def test_a_draft_is_a_valid_descriptor(project: Path, run: Run) -> None:
    (project / "a.csv").write_text("Nama,Catatan\nSatu,\nDua,x\n", "utf-8")
    assert run("baru.py", "contoh", "--berkas", str(project / "a.csv")).returncode == 0
    document = json.loads((project / "datasets/contoh/a/datapackage.json").read_text("utf-8"))
    assert "grafik" not in document
    result = run("periksa.py", "--strict")
    assert result.returncode == 0, result.stderr
