"""Registers and letters on the workbench: what is about people passes through and stays nowhere."""

from __future__ import annotations

import datetime
import io
import shutil
from html import unescape
from pathlib import Path

import docx
import httpx2
import openpyxl
import pytest

from filled_registers import Typed, sheets
from sitting import HOME, Sitting, seated, words
from support import ROOT, add_material

LAW = ("tenggat", "libur-nasional", "kewajiban", "kolom-dip", "indikator-monev")
PERSON = "Pemohon Rekaan"
LINE: dict[str, Typed] = {
    "nomor": "12",
    "tanggal": datetime.date(2025, 3, 3),
    "nama": PERSON,
    "keputusan": "dikabulkan seluruhnya",
    "diberitahukan": datetime.date(2025, 3, 10),
}
UNDECIDED = {name: value for name, value in LINE.items() if name != "keputusan"}
REPORT = "datasets/contoh/layanan-informasi/layanan-informasi.csv"


@pytest.fixture
def desk(data: Path) -> Sitting:
    """The invented agency, what the law asks, and what is kept back."""
    for name in LAW:
        shutil.copytree(ROOT / "datasets/acuan" / name, data / "datasets/acuan" / name)
    return seated(add_material(data, "informasi-dikecualikan"))


def register(line: dict[str, Typed]) -> bytes:
    buffer = io.BytesIO()
    sheets([line]).save(buffer)
    return buffer.getvalue()


def post(desk: Sitting, path: str, line: dict[str, Typed], **fields: str) -> httpx2.Response:
    """A form with a register."""
    return desk.browser.post(
        f"{HOME}surat/{path}/",
        data={"tanda": desk.bench.seal, **fields},
        files={"berkas": ("register.xlsx", register(line))},
    )


def nowhere(desk: Sitting) -> bool:
    """Whether the person's name stands in no file of the repository, its cache included."""
    files = (file for file in desk.bench.root.rglob("*") if file.is_file())
    return not any(PERSON.encode() in file.read_bytes() for file in files)


def test_the_page_offers_every_letter(desk: Sitting) -> None:
    said = words(desk.see(f"{HOME}surat/"))
    for title in ("Tanda bukti penerimaan permohonan", "Keputusan penetapan DIP"):
        assert title in said
    assert "Surat pernyataan nihil: registernya belum berisi" in said


def test_the_blank_register_is_fetched(desk: Sitting) -> None:
    made = desk.browser.get(f"{HOME}surat/register-permohonan.xlsx")
    assert openpyxl.load_workbook(io.BytesIO(made.content)).sheetnames[0] == "Permohonan"


def test_a_year_is_seen_before_it_is_kept(desk: Sitting) -> None:
    shown = post(desk, "hitung", LINE, tahun="2025")
    assert "1 permintaan diterima" in words(shown)
    file = desk.bench.root / REPORT
    assert not file.exists()
    token = shown.text.partition('name="hitungan" value="')[2].partition('"')[0]
    kept = desk.send(f"{HOME}surat/hitung/", hitungan=token)
    assert kept.status_code == 200
    assert file.read_text("utf-8").splitlines()[1].startswith("2025,1,1,0,0,5.0,")
    assert nowhere(desk)
    again = desk.send(f"{HOME}surat/hitung/", hitungan=token)
    assert "sudah disimpan" in words(again)


def test_an_unfinished_year_tells_its_cells(desk: Sitting) -> None:
    shown = post(desk, "hitung", UNDECIDED, tahun="2025")
    assert shown.status_code == 422
    assert "Lembar Permohonan, sel N5: keputusan belum diisi" in words(shown)
    assert PERSON not in shown.text


@pytest.mark.parametrize("year", ["", "dua ribu", "²025", "20255"])
def test_what_is_no_year_is_refused(desk: Sitting, year: str) -> None:
    assert post(desk, "hitung", LINE, tahun=year).status_code == 422


def test_a_letter_is_handed_over(desk: Sitting) -> None:
    made = post(desk, "unduh", LINE, jenis="tanda-terima", nomor="12")
    assert 'filename="tanda-terima-baris-5.docx"' in made.headers["content-disposition"]
    rows = [row.cells[2].text for row in docx.Document(io.BytesIO(made.content)).tables[1].rows]
    assert PERSON in rows
    assert nowhere(desk)


def test_a_letter_from_what_is_published(desk: Sitting) -> None:
    made = desk.send(f"{HOME}surat/unduh/", jenis="uji-konsekuensi", nomor="1")
    assert made.content.startswith(b"PK")


def test_a_unit_is_asked_for_its_documents_from_the_worklist(desk: Sitting) -> None:
    shown = desk.see(f"{HOME}kewajiban/").text
    assert 'value="permintaan-dokumen"' in shown
    unit = unescape(shown.partition('<select id="unit"')[2].partition('value="')[2].split('"')[0])
    made = desk.send(f"{HOME}surat/unduh/", jenis="permintaan-dokumen", unit=unit, tenggat="")
    rows = docx.Document(io.BytesIO(made.content)).tables[1].rows
    assert rows[0].cells[2].text == unit


def test_the_half_years_report_is_handed_over_with_or_without_the_register(desk: Sitting) -> None:
    shown = desk.see(f"{HOME}surat/").text
    half = shown.partition('<select id="semester"')[2].partition('value="')[2].split('"')[0]
    bare = desk.send(f"{HOME}surat/semester/", semester=half)
    assert f'filename="paket-semester-{half}-contoh.xlsx"' in bare.headers["content-disposition"]
    counted = post(desk, "semester", LINE, semester=half)
    sheet = openpyxl.load_workbook(io.BytesIO(counted.content))["Layanan informasi"]
    assert str(sheet["A2"].value).startswith("Dihitung dari register kantor")
    assert nowhere(desk)


@pytest.mark.parametrize("half", ["", "2026-3"])
def test_no_report_is_drawn_on_what_is_no_half_year(desk: Sitting, half: str) -> None:
    assert desk.send(f"{HOME}surat/semester/", semester=half).status_code == 404


def test_a_day_that_is_none_is_refused_for_a_memo(desk: Sitting) -> None:
    said = {"jenis": "permintaan-dokumen", "unit": "Subbagian keuangan", "tenggat": "besok"}
    assert "bukan tanggal" in words(desk.send(f"{HOME}surat/unduh/", **said))


@pytest.mark.parametrize(("kind", "number"), [("surat-cinta", "12"), ("", "12")])
def test_no_other_letter_is_drawn(desk: Sitting, kind: str, number: str) -> None:
    assert post(desk, "unduh", LINE, jenis=kind, nomor=number).status_code == 404


def test_a_letter_about_nobody_says_why(desk: Sitting) -> None:
    shown = post(desk, "unduh", LINE, jenis="pemberitahuan", nomor="99")
    assert shown.status_code == 422
    assert "Nomor “99” tidak ada di register" in words(shown)


def test_a_register_without_its_file_is_asked_for(desk: Sitting) -> None:
    shown = desk.send(f"{HOME}surat/unduh/", jenis="tanda-terima", nomor="12")
    assert "Pilih dulu berkas register" in words(shown)


def test_a_register_that_is_dropped_as_a_table_does_not_stay(desk: Sitting) -> None:
    shown = desk.browser.post(
        f"{HOME}tabel/",
        data={"tanda": desk.bench.seal},
        files={"berkas": ("register.xlsx", register(LINE))},
    )
    if "data-menunggu" in shown.text:
        shown = desk.see(shown.url.path)
    assert "isinya data pribadi" in words(shown)
    assert nowhere(desk)
