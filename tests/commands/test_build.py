"""Building: a closing line, a cache that saves work, and bad input that harms nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from programs import anew
from support import Run, change, own_engine, snapshot

TABLE = "datasets/contoh/penerima/penerima.csv"


def test_closing_line_counts_what_was_made(project: Path, run: Run) -> None:
    shutil.rmtree(project / ".cache")
    result = run("bangun.py")
    assert result.returncode == 0, result.stderr
    pages = len(list((project / "site").rglob("*.html")))
    pattern = (
        rf"{pages} halaman, 1 dataset \(5 diperiksa ulang\), 1 grafik \(5 gambar dibuat ulang\), "
        r"0 temuan, \d+(,\d)? detik\n"
    )
    assert re.fullmatch(pattern, result.stdout)


def test_warm_rebuild_redraws_and_revalidates_nothing(published: Path, run_again: Run) -> None:
    before = snapshot(published / "site")
    result = run_again("bangun.py")
    assert "(0 diperiksa ulang)" in result.stdout
    assert "(0 gambar dibuat ulang)" in result.stdout
    assert snapshot(published / "site") == before


def test_changed_number_redraws_only_its_chart(published: Path, run_again: Run) -> None:
    change(published / TABLE, "Utara,1310,A,1.310", "Utara,1320,A,1.320")
    change(
        published / "datasets/contoh/penerima/penerima-total.csv",
        "2024,2120,A,2.120",
        "2024,2130,A,2.130",
    )
    result = run_again("bangun.py")
    assert "(1 diperiksa ulang)" in result.stdout
    assert "(4 gambar dibuat ulang)" in result.stdout


def test_cache_may_be_deleted(published: Path, run_again: Run) -> None:
    before = snapshot(published / "site")
    shutil.rmtree(published / ".cache")
    run_again("bangun.py")
    assert snapshot(published / "site") == before


def test_text_in_a_number_column_stops_the_build(published: Path, run_again: Run) -> None:
    before = snapshot(published / "site")
    change(published / TABLE, "2023,99.01.01,Utara,1240", "2023,99.01.01,Utara,banyak")
    result = run_again("bangun.py")
    assert result.returncode == 1
    assert f"{TABLE}, baris 5, kolom `jumlah`" in result.stderr
    assert "`banyak` bukan bilangan bulat" in result.stderr
    assert "Perbaikan: Tulis angka saja" in result.stderr
    assert "Traceback" not in result.stderr
    assert snapshot(published / "site") == before


def test_wrong_subtotal_stops_the_build(published: Path, run_again: Run) -> None:
    before = snapshot(published / "site")
    change(published / "datasets/contoh/penerima/penerima-total.csv", "2022,1950", "2022,1951")
    result = run_again("bangun.py")
    assert result.returncode == 1
    place = "datasets/contoh/penerima/penerima-total.csv, baris 2, kolom `jumlah`"
    assert place in result.stderr
    assert "berjumlah 1.950, total tercetak 1.951" in result.stderr
    assert snapshot(published / "site") == before


def test_all_findings_are_told_at_once(project: Path, run: Run) -> None:
    change(project / TABLE, "2022,99.01.02,Selatan,300", "2022,99.01.02,Selatan,banyak")
    change(project / "docs/contoh/index.md", "grafik: penerima", "grafik: penrima")
    shutil.copytree(project / "datasets/contoh/penerima", project / "datasets/contoh/lain")
    result = run("bangun.py")
    assert "baris 3, kolom `jumlah`" in result.stderr
    assert "datasets/contoh/lain/datapackage.json" in result.stderr
    assert not (project / "site").exists()


def test_broken_agency_keeps_its_last_good_site(published: Path, run_again: Run) -> None:
    shutil.copytree(published / "datasets/contoh", published / "datasets/tetangga")
    shutil.copytree(published / "docs/contoh", published / "docs/tetangga")
    assert run_again("bangun.py").returncode == 0
    before = snapshot(published / "site/contoh")
    change(published / TABLE, "2022,99.01.02,Selatan,300", "2022,99.01.02,Selatan,banyak")
    page = published / "docs/tetangga/index.md"
    change(page, "# Dinas Contoh", "# Dinas Tetangga")
    result = run_again("bangun.py")
    assert result.returncode == 1
    assert "Tidak diperbarui karena kesalahan di atas: contoh." in result.stderr
    assert snapshot(published / "site/contoh") == before
    assert "Dinas Tetangga" in (published / "site/tetangga/index.html").read_text("utf-8")


def test_check_finds_the_same_without_building(project: Path, run: Run) -> None:
    change(project / TABLE, "2022,99.01.02,Selatan,300", "2022,99.01.02,Selatan,banyak")
    checked, built = run("periksa.py"), run("bangun.py")
    assert (checked.returncode, built.returncode) == (1, 1)
    assert checked.stderr.strip() in built.stderr
    assert not (project / "site").exists()


def test_check_refuses_an_unknown_agency(run: Run) -> None:
    result = run("periksa.py", "tiada")
    assert result.returncode == 2
    assert "Yang ada: contoh." in result.stderr


def test_hand_written_page_may_not_hide_a_generated_one(project: Path, run: Run) -> None:
    page = project / "docs/contoh/data/index.md"
    page.parent.mkdir()
    page.write_text("# Data saya\n", "utf-8")
    result = run("bangun.py")
    assert result.returncode == 1
    assert "data/index.md ditulis tangan" in result.stderr


def test_a_fault_of_the_program_keeps_only_its_agency_from_renewal(project: Path) -> None:
    shutil.copytree(project / "datasets/contoh", project / "datasets/tetangga")
    shutil.copytree(project / "docs/contoh", project / "docs/tetangga")
    change(project / "docs/tetangga/index.md", "# Dinas Contoh", "# Dinas Tetangga")
    checking = own_engine(project) / "pipeline/reading.py"
    begin = "    loaded = load(root, slug, portal)\n"
    change(checking, begin, f'    if slug == "contoh":\n        raise KeyError("x")\n{begin}')
    for script in ("periksa.py", "bangun.py"):
        result = anew(project, script)
        assert result.returncode == 1
        assert "[kesalahan-program] datasets/contoh\n" in result.stderr
        assert "KeyError" not in result.stderr
        assert "Traceback" not in result.stderr
    assert "Dinas Tetangga" in (project / "site/tetangga/index.html").read_text("utf-8")
    assert not (project / "site/contoh").exists()
    kept = (project / ".cache/kesalahan-program/contoh.txt").read_text("utf-8")
    assert "KeyError: 'x'" in kept


def test_a_damaged_site_of_one_agency_is_left_out_of_the_portal(
    published: Path, run_again: Run
) -> None:
    shutil.copytree(published / "datasets/contoh", published / "datasets/tetangga")
    shutil.copytree(published / "docs/contoh", published / "docs/tetangga")
    change(published / "datasets/tetangga/instansi.yml", "nama: Dinas Contoh", "nama: Dinas Lain")
    assert run_again("bangun.py").returncode == 0
    change(published / TABLE, "2022,99.01.02,Selatan,300", "2022,99.01.02,Selatan,banyak")
    told = published / "site/contoh/ringkasan.json"
    told.write_text(told.read_text("utf-8")[:200], "utf-8")
    result = run_again("bangun.py", "--strict")
    assert result.returncode == 1
    assert "[ringkasan-tidak-terpakai] contoh/ringkasan.json" in result.stderr
    front = (published / "site/index.html").read_text("utf-8")
    assert "Dinas Lain" in front
    assert "Dinas Contoh</" not in front
