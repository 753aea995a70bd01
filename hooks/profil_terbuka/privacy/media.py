"""What documents carry besides what they show: author names in PDF, XMP and Office files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import pictures
from .hiding import MAX_INFLATED, Hidden, inflated

PDF = b"%PDF-"
ZIP = b"PK\x03\x04"

_PDF_AUTHOR = re.compile(rb"/Author\s*(?:\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]*)>)", re.DOTALL)
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_CREATOR = re.compile(
    r"<(?:dc:creator|pdf:Author|cp:lastModifiedBy|meta:initial-creator)\b[^>]*>(.*?)"
    r"</(?:dc:creator|pdf:Author|cp:lastModifiedBy|meta:initial-creator)>",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.DOTALL)


def hidden(data: bytes) -> Iterator[Hidden]:
    """Everything hidden in a picture or PDF; nothing for other kinds."""
    if data.startswith(PDF):
        yield from _in_pdf(data)
    else:
        yield from pictures.hidden(data)


def creators(xml: str) -> Iterator[Hidden]:
    """Names of authors in XMP or in the properties of an Office document."""
    for found in _CREATOR.finditer(xml):
        if name := " ".join(re.sub(r"<[^>]*>", " ", found[1]).split()):
            yield Hidden("nama pembuat", name, is_author=True)


def _in_pdf(data: bytes) -> Iterator[Hidden]:
    """Author names in the document information and in XMP, also where these are compressed."""
    left = MAX_INFLATED
    for part in (data, *(found[1] for found in _PDF_STREAM.finditer(data))):
        text = part if part is data else inflated(part, left)
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
