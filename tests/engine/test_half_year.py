"""The half-year's workbook for the main information officer: what each of its sheets tells."""

from __future__ import annotations

import datetime
import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from filled_registers import Typed, book_of, sheets
from profil_terbuka.editing import drawn_half_year
from profil_terbuka.importer import Unusable
from profil_terbuka.importer.grid import Book
from profil_terbuka.ppid import HalfYear
from profil_terbuka.system import clock
from support import ROOT, add_material

AGENCY = "contoh"
LAW = ("tenggat", "libur-nasional", "kewajiban", "kolom-dip", "indikator-monev")
GRANTED: dict[str, Typed] = {
    "nomor": "1",
    "tanggal": datetime.date(2026, 7, 1),
    "nama": "Pemohon Rekaan",
    "keputusan": "dikabulkan seluruhnya",
    "diberitahukan": datetime.date(2026, 7, 8),
}
REFUSED: dict[str, Typed] = {
    **GRANTED,
    "nomor": "2",
    "tanggal": datetime.date(2026, 8, 3),
    "keputusan": "ditolak",
    "dasar": "Pasal 17 huruf h angka 3",
    "diberitahukan": datetime.date(2026, 8, 6),
}
OPEN: dict[str, Typed] = {"nomor": "3", "tanggal": datetime.date(2026, 11, 20)}
BEFORE: dict[str, Typed] = {**GRANTED, "nomor": "4", "tanggal": datetime.date(2026, 6, 30)}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.DAY, "2026-11-30")


@pytest.fixture
def agency(data: Path) -> Path:
    """The invented agency, what the law asks, and the officer's registers."""
    for name in LAW:
        shutil.copytree(ROOT / "datasets/acuan" / name, data / "datasets/acuan" / name)
    return add_material(data, "informasi-dikecualikan", "pernyataan-ppid")


def drawn(agency: Path, half: HalfYear | None = None, register: Book | None = None) -> bytes:
    return drawn_half_year(agency, AGENCY, half, register)[1]


def told(data: bytes, sheet: str) -> list[list[str]]:
    """The filled lines of a sheet."""
    lines = openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows(values_only=True)
    rows = [[str(cell) for cell in line if cell not in (None, "")] for line in lines]
    return [row for row in rows if row]


def test_it_has_a_sheet_for_each_thing_that_is_told(agency: Path) -> None:
    name, data = drawn_half_year(agency, AGENCY, None)
    assert name == "paket-semester-2026-2-contoh.xlsx"
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == [
        "Ringkasan",
        "Kewajiban",
        "Perubahan DIP",
        "Layanan informasi",
        "Dikecualikan",
        "Daftar kerja",
    ]


def test_the_summary_tells_who_reports_what_and_as_of_when(agency: Path) -> None:
    rows = {row[0]: row[1:] for row in told(drawn(agency, HalfYear(2026, 1)), "Ringkasan")}
    assert rows["Laporan PPID Pelaksana kepada PPID Utama, Semester I 2026"] == []
    assert rows["Masa laporan"] == ["1 Januari 2026 sampai 30 Juni 2026"]
    assert rows["Keadaan per"] == ["30 November 2026"]
    assert rows["PPID Pelaksana"] == ["belum diisi"]
    assert "terlambat: 1" in rows["Dokumen yang masih dikerjakan"][0]


def test_equal_data_give_equal_bytes(agency: Path) -> None:
    assert drawn(agency) == drawn(agency)


def test_requests_are_counted_in_their_half_the_open_ones_too(agency: Path) -> None:
    register = book_of(sheets([GRANTED, REFUSED, OPEN, BEFORE]))
    rows = dict(row for row in told(drawn(agency, None, register), "Layanan informasi") if row[1:])
    assert {name: rows[name] for name in list(rows)[1:]} == {
        "Permintaan diterima": "3",
        "Dikabulkan seluruhnya": "1",
        "Dikabulkan sebagian": "0",
        "Ditolak": "1",
        "Dicabut pemohon": "0",
        "Belum diputuskan": "1",
        "Rata-rata lama menjawab (hari kerja)": "4",
        "Keberatan diterima": "0",
        "Sengketa dibawa ke Komisi Informasi": "0",
        "Alasan tidak memberi: Pasal 17 huruf h angka 3": "1",
    }


def test_nothing_about_people_is_told(agency: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(drawn(agency, None, book_of(sheets([GRANTED])))))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any("Rekaan" in cell for cell in cells)


def test_a_half_in_which_nobody_asked_says_so(agency: Path) -> None:
    rows = dict(
        row
        for row in told(
            drawn(agency, HalfYear(2026, 1), book_of(sheets([REFUSED]))), "Layanan informasi"
        )
        if row[1:]
    )
    assert rows["Permintaan diterima"] == "0"
    assert rows["Rata-rata lama menjawab (hari kerja)"] == "belum ada yang dijawab"


def test_without_register_and_report_nothing_is_counted(agency: Path) -> None:
    rows = told(drawn(agency), "Layanan informasi")
    assert rows[1][0].startswith("Belum ada hitungan: ")


def test_without_register_the_yearly_report_is_told_as_such(agency: Path) -> None:
    add_material(agency, "layanan-informasi")
    rows = told(drawn(agency), "Layanan informasi")
    assert "hitungan setahun dari laporan layanan informasi" in rows[1][0]
    assert len(rows) > 5


def test_what_is_withheld_is_listed_with_its_decision(agency: Path) -> None:
    rows = told(drawn(agency), "Dikecualikan")
    assert rows[1][0] == "No."
    assert rows[2][4] == "rancangan, belum ditetapkan PPID"


def test_a_list_that_was_never_recorded_is_said_to_have_no_match(agency: Path) -> None:
    rows = told(drawn(agency), "Perubahan DIP")
    assert "belum pernah dicatat" in rows[1][0]
    assert rows[3] == ["Belum dapat dibandingkan"]


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        ("2026-06-30", "awal semester ini, dicatat 30 Juni 2026"),
        ("2026-08-01", "tidak tersimpan. Dibandingkan dengan daftar yang dicatat 1 Agustus 2026"),
    ],
)
def test_changes_say_with_which_list_they_were_found(
    agency: Path, recorded: str, said: str
) -> None:
    kept = {"judul": "x", "badan_publik": "x", "tanggal": recorded, "kolom": {}, "baris": []}
    (agency / "datasets/contoh/dip.json").write_text(json.dumps(kept), "utf-8")
    rows = told(drawn(agency), "Perubahan DIP")
    assert said in rows[1][0]
    assert ["Bertambah", "Penerima bantuan per kecamatan"] in rows


@pytest.mark.parametrize(
    ("half", "since"),
    [
        (HalfYear(2026, 2), "3 Mei 2026"),
        (HalfYear(2026, 1), "9 September 2025"),
        (HalfYear(2025, 2), "tidak tersimpan. Dibandingkan dengan daftar yang dicatat 1 November"),
    ],
)
def test_the_list_of_each_halfs_beginning_is_kept(agency: Path, half: HalfYear, since: str) -> None:
    for file, day in (
        ("dip.json", "2026-11-01"),
        ("dip-2026-2.json", "2026-05-03"),
        ("dip-2026-1.json", "2025-09-09"),
    ):
        kept = {"judul": "x", "badan_publik": "x", "tanggal": day, "kolom": {}, "baris": []}
        (agency / "datasets/contoh" / file).write_text(json.dumps(kept), "utf-8")
    assert since in told(drawn(agency, half), "Perubahan DIP")[1][0]


def test_a_half_that_has_not_begun_is_refused(agency: Path) -> None:
    with pytest.raises(Unusable, match="Semester I 2027 belum mulai"):
        drawn(agency, HalfYear(2027, 1))


def test_a_register_that_cannot_be_placed_is_refused_with_its_cell(agency: Path) -> None:
    register = book_of(sheets([{**GRANTED, "tanggal": "kemarin"}]))
    with pytest.raises(Unusable, match="Lembar Permohonan, sel B5"):
        drawn(agency, None, register)
