"""What stands in a PDF is judged wherever it stands; what cannot be read is refused in seconds."""

from __future__ import annotations

import io
import struct
import time
import zlib
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from papers import appended, bytes_of, drawn, lines, paper, scanned, with_pages
from profil_terbuka.model.findings import Finding
from profil_terbuka.privacy import pdf
from profil_terbuka.privacy.files import in_file
from profil_terbuka.privacy.official import Official
from profil_terbuka.privacy.pdf_reader import readable
from profil_terbuka.words import catalogues as words
from profil_terbuka.words.report import paragraph

PHONE = "0812-0000-0000"
NOBODY = Official.of()


def found(data: bytes, name: str = "berkas.pdf", official: Official = NOBODY) -> list[Finding]:
    return list(in_file(name, data, official))


def code(text: str, size: int = 300) -> Image.Image:
    """A QR code as a picture."""
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    picture = Image.fromarray(
        zxingcpp.write_barcode_to_image(barcode, scale=6, add_quiet_zones=True)
    )
    return picture.convert("RGB").resize((size, size))


def with_info(key: str, value: str) -> bytes:
    writer = with_pages(["Laporan"])
    writer.add_metadata({key: value})
    return bytes_of(writer)


def with_object(item: DictionaryObject | StreamObject) -> bytes:
    writer = with_pages(["Laporan"])
    writer.root_object[NameObject("/Lain")] = writer._add_object(item)
    return bytes_of(writer)


def with_xmp(text: str) -> bytes:
    stream = DecodedStreamObject()
    stream.set_data(f"<x:xmpmeta><dc:title>{text}</dc:title></x:xmpmeta>".encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    return with_object(stream)


def with_remark(text: str) -> bytes:
    writer = with_pages(["Laporan"])
    writer.add_annotation(0, Text(text=text, rect=(50, 50, 200, 100)))
    return bytes_of(writer)


def with_form(text: str) -> bytes:
    writer = with_pages(["Laporan"])
    field = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject("isian"),
            NameObject("/V"): TextStringObject(text),
        }
    )
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject([writer._add_object(field)])}
    )
    return bytes_of(writer)


def with_attachment(name: str, data: bytes) -> bytes:
    writer = with_pages(["Laporan"])
    writer.add_attachment(name, data)
    return bytes_of(writer)


def with_bookmark(text: str) -> bytes:
    writer = with_pages(["Laporan"])
    writer.add_outline_item(title=text, page_number=0)
    return bytes_of(writer)


def signed(certificate: bytes) -> bytes:
    return with_object(
        DictionaryObject({NameObject("/Contents"): ByteStringObject(b"\x30\x82\xff" + certificate)})
    )


HOLDING = {
    "halaman": paper(["Halo"], ["Hubungi", PHONE]),
    "terputus-baris": paper(["Hubungi 0812-", "0000-0000"]),
    "judul": with_info("/Title", f"Laporan {PHONE}"),
    "perihal": with_info("/Subject", PHONE),
    "kata-kunci-utf16": with_info("/Keywords", f"“{PHONE}”"),
    "xmp": with_xmp(PHONE),
    "komentar": with_remark(PHONE),
    "isian": with_form(PHONE),
    "lampiran": with_attachment("mentah.csv", f"hp\n{PHONE}\n".encode()),
    "nama-lampiran": with_attachment(f"{PHONE}.csv", b"a\n"),
    "lampiran-di-lampiran": with_attachment("a.pdf", paper([PHONE])),
    "penanda": with_bookmark(PHONE),
    "tanda-tangan": signed(b"CN=Fulan 0812-0000-0000\x00"),
    "versi-lama": appended(paper([PHONE]), lines(PHONE), lines("dihapus")),
    "kode-qr": scanned(code("https://wa.me/628120000000", 900)),
}


@pytest.mark.parametrize("data", HOLDING.values(), ids=list(HOLDING))
def test_private_data_are_found_wherever_a_pdf_holds_them(data: bytes) -> None:
    told = found(data)
    assert "data-pribadi-telepon" in {finding.code.name for finding in told}
    assert not [finding for finding in told if "0000" in paragraph(finding)]


def test_the_page_is_named() -> None:
    (finding,) = found(paper(["Halo"], [PHONE]), "docs/x.pdf")
    assert finding.place.file == "docs/x.pdf/halaman 2"


CLEAN = {
    "laporan": paper(["Laporan kinerja 2024", "Realisasi 81.234.567.890 rupiah"]),
    "halaman-kosong": bytes_of(PdfWriter(clone_from=PdfReader(io.BytesIO(paper(["a"], []))))),
    "tanggal": with_info("/CreationDate", "D:20240101120000+07'00'"),
    "tautan": with_bookmark("Bab 1"),
}


@pytest.mark.parametrize("data", CLEAN.values(), ids=list(CLEAN))
def test_a_pdf_without_private_data_passes(data: bytes) -> None:
    assert found(data) == []


def test_an_author_is_told_once() -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"<x:xmpmeta><dc:creator>Fulan Contoh</dc:creator></x:xmpmeta>")
    stream[NameObject("/Type")] = NameObject("/Metadata")
    writer = with_pages(["Laporan"])
    writer.add_metadata({"/Author": "Fulan Contoh"})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    assert len(found(bytes_of(writer))) == 1


def test_the_author_is_told_unless_it_is_the_agency() -> None:
    data = with_info("/Author", "Fulan Contoh")
    (finding,) = found(data)
    assert words.text(finding.message) == "Berkas memuat nama pembuat: `Fu••• ••••••`."
    official = Official(frozenset(), frozenset(), (), frozenset({"fulan contoh"}))
    assert found(data, official=official) == []


CARRYING = {
    "komentar": (with_remark("periksa lagi"), "komentar"),
    "lampiran": (with_attachment("a.csv", b"a\n"), "berkas lain sebagai lampiran"),
    "program": (
        with_object(DictionaryObject({NameObject("/JS"): TextStringObject("app.alert(1)")})),
        "program yang dapat berjalan saat dibuka",
    ),
}


@pytest.mark.parametrize(("data", "what"), CARRYING.values(), ids=list(CARRYING))
def test_what_a_pdf_carries_besides_its_pages_is_told(data: bytes, what: str) -> None:
    (finding,) = found(data)
    assert words.text(finding.message) == f"Berkas memuat {what}."


def locked() -> bytes:
    writer = with_pages([PHONE])
    writer.encrypt("rahasia", algorithm="RC4-128")
    return bytes_of(writer)


UNREADABLE = {
    "bersandi": (locked(), "bersandi"),
    "terpotong": (paper([PHONE])[:300], "rusak"),
    "bukan-pdf": (b"bukan PDF", "rusak"),
    "kosong": (b"", "rusak"),
}


@pytest.mark.parametrize(("data", "why"), UNREADABLE.values(), ids=list(UNREADABLE))
def test_what_cannot_be_read_is_refused_with_a_mend(data: bytes, why: str) -> None:
    (finding,) = found(data)
    assert finding.code.name == "berkas-tidak-terperiksa"
    assert why in words.text(finding.message)
    assert "ganti berkasnya" in words.text(finding.remedy)


# Scans ------------------------------------------------------------------------------------------


def scan() -> bytes:
    page = Image.new("L", (600, 800), "white")
    ImageDraw.Draw(page).rectangle((100, 100, 500, 300), fill="black")
    return scanned(page)


def test_a_scan_is_refused_until_somebody_vouches_for_it() -> None:
    data = scan()
    (finding,) = found(data)
    assert finding.code.name == "berkas-tidak-terperiksa"
    assert words.text(finding.message).startswith("Semua halaman (1) hanya gambar tanpa teks")
    fingerprint = words.text(finding.remedy).split("`sidik: '")[1][:16]
    vouched = Official(frozenset(), frozenset(), (), frozenset(), frozenset({fingerprint}))
    assert found(data, official=vouched) == []
    assert found(scanned(Image.new("L", (601, 800), "grey")), official=vouched)


def test_pages_that_are_scans_are_named_among_others() -> None:
    writer = with_pages(["Laporan"])
    writer.append(PdfReader(io.BytesIO(scan())))
    (finding,) = found(bytes_of(writer))
    assert words.text(finding.message).startswith("Halaman 2 hanya gambar")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Laporan 2024", True), ("", False), ("\ue001\ue002\ue003a", False), ("\x01\x02\x03", False)],
)
def test_signs_without_meaning_are_no_text(text: str, expected: bool) -> None:
    assert readable(text) is expected


# Hostile ----------------------------------------------------------------------------------------


def bomb() -> bytes:
    """Half a gigabyte of spaces, packed twice."""
    packed = zlib.compress(zlib.compress(b" " * 500_000_000, 9), 9)
    stream = StreamObject()
    stream._data = packed
    stream[NameObject("/Filter")] = ArrayObject([NameObject("/FlateDecode")] * 2)
    stream[NameObject("/Type")] = NameObject("/Metadata")
    return with_object(stream)


def nested() -> bytes:
    """An array in an array in an array ..."""
    deep = b"[" * 200_000 + b"]" * 200_000
    data = paper(["a"])
    return data.replace(b"/Type /Catalog", b"/Lain " + deep + b" /Type /Catalog", 1)


def circular() -> bytes:
    """A tree of pages that holds itself."""
    writer = with_pages(["a"])
    pages = writer.root_object["/Pages"]
    pages[NameObject("/Kids")] = ArrayObject([writer.root_object.raw_get("/Pages")])
    pages[NameObject("/Count")] = NumberObject(10**9)
    return bytes_of(writer)


def endless() -> bytes:
    """A drawing that takes very long to follow."""
    writer = PdfWriter()
    drawn(writer, b"BT /F1 12 Tf " + b"(a) Tj " * 6_000_000 + b"ET")
    return bytes_of(writer)


def packed_objects() -> bytes:
    """Objects packed together, as PDFs have them since 1.5: half a gigabyte of spaces."""
    packed = zlib.compress(b"5 0 " + b" " * 500_000_000, 9)
    bodies = (
        b"<< /Type /Catalog /Pages 2 0 R /Lain 5 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
        % (len(packed), packed),
    )
    data, table = b"%PDF-1.5\n", struct.pack(">BIH", 0, 0, 65535)
    for number, body in enumerate(bodies, start=1):
        table += struct.pack(">BIH", 1, len(data), 0)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table += struct.pack(">BIH", 2, 4, 0) + struct.pack(">BIH", 1, len(data), 0)
    head = b"<< /Type /XRef /Size 7 /W [1 4 2] /Root 1 0 R /Length %d >>" % len(table)
    last = b"6 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (head, table)
    return data + last + b"startxref\n%d\n%%%%EOF\n" % len(data)


def many_pages() -> bytes:
    """Ten thousand pages in a few kilobytes: the tree names one page again and again."""
    writer = with_pages(["a"])
    pages = writer.root_object["/Pages"]
    (only,) = pages["/Kids"]
    pages[NameObject("/Kids")] = ArrayObject([only] * 10_000)
    pages[NameObject("/Count")] = NumberObject(10_000)
    return bytes_of(writer)


def lost_objects() -> bytes:
    """A table of objects that leads to none of them, and a tree of pages that is not there."""
    data = paper(["Laporan"])
    begin, end = data.index(b"xref"), data.rindex(b"trailer")
    table = data[begin:end].replace(b"00000 n", b"65535 f")
    return data[:begin].replace(b" obj", b" obx") + table + data[end:]


@pytest.mark.parametrize(
    "make", [bomb, nested, circular, endless, packed_objects, many_pages, lost_objects]
)
def test_a_hostile_pdf_becomes_a_finding_in_seconds(make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 2)
    data = make()
    started = time.monotonic()
    assert {finding.code.name for finding in found(data)} == {"berkas-tidak-terperiksa"}
    assert time.monotonic() - started < 10


def test_a_file_beyond_all_bounds_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_BYTES", 100)
    (finding,) = found(paper(["Laporan"]))
    assert "terlalu besar" in words.text(finding.message)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    found(paper([PHONE]))
    assert list(tmp_path.iterdir()) == []
