"""make impor and make koreksi: nothing is written unasked, nothing existing is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from forms import blank
from programs import words
from spreadsheets import packed
from support import MATERIAL, ROOT, Run, fill_open_places, snapshot

NEW = "Kecamatan;Penerima (orang)\nUtara;10\nSelatan;7\n"
YEAR = "Tabel 1. Penerima tahun 2025;\nKecamatan;Jumlah\nUtara;1.300\nSelatan;320\nTimur;510\n"


def test_nothing_is_written_unasked(project: Path, run: Run) -> None:
    (project / "a.csv").write_text(NEW, "utf-8")
    before = snapshot(project / "datasets")
    result = run("impor.py", "contoh", "--berkas", str(project / "a.csv"))
    assert result.returncode == 0
    assert "Tanda terima impor: a.csv" in result.stdout
    assert "Belum ada yang ditulis" in result.stdout
    assert snapshot(project / "datasets") == before


def test_the_receipt_is_there_for_programs(project: Path, run: Run) -> None:
    (project / "a.csv").write_text("Hal;Nilai\na;1.245\n", "utf-8")
    result = run("impor.py", "contoh", "--berkas", str(project / "a.csv"), "--json")
    told = json.loads(result.stdout)
    assert result.returncode == 1
    assert [item["nama"] for item in told["pertanyaan"]] == ["desimal Nilai"]
    assert [item["jawaban"] for item in told["pertanyaan"][0]["pilihan"]] == ["koma", "titik"]


def test_a_new_year_comes_in_and_can_be_published(project: Path, run: Run) -> None:
    (project / "p.csv").write_text(YEAR, "utf-8")
    table = ("impor.py", "contoh", "--berkas", str(project / "p.csv"), "--dataset", "penerima")
    asked = run(*table, "--tulis")
    assert 'JAWAB="desimal Jumlah=koma"' in asked.stdout
    made = run(*table, "--jawab", "desimal Jumlah=koma", "--tulis")
    assert made.returncode == 0, made.stdout + made.stderr
    folder = project / "datasets/contoh/penerima"
    lines = (folder / "penerima.csv").read_text("utf-8").splitlines()
    assert lines[-3].startswith("2025,99.01.01,Utara,1300,A,1.300,")
    totals = (folder / "penerima-total.csv").read_text("utf-8").splitlines()
    assert totals[-1].startswith("2025,2130,r,")
    document = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert document["cakupan"]["selesai"] == 2025
    assert document["sources"][-1]["tahun"] == [2025]
    assert "desimal Jumlah: koma" in (folder / "impor.yml").read_text("utf-8")
    fill_open_places(project, "contoh")
    checked = run("periksa.py")
    assert "KESALAHAN" not in checked.stderr, checked.stderr


def test_answers_hold_for_the_next_file(project: Path, run: Run) -> None:
    (project / "p.csv").write_text(YEAR, "utf-8")
    table = ("impor.py", "contoh", "--berkas", str(project / "p.csv"), "--dataset", "penerima")
    run(*table, "--jawab", "desimal Jumlah=koma", "--tulis")
    (project / "p.csv").write_text(YEAR.replace("2025", "2026"), "utf-8")
    assert run(*table).returncode == 0


def test_a_number_is_corrected_with_all_that_depends_on_it(published: Path, run_again: Run) -> None:
    said = ("--dataset", "penerima", "--kunci", "2024 utara", "--nilai", "1.300")
    command = ("koreksi.py", "contoh", *said, "--alasan", "Salah ketik di buku.")
    shown = run_again(*command)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("Tanda terima koreksi: datasets/contoh/penerima\n")
    assert "menjadi 1300" in shown.stdout
    assert "Belum ada yang ditulis" in shown.stdout
    made = run_again(*command, "--tulis")
    assert made.returncode == 0, made.stderr
    folder = published / "datasets/contoh/penerima"
    row = next(
        line
        for line in (folder / "penerima.csv").read_text("utf-8").splitlines()
        if line.startswith("2024,99.01.01,")
    )
    assert row.split(",")[3:5] == ["1300", "r"]
    notes = json.loads((folder / "datapackage.json").read_text("utf-8"))["catatan"]
    assert notes[-1]["alasan"] == "Salah ketik di buku."
    checked = run_again("periksa.py", "--strict")
    assert checked.returncode == 0, checked.stderr


def test_a_row_that_cannot_be_told_is_asked_for(project: Path, run: Run) -> None:
    said = ("--dataset", "penerima", "--nilai", "5", "--alasan", "x")
    several = run("koreksi.py", "contoh", *said, "--kunci", "utara")
    assert several.returncode == 1
    assert "`utara` cocok dengan 3 baris" in several.stderr
    none = run("koreksi.py", "contoh", *said, "--kunci", "2024 utora")
    assert "Tidak ada baris `2024 utora`. Mungkin: `2024 Utara`" in none.stderr


def pasted(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """make impor, with a table that comes through the clipboard."""
    called = words(project, "impor.py", ("contoh", "--berkas", "-", *options))
    return subprocess.run(
        [sys.executable, *called],
        cwd=project,
        input=NEW,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_pasted_table_is_named_by_its_title(project: Path) -> None:
    guide = (ROOT / "docs/portal/panduan/mengimpor-tabel.md").read_text("utf-8")
    assert '`BERKAS=- JUDUL="Penerima bantuan"`' in guide
    made = pasted(project, "--judul", "Penerima bantuan", "--tulis")
    assert made.returncode == 0, made.stderr
    assert "Dataset dinamai menurut judulnya: `penerima-bantuan`" in made.stdout
    file = project / "datasets/contoh/penerima-bantuan/datapackage.json"
    assert json.loads(file.read_text("utf-8"))["title"] == "Penerima bantuan"


def test_a_pasted_table_without_a_name_asks_for_its_title(project: Path) -> None:
    refused = pasted(project)
    assert refused.returncode == 1
    assert "Sebutkan judulnya dengan JUDUL=" in refused.stderr


def test_a_pasted_table_may_be_named_as_a_dataset_alone(project: Path) -> None:
    made = pasted(project, "--dataset", "bantuan-baru", "--tulis")
    assert made.returncode == 0, made.stderr
    file = project / "datasets/contoh/bantuan-baru/datapackage.json"
    assert json.loads(file.read_text("utf-8"))["title"] == "Bantuan baru"


def test_a_file_without_latin_letters_is_named_by_its_title(project: Path, run: Run) -> None:
    file = project / "\N{CYRILLIC SMALL LETTER PE}.csv"
    file.write_text(NEW, "utf-8")
    refused = run("impor.py", "contoh", "--berkas", str(file))
    assert refused.returncode == 1
    assert "tidak berisi huruf a sampai z" in refused.stderr
    made = run("impor.py", "contoh", "--berkas", str(file), "--judul", "Penerima bantuan")
    assert made.returncode == 0, made.stderr
    assert "`penerima-bantuan`" in made.stdout


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("\N{LATIN SMALL LETTER N WITH TILDE} data", "huruf lain diganti atau dibuang"),
        ("penerima " * 9, "Nama berkas terlalu panjang"),
    ],
    ids=["huruf", "panjang"],
)
def test_it_is_told_why_a_name_became_another(
    stem: str, said: str, project: Path, run: Run
) -> None:
    (project / f"{stem}.csv").write_text(NEW, "utf-8")
    told = run("impor.py", "contoh", "--berkas", str(project / f"{stem}.csv")).stdout
    assert said in told


def test_a_table_for_a_dataset_that_is_there_tells_how_to_name_another(
    project: Path, run: Run
) -> None:
    (project / "penerima.csv").write_text(NEW, "utf-8")
    asked = run("impor.py", "contoh", "--berkas", str(project / "penerima.csv"))
    assert asked.returncode == 1
    assert "Untuk dataset lain: DATASET=nama-lain" in asked.stdout


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("desimall Jumlah=koma", "pertanyaan `desimall Jumlah`; maksud Anda `desimal Jumlah`?"),
        ("lembr=Data", "pertanyaan `lembr`; maksud Anda `lembar`?"),
        ("kolom Mangga=buang", "pertanyaan `kolom Mangga`, jadi jawaban itu tidak dipakai"),
    ],
    ids=["ditanyakan", "berkas", "kolom-tidak-ada"],
)
def test_an_answer_to_what_nobody_asks_is_told(
    answer: str, told: str, project: Path, run: Run
) -> None:
    (project / "p.csv").write_text(YEAR, "utf-8")
    made = run("impor.py", "contoh", "--berkas", str(project / "p.csv"), "--jawab", answer)
    assert f"Tidak ada {told}" in made.stdout


def test_an_answer_to_what_nobody_asks_is_not_kept(project: Path, run: Run) -> None:
    (project / "p.csv").write_text(YEAR, "utf-8")
    said = ("--jawab", "desimal Jumlah=koma; lembr=Data", "--tulis")
    made = run("impor.py", "contoh", "--berkas", str(project / "p.csv"), *said)
    assert made.returncode == 0, made.stderr
    kept = (project / "datasets/contoh/p/impor.yml").read_text("utf-8")
    assert kept == "desimal Jumlah: koma\n"


@pytest.mark.parametrize("kind", ["paket", "isian"])
def test_an_answer_is_told_to_be_needless_for_packages_and_forms_too(
    kind: str, project: Path, run: Run
) -> None:
    source = MATERIAL / "paket/gdp" if kind == "paket" else project / "isian.zip"
    if kind == "isian":
        source.write_bytes(packed({"penerima-2025.xlsx": blank(project, "penerima")}))
    made = run("impor.py", "contoh", "--berkas", str(source), "--jawab", "desmal Jumlah=koma")
    assert "Tidak ada pertanyaan `desmal Jumlah`" in made.stdout


@pytest.mark.parametrize("words", ["2024 jumlah", "Total 2024"])
def test_a_total_is_corrected_by_its_details(words: str, project: Path, run: Run) -> None:
    said = ("--dataset", "penerima", "--kunci", words, "--nilai", "5", "--alasan", "x")
    refused = run("koreksi.py", "contoh", *said)
    assert refused.returncode == 1
    assert f"`{words}` adalah jumlah" in refused.stderr
    assert "rinciannya: `2024 Utara`, `2024 Selatan`, `2024 Timur`." in refused.stderr
    assert 'TABEL=penerima-total KUNCI="2024"' in refused.stderr


def test_a_count_below_zero_is_refused(project: Path, run: Run) -> None:
    said = ("--dataset", "penerima", "--kunci", "2024 utara", "--nilai=-5", "--alasan", "x")
    refused = run("koreksi.py", "contoh", *said)
    assert refused.returncode == 1
    assert "`-5` tidak mungkin: kolom `Jumlah penerima` menghitung orang" in refused.stderr


TOTALS = "Kecamatan;Kelurahan;Penerima\nUtara;Dadap;10\nUtara;Duku;7\nJumlah;;17\n"


@pytest.fixture
def described(project: Path, run: Run) -> dict[str, list[dict[str, str]]]:
    """The descriptor of a table with its total, of which people told what it holds, and whence."""
    (project / "a.csv").write_text(TOTALS, "utf-8")
    said = ("--satuan", "orang", "--uraian", "Penerima bantuan.", "--sumber", "Laporan Tahunan")
    made = run("impor.py", "contoh", "--berkas", str(project / "a.csv"), *said, "--tulis")
    assert made.returncode == 0, made.stderr
    return json.loads((project / "datasets/contoh/a/datapackage.json").read_text("utf-8"))


def test_what_people_say_of_a_table_is_written(described: dict[str, list[dict[str, str]]]) -> None:
    assert described["description"] == "Penerima bantuan."
    assert described["sources"][0]["title"] == "Laporan Tahunan"


def test_the_meaning_of_a_column_is_asked_for_once(project: Path, described: object) -> None:
    text = (project / "datasets/contoh/a/datapackage.json").read_text("utf-8")
    assert text.count("ISI: arti kolom Penerima") == 1
    assert text.count("Sama dengan kolom Penerima di tabel") == 1


def test_the_source_of_new_rows_is_what_people_say(project: Path, run: Run) -> None:
    (project / "p.csv").write_text(YEAR, "utf-8")
    said = ("--dataset", "penerima", "--jawab", "desimal Jumlah=koma", "--sumber", "Laporan 2025")
    made = run("impor.py", "contoh", "--berkas", str(project / "p.csv"), *said, "--tulis")
    assert made.returncode == 0, made.stderr
    file = project / "datasets/contoh/penerima/datapackage.json"
    assert json.loads(file.read_text("utf-8"))["sources"][-1]["title"] == "Laporan 2025"
