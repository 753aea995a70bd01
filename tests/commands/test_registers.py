"""The register as staff use it: laid in the office, counted into the yearly report."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import openpyxl
import pytest

from filled_registers import sheets
from programs import well
from support import LAW, Run, add_material

AGENCY = "contoh"
LINE = {
    "nomor": "1",
    "tanggal": datetime.date(2025, 3, 3),
    "nama": "Pemohon Rekaan",
    "keputusan": "dikabulkan seluruhnya",
    "diberitahukan": datetime.date(2025, 3, 10),
}


@pytest.fixture
def agency(project: Path) -> Path:
    """The invented agency, and what the law asks."""
    return add_material(project, *LAW)


def test_a_blank_register_is_laid_where_it_was_said(agency: Path, run: Run, tmp_path: Path) -> None:
    office = tmp_path / "kantor"
    done = well(run("register.py", AGENCY, "--folder", str(office)))
    assert str(office / "register-permohonan.xlsx") in done.stdout
    book = openpyxl.load_workbook(io.BytesIO((office / "register-permohonan.xlsx").read_bytes()))
    assert book.sheetnames == ["Permohonan", "Keberatan", "Rekap", "Libur", "Petunjuk"]
    again = well(run("register.py", AGENCY, "--folder", str(office)))
    assert "dibiarkan" in again.stdout


def test_a_year_is_counted_and_written(agency: Path, run: Run, tmp_path: Path) -> None:
    filled = tmp_path / "register.xlsx"
    sheets([LINE]).save(filled)
    said = ("laporan.py", AGENCY, "--berkas", str(filled), "--tahun", "2025")
    looked = well(run(*said))
    assert "1 permintaan diterima" in looked.stdout
    assert "TULIS=1" in looked.stdout
    report = agency / "datasets/contoh/layanan-informasi/layanan-informasi.csv"
    assert not report.exists()
    kept = well(run(*said, "--tulis"))
    assert report.read_text("utf-8").splitlines()[1].startswith("2025,1,1,0,0,5.0,")
    assert "Rekaan" not in looked.stdout + kept.stdout


def test_a_register_that_was_not_named_is_asked_for(agency: Path, run: Run) -> None:
    done = run("laporan.py", AGENCY, "--tahun", "2025")
    assert done.returncode == 2
    assert "BERKAS=register-permohonan.xlsx" in done.stderr


def test_a_letter_is_laid_outside(agency: Path, run: Run, tmp_path: Path) -> None:
    filled, office = tmp_path / "register.xlsx", tmp_path / "kantor"
    sheets([LINE]).save(filled)
    said = ("--jenis", "tanda-terima", "--berkas", str(filled), "--nomor", "1")
    done = well(run("surat.py", AGENCY, *said, "--folder", str(office)))
    assert str(office / "tanda-terima-baris-5.docx") in done.stdout
    assert (office / "tanda-terima-baris-5.docx").read_bytes().startswith(b"PK")


def test_a_memo_needs_neither_register_nor_number(agency: Path, run: Run, tmp_path: Path) -> None:
    said = ("--jenis", "permintaan-dokumen", "--tenggat", "2026-12-15")
    unnamed = run("surat.py", AGENCY, *said, "--folder", str(tmp_path))
    assert unnamed.returncode == 1
    assert "Subbagian kepegawaian" in unnamed.stderr
    unit = ("--unit", "Subbagian kepegawaian")
    well(run("surat.py", AGENCY, *said, *unit, "--folder", str(tmp_path)))
    laid = tmp_path / "permintaan-dokumen-subbagian-kepegawaian.docx"
    assert laid.read_bytes().startswith(b"PK")
    wrong = run("surat.py", AGENCY, *said[:2], *unit, "--tenggat", "15-12-2026")
    assert wrong.returncode == 2
    assert "bukan tanggal" in wrong.stderr


def test_no_letter_is_laid_in_the_repository(agency: Path, run: Run) -> None:
    done = run("surat.py", AGENCY, "--jenis", "sk-dik", "--folder", str(agency / "surat"))
    assert done.returncode == 1
    assert "pilih folder lain" in done.stderr
    assert not (agency / "surat").exists()


def test_the_letters_are_named_where_none_was(agency: Path, run: Run) -> None:
    done = run("surat.py", AGENCY)
    assert done.returncode == 2
    assert "tanggapan-keberatan" in done.stderr


def test_a_half_years_report_is_laid_outside_and_never_replaced(
    agency: Path, run: Run, tmp_path: Path
) -> None:
    filled = tmp_path / "register.xlsx"
    sheets([LINE]).save(filled)
    said = (AGENCY, "--berkas", str(filled), "--folder", str(tmp_path))
    for name in ("paket-semester-2025-1-contoh.xlsx", "paket-semester-2025-1-contoh-2.xlsx"):
        done = well(run("semester.py", *said))
        assert str(tmp_path / name) in done.stdout
    first, second = sorted(tmp_path.glob("paket-semester-*"))
    assert first.read_bytes() == second.read_bytes()


def test_what_is_no_half_year_is_told(agency: Path, run: Run) -> None:
    done = run("semester.py", AGENCY, "--semester", "2026-3")
    assert done.returncode == 2
    assert "SEMESTER=2026-1" in done.stderr
