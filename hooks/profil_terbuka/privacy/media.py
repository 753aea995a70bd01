"""What pictures and documents carry besides what they show: EXIF, XMP, comments, author names."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

JPEG = b"\xff\xd8\xff"
PNG = b"\x89PNG\r\n\x1a\n"
PDF = b"%PDF-"
ZIP = b"PK\x03\x04"

MAX_INFLATED = 20_000_000

_HARMLESS = {"Software", "Creation Time", "date:create", "date:modify", "date:timestamp"}
_JPEG_MARKS = (
    (0xE1, b"Exif\0", "EXIF (dapat memuat lokasi, kamera, waktu)"),
    (0xE1, b"http://ns.adobe.com/", "XMP"),
    (0xED, b"Photoshop", "IPTC"),
    (0xFE, b"", "komentar"),
)
_PDF_AUTHOR = re.compile(rb"/Author\s*(?:\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]*)>)", re.DOTALL)
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_CREATOR = re.compile(
    r"<(?:dc:creator|pdf:Author|cp:lastModifiedBy|meta:initial-creator)\b[^>]*>(.*?)"
    r"</(?:dc:creator|pdf:Author|cp:lastModifiedBy|meta:initial-creator)>",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something a file carries along; `text` where it is words, which may be innocent."""

    what: str
    text: str = ""
    is_author: bool = False


def hidden(data: bytes) -> Iterator[Hidden]:
    """Everything hidden in a JPEG, PNG, WebP or PDF; nothing for other kinds."""
    if data.startswith(JPEG):
        yield from _in_jpeg(data)
    elif data.startswith(PNG):
        yield from _in_png(data)
    elif data.startswith(PDF):
        yield from _in_pdf(data)
    elif (data[:4] == b"RIFF" and b"EXIF" in data) or b"Exif\0\0" in data:
        yield Hidden("EXIF")


def creators(xml: str) -> Iterator[Hidden]:
    """Names of authors in XMP or in the properties of an Office document."""
    for found in _CREATOR.finditer(xml):
        if name := " ".join(re.sub(r"<[^>]*>", " ", found[1]).split()):
            yield Hidden("nama pembuat", name, is_author=True)


def _in_jpeg(data: bytes) -> Iterator[Hidden]:
    """Segments up to the picture itself (SOS)."""
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF and data[position + 1] != 0xDA:
        (length,) = struct.unpack_from(">H", data, position + 2)
        start = position + 4
        for mark, prefix, what in _JPEG_MARKS:
            if data[position + 1] == mark and data.startswith(prefix, start):
                yield Hidden(what)
        position += 2 + max(length, 2)


def _in_png(data: bytes) -> Iterator[Hidden]:
    position = len(PNG)
    while position + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        chunk = data[position + 8 : position + 8 + length]
        if kind == b"eXIf":
            yield Hidden("EXIF")
        elif kind in (b"tEXt", b"iTXt", b"zTXt"):
            keyword, _, rest = chunk.partition(b"\0")
            name = keyword.decode("latin-1")
            if name not in _HARMLESS:
                yield Hidden(f"teks `{name[:40]}`", _png_text(kind, rest))
        position += 12 + length


def _png_text(kind: bytes, rest: bytes) -> str:
    if kind == b"tEXt":
        return rest.decode("latin-1")
    packed = kind == b"zTXt" or rest[:1] == b"\x01"
    body = rest[1:] if kind == b"zTXt" else rest[2:].split(b"\0", 2)[-1]
    return (_inflated(body) if packed else body).decode("utf-8", errors="replace")


def _in_pdf(data: bytes) -> Iterator[Hidden]:
    """Author names in the document information and in XMP, also where these are compressed."""
    left = MAX_INFLATED
    for part in (data, *(found[1] for found in _PDF_STREAM.finditer(data))):
        text = part if part is data else _inflated(part, left)
        left -= 0 if part is data else len(text)
        for found in _PDF_AUTHOR.finditer(text):
            if name := _pdf_string(found[1], found[2]).strip():
                yield Hidden("nama pembuat", name, is_author=True)
        if b"<dc:creator" in text or b"<pdf:Author" in text:
            yield from creators(text.decode("utf-8", errors="replace"))


def _pdf_string(literal: bytes | None, hexadecimal: bytes | None) -> str:
    if literal is not None:
        raw = _ESCAPE.sub(_escaped, literal)
    else:
        figures = re.sub(rb"\s", b"", hexadecimal or b"").decode("ascii")
        raw = bytes.fromhex(figures + "0" * (len(figures) % 2))
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", errors="replace")
    return raw.decode("latin-1")


def _escaped(sign: re.Match[bytes]) -> bytes:
    return bytes([int(sign[1], 8) & 255]) if sign[1] else sign[2]


def _inflated(data: bytes, limit: int = MAX_INFLATED) -> bytes:
    """Decompressed bytes up to a limit; nothing when the data is not compressed this way."""
    if limit <= 0:
        return b""
    try:
        return zlib.decompressobj().decompress(data, limit)
    except zlib.error:
        return b""
