"""What files carry besides what they show is found; what draws a picture is let through."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

import openpyxl
import pytest
import zxingcpp
from openpyxl.comments import Comment
from PIL import Image

from profil_terbuka.privacy.contents import searchable_parts
from profil_terbuka.privacy.files import in_file
from profil_terbuka.privacy.official import Official
from profil_terbuka.privacy.pictures import PNG
from profil_terbuka.privacy.pieces import Extra, Piece
from profil_terbuka.words import catalogues as words


def hidden(name: str, data: bytes) -> list[str]:
    return [
        words.text(part.hidden.what)
        for part in searchable_parts(name, data)
        if isinstance(part, Extra)
    ]


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checksum


def png(*more: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"".join(
        [PNG, chunk(b"IHDR", head), *more, chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND")]
    )


def segment(mark: int, content: bytes) -> bytes:
    return bytes([0xFF, mark]) + struct.pack(">H", len(content) + 2) + content


def jpeg(*more: bytes, between: bytes = b"") -> bytes:
    scan = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + b"".join(more) + scan + between + scan + b"\xff\xd9"


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(kind + struct.pack("<I", len(data)) + data for kind, data in chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def gif(*blocks: bytes, tail: bytes = b"") -> bytes:
    """A GIF of one dot, with some more blocks before its picture."""
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(6)
    picture = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return head + b"".join(blocks) + picture + b"\x3b" + tail


def extension(mark: int, *content: bytes) -> bytes:
    blocks = b"".join(bytes([len(block)]) + block for block in content)
    return bytes([0x21, mark]) + blocks + b"\0"


def real(kind: str, side: int = 8, **options: object) -> bytes:
    """A picture as a program saves it."""
    buffer = io.BytesIO()
    Image.new("RGB", (side, side), "grey").save(buffer, kind, **options)
    return buffer.getvalue()


JFIF = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
PICTURES = {
    "png": (png(), []),
    "png-warna": (png(chunk(b"gAMA", b"\0\0\0\1"), chunk(b"tIME", b"\7\xe8\1\1\0\0\0")), []),
    "png-asing": (png(chunk(b"prVt", b"rahasia")), ["bagian `prVt`, yang bukan gambar"]),
    "png-ekor": (png() + b"PK\3\4 rahasia", ["data lain di belakang gambarnya"]),
    "png-nol-di-belakang": (png() + b"\0\0\n", []),
    "jpeg": (jpeg(JFIF, segment(0xE2, b"ICC_PROFILE\0x"), segment(0xEE, b"Adobe")), []),
    "jpeg-asing": (jpeg(segment(0xE2, b"MPF\0x")), ["bagian `APP2`, yang bukan gambar"]),
    "jpeg-ekor": (jpeg(JFIF) + b"rahasia", ["data lain di belakang gambarnya"]),
    "jpeg-komentar-di-tengah": (jpeg(between=segment(0xFE, b"x")), ["komentar"]),
    "gif": (gif(extension(0xF9, b"\0\0\0\0"), extension(0xFF, b"NETSCAPE2.0", b"\1\0\0")), []),
    "gif-komentar": (gif(extension(0xFE, b"rahasia")), ["komentar"]),
    "gif-xmp": (
        gif(extension(0xFF, b"XMP DataXMP", b"x")),
        ["bagian `XMP DataXMP`, yang bukan gambar"],
    ),
    "gif-teks": (gif(extension(0x01, bytes(12), b"rahasia")), ["teks di dalam gambar"]),
    "gif-asing": (gif(extension(0x99, b"rahasia")), ["bagian `0x99`, yang bukan gambar"]),
    "gif-ekor": (gif(tail=b"rahasia"), ["data lain di belakang gambarnya"]),
    "webp": (webp((b"VP8L", b"abcd")), []),
    "webp-exif": (webp((b"VP8L", b"abcd"), (b"EXIF", b"ab")), ["EXIF"]),
    "webp-ekor": (webp((b"VP8L", b"abcd")) + b"rahasia", ["data lain di belakang gambarnya"]),
}


@pytest.mark.parametrize(("data", "expected"), PICTURES.values(), ids=list(PICTURES))
def test_only_what_draws_a_picture_is_let_through(data: bytes, expected: list[str]) -> None:
    assert hidden("gambar", data) == expected


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_pictures_as_programs_save_them_pass(kind: str) -> None:
    assert list(searchable_parts("gambar", real(kind))) == []


def test_texts_of_a_gif_are_judged() -> None:
    for mark, content in ((0xFE, [b"0812-0000-0000"]), (0x01, [bytes(12), b"0812-0000-0000"])):
        found = [
            part.text
            for part in searchable_parts("x.gif", gif(extension(mark, *content)))
            if isinstance(part, Piece)
        ]
        assert any("0812-0000-0000" in text for text in found)


def test_what_stands_behind_a_picture_is_judged_too() -> None:
    found = list(in_file("x.gif", gif(tail=b"nik 9199993102900001 "), Official.of()))
    assert {item.code.name for item in found} == {"data-pribadi-nik", "metadata-berkas"}


def qr(text: str, kind: str) -> bytes:
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    image = Image.fromarray(zxingcpp.write_barcode_to_image(barcode, scale=4, add_quiet_zones=True))
    buffer = io.BytesIO()
    image.convert("RGB").rotate(7, expand=True, fillcolor="white").save(buffer, kind)
    return buffer.getvalue()


QR = [
    ("9199993102900001", {"data-pribadi-nik"}),
    ("https://wa.me/628120000000", {"data-pribadi-telepon"}),
    ("MATMSG:TO:nama@contoh.id;;", {"data-pribadi-surel"}),
    ("https://contoh.example.go.id/layanan", set()),
]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
@pytest.mark.parametrize(("text", "expected"), QR)
def test_what_a_qr_code_says_is_judged(kind: str, text: str, expected: set[str]) -> None:
    found = list(in_file("pamflet", qr(text, kind), Official.of()))
    assert {item.code.name for item in found} == expected
    assert {item.place.file for item in found} <= {"pamflet/kode QR"}


def test_a_qr_code_on_a_clear_ground_and_in_a_later_frame() -> None:
    barcode = zxingcpp.create_barcode("9199993102900001", zxingcpp.BarcodeFormat.QRCode)
    dark = Image.fromarray(zxingcpp.write_barcode_to_image(barcode, scale=4, add_quiet_zones=True))
    clear = Image.new("RGBA", dark.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=dark.convert("L").point(lambda value: 255 - value))
    film = Image.new("L", dark.size, "white")
    for picture, options in (
        (clear, {"format": "PNG"}),
        (film, {"format": "GIF", "save_all": True, "append_images": [dark.convert("L")]}),
    ):
        buffer = io.BytesIO()
        picture.save(buffer, **options)
        found = in_file("x", buffer.getvalue(), Official.of())
        assert {item.code.name for item in found} == {"data-pribadi-nik"}


@pytest.mark.parametrize(
    "data", [png()[:30], real("JPEG")[:200], b"GIF89a", real("PNG", 8000)], ids=str
)
def test_a_picture_that_cannot_be_searched_is_refused(data: bytes) -> None:
    found = list(in_file("x", data, Official.of()))
    assert {item.code.name for item in found} == {"berkas-tidak-terperiksa"}


def workbooks() -> Iterator[tuple[str, openpyxl.Workbook, str]]:
    for name, expected in (
        ("bersih", ""),
        ("lembar", "lembar yang disembunyikan"),
        ("kolom", "baris atau kolom yang disembunyikan"),
        ("komentar", "komentar"),
    ):
        book = openpyxl.Workbook()
        book.properties.creator = ""
        sheet = book.active
        sheet["A1"] = "a"
        if name == "lembar":
            book.create_sheet("Mentah").sheet_state = "veryHidden"
        if name == "kolom":
            sheet.column_dimensions["B"].hidden = True
        if name == "komentar":
            sheet["A1"].comment = Comment("periksa lagi", "")
        yield name, book, expected


WORKBOOKS = list(workbooks())


@pytest.mark.parametrize(
    ("name", "book", "expected"), WORKBOOKS, ids=[name for name, *_ in WORKBOOKS]
)
def test_what_a_workbook_hides(name: str, book: openpyxl.Workbook, expected: str) -> None:
    buffer = io.BytesIO()
    book.save(buffer)
    assert hidden(f"{name}.xlsx", buffer.getvalue()) == ([expected] if expected else [])


MEMBERS = [
    ("docProps/app.xml", "<Properties><Manager>Fulan</Manager><Company/></Properties>", 1),
    ("docProps/app.xml", "<Properties><Application>X</Application><Company/></Properties>", 0),
    ("docProps/custom.xml", "<Properties><property name='a'/></Properties>", 1),
    ("word/comments.xml", "<w:comments><w:comment w:id='0'/></w:comments>", 1),
    ("word/comments.xml", "<w:comments/>", 0),
    ("xl/threadedComments/threadedComment1.xml", "<x><threadedComment id='1'/></x>", 1),
    ("word/document.xml", "<w:p><w:del w:id='1' w:author='Fulan'/></w:p>", 1),
    ("word/document.xml", "<w:p><w:r>teks</w:r></w:p>", 0),
    ("content.xml", "<table:table-cell><office:annotation>x</office:annotation>", 1),
    (
        "content.xml",
        '<style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>',
        1,
    ),
    ("content.xml", '<table:table-column table:visibility="collapse"/>', 1),
    ("content.xml", "<office:body><text:p>teks</text:p></office:body>", 0),
]


@pytest.mark.parametrize(("member", "xml", "times"), MEMBERS)
def test_what_an_office_file_hides(member: str, xml: str, times: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, xml)
    assert len(hidden("berkas.zip", buffer.getvalue())) == times
