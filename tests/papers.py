"""Small PDF files made for tests: pages of text or pictures, and whatever else is asked for."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject


def bytes_of(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def drawn(writer: PdfWriter, content: bytes) -> None:
    """A page that draws `content`, with the font /F1."""
    page = writer.add_blank_page(595, 842)
    stream = DecodedStreamObject()
    stream.set_data(content)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    page[NameObject("/Contents")] = writer._add_object(stream)


def lines(*texts: str) -> bytes:
    """The drawing of some lines of text."""
    shown = "".join(f"({text}) Tj 0 -20 Td " for text in texts)
    return f"BT /F1 12 Tf 50 780 Td {shown}ET".encode()


def with_pages(*pages: Sequence[str]) -> PdfWriter:
    writer = PdfWriter()
    for texts in pages:
        drawn(writer, lines(*texts))
    return writer


def paper(*pages: Sequence[str]) -> bytes:
    """A PDF with a page for each sequence of lines."""
    return bytes_of(with_pages(*pages))


def scanned(image: Image.Image) -> bytes:
    """A PDF whose only page is a picture, as a scanner makes it."""
    buffer = io.BytesIO()
    image.save(buffer, "PDF")
    writer = PdfWriter()
    writer.append(PdfReader(buffer))
    writer.metadata = None
    return bytes_of(writer)


def appended(data: bytes, old: bytes, new: bytes) -> bytes:
    """`data`, saved once more by a program that only appends the changed object.

    `old` is the content of one stream; the file is one that `paper` made.
    """
    at = data.index(old)
    begin = data.rindex(b"\nendobj", 0, at) + 8
    number = data[begin:].split(b" ", 1)[0].strip()
    offset = len(data)
    body = b"%s 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(new), new)
    before = data.rindex(b"startxref")
    former = data[before:].split()[1]
    trailer = data[data.rindex(b"trailer") + 7 : before].strip()[:-2]
    table = b"xref\n%s 1\n%010d 00000 n \n" % (number, offset)
    end = b"trailer\n%s/Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        trailer, former, offset + len(body),
    )  # fmt: skip
    return data + body + table + end
