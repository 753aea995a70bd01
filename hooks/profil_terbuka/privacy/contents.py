"""The texts inside a file of any kind, to be searched for private data."""

from __future__ import annotations

import base64
import codecs
import csv
import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote_to_bytes

from ..system.cache import digest
from . import barcodes, media, office, pdf, pictures, tabular
from .hiding import MAX_INFLATED, Hidden
from .webtext import BREAK, carried, cells, decoded, texts

MAX_MEMBERS = 2000
MAX_UNPACKED = 200_000_000
MAX_DEPTH = 2
FINGERPRINT = 16
"""Signs of a document's digest that people copy."""

_MARKUP = {".html", ".htm", ".svg", ".xml", ".rels", ".rss", ".atom", ".kml"}
_JSON = {".json", ".jsonld", ".geojson", ".webmanifest"}
_TABLES = {".csv", ".tsv"}
_SUFFIX = {"text/csv": ".csv", "text/html": ".html", "image/svg+xml": ".svg"}
_WITHOUT = "Simpan isinya sebagai berkas tersendiri, atau hapus alamat `data:` itu."
_AGAIN = "Salin sekali lagi dari asalnya, atau hapus berkas ini."
_UNPACK = "Bongkar dulu, lalu terbitkan berkas-berkas di dalamnya satu per satu."
_UNLOCK = "Simpan tanpa sandi dan salin sekali lagi dari asalnya; bila tetap ditolak, hapus."
_ASCII = re.compile(rb"[\x20-\x7e]{8,}|(?:[\x20-\x7e]\0){8,}|(?:\0[\x20-\x7e]){8,}")
"""Texts in a binary file, of one byte a sign or of two."""
_GZIP = b"\x1f\x8b"
_OF_THE_SEARCH = {".pagefind", ".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter"}
"""Packed by the search's own program, from pages that are judged themselves."""
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "Excel atau Word lama (.xls, .doc)", "Simpan sebagai .xlsx atau .docx."),
    (b"{\\rtf", "RTF", "Simpan sebagai .docx."),
    (b"7z\xbc\xaf", "7z", _UNPACK),
    (b"Rar!", "RAR", _UNPACK),
    (b"BZh", "bzip2", _UNPACK),
    (b"\xfd7zXZ", "xz", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "zstd", _UNPACK),
)
"""How kinds of files begin that cannot be searched."""
_SHEET = re.compile(r"xl/(?:worksheets/.*|sharedStrings)\.xml\Z")
_LONG_NUMBER = 10**9


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a file (`member` names the file within an archive), with its place in a table."""

    text: str
    row: int | None = None
    column: str | None = None
    member: str = ""
    in_cell: bool = False
    """Whether it is a cell of a table, or several with BREAK between them."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All cells of a table of text, to be judged together."""

    cells: tuple[tuple[str, ...], ...]
    member: str = ""


@dataclass(frozen=True, slots=True)
class Extra:
    """Something hidden in a file or in a member of it."""

    hidden: Hidden
    member: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that cannot be searched: why, and what to do."""

    why: str
    remedy: str
    member: str = ""
    fingerprint: str = ""
    """Of a document that somebody may read instead, and vouch for (`dokumen_diperiksa`)."""


Part = Piece | Rows | Extra | Unread


def parts(name: str, data: bytes, depth: int = 0) -> Iterator[Part]:
    """All texts of a file and whatever it hides. Nothing is left out silently."""
    suffix = PurePosixPath(name).suffix.lower()
    if data.startswith(media.ZIP):
        yield from _members(data, depth)
    elif data.startswith((tabular.SQLITE, tabular.PARQUET)):
        yield from _tabular(data)
    elif pdf.is_pdf(data) or suffix == ".pdf":
        yield from _in_pdf(data, depth)
    elif pictures.is_picture(data):
        yield from _in_picture(data)
    else:
        yield from _in_other(name, data, depth)


def _in_other(name: str, data: bytes, depth: int) -> Iterator[Part]:
    """A text file, a packed one, or one of a kind that is not known."""
    suffix = PurePosixPath(name).suffix.lower()
    for head, what, remedy in _FOREIGN:
        if data.startswith(head):
            yield Unread(f"Berkas {what} tidak dapat diperiksa program.", remedy)
            return
    yield from (Extra(item) for item in pictures.hidden(data))
    text = _text(data)
    if text is not None:
        yield from _in_text(name, suffix, text, depth)
    elif data.startswith(_GZIP) and suffix not in _OF_THE_SEARCH:
        yield from _in_gzip(name, data, depth)
    else:
        yield _runs(data)


def _in_gzip(name: str, data: bytes, depth: int) -> Iterator[Part]:
    try:
        content = gzip.GzipFile(fileobj=io.BytesIO(data)).read(MAX_INFLATED + 1)
    except (OSError, EOFError, zlib.error):
        content = b""
    if depth > MAX_DEPTH or len(content) > MAX_INFLATED or not content:
        yield Unread("Berkas gzip ini rusak atau terlalu besar untuk diperiksa.", _UNPACK)
        return
    yield from parts(name.removesuffix(".gz"), content, depth + 1)


def _in_text(name: str, suffix: str, text: str, depth: int) -> Iterator[Part]:
    """The texts of a text file, by what its name says it is."""
    if suffix in _TABLES:
        yield from _cells(text)
    elif suffix in _JSON:
        yield Piece(decoded(_document(text)))
    elif _SHEET.match(name):
        yield Piece(cells(text), in_cell=True)
    elif suffix in _MARKUP:
        yield Piece(texts(text))
        yield from (Extra(item) for item in media.creators(text))
        for address in carried(text):
            yield from _carried(address, depth)
    else:
        yield Piece(decoded(text))


def _runs(data: bytes) -> Piece:
    """What can be read in a binary file as it is."""
    return Piece(BREAK.join(run.replace(b"\0", b"").decode() for run in _ASCII.findall(data)))


def _in_picture(data: bytes) -> Iterator[Part]:
    """What it hides, and what its QR codes say."""
    hiding = list(pictures.hidden(data))
    for item in hiding:
        yield Extra(item)
        yield Piece(item.text)
    if hiding:
        yield _runs(data)
    try:
        for text in barcodes.read(data):
            yield Piece(decoded(text), member="kode QR")
    except barcodes.Unreadable:
        if not hiding:  # one cause is told once
            yield Unread(
                "Gambar ini rusak atau terlalu besar, sehingga kode QR di dalamnya tidak dapat "
                "diperiksa.",
                "Buka gambarnya di Paint, kecilkan bila perlu, simpan sebagai berkas baru.",
            )


def _in_pdf(data: bytes, depth: int) -> Iterator[Part]:
    if depth > MAX_DEPTH:
        yield Unread("PDF di dalam PDF bertumpuk terlalu dalam untuk diperiksa.", _UNPACK)
        return
    try:
        content = pdf.read(data)
    except pdf.Unreadable as problem:
        yield Unread(str(problem), problem.remedy)
        return
    for item in content.hidden:
        yield Extra(item)
        yield Piece(item.text)
    yield Piece(decoded(BREAK.join(content.texts)))
    yield from (Piece(texts(xmp)) for xmp in content.metadata)
    for number, text in content.pages:
        yield Piece(decoded(text), member=f"halaman {number}")
    for file in content.files:
        for part in parts(file.name, file.data, depth + 1):
            yield _below(part, file.name)
    if content.unread:
        yield _scanned(content, digest(data)[:FINGERPRINT])


def _scanned(content: pdf.Content, fingerprint: str) -> Unread:
    """Pages that only people can read: they are told which, and how to vouch for them."""
    total, unread = len(content.pages), content.unread
    listed = ", ".join(map(str, unread[:5])) + (" ..." if len(unread) > 5 else "")
    pages = f"Semua halaman ({total})" if len(unread) == total else f"Halaman {listed}"
    return Unread(
        f"{pages} hanya gambar tanpa teks (hasil pindaian), sehingga tidak dapat diperiksa.",
        "Sebaiknya terbitkan PDF dari berkas Word atau Excel aslinya, atau pindai dengan pilihan "
        "“dapat dicari” (OCR). Bila tidak ada: baca setiap halamannya, lalu tulis di "
        f"`dokumen_diperiksa` instansi.yml, dengan `sidik: '{fingerprint}'`.",
        fingerprint=fingerprint,
    )


def _carried(address: str, depth: int) -> Iterator[Part]:
    """The file that an address holds."""
    head, _, content = address.partition(",")
    yield Piece(head)
    kind, *options = head.lower().removeprefix("data:").split(";")
    data = unquote_to_bytes(content)
    if "base64" in options:
        try:
            data = base64.b64decode(data)
        except ValueError:
            yield Unread("Alamat `data:` ini rusak, sehingga tidak dapat diperiksa.", _WITHOUT)
            return
    member = f"data{_SUFFIX.get(kind, '')}"
    if depth >= MAX_DEPTH:
        yield Unread("Alamat `data:` bertumpuk terlalu dalam untuk diperiksa.", _WITHOUT, member)
        return
    for part in parts(member, data, depth + 1):
        yield _below(part, member)


def _tabular(data: bytes) -> Iterator[Part]:
    read = tabular.in_sqlite if data.startswith(tabular.SQLITE) else tabular.in_parquet
    try:
        for cell in read(data):
            yield Piece(cell.text, cell.row, cell.column, cell.table, in_cell=cell.row is not None)
    except tabular.Unreadable:
        yield Unread("Tabel ini rusak, sehingga isinya tidak dapat diperiksa.", _AGAIN)


def _text(data: bytes) -> str | None:
    """The data as text, or None for a binary file."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:8000]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _cells(text: str) -> Iterator[Part]:
    try:
        # Excel writes semicolons where the comma is the decimal sign.
        head = text.partition("\n")[0]
        sign = max(",;\t", key=head.count)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error:
        yield Piece(text)
        return
    header = rows[0] if rows else []
    for number, row in enumerate(rows, start=1):
        for index, cell in enumerate(row):
            if len(cell) > 5:
                yield Piece(
                    cell, number, header[index] if index < len(header) else None, in_cell=True
                )
    yield Rows(tuple(map(tuple, rows)))


def strings(document: object) -> Iterator[str]:
    """Every key, string and long whole number of a JSON or YAML document."""
    waiting = [document]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Mapping):
            waiting += [*item, *item.values()]
        elif isinstance(item, list):
            waiting += item
        elif isinstance(item, str) or (isinstance(item, int) and item > _LONG_NUMBER):
            yield str(item)
        elif isinstance(item, float) and item.is_integer() and item > _LONG_NUMBER:
            yield f"{item:.0f}"


def _document(text: str) -> str:
    """The strings of a JSON document, each once."""
    try:
        return BREAK.join(dict.fromkeys(strings(json.loads(text))))
    except (ValueError, RecursionError):
        return text


def _members(data: bytes, depth: int) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            if depth >= MAX_DEPTH or len(entries) > MAX_MEMBERS or size > MAX_UNPACKED:
                yield Unread("Isi arsip ini terlalu besar untuk diperiksa.", _UNPACK)
                return
            if any(entry.filename == "xl/workbook.xml" for entry in entries):
                yield from _sheets(data)
            for entry in entries:
                yield Piece(entry.filename, member=entry.filename)
                content = archive.read(entry)
                if entry.filename.endswith(".xml"):
                    xml = content.decode("utf-8", errors="replace")
                    hiding = office.hidden(entry.filename, xml)
                    yield from (Extra(item, entry.filename) for item in hiding)
                for part in parts(entry.filename, content, depth + 1):
                    yield _below(part, entry.filename)
    # zipfile raises RuntimeError for a password, NotImplementedError for an unknown compression.
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, OSError):
        yield Unread(
            "Berkas ini rusak atau bersandi, sehingga isinya tidak dapat diperiksa.", _UNLOCK
        )


def _sheets(data: bytes) -> Iterator[Part]:
    """The rows of a workbook, for what only neighbouring cells tell."""
    try:
        sheets = tabular.in_workbook(data)
    except tabular.Unreadable:
        yield Unread("Buku kerja Excel ini rusak, sehingga tidak dapat diperiksa.", _AGAIN)
        return
    yield from (Rows(rows, name) for name, rows in sheets)


def _below(part: Part, member: str) -> Part:
    name = f"{member}/{part.member}" if part.member else member
    return replace(part, member=name)
