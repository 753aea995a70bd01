"""The texts inside a file of any kind, to be searched for private data."""

from __future__ import annotations

import base64
import codecs
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote_to_bytes

from ..model.messages import Message, message
from ..system.cache import digest
from ..system.zip_faults import ZIP_FAULTS
from ..words import catalogues as words
from . import barcodes, media, office, pdf, pictures, tabular
from .hiding import MAX_INFLATED
from .pieces import Extra, Part, Piece, Rows, Unread
from .textual import csv_parts, strings_of_json
from .webtext import BREAK, carried_files, cells, decoded, markup_texts

MAX_MEMBERS = 2000
MAX_UNPACKED = 200_000_000
MAX_DEPTH = 2
_PAGES_NAMED = 5
FINGERPRINT = 16
"""Signs of a document's digest that people copy."""

_MARKUP = {".html", ".htm", ".svg", ".xml", ".rels", ".rss", ".atom", ".kml"}
_JSON = {".json", ".jsonld", ".geojson", ".webmanifest"}
_TABLES = {".csv", ".tsv"}
_SUFFIX = {"text/csv": ".csv", "text/html": ".html", "image/svg+xml": ".svg"}
_WITHOUT = message("privacy.save-apart")
_AGAIN = message("privacy.copy-again")
_UNPACK = message("privacy.unpack")
_UNLOCK = message("privacy.unlock")
_ASCII = re.compile(rb"[\x20-\x7e]{8,}|(?:[\x20-\x7e]\0){8,}|(?:\0[\x20-\x7e]){8,}")
"""Texts in a binary file, of one byte a sign or of two."""
_GZIP = b"\x1f\x8b"
_OF_THE_SEARCH = {".pagefind", ".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter"}
"""Packed by the search's own program, from pages that are judged themselves."""
_FOREIGN: tuple[tuple[bytes, Message | str, Message], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        message("privacy.kind-old-office"),
        message("privacy.save-as-office"),
    ),
    (b"{\\rtf", "RTF", message("privacy.save-as-docx")),
    (b"7z\xbc\xaf", "7z", _UNPACK),
    (b"Rar!", "RAR", _UNPACK),
    (b"BZh", "bzip2", _UNPACK),
    (b"\xfd7zXZ", "xz", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "zstd", _UNPACK),
)
"""How kinds of files begin that cannot be searched."""
_SHEET = re.compile(r"xl/(?:worksheets/.*|sharedStrings)\.xml\Z")


def _nothing_known(_name: str, _data: bytes, _depth: int) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Search:
    """How far a file is searched."""

    known: Callable[[str, bytes, int], bool] = _nothing_known
    """Whether nothing is to be found in a file of that name and content, so deep within others."""
    most_members: int = MAX_MEMBERS
    most_unpacked: int = MAX_UNPACKED
    """Files in an archive, and bytes when they are unpacked."""


OF_STRANGERS = Search()
"""What people lay into the repository: an archive of theirs may be made to fill a disk."""


def searchable_parts(
    name: str, data: bytes, depth: int = 0, search: Search = OF_STRANGERS
) -> Iterator[Part]:
    """All texts of a file and whatever it hides. Nothing is left out silently but what is known to
    be clean: itself, and files in it."""
    if search.known(name, data, depth):
        return
    suffix = PurePosixPath(name).suffix.lower()
    if data.startswith(media.ZIP):
        yield from _members(data, depth, search)
    elif data.startswith((tabular.SQLITE, tabular.PARQUET)):
        yield from _tabular(data)
    elif pdf.is_pdf(data) or suffix == ".pdf":
        yield from _in_pdf(data, depth, search)
    elif pictures.is_picture(data):
        yield from _in_picture(data)
    else:
        yield from _in_other(name, data, depth, search)


def _in_other(name: str, data: bytes, depth: int, search: Search) -> Iterator[Part]:
    """A text file, a packed one, or one of a kind that is not known."""
    suffix = PurePosixPath(name).suffix.lower()
    for head, what, remedy in _FOREIGN:
        if data.startswith(head):
            yield Unread(message("privacy.kind-unsearchable", kind=what), remedy)
            return
    yield from (Extra(item) for item in pictures.hidden_in_picture(data))
    text = _as_text(data)
    if text is not None:
        yield from _in_text(name, suffix, text, depth, search)
    elif data.startswith(_GZIP) and suffix not in _OF_THE_SEARCH:
        yield from _in_gzip(name, data, depth, search)
    else:
        yield _runs(data)


def _in_gzip(name: str, data: bytes, depth: int, search: Search) -> Iterator[Part]:
    try:
        content = gzip.GzipFile(fileobj=io.BytesIO(data)).read(MAX_INFLATED + 1)
    except (OSError, EOFError, zlib.error):
        content = b""
    if depth > MAX_DEPTH or len(content) > MAX_INFLATED or not content:
        yield Unread(message("privacy.gzip-unread"), _UNPACK)
        return
    yield from searchable_parts(name.removesuffix(".gz"), content, depth + 1, search)


def _in_text(name: str, suffix: str, text: str, depth: int, search: Search) -> Iterator[Part]:
    """The texts of a text file, by what its name says it is."""
    if suffix in _TABLES:
        yield from csv_parts(text)
    elif suffix in _JSON:
        yield Piece(decoded(strings_of_json(text)))
    elif _SHEET.match(name):
        yield Piece(cells(text), in_cell=True)
    elif suffix in _MARKUP:
        yield Piece(markup_texts(text))
        yield from (Extra(item) for item in media.document_creators(text))
        for address in carried_files(text):
            yield from _carried(address, depth, search)
    else:
        yield Piece(decoded(text))


def _runs(data: bytes) -> Piece:
    """What can be read in a binary file as it is."""
    return Piece(BREAK.join(run.replace(b"\0", b"").decode() for run in _ASCII.findall(data)))


def _in_picture(data: bytes) -> Iterator[Part]:
    """What it hides, and what its QR codes say."""
    hiding = list(pictures.hidden_in_picture(data))
    for item in hiding:
        yield Extra(item)
        yield Piece(item.text)
    if hiding:
        yield _runs(data)
    try:
        for said in barcodes.texts_in_codes(data):
            yield Piece(decoded(said), member=words.text(message("privacy.member-code")))
    except barcodes.UnreadablePicture:
        if not hiding:  # one cause is told once
            yield Unread(message("privacy.picture-unread"), message("privacy.make-picture-smaller"))


def _in_pdf(data: bytes, depth: int, search: Search) -> Iterator[Part]:
    if depth > MAX_DEPTH:
        yield Unread(message("privacy.pdf-too-deep"), _UNPACK)
        return
    try:
        content = pdf.read_pdf(data)
    except pdf.UnreadablePdf as problem:
        yield Unread(problem.said, problem.remedy)
        return
    for item in content.hidden:
        yield Extra(item)
        yield Piece(item.text)
    yield Piece(decoded(BREAK.join(content.texts)))
    yield from (Piece(markup_texts(xmp)) for xmp in content.metadata)
    for number, said in content.pages:
        page = words.text(message("privacy.member-page", page=str(number)))
        yield Piece(decoded(said), member=page)
    for file in content.files:
        for part in searchable_parts(file.name, file.data, depth + 1, search):
            yield _below(part, file.name)
    if content.unread:
        yield _scanned(content, document_fingerprint(data))


def document_fingerprint(data: bytes) -> str:
    """What tells a document from every other, in signs that people can copy."""
    return digest(data)[:FINGERPRINT]


def _scanned(content: pdf.Content, fingerprint: str) -> Unread:
    """Pages that only people can read: they are told which, and how to vouch for them."""
    told = message("privacy.pages-scanned", pages=_pages(content.unread, len(content.pages)))
    remedy = message("privacy.read-scanned-pages", fingerprint=fingerprint)
    return Unread(told, remedy, fingerprint=fingerprint)


def _pages(unread: Sequence[int], total: int) -> Message:
    """'Semua halaman (3)', 'Halaman 2, 4'."""
    if len(unread) == total:
        return message("privacy.all-pages", count=total)
    shown = tuple(map(str, unread[:_PAGES_NAMED]))
    if len(unread) > _PAGES_NAMED:
        return message("privacy.some-pages-and-more", pages=shown)
    return message("privacy.some-pages", pages=shown)


def _carried(address: str, depth: int, search: Search) -> Iterator[Part]:
    """The file that an address holds."""
    head, _, content = address.partition(",")
    yield Piece(head)
    kind, *options = head.lower().removeprefix("data:").split(";")
    data = unquote_to_bytes(content)
    if "base64" in options:
        try:
            data = base64.b64decode(data)
        except ValueError:
            yield Unread(message("privacy.address-damaged"), _WITHOUT)
            return
    member = f"data{_SUFFIX.get(kind, '')}"
    if depth >= MAX_DEPTH:
        yield Unread(message("privacy.address-too-deep"), _WITHOUT, member)
        return
    for part in searchable_parts(member, data, depth + 1, search):
        yield _below(part, member)


def _tabular(data: bytes) -> Iterator[Part]:
    read = tabular.in_sqlite if data.startswith(tabular.SQLITE) else tabular.in_parquet
    try:
        for cell in read(data):
            yield Piece(cell.text, cell.row, cell.column, cell.table, in_cell=cell.row is not None)
    except tabular.UnreadableTable:
        yield Unread(message("privacy.table-damaged"), _AGAIN)


def _as_text(data: bytes) -> str | None:
    """The data as text, or None for a binary file."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:8000]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _members(data: bytes, depth: int, search: Search) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            too_large = len(entries) > search.most_members or size > search.most_unpacked
            if depth >= MAX_DEPTH or too_large:
                yield Unread(message("privacy.archive-too-large"), _UNPACK)
                return
            if any(entry.filename == "xl/workbook.xml" for entry in entries):
                yield from _sheets(data)
            for entry in entries:
                yield Piece(entry.filename, member=entry.filename)
                content = archive.read(entry)
                if entry.filename.endswith(".xml"):
                    xml = content.decode("utf-8", errors="replace")
                    hiding = office.hidden_in_office(entry.filename, xml)
                    yield from (Extra(item, entry.filename) for item in hiding)
                for part in searchable_parts(entry.filename, content, depth + 1, search):
                    yield _below(part, entry.filename)
    except ZIP_FAULTS:
        yield Unread(message("privacy.archive-locked"), _UNLOCK)


def _sheets(data: bytes) -> Iterator[Part]:
    """The rows of a workbook, for what only neighbouring cells tell."""
    try:
        sheets = tabular.in_workbook(data)
    except tabular.UnreadableTable:
        yield Unread(message("privacy.workbook-damaged"), _AGAIN)
        return
    yield from (Rows(rows, name) for name, rows in sheets)


def _below(part: Part, member: str) -> Part:
    name = f"{member}/{part.member}" if part.member else member
    return replace(part, member=name)
