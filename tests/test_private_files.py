"""What files carry besides what they show is found; what draws a picture is let through."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

import openpyxl
import pytest
from openpyxl.comments import Comment

from profil_terbuka.privacy.contents import Extra, parts
from profil_terbuka.privacy.pictures import PNG


def hidden(name: str, data: bytes) -> list[str]:
    return [part.hidden.what for part in parts(name, data) if isinstance(part, Extra)]


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
    "webp": (webp((b"VP8L", b"abcd")), []),
    "webp-exif": (webp((b"VP8L", b"abcd"), (b"EXIF", b"ab")), ["EXIF"]),
    "webp-ekor": (webp((b"VP8L", b"abcd")) + b"rahasia", ["data lain di belakang gambarnya"]),
}


@pytest.mark.parametrize(("data", "expected"), PICTURES.values(), ids=list(PICTURES))
def test_only_what_draws_a_picture_is_let_through(data: bytes, expected: list[str]) -> None:
    assert hidden("gambar", data) == expected


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
