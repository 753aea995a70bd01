"""A year's round as staff walk it: forms go out, three come back, one of them faulty."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from forms import filled
from programs import well
from spreadsheets import packed
from support import Run, add_material, names

AGENCY = "contoh"
FOLDER = "isian-2025/contoh"


@pytest.fixture
def agency(project: Path) -> Path:
    """The invented agency with three datasets of every year."""
    return add_material(project, "penduduk", "layanan")


def forms(agency: Path) -> dict[str, bytes]:
    """The forms that lie in the ZIP of the only division."""
    with zipfile.ZipFile(agency / FOLDER / "dinas-contoh-2025.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sent(agency: Path) -> Path:
    """The ZIP that comes back: one form whole, one faulty, one with blanks."""
    made = forms(agency)
    made["penerima-2025.xlsx"] = filled(made["penerima-2025.xlsx"], {"D2": 9, "D3": 8, "D4": 7})
    wrong = {"D2": 41000, "D3": "18 ribu", "D4": 23000}
    made["penduduk-2025.xlsx"] = filled(made["penduduk-2025.xlsx"], wrong)
    path = agency.parent / "kembali.zip"
    path.write_bytes(packed(made))
    return path


def test_forms_a_list_and_a_calendar_are_laid(agency: Path, run: Run) -> None:
    done = well(run("tahun.py", AGENCY, "--tahun", "2025", "--tenggat", "2026-03-31"))
    assert "Dinas Contoh, data tahun 2025: 0 dataset selesai, 0 sebagian, 3 belum ada." in (
        done.stdout
    )
    assert "31 Maret 2026" in done.stdout
    assert names(agency / FOLDER) == [
        "daftar-2025.csv",
        "daftar-2025.txt",
        "dinas-contoh-2025.zip",
        "tenggat-2025.ics",
        "tenggat-2025.txt",
    ]
    assert sorted(forms(agency)) == [
        "layanan-2025.xlsx",
        "penduduk-2025.xlsx",
        "penerima-2025.xlsx",
    ]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "TAHUN=..."),
        (("--tahun", "dua ribu"), "TAHUN=..."),
        (("--tahun", "2025", "--tenggat", "31/3/2026"), "`31/3/2026` bukan tanggal"),
    ],
)
def test_what_was_not_said_is_asked_with_an_example(
    run: Run, given: tuple[str, ...], told: str
) -> None:
    done = run("tahun.py", AGENCY, *given)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Contoh: make tahun INSTANSI=contoh TAHUN=2025" in done.stderr


def test_what_is_right_is_written_and_the_list_says_so(agency: Path, run: Run) -> None:
    well(run("tahun.py", AGENCY, "--tahun", "2025"))
    done = run("impor.py", AGENCY, "--berkas", str(sent(agency)), "--tulis")
    assert done.returncode == 1
    assert "1 isian siap ditulis, 1 salah, 1 belum lengkap" in done.stdout
    assert "1 isian ditulis. Yang salah dan yang belum lengkap dibiarkan." in done.stdout
    table = (agency / "datasets/contoh/penerima/penerima.csv").read_text("utf-8")
    assert "2025,99.01.03,Timur,7,A,7,4\n" in table
    again = well(run("tahun.py", AGENCY, "--tahun", "2025"))
    assert "1 dataset selesai, 0 sebagian, 2 belum ada" in again.stdout
    assert "Sudah ada, jadi dibiarkan: dinas-contoh-2025.zip" in again.stdout
    anew = well(run("tahun.py", AGENCY, "--tahun", "2025", "--ulang"))
    assert "Isian sebelumnya tersimpan sebagai dinas-contoh-2025-lama.zip" in anew.stdout


def test_the_only_agency_need_not_be_named(agency: Path, run: Run) -> None:
    told = " ".join(well(run("tahun.py", "--help")).stdout.split())
    assert "boleh kosong bila hanya ada satu" in told
    asked = run("tahun.py", "--tahun", "")
    assert asked.returncode == 2
    assert asked.stderr.endswith("Contoh: make tahun TAHUN=2025\n")


def test_a_day_that_was_set_is_forgotten(agency: Path, run: Run) -> None:
    well(run("tahun.py", "--tahun", "2025", "--tenggat", "2026-03-31"))
    assert "31 Maret 2026" in well(run("tahun.py", "--tahun", "2025")).stdout
    forgotten = well(run("tahun.py", "--tahun", "2025", "--tenggat", "hapus"))
    assert "31 Maret 2026" not in forgotten.stdout


def test_without_being_asked_to_nothing_is_written(agency: Path, run: Run) -> None:
    well(run("tahun.py", AGENCY, "--tahun", "2025"))
    before = (agency / "datasets/contoh/penerima/penerima.csv").read_bytes()
    done = run("impor.py", AGENCY, "--berkas", str(sent(agency)))
    assert "Belum ada yang ditulis" in done.stdout
    assert (agency / "datasets/contoh/penerima/penerima.csv").read_bytes() == before


def test_faulty_forms_go_back_marked(agency: Path, run: Run) -> None:
    well(run("tahun.py", AGENCY, "--tahun", "2025"))
    run("impor.py", AGENCY, "--berkas", str(sent(agency)), "--kembalikan")
    with zipfile.ZipFile(agency.parent / "kembali-perbaikan.zip") as archive:
        assert archive.namelist() == ["layanan-2025.xlsx", "penduduk-2025.xlsx"]
        book = openpyxl.load_workbook(io.BytesIO(archive.read("penduduk-2025.xlsx")))
    assert "18 ribu" in book["Isian"]["D3"].comment.text


def test_one_form_alone_finds_its_dataset_by_itself(agency: Path, run: Run) -> None:
    well(run("tahun.py", AGENCY, "--tahun", "2025"))
    form = filled(forms(agency)["penerima-2025.xlsx"], {"D2": 9, "D3": 8, "D4": 7})
    path = agency.parent / "dari bidang.xlsx"
    path.write_bytes(form)
    done = well(run("impor.py", AGENCY, "--berkas", str(path)))
    assert "Tabel `penerima`: 3 baris baru" in done.stdout


def test_a_file_goes_back_beside_the_one_that_came(project: Path, run: Run) -> None:
    path = project.parent / "desa.csv"
    path.write_text("Desa;Jumlah\nA;1\nB;entah\nC;3\nD;4\n", "utf-8")
    done = run("impor.py", AGENCY, "--berkas", str(path), "--kembalikan")
    assert done.returncode == 1
    assert "Berkas untuk dikirim kembali:" in done.stdout
    book = openpyxl.load_workbook(project.parent / "desa-perbaikan.xlsx")
    assert book.worksheets[1]["B3"].comment


def test_a_file_that_cannot_be_read_goes_back_with_the_reason(project: Path, run: Run) -> None:
    path = project.parent / "laporan.pdf"
    path.write_bytes(b"%PDF-1.7")
    done = run("impor.py", AGENCY, "--berkas", str(path), "--kembalikan")
    assert done.returncode == 1
    assert "adalah PDF" in done.stderr
    book = openpyxl.load_workbook(project.parent / "laporan-perbaikan.xlsx")
    assert "adalah PDF" in book["Perbaikan"]["B4"].value


def test_a_file_without_faults_is_not_sent_back(project: Path, run: Run) -> None:
    path = project.parent / "desa.csv"
    path.write_text("Desa;Jumlah (orang)\nA;1\nB;2\n", "utf-8")
    done = well(run("impor.py", AGENCY, "--berkas", str(path), "--kembalikan"))
    assert "Tidak ada yang perlu diperbaiki" in done.stdout
    assert names(project.parent) == ["desa.csv", "repo"]
