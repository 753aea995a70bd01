"""Files that hold no table anybody could read here: what each is, and the way from it to Excel."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from ...model.messages import NOTHING, Message, message
from .archive import SIGNATURE, part_names
from .containers import holds_stream, is_container

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_PACKED = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_HEAD = 2048
_OFFICE = {"[content_types].xml", "content.xml", "meta-inf/manifest.xml"}
"""Parts that office files have; without the first a ZIP is no Excel, without the others no ODS."""
_XML_WORKBOOK = b"urn:schemas-microsoft-com:office:spreadsheet"
_PDF_HEAD = 1024
"""Where a PDF must name itself (ISO 32000-1, Annex H)."""


def foreign_file(data: bytes, file: str) -> Message:
    """Why a file that is known holds no table that can be read; NOTHING for any other.

    >>> foreign_file(b"%PDF-1.7", "t.pdf").name, foreign_file(b"a;b", "t.csv") == NOTHING
    ('importer.pdf', True)
    """
    return next((said for is_such, said in _refusals(file) if is_such(data)), NOTHING)


def _refusals(file: str) -> tuple[tuple[Callable[[bytes], bool], Message], ...]:
    return (
        (_is_broken_archive, message("importer.file-damaged", file=file)),
        (_is_locked, message("importer.file-locked", file=file)),
        (_is_binary_workbook, message("importer.binary-workbook", file=file)),
        (_is_document, message("importer.document", file=file)),
        (_is_numbers, message("importer.apple-numbers", file=file)),
        (_is_other_archive, message("importer.archive", file=file)),
        (_is_pdf, message("importer.pdf", file=file)),
        (_is_picture, message("importer.picture", file=file)),
        (_is_xml_workbook, message("importer.xml-workbook", file=file)),
        (_is_google_link, message("importer.google-link", file=file)),
        (_is_other_notation, message("importer.file-unknown", file=file)),
    )


def _is_broken_archive(data: bytes) -> bool:
    """A ZIP whose list of parts, at its end, was cut off."""
    return data.startswith(SIGNATURE) and not part_names(data)


def _is_locked(data: bytes) -> bool:
    """[MS-OFFCRYPTO] 2.3.4.4: a workbook with a password lies in an old container."""
    return holds_stream(data, "EncryptedPackage")


def _is_binary_workbook(data: bytes) -> bool:
    return "xl/workbook.bin" in part_names(data)


def _is_document(data: bytes) -> bool:
    """Word and PowerPoint, old and new, and their like in LibreOffice."""
    if data.startswith(b"{\\rtf"):
        return True
    if is_container(data):
        return any(holds_stream(data, name) for name in ("WordDocument", "PowerPoint Document"))
    parts = part_names(data)
    if any(name.startswith(("word/", "ppt/")) for name in parts):
        return True
    return re.search(rb"opendocument\.(text|presentation|graphics)", data[:_HEAD]) is not None


def _is_numbers(data: bytes) -> bool:
    parts = part_names(data)
    return "index.zip" in parts or any(name.endswith(".iwa") for name in parts)


def _is_other_archive(data: bytes) -> bool:
    """A ZIP that is no office file, though whole."""
    if data.startswith(_PACKED):
        return True
    parts = part_names(data)
    return bool(parts) and parts.isdisjoint(_OFFICE)


def _is_pdf(data: bytes) -> bool:
    return not data.startswith(SIGNATURE) and b"%PDF-" in data[:_PDF_HEAD]


def _is_picture(data: bytes) -> bool:
    webp = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    bitmap = data.startswith(b"BM") and b"\0\0\0\0" in data[:14]
    photo = data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypheix", b"ftypavif")
    return data.startswith(_PICTURES) or webp or bitmap or photo


def _is_xml_workbook(data: bytes) -> bool:
    """XML Spreadsheet 2003, which web applications call .xls."""
    head = data[:_HEAD]
    return head.lstrip(b"\xef\xbb\xbf").startswith(b"<?xml") and _XML_WORKBOOK in head


def _is_google_link(data: bytes) -> bool:
    """A .gsheet of Google Drive: only an address."""
    return data.startswith(b"{") and b'"doc_id"' in data[:_HEAD]


def _is_other_notation(data: bytes) -> bool:
    """JSON, and XML that is no page: text, but no table."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if head.startswith((b"<?xml", b"<svg")):
        return re.search(rb"<html|<table", data[:_HEAD], re.IGNORECASE) is None
    return head.startswith((b"{", b"[")) and _is_json(data)


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
