"""`make tutup` and what it leaves behind: editions, words, imported tables, lost rows."""

from __future__ import annotations

import shutil
from pathlib import Path

from profil_terbuka import history
from profil_terbuka.model import Catalog
from profil_terbuka.read import catalog
from profil_terbuka.system import clock
from profil_terbuka.words.report import report
from support import Run, add_material, change

CASES = "datasets/contoh/kasus"
SHORT_NAMES = "Tahun,Jenis,Jumlah (jiwa)\n2024,HIV,1\n2024,TBC,7\n2024,Lansia,9345\n"


def load(root: Path) -> Catalog:
    read = catalog.load(root, "contoh")
    assert read.catalog
    assert not read.findings, report(read.findings)
    return read.catalog


def test_recorded_editions_are_sealed_anew(project: Path, run: Run) -> None:
    """The old seal stays in edisi.csv; from now on the new one is what must not change."""
    add_material(project, "kasus")
    edition, file = load(project).by_slug["kasus"], project / CASES / "datapackage.json"
    records = project / "datasets/contoh/edisi.csv"
    records.write_text(
        f"dataset,versi,sidik,tanggal\nkasus,1.0.0,{history.edition_seal(edition)},2026-01-02\n",
        "utf-8",
    )
    first = run("tutup.py", "contoh")
    assert first.returncode == 0, first.stderr
    assert "4 baris ditutup; aslinya di rahasia/." in first.stdout
    assert "kasus edisi 1.0.0: dicatat ulang di edisi.csv." in first.stdout
    lines = records.read_text("utf-8").splitlines()
    assert len(lines) == 3
    assert lines[2].endswith(clock.today(load(project).agency.zone).isoformat())
    checked = run("periksa.py")
    assert checked.returncode == 0, checked.stderr
    change(file, "Kasus yang ditangani menurut kecamatan dan jenis.", "Kasus.")
    change(file, '"frekuensi": "tahunan"', '"frekuensi": "bulanan"')
    again = run("tutup.py", "contoh")
    assert "berubah lebih daripada ditutup angkanya" in again.stdout
    assert "sekarang berbeda" in run("periksa.py").stderr


def test_words_that_told_a_number_may_be_rewritten_in_an_old_edition(
    project: Path, run: Run
) -> None:
    add_material(project, "kasus")
    file = project / CASES / "datapackage.json"
    change(
        file,
        "Kasus yang ditangani menurut kecamatan dan jenis.",
        "Kekerasan terhadap anak: 2 di Utara.",
    )
    edition = load(project).by_slug["kasus"]
    (project / "datasets/contoh/edisi.csv").write_text(
        f"dataset,versi,sidik,tanggal\nkasus,1.0.0,{history.edition_seal(edition)},2026-01-02\n",
        "utf-8",
    )
    run("tutup.py", "contoh")
    assert "`description`: ada kalimat yang menyebut angka" in run("periksa.py").stderr
    change(file, "Kekerasan terhadap anak: 2 di Utara.", "Kasus menurut kecamatan dan jenis.")
    assert "dicatat ulang" in run("tutup.py", "contoh").stdout
    checked = run("periksa.py")
    assert checked.returncode == 0, checked.stderr


def test_an_imported_table_is_closed_before_anybody_can_commit_it(
    project: Path, run: Run, tmp_path: Path
) -> None:
    sheet = tmp_path / "korban.csv"
    sheet.write_text(
        "Kecamatan,Jumlah korban kekerasan (orang)\nSelatan,3\nTimur,14\nUtara,8\n", "utf-8"
    )
    made = run(
        "impor.py", "contoh", "--berkas", str(sheet), "--tulis", "--judul", "Korban kekerasan"
    )
    assert made.returncode == 0, made.stderr
    assert "datasets/contoh/korban/korban.csv: 1 baris ditutup; aslinya di rahasia/." in made.stdout
    assert "Selatan,,c" in (project / "datasets/contoh/korban/korban.csv").read_text("utf-8")
    assert "angka-kecil-sensitif" not in run("periksa.py").stderr


def test_a_placeholder_tells_no_number(project: Path, run: Run, tmp_path: Path) -> None:
    """'dalam satu atau dua kalimat' stands in every draft, and one person was counted here."""
    sheet = tmp_path / "klien.csv"
    sheet.write_text(SHORT_NAMES, "utf-8")
    made = run(
        "impor.py", "contoh", "--berkas", str(sheet), "--tulis", "--judul", "Klien menurut jenis"
    )
    assert "1 baris ditutup" in made.stdout, made.stderr
    assert "angka-kecil-sensitif" not in run("periksa.py").stderr


def test_a_short_name_tells_as_a_word_of_its_own(project: Path, run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "klien.csv"
    sheet.write_text(SHORT_NAMES, "utf-8")
    run("impor.py", "contoh", "--berkas", str(sheet), "--tulis", "--judul", "Klien menurut jenis")
    page = project / "docs/contoh/index.md"
    before = page.read_text("utf-8")
    page.write_text(f"{before}\nPada 2024 klien HIV hanya satu.\n", "utf-8")
    assert "menyebut angka yang ditutup" in run("periksa.py").stderr
    page.write_text(f"{before}\nKlien ZHIVAGO hanya satu.\n", "utf-8")
    assert "menyebut angka yang ditutup" not in run("periksa.py").stderr


def test_lost_private_rows_are_told_and_stop_nothing(project: Path, run: Run) -> None:
    add_material(project, "kasus")
    run("tutup.py", "contoh")
    shutil.rmtree(project / "rahasia")
    file = project / CASES / "datapackage.json"
    change(
        file,
        '"ukuran": "jumlah"\n    }\n  ]\n}',
        '"ukuran": "jumlah", "menurut": []\n    }\n  ]\n}',
    )
    again = run("tutup.py", "contoh")
    assert (
        "angka asli 4 baris yang ditutup tidak ada di rahasia/contoh/kasus/kasus.csv"
        in again.stderr
    )
    assert "Traceback" not in again.stderr
