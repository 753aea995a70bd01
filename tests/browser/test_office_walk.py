"""A year at the information officer's desk, in a real browser: nobody touches JSON or CSV."""

from __future__ import annotations

import datetime
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from benches import served
from playwright.sync_api import Page, expect

from filled_registers import Typed, sheets
from profil_terbuka.system import clock
from profil_terbuka.words.dates import date
from profil_terbuka.workbench import Workbench
from support import ROOT, OpenPage, add_material

BUILDING = 90_000
TODAY = datetime.date.today()
LAST_YEAR = TODAY.year - 1
LAW = ("tenggat", "libur-nasional", "kewajiban", "kolom-dip", "indikator-monev")
PERSON = "Pemohon Rekaan"
ASKED: dict[str, Typed] = {
    "nama": PERSON,
    "informasi": "Data rekaan",
    "tujuan": "Penelitian rekaan",
}
LETTER: dict[str, Typed] = {**ASKED, "nomor": "3", "tanggal": TODAY}
"""What came with today's post: received, not answered yet."""
GRANTED: dict[str, Typed] = {
    **ASKED,
    "nomor": "1",
    "tanggal": datetime.date(LAST_YEAR, 3, 3),
    "keputusan": "dikabulkan seluruhnya",
    "diberitahukan": datetime.date(LAST_YEAR, 3, 10),
}
REFUSED: dict[str, Typed] = {
    **GRANTED,
    "nomor": "2",
    "keputusan": "ditolak",
    "dasar": "Pasal 17 huruf h angka 2",
    "uraian": "Membuka keadaan keuangan orang rekaan.",
}
OBJECTION: dict[str, Typed] = {
    "nomor": "K1",
    "tanggal": datetime.date(LAST_YEAR, 3, 20),
    "nama": PERSON,
    "nomor_permohonan": "2",
    "keputusan": "Penolakan dikuatkan.",
    "ditanggapi": datetime.date(LAST_YEAR, 4, 10),
}


@pytest.fixture
def bench(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workbench]:
    """A workbench for the invented agency, with the law as it is published; today is today."""
    monkeypatch.setenv(clock.DAY, TODAY.isoformat())
    for name in LAW:
        shutil.copytree(ROOT / "datasets/acuan" / name, data / "datasets/acuan" / name)
    add_material(data, "informasi-dikecualikan", "serta-merta")
    with served(data) as made:
        yield made


@pytest.fixture
def desk(bench: Workbench, open_page: OpenPage) -> Page:
    page = open_page(None, address=f"http://127.0.0.1:{bench.port}")
    page.goto(bench.first_address)
    page.get_by_role("link", name="Surat", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Surat dan register")
    return page


def letter(page: Page, kind: str, number: str, register: Path) -> str:
    """The text of a letter about one line of the register, fetched as the officer fetches it."""
    page.locator("#berkas-surat").set_input_files(register)
    page.get_by_label("Surat", exact=True).select_option(kind)
    page.get_by_label("Nomor di register").fill(number)
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Unduh surat").click()
    found = docx.Document(io.BytesIO(Path(fetched.value.path()).read_bytes()))
    rows = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in found.paragraphs), *rows])


def test_a_request_from_todays_letter_to_the_published_report(
    desk: Page, data: Path, tmp_path: Path
) -> None:
    with desk.expect_download() as fetched:
        desk.get_by_role("link", name="Unduh register kosong").click()
    handed_out = openpyxl.load_workbook(io.BytesIO(Path(fetched.value.path()).read_bytes()))
    assert handed_out.sheetnames[:2] == ["Permohonan", "Keberatan"]
    register = tmp_path / "register.xlsx"
    # As Excel would save it, where formulas have their values: here with none of them.
    sheets([GRANTED, REFUSED, LETTER], [OBJECTION]).save(register)

    receipt = letter(desk, "tanda-terima", "3", register)
    assert PERSON in receipt
    assert date(TODAY.isoformat()) in receipt
    assert "10 hari kerja" in receipt
    refusal = letter(desk, "penolakan", "2", register)
    assert "Pasal 17 huruf h angka 2" in refusal
    assert "Membuka keadaan keuangan orang rekaan." in refusal
    reply = letter(desk, "tanggapan-keberatan", "K1", register)
    assert "Penolakan dikuatkan." in reply
    with desk.expect_download() as sheet:
        desk.get_by_role("button", name="Unduh Lembar uji konsekuensi").click()
    assert sheet.value.suggested_filename.endswith(".docx")

    desk.locator("#berkas-hitung").set_input_files(register)
    desk.get_by_label("Tahun", exact=True).fill(str(LAST_YEAR))
    desk.get_by_role("button", name="Hitung").click()
    expect(desk.get_by_role("main")).to_contain_text("2 permintaan diterima")
    expect(desk.get_by_role("main")).not_to_contain_text(PERSON)
    desk.get_by_role("button", name="Simpan jumlahnya").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Surat dan register")

    desk.get_by_role("link", name="Pratinjau", exact=True).click()
    desk.get_by_role("button", name="Bangun situsnya").click()
    opener = desk.get_by_role("link", name="Buka situsnya di tab baru")
    expect(opener).to_be_visible(timeout=BUILDING)
    with desk.context.expect_page() as opened:
        opener.click()
    site = opened.value
    home = site.url
    site.goto(f"{home}ppid/laporan-layanan/")
    expect(site.locator("main")).to_contain_text(str(LAST_YEAR))
    expect(site.locator("main")).to_contain_text("2")
    site.goto(f"{home}ppid/kepatuhan/")
    for name in ("kip-12-laporan-tahunan", "perki-56-laporan-waktu", "perki-berkala-akses-jumlah"):
        expect(site.locator(f"#{name}")).to_contain_text("Laporan layanan")
    assert not any(
        PERSON.encode() in file.read_bytes() for file in data.rglob("*") if file.is_file()
    )
