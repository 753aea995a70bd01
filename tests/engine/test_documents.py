"""Documents that an agency publishes as files: folder, register, page, catalogue."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from documents import FOLDER, PLAN, REGISTER, put, register, scan, vouched
from papers import bytes_of, paper, scanned, with_pages
from profil_terbuka import pipeline
from profil_terbuka.model.findings import Finding, errors
from profil_terbuka.ppid import document_reading, proposed_slug
from profil_terbuka.ppid.desk import document_checks, document_text
from profil_terbuka.ppid.desk import documents as documents_desk
from profil_terbuka.publish import search
from profil_terbuka.read import document_files
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from profil_terbuka.words.report import report
from support import LAW, add_material, page_of, written

TEXT = paper(["Rencana kerja tahun rekaan", "Bantuan sembako untuk warga"])


@pytest.fixture
def desk(data: Path) -> Path:
    """The invented agency with an empty register of documents and a folder for their files."""
    add_material(data, *LAW, "dokumen-ppid")
    return data


def found(desk: Path, cache: Cache) -> tuple[Finding, ...]:
    return pipeline.examine(desk, "contoh", cache).findings


def told(desk: Path, cache: Cache) -> list[tuple[str, str]]:
    """What is found: its code, and the column or file it is about."""
    return [
        (item.code.name, item.place.column or Path(item.place.file).name)
        for item in found(desk, cache)
    ]


def published(desk: Path, cache: Cache) -> pipeline.Written:
    prepared = pipeline.examine(desk, "contoh", cache)
    assert not errors(prepared.findings), report(prepared.findings)
    return written(prepared, cache)


# From the folder to the site


def test_a_file_stands_at_an_address_made_of_its_row(desk: Path, cache: Cache) -> None:
    put(desk, PLAN, TEXT)
    register(desk, {})
    assert published(desk, cache).files["ppid/dokumen/renja-2026.pdf"] == TEXT


def test_the_page_tells_what_a_document_fulfils_and_how_large_it_is(
    desk: Path, cache: Cache
) -> None:
    put(desk, PLAN, TEXT)
    register(desk, {"alamat": "https://jdih.example.go.id/renja"})
    html = page_of(published(desk, cache), "ppid/dokumen/").html
    assert '<a href="../../ppid/dokumen/renja-2026.pdf">Rencana kerja 2026</a>' in html
    assert "5 Januari 2026" in html
    assert 'href="../../ppid/kepatuhan/#perki-ss-renstra-renja"' in html
    assert "PDF, 1 halaman, " in html
    assert "Teks dapat dicari." in html
    assert '<a href="https://jdih.example.go.id/renja" rel="external">' in html


def test_a_file_shows_its_obligation_where_a_link_does_only_in_part(
    desk: Path, cache: Cache
) -> None:
    def state() -> str:
        openness = pipeline.examine(desk, "contoh", cache).openness
        assert openness
        return str(openness.judged["perki-ss-renstra-renja"].state)

    register(desk, {"berkas": "", "pengenal": "", "alamat": "https://jdih.example.go.id/renja"})
    assert state() == "sebagian"
    put(desk, PLAN, TEXT)
    register(desk, {"alamat": "https://jdih.example.go.id/renja"})
    assert state() == "terpenuhi"


def test_the_list_of_public_information_leads_to_the_file(desk: Path, cache: Cache) -> None:
    put(desk, PLAN, TEXT)
    register(desk, {})
    listed = published(desk, cache).files["ppid/dip.csv"].decode()
    assert "ppid/dokumen/renja-2026.pdf" in listed


def test_the_catalogue_holds_the_document_with_its_seal(desk: Path, cache: Cache) -> None:
    put(desk, PLAN, TEXT)
    register(desk, {})
    nodes = json.loads(published(desk, cache).files["catalog.jsonld"])["@graph"]
    by_id = {node["@id"]: node for node in nodes}
    (resource,) = [node for node in nodes if node["@type"] == "dcat:Resource"]
    assert resource["@id"] in nodes[0]["dcat:resource"]
    file = by_id[resource["dcat:distribution"][0]]
    assert file["dcat:byteSize"] == len(TEXT)
    assert len(by_id[file["spdx:checksum"]]["spdx:checksumValue"]) == 64


def test_a_document_is_found_by_the_words_in_it(desk: Path, cache: Cache) -> None:
    put(desk, PLAN, TEXT)
    register(desk, {})
    (record,) = search.document_records(pipeline.examine(desk, "contoh", cache).documents)
    assert record.address == "ppid/dokumen/#dok-renja-2026"
    assert "Bantuan sembako" in record.content
    assert record.years == ("2026",)


def test_of_a_very_long_document_the_beginning_is_found(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_text, "MOST_TEXT", 10)
    assert document_reading(paper(["Laporan panjang"]), cache).text == "Laporan pa"


def test_the_newest_document_stands_first(desk: Path, cache: Cache) -> None:
    put(desk, PLAN, TEXT)
    put(desk, "lama.pdf", paper(["Laporan lama"]))
    register(desk, {"berkas": "lama.pdf", "pengenal": "lama", "tanggal": "2024-01-05"}, {})
    documents = pipeline.examine(desk, "contoh", cache).documents
    assert [item.slug for item in documents] == ["renja-2026", "lama"]


def test_without_documents_there_is_no_page_of_them(desk: Path, cache: Cache) -> None:
    assert "ppid/dokumen/" not in set(published(desk, cache).pages)


def test_an_accent_written_in_two_signs_is_the_same_name(desk: Path, cache: Cache) -> None:
    put(desk, "Cafe\u0301.pdf", TEXT)
    register(desk, {"berkas": "Caf\u00e9.pdf"})
    assert found(desk, cache) == ()


# Scans


def test_a_scan_needs_somebody_who_has_read_it(desk: Path, cache: Cache) -> None:
    put(desk, PLAN, scan())
    register(desk, {})
    assert told(desk, cache) == [("berkas-tidak-terperiksa", PLAN)]


def test_a_scan_that_was_read_is_published_and_says_so(desk: Path, cache: Cache) -> None:
    content = scan()
    put(desk, PLAN, content)
    register(desk, vouched(content))
    html = page_of(published(desk, cache), "ppid/dokumen/").html
    assert "Hasil pindaian tanpa teks: tidak dapat dibaca pembaca layar" in html
    assert "sudah dibaca Sekretaris pada 6 Januari 2026" in html


def test_a_declaration_is_about_one_file_and_none_that_takes_its_place(
    desk: Path, cache: Cache
) -> None:
    put(desk, PLAN, scanned(Image.new("L", (601, 800), "grey")))
    register(desk, vouched(scan()))
    assert ("berkas-tidak-terperiksa", PLAN) in told(desk, cache)


@pytest.mark.parametrize("left_out", ["diperiksa_oleh", "diperiksa_tanggal", "sidik_diperiksa"])
def test_half_a_declaration_is_none(desk: Path, cache: Cache, left_out: str) -> None:
    content = scan()
    put(desk, PLAN, content)
    register(desk, {**vouched(content), left_out: ""})
    assert told(desk, cache) == [
        ("baris-dokumen-salah", left_out),
        ("berkas-tidak-terperiksa", PLAN),
    ]


def test_of_a_paper_with_some_scanned_pages_these_are_named(desk: Path, cache: Cache) -> None:
    writer = with_pages(["Laporan"])
    writer.append(io.BytesIO(scan()))
    content = bytes_of(writer)
    put(desk, PLAN, content)
    register(desk, vouched(content))
    assert "Halaman 2 hasil pindaian" in page_of(published(desk, cache), "ppid/dokumen/").html


# What is wrong


def test_a_file_without_a_row_is_offered_one_that_fits(desk: Path, cache: Cache) -> None:
    put(desk, PLAN, TEXT)
    (finding,) = found(desk, cache)
    assert finding.code.name == "dokumen-belum-terdaftar"
    row = words.text(finding.remedy).rpartition(": `")[2].rstrip("`")
    assert row.startswith("1,Renja 2026,ISI: isinya dalam satu kalimat,,ISI: tanggal")
    assert row.endswith(f",{PLAN},renja-2026,,,")
    head = (desk / REGISTER).read_text("utf-8").splitlines()[0]
    assert row.count(",") == head.count(",")


def test_the_row_that_is_offered_holds_once_it_is_filled_in(desk: Path, cache: Cache) -> None:
    put(desk, PLAN, TEXT)
    row = words.text(found(desk, cache)[0].remedy).rpartition(": `")[2].rstrip("`")
    row = row.replace("ISI: isinya dalam satu kalimat", "Rencana setahun.")
    row = row.replace("ISI: tanggal dokumen (2026-01-31)", "2026-01-31")
    row = row.replace("ISI: pengenal kewajiban; kosongkan bila tidak ada", "")
    with (desk / REGISTER).open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    assert found(desk, cache) == ()


WRONG_ROWS = {
    "berkas-tidak-ada": ({"berkas": "Renja 2025.pdf"}, "berkas"),
    "tanpa-pengenal": ({"pengenal": ""}, "pengenal"),
    "pengenal-tanpa-berkas": ({"berkas": ""}, "berkas"),
}


@pytest.mark.parametrize(("row", "column"), WRONG_ROWS.values(), ids=list(WRONG_ROWS))
def test_a_row_that_does_not_fit_its_file_is_told_at_its_cell(
    desk: Path, cache: Cache, row: dict[str, str], column: str
) -> None:
    put(desk, PLAN, TEXT)
    register(desk, row)
    assert ("baris-dokumen-salah", column) in told(desk, cache)


@pytest.mark.parametrize(
    ("other", "columns"),
    [
        ({"pengenal": "renja"}, {"berkas"}),
        ({"berkas": "lain.pdf"}, {"pengenal"}),
    ],
)
def test_no_two_rows_have_one_file_or_one_address(
    desk: Path, cache: Cache, other: dict[str, str], columns: set[str]
) -> None:
    put(desk, PLAN, TEXT)
    if "berkas" in other:
        put(desk, other["berkas"], paper(["Lain"]))
    register(desk, {}, {**other, "judul": "Rencana lain"})
    assert {place for code, place in told(desk, cache) if code == "baris-dokumen-salah"} == columns


def test_what_is_no_pdf_is_told(desk: Path, cache: Cache) -> None:
    put(desk, "Renja.docx", b"PK\x03\x04")
    assert ("dokumen-tidak-layak", "Renja.docx") in told(desk, cache)


def test_a_large_file_is_refused_with_a_way_to_make_it_smaller(
    desk: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_files, "MOST_DOCUMENT_BYTES", 100)
    monkeypatch.setattr(document_checks, "MOST_DOCUMENT_BYTES", 100)
    put(desk, PLAN, TEXT)
    register(desk, {})
    (finding,) = found(desk, cache)
    assert finding.code.name == "dokumen-tidak-layak"
    assert "150 dpi" in words.text(finding.remedy)


def test_a_folder_that_grows_without_end_is_refused(
    desk: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_checks, "MOST_FOLDER_BYTES", 100)
    put(desk, PLAN, TEXT)
    register(desk, {})
    assert told(desk, cache) == [("dokumen-tidak-layak", "dokumen")]


def test_private_data_are_told_with_their_page_and_masked(desk: Path, cache: Cache) -> None:
    put(desk, PLAN, paper(["Laporan"], ["Hubungi 0812-0000-0000"]))
    register(desk, {})
    (finding,) = found(desk, cache)
    assert finding.code.name == "data-pribadi-telepon"
    assert finding.place.file == f"{FOLDER}/{PLAN}/halaman 2"
    assert "0000" not in report([finding])


def test_files_without_a_register_are_told_once(data: Path, cache: Cache) -> None:
    add_material(data, *LAW)
    put(data, "a.pdf", TEXT)
    put(data, "b.pdf", TEXT)
    assert told(data, cache) == [("dokumen-belum-terdaftar", "dokumen")]


def test_a_register_begun_before_there_were_files_holds_without_them(
    desk: Path, cache: Cache
) -> None:
    """Its columns about files may be missing as long as the folder is empty."""
    descriptor = desk / "datasets/contoh/dokumen-ppid/datapackage.json"
    document = json.loads(descriptor.read_text("utf-8"))
    schema = document["resources"][0]["schema"]
    about_files = {*documents_desk.DOCUMENT_COLUMNS}
    schema["fields"] = [field for field in schema["fields"] if field["name"] not in about_files]
    descriptor.write_text(json.dumps(document), "utf-8")
    names = ",".join(field["name"] for field in schema["fields"])
    (desk / REGISTER).write_text(f"{names}\n", "utf-8")
    assert found(desk, cache) == ()
    put(desk, PLAN, TEXT)
    (finding,) = found(desk, cache)
    assert "belum mempunyai kolom `berkas`" in words.text(finding.message)


def test_a_name_that_is_taken_is_counted_up() -> None:
    taken = {"renja", "renja-2"}
    assert proposed_slug("Renja", taken) == "renja-3"
