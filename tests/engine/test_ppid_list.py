"""The public-information list and the desk's other files, of the invented agency."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import frictionless
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from profil_terbuka import ppid
from profil_terbuka.model import Custody
from profil_terbuka.model.findings import Place
from profil_terbuka.ppid import Demand, evidence_files, monev_sheet
from profil_terbuka.ppid.desk.items import ItemKind, PublicItem
from profil_terbuka.ppid.desk.standings import ObligationEvidence
from profil_terbuka.ppid.files.list_sheet import FIRST
from profil_terbuka.ppid.pages.public_list import list_page
from profil_terbuka.read import catalog as catalogs
from profil_terbuka.read import manuscripts
from support import LAW, ROOT, add_material, change

DAY = datetime.date(2026, 11, 22)
HEAD = (
    "nomor,judul,ringkasan,alamat,tanggal,tempat,bentuk,penguasa,penanggung_jawab,retensi,kategori,"
    "kewajiban,sebagian,berkas,pengenal,diperiksa_oleh,diperiksa_tanggal,sidik_diperiksa\n"
)
DOCUMENTS = (
    "1,Rencana kerja 2026,Rencana setahun.,https://contoh.example.go.id/renja.pdf,"
    "2026-01-05,Kota Contoh,cetak daring,Sekretariat,Sekretaris,5 tahun,setiap-saat,"
    "perki-ss-renstra-renja,,,,,,\n"
    "2,Laporan bulanan,Ringkasan.,,2026-03-01,,cetak,,,,berkala,,,,,,,\n"
)
UNFILLED = "belum diisi; yang harus mengisi: "
STATUTORY = (
    "No.",
    "Ringkasan Isi Informasi",
    "Pejabat/Unit/Satker yang Menguasai Informasi",
    "Penanggung Jawab Pembuatan atau Penerbitan Informasi",
    "Waktu dan Tempat Pembuatan Informasi",
    "Bentuk/Format Informasi yang Tersedia",
    "Jangka Waktu Penyimpanan atau Retensi Arsip",
)


@pytest.fixture
def desk(data: Path) -> Path:
    """The invented agency with reference packages, one claim and two documents."""
    add_material(data, *LAW, "dokumen-ppid", "pernyataan-ppid")
    (data / "datasets/contoh/dokumen-ppid/dokumen-ppid.csv").write_text(HEAD + DOCUMENTS, "utf-8")
    change(
        data / "docs/contoh/index.md",
        "title: Beranda\n",
        "title: Beranda\nkewajiban: [perki-berkala-profil-alamat]\nkeadaan: 2026-11-01\n",
    )
    return data


def produce(
    root: Path, former: ppid.FormerList | None = None
) -> tuple[ppid.Openness, dict[str, bytes]]:
    found = catalogs.load(root, "contoh").catalog
    written, _ = manuscripts.read_manuscripts(root, "contoh")
    assert found
    openness = ppid.assess_openness(found, written, former, DAY)
    assert openness
    return openness, ppid.produce_desk(openness, found)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def sheet(data: bytes) -> Worksheet:
    found = openpyxl.load_workbook(io.BytesIO(data))["DIP"]
    assert isinstance(found, Worksheet)
    return found


def entries(found: Worksheet) -> list[list[str]]:
    """The rows of the sheet that carry a number: headings, groups and signature carry none."""
    lines = found.iter_rows(min_row=FIRST + 1, values_only=True)
    return [
        ["" if cell is None else str(cell) for cell in line]
        for line in lines
        if isinstance(line[0], int)
    ]


def test_list_holds_pages_with_a_duty_all_data_and_documents(desk: Path) -> None:
    listed = rows(produce(desk)[1]["ppid/dip.csv"])
    assert [(row["kategori"], row["nomor"], row["jenis"]) for row in listed] == [
        ("Berkala", "1", "Profil singkat Dinas Contoh"),
        ("Berkala", "2", "Laporan bulanan"),
        ("Setiap Saat", "1", "Rencana kerja 2026"),
        ("Setiap Saat", "2", "Penerima bantuan per kecamatan"),
    ]


def test_information_of_two_groups_stands_once_in_the_first(desk: Path) -> None:
    rest = "[perki-berkala-profil-alamat]"
    change(
        desk / "docs/contoh/index.md", rest, "[perki-ss-org-statistik, perki-berkala-profil-alamat]"
    )
    listed = rows(produce(desk)[1]["ppid/dip.csv"])
    listed = [row for row in listed if row["jenis"] == "Profil singkat Dinas Contoh"]
    assert [row["kategori"] for row in listed] == ["Berkala"]
    assert listed[0]["dasar_hukum"].count(";") == 1


def test_list_says_only_what_is_known(desk: Path) -> None:
    page, report, plan, _ = rows(produce(desk)[1]["ppid/dip.csv"])
    assert page["penguasa"] == "Dinas Contoh"
    assert page["penanggung_jawab"] == page["retensi"] == ""
    assert (plan["penguasa"], plan["retensi"]) == ("Sekretariat", "5 tahun")
    assert (plan["bentuk_cetak"], plan["bentuk_rekam"], plan["bentuk_daring"]) == ("ya", "", "ya")
    assert (report["tautan"], report["media"], report["dasar_hukum"]) == ("", "", "")


def test_agency_speaks_for_all_that_say_nothing_themselves(desk: Path) -> None:
    with (desk / "datasets/contoh/instansi.yml").open("a", encoding="utf-8") as file:
        file.write("dip: {penanggung_jawab: Kepala Dinas, retensi: 2 tahun}\n")
    page, _, plan, data = rows(produce(desk)[1]["ppid/dip.csv"])
    assert (page["penanggung_jawab"], plan["penanggung_jawab"]) == ("Kepala Dinas", "Sekretaris")
    assert data["retensi"] == "2 tahun"


def test_the_register_of_custody_speaks_for_one_a_subject_or_all(desk: Path) -> None:
    add_material(desk, "penguasaan-informasi")
    page, _, plan, data = rows(produce(desk)[1]["ppid/dip.csv"])
    assert (page["penanggung_jawab"], page["retensi"]) == ("Sekretaris Dinas", "5 tahun")
    assert (plan["penguasa"], plan["penanggung_jawab"]) == ("Sekretariat", "Sekretaris")
    told = (data["penguasa"], data["penanggung_jawab"], data["retensi"])
    assert told == ("Bidang Data", "Kepala Bidang Data", "permanen")


def test_catalogues_are_told_what_the_register_of_custody_says(desk: Path) -> None:
    found = catalogs.load(desk, "contoh").catalog
    assert found
    assert ppid.with_custody(found) is found, "there is no register yet"
    add_material(desk, "penguasaan-informasi")
    kept = catalogs.load(desk, "contoh").catalog
    assert kept
    told = ppid.with_custody(kept)
    assert told.agency.custody == Custody("", "Sekretaris Dinas", "5 tahun")
    data = told.by_slug["penerima"].custody
    assert data == Custody("Bidang Data", "Kepala Bidang Data", "permanen")


def test_what_nobody_has_said_is_marked_with_who_must(desk: Path) -> None:
    openness, files = produce(desk)
    told = {column.name: count for column, count in openness.listed.unfilled.items()}
    assert told == {"penanggung_jawab": 3, "retensi": 3}
    unsaid = [line[4] for line in entries(sheet(files["ppid/dip.xlsx"])) if UNFILLED in line[4]]
    assert unsaid == [f"{UNFILLED}Dinas Contoh"] * 3
    assert "Belum lengkap: Penanggung Jawab" in list_page(openness).html


def test_links_are_whole_once_the_site_has_an_address(desk: Path) -> None:
    assert rows(produce(desk)[1]["ppid/dip.csv"])[3]["tautan"] == "data/penerima/"
    with (desk / "datasets/contoh/instansi.yml").open("a", encoding="utf-8") as file:
        file.write("alamat_situs: https://contoh.example.go.id/\n")
    links = [row["tautan"] for row in rows(produce(desk)[1]["ppid/dip.csv"])]
    assert links[3] == "https://contoh.example.go.id/data/penerima/"
    assert links[2] == "https://contoh.example.go.id/renja.pdf"


def test_the_list_never_tells_of_the_registers_it_is_made_from(desk: Path) -> None:
    shutil.copytree(
        ROOT / "tests/bahan/informasi-dikecualikan", desk / "datasets/contoh/informasi-dikecualikan"
    )
    text = produce(desk)[1]["ppid/dip.csv"].decode()
    assert "data/penerima/" in text
    for name in ("dikecualikan", "telepon penerima", "dokumen-ppid", "pernyataan-ppid"):
        assert name not in text.lower()


def test_sheet_has_the_rows_of_the_csv(desk: Path) -> None:
    files = produce(desk)[1]
    plain = [list(row.values())[1:] for row in rows(files["ppid/dip.csv"])]
    found = entries(sheet(files["ppid/dip.xlsx"]))
    said = [["" if UNFILLED in cell else cell for cell in line] for line in found]
    assert said == plain


def test_sheet_has_the_statutory_columns(desk: Path) -> None:
    found = sheet(produce(desk)[1]["ppid/dip.xlsx"])
    heads = [[cell.value for cell in row] for row in found[FIRST - 1 : FIRST]]
    assert set(STATUTORY) <= set(heads[0])
    at = heads[0].index("Bentuk/Format Informasi yang Tersedia")
    assert heads[1][at : at + 3] == ["Cetak", "Rekam", "Daring"]
    groups = [row[0].value for row in found.iter_rows() if str(row[0].value)[1:2] == "."]
    assert groups == [
        "A. Informasi Berkala",
        "B. Informasi Serta Merta: belum ada di situs ini",
        "C. Informasi Setiap Saat",
    ]


def test_sheet_is_ready_to_print_and_sign(desk: Path) -> None:
    found = sheet(produce(desk)[1]["ppid/dip.xlsx"])
    assert found.print_title_rows == f"${FIRST - 1}:${FIRST}"
    assert (found.page_setup.orientation, found.page_setup.paperSize) == ("landscape", 9)
    # One page wide is what Excel takes for granted; as many high as it takes.
    assert (found.page_setup.fitToWidth or 1, found.page_setup.fitToHeight) == (1, 0)
    assert found.sheet_properties.pageSetUpPr
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert found.oddHeader.left.text == "Dinas Contoh"
    assert found.oddFooter.right.text == "Halaman &P dari &N"
    words = [str(cell.value) for row in found.iter_rows() for cell in row if cell.value]
    assert "Pejabat Pengelola Informasi dan Dokumentasi (PPID)" in words
    assert "NIP" in words


def test_the_same_day_gives_the_same_bytes(desk: Path) -> None:
    assert produce(desk)[1] == produce(desk)[1]


def test_tables_are_what_their_descriptor_says(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "paket"
    folder.mkdir()
    for name, data in produce(desk)[1].items():
        (folder / name.removeprefix("ppid/")).write_bytes(data)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    assert len(report.tasks) == 6


def test_first_list_says_so_and_a_later_one_tells_the_difference(desk: Path) -> None:
    openness, files = produce(desk)
    assert openness.changes is None
    (desk / "datasets/contoh/dip.json").write_bytes(files["ppid/dip.json"])
    former, faults = ppid.read_former_list(desk, "datasets/contoh")
    assert former
    assert faults == ()
    same = produce(desk, former)[0].changes
    assert same
    assert (same.since, same.added, same.removed, same.altered) == ("2026-11-22", (), (), ())
    file = desk / "datasets/contoh/dokumen-ppid/dokumen-ppid.csv"
    changed = DOCUMENTS.replace("2,Laporan bulanan", "2,Laporan mingguan")
    file.write_text(HEAD + changed.replace("5 tahun", "6 tahun"), "utf-8")
    later = produce(desk, former)[0].changes
    assert later
    assert (later.added, later.removed) == (("Laporan mingguan",), ("Laporan bulanan",))
    assert later.altered == ("Rencana kerja 2026",)


def test_the_workbook_of_assessments_has_every_question_and_room_for_notes(desk: Path) -> None:
    with (desk / "datasets/contoh/instansi.yml").open("a", encoding="utf-8") as file:
        file.write("alamat_situs: https://contoh.example.go.id/\n")
    openness, files = produce(desk)
    book = openpyxl.load_workbook(io.BytesIO(files["ppid/monev.xlsx"]))
    lines = [row for page in book for row in page.iter_rows(min_row=6, values_only=True)]
    assert {row[2] for row in lines} == {item.question for item in openness.indicators}
    assert not any(row[8] for row in lines), "the last column is the office's own"
    links = set(filter(None, (row[4] for row in lines)))
    assert links
    assert all(str(link).startswith("https://") for link in links)


def test_beside_the_workbook_lies_a_file_for_each_link_to_the_site(desk: Path) -> None:
    openness, _ = produce(desk)
    files = evidence_files(openness)
    own = [
        (asked.name, found.item.address)
        for asked in openness.indicators
        for found in asked.evidence
        if found.item.address and not found.item.elsewhere
    ]
    assert own
    assert [(file.indicator, file.address) for file in files] == own
    assert len({file.name for file in files}) == len(files)
    for file in files:
        assert file.name.startswith(f"{file.indicator}-")
        assert DAY.isoformat() in file.name


def test_the_workbook_links_what_lies_beside_it(desk: Path) -> None:
    openness, _ = produce(desk)
    files = evidence_files(openness)
    book = openpyxl.load_workbook(io.BytesIO(monev_sheet(openness, files)))
    heads = {page.cell(5, 6).value for page in book}
    assert heads == {"Berkas di folder ini"}
    cells = [cell for page in book for (cell,) in page.iter_rows(min_row=6, min_col=6, max_col=6)]
    assert [cell.value for cell in cells if cell.value] == [file.name for file in files]
    assert all(cell.hyperlink.target == cell.value for cell in cells if cell.value)


@pytest.mark.parametrize(
    ("address", "path", "ending", "is_capture"),
    [
        ("index.html", "index.html", "-01-index-2026-11-22.jpg", True),
        ("ppid/dip/#berkala", "ppid/dip/index.html", "-01-ppid-dip-berkala-2026-11-22.jpg", True),
        (
            "ppid/dokumen/sk-dip.pdf",
            "ppid/dokumen/sk-dip.pdf",
            "-01-ppid-dokumen-sk-dip-2026-11-22.pdf",
            False,
        ),
        ("https://lain.example/a/", "", "", False),
        ("", "", "", False),
    ],
)
def test_a_page_is_captured_a_document_copied_and_what_is_elsewhere_left(
    desk: Path, address: str, path: str, ending: str, is_capture: bool
) -> None:
    openness, _ = produce(desk)
    asked = next(item for item in openness.indicators if item.standings)
    shown = PublicItem(
        ItemKind.PAGE, "Judul", "", address, "2026-01-01", (), Custody(), (), Place("a.md")
    )
    proof = replace(asked.standings[0], evidence=(ObligationEvidence(shown, ""),))
    alone = replace(openness, day=DAY, indicators=(replace(asked, standings=(proof,)),))
    files = evidence_files(alone)
    expected = [(path, f"{asked.name}{ending}", is_capture)] if path else []
    assert [(file.path, file.name, file.is_capture) for file in files] == expected


def test_badge_tells_counts_and_day(desk: Path) -> None:
    openness, files = produce(desk)
    text = files["ppid/lencana.svg"].decode()
    announced = openness.tallies[Demand.ANNOUNCED]
    told = f"{announced.settled} dari {announced.counted} dokumen wajib diumumkan terpenuhi"
    assert f"{told}, 22 November 2026" in text


def test_names_cannot_break_out_of_badge_and_calendar(desk: Path) -> None:
    change(
        desk / "datasets/contoh/instansi.yml",
        "nama: Dinas Contoh\n",
        "nama: 'Dinas <script>\"&;X'\n",
    )
    files = produce(desk)[1]
    assert b"<script>" not in files["ppid/lencana.svg"]
    assert b'Dinas <script>"&\\;X' in files["ppid/tenggat.ics"]
    assert sheet(files["ppid/dip.xlsx"]).oddHeader.left.text == 'Dinas <script>"&&;X'


def test_compliance_table_leads_to_the_evidence(desk: Path) -> None:
    table = {row["id"]: row for row in rows(produce(desk)[1]["ppid/kepatuhan.csv"])}
    met = table["perki-berkala-profil-alamat"]
    assert (met["keadaan"], met["lengkap"], met["bukti"]) == ("Terpenuhi", "ya", "index.html")
    assert (met["tanggal_informasi"], met["tenggat"]) == ("2026-11-01", "2027-05-04")
    missing = table["perki-berkala-profil-lhkpn"]
    assert (missing["keadaan"], missing["bukti"], missing["lengkap"]) == ("Belum ada", "", "")


def test_former_list_of_another_shape_is_told(desk: Path) -> None:
    (desk / "datasets/contoh/dip.json").write_text(json.dumps([]), "utf-8")
    former, faults = ppid.read_former_list(desk, "datasets/contoh")
    assert former is None
    assert faults


def test_headings_of_the_sheet_are_seen_whole(desk: Path) -> None:
    """They stand in merged cells, whose height no program works out."""
    found = sheet(produce(desk)[1]["ppid/dip.xlsx"])
    heights = [found.row_dimensions[row].height or 0 for row in (FIRST - 1, FIRST)]
    assert sum(heights) >= 3 * 10 * 1.3


def test_documents_table_has_each_document_once_with_its_rows(desk: Path) -> None:
    openness, files = produce(desk)
    table = rows(files["ppid/dokumen.csv"])
    assert len(table) == len(openness.documents)
    named = [name for row in table for name in row["kewajiban"].split()]
    assert sorted(named) == sorted(openness.judged)
    address = next(row for row in table if row["dokumen"] == "profil")
    assert (address["keadaan"], address["bukti"]) == ("Terpenuhi", "index.html")
    assert (address["sifat"], address["tanggal_informasi"]) == ("Wajib diumumkan", "2026-11-01")


def test_an_assessors_question_stands_as_far_as_it_asks(desk: Path) -> None:
    openness, _ = produce(desk)
    page = next(
        page for page in ppid.openness_pages(openness, desk=True) if page.address == "ppid/monev/"
    )
    assert 'id="wsb-profil-alamat"' in page.html
    row = page.html[page.html.index('id="wsb-profil-alamat"') :].partition("</tr>")[0]
    assert ">Terpenuhi<" in row
    assert "1 November 2026" in row


def compliance(root: Path) -> str:
    """The page on obligations as it is read: without tags, spaces as one."""
    openness, _ = produce(root)
    made = ppid.openness_pages(openness, desk=True)
    html = next(page.html for page in made if page.address == "ppid/kepatuhan/")
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_the_page_tells_two_dates_of_a_standing_fact_and_who_reviewed_it(desk: Path) -> None:
    change(desk / "docs/contoh/index.md", "keadaan: 2026-11-01", "keadaan: 2020-12-31")
    assert "Perlu ditinjau" in compliance(desk)
    file = desk / "datasets/contoh/pernyataan-ppid/pernyataan-ppid.csv"
    with file.open("a", encoding="utf-8") as table:
        table.write("1,profil,masih-berlaku,,2026-11-20,Sekretaris,Dicocokkan dengan papan nama.\n")
    page = compliance(desk)
    assert "Bukti, keadaan per 31 Desember 2020" in page
    told = "masih berlaku per 20 November 2026 (Sekretaris): Dicocokkan dengan papan nama."
    assert told in page


def test_the_page_tells_who_corrected_a_row_and_when(desk: Path) -> None:
    add_material(desk, "koreksi-kewajiban")
    file = desk / "datasets/contoh/koreksi-kewajiban/koreksi-kewajiban.csv"
    with file.open("a", encoding="utf-8") as table:
        table.write("1,kip-13-ppid,pasal,Pasal 13,Bagian Hukum,2026-11-20,Naskahnya dibaca.\n")
    page = compliance(desk)
    assert "Kolom pasal oleh Bagian Hukum, 20 November 2026: Naskahnya dibaca." in page
    assert "UU 14/2008 Pasal 13;" in page


def test_each_row_tells_its_basis_and_how_good_the_proof_is(desk: Path) -> None:
    page = compliance(desk)
    assert (
        "Perki 1/2021 Pasal 14-15 (menurut peraturan turunan); terbaca pada peraturan sesudahnya "
        "atau laman yang mengulangnya: Permenko Infra 2/2025 Pasal 15" in page
    )
    remembered = "UU 14/2008 (nomor pasal perlu verifikasi); dari ingatan penyusun"
    assert remembered in page


def test_what_is_late_tells_its_day_and_never_the_next_one(desk: Path) -> None:
    page = compliance(desk)
    report = page.partition("Laporan tahunan layanan informasi publik Terlambat")[2]
    report = report.partition("Seberapa sering")[0]
    assert "paling lambat 31 Maret 2026" in report
    assert "2027" not in report
