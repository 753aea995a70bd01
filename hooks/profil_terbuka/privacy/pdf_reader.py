"""Takes a PDF apart in a process of its own: python pdf_reader.py FILE FOLDER SECONDS MEGABYTES

A hostile PDF can keep its reader busy or fill the memory; the process is then ended from outside
(see `pdf`). It uses nothing of the engine, and writes into FOLDER: `isi.json`, and the pictures
and attached files that the PDF holds, as 0, 1, 2 ...
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

MAX_OBJECTS = 300_000
MAX_PAGES = 3_000
MAX_FILES = 300
MAX_TEXT = 5_000_000
MAX_FILE = 50_000_000
MAX_PIXELS = 40_000_000
MAX_REVISIONS = 20
_END = re.compile(rb"%%EOF\s?")
_DATE = re.compile(r"D:\d{4,14}(?:Z|[+-]\d\d'?(?:\d\d'?)?)?(?:\d\d'\d\d'?)?\Z")
_DRAWN = 150
"""Bytes of drawing below which a page is empty."""
_ASCII = re.compile(rb"[\x20-\x7e]{8,}")
_PICTURE = "/Image"
_REMARKS = ("/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret")
_PROGRAMS = ("/JavaScript", "/JS", "/Launch")


class Problem(Exception):
    """Why the file cannot be read to its end: `large`, `locked`."""


class Found:
    """What a PDF holds, gathered over all its revisions."""

    def __init__(self, folder: Path) -> None:
        """Files go into `folder`."""
        self.folder = folder
        self.length = 0
        self.texts: dict[str, None] = {}
        self.metadata: dict[str, None] = {}
        self.pages: list[tuple[int, str]] = []
        self.unread: list[int] = []
        self.title = ""
        self.authors: dict[str, None] = {}
        self.hidden: dict[str, None] = {}
        self.files: list[str] = []
        self.seen: set[bytes] = set()

    def text(self, text: str) -> None:
        """A text that some object holds, once."""
        self.measure(text)
        self.texts[text] = None

    def page(self, number: int, text: str) -> None:
        """The text of a page of the newest state."""
        self.measure(text)
        self.pages.append((number, text))

    def measure(self, text: str) -> None:
        """Refuse more text than can be judged in seconds."""
        self.length += len(text)
        if self.length > MAX_TEXT:
            raise Problem("large")

    def keep(self, name: str, data: bytes) -> None:
        """A picture or an attached file, once."""
        if data in self.seen:
            return
        if len(self.files) >= MAX_FILES or len(data) > MAX_FILE:
            raise Problem("large")
        self.seen.add(data)
        (self.folder / str(len(self.files))).write_bytes(data)
        self.files.append(name)

    def told(self) -> dict[str, Any]:
        """All that was found, for the process that waits for it."""
        return {
            "texts": list(self.texts),
            "xmp": list(self.metadata),
            "pages": self.pages,
            "unread": self.unread,
            "title": self.title,
            "authors": list(self.authors),
            "hidden": list(self.hidden),
            "files": self.files,
        }


def limited(seconds: int, megabytes: int) -> None:
    """No more time and memory than this, where the system can hold a process to it."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows; the time is held from outside there
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def opened_pdf(data: bytes) -> PdfReader:
    """The reader of a file that is not locked."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise Problem("locked")
    return reader


def read_states(data: bytes, found: Found) -> None:
    """The newest state with its pages, then everything that older states still hold."""
    newest = opened_pdf(data)
    if len(newest.pages) > MAX_PAGES:
        raise Problem("large")
    gather(newest, found)
    found.title = title_of(newest)
    for number, page in enumerate(newest.pages, start=1):
        text = page.extract_text()
        found.page(number, text)
        if not readable(text) and is_drawn(page):
            found.unread.append(number)
    for older in earlier(data):
        with contextlib.suppress(PyPdfError, ValueError, KeyError, TypeError, AttributeError):
            gather(older, found)
            for page in itertools.islice(older.pages, MAX_PAGES):
                found.text(page.extract_text())


def title_of(reader: PdfReader) -> str:
    """As the file calls itself: a text of its own, judged like all others."""
    info = reader.trailer.get("/Info")
    title = info.get_object().get("/Title") if info else None
    return str(title) if isinstance(title, str) else ""


def earlier(data: bytes) -> Iterator[PdfReader]:
    """Older states: saving an edited PDF often only appends to it, and nothing is gone.

    What only looks like one (the beginning of a file made for fast viewing, a PDF attached to this
    one) is followed as far as it goes: nobody could read more of it.
    """
    ends = [found.end() for found in _END.finditer(data)][:-1]
    if len(ends) > MAX_REVISIONS:
        raise Problem("large")
    for end in ends:
        with contextlib.suppress(PyPdfError, ValueError, KeyError, TypeError, AttributeError):
            yield opened_pdf(data[:end])


def readable(text: str) -> bool:
    """Whether it is text: fonts without a table of characters give signs that mean nothing."""
    signs = [sign for sign in text if not sign.isspace()]
    plain = sum(sign.isalnum() or (sign.isascii() and sign.isprintable()) for sign in signs)
    known = plain - sum(0xE000 <= ord(sign) <= 0xF8FF for sign in signs)
    return bool(signs) and known * 2 > len(signs)


def is_drawn(page: Any) -> bool:
    """Whether a page without text shows something nevertheless."""
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources else None
    if objects and objects.get_object():
        return True
    contents = page.get_contents()
    return contents is not None and len(contents.get_data().strip()) > _DRAWN


def gather(reader: PdfReader, found: Found) -> None:
    """Every text in every object, whether a page shows it or not; pictures, files, programs."""
    info = reader.trailer.get("/Info")
    if info and (author := info.get_object().get("/Author")):
        found.authors[str(author)] = None
    numbers = {(0, number) for number in reader.xref_objStm}
    for generation, known in reader.xref.items():
        numbers.update((generation, number) for number in known)
    if len(numbers) > MAX_OBJECTS:
        raise Problem("large")
    for generation, number in sorted(numbers):
        item = reader.get_object(IndirectObject(number, generation, reader))
        if isinstance(item, StreamObject):
            in_stream(item, found)
        if item is not None:
            in_object(item, found)


def in_object(item: Any, found: Found) -> None:
    """The texts of one object, without following what it points at: those are objects too."""
    waiting = [item]
    while waiting:
        part = waiting.pop()
        if isinstance(part, DictionaryObject):
            in_dictionary(part, found)
            waiting += [value for key, value in dict.items(part) if key != "/ID"]
        elif isinstance(part, ArrayObject):
            waiting += list.__iter__(part)
        elif isinstance(part, bytes):  # a signature, a certificate
            for run in _ASCII.findall(part):
                found.text(run.decode("ascii"))
        elif isinstance(part, str) and not (isinstance(part, NameObject) or _DATE.match(part)):
            found.text(str(part))


def in_dictionary(part: DictionaryObject, found: Found) -> None:
    """What a dictionary tells besides its texts."""
    if any(name in part for name in _PROGRAMS) or part.get("/S") in _PROGRAMS:
        found.hidden["program"] = None
    if "/Rect" in part and part.get("/Subtype") in _REMARKS:
        found.hidden["remark"] = None
    files = part.get("/EF")
    if isinstance(files, DictionaryObject):
        name = str(part.get("/UF") or part.get("/F") or "lampiran")
        found.hidden["attachment"] = None
        for content in files.values():
            stream = content.get_object()
            if isinstance(stream, StreamObject):
                found.keep(name, stream.get_data())


def in_stream(item: StreamObject, found: Found) -> None:
    """Metadata and pictures; what draws the pages is read with them."""
    if item.get("/Type") == "/Metadata":
        xmp = item.get_data().decode("utf-8", errors="replace")
        found.measure(xmp)
        found.metadata[xmp] = None
    elif item.get("/Type") == "/EmbeddedFile":
        found.hidden["attachment"] = None
        found.keep("lampiran", item.get_data())
    elif item.get("/Subtype") == _PICTURE:
        keep_picture(item, found)


def keep_picture(item: StreamObject, found: Found) -> None:
    """A photograph as it was put in, anything else as a grey PNG; masks and dots are left alone."""
    width, height = int(item.get("/Width", 0)), int(item.get("/Height", 0))
    if width * height > MAX_PIXELS:
        raise Problem("large")
    if min(width, height) < 20 or item.get("/ImageMask"):
        return
    filters = item.get("/Filter")
    names = list(filters) if isinstance(filters, ArrayObject) else [filters]
    if names == ["/DCTDecode"]:
        found.keep("gambar.jpg", item._data)
        return
    try:
        image = item.decode_as_image()
    except Exception:  # a format that the libraries do not know, as that of some scanners
        return
    if image is not None:
        buffer = io.BytesIO()
        (image if image.mode == "1" else image.convert("L")).save(buffer, "PNG", compress_level=1)
        found.keep("gambar.png", buffer.getvalue())


def read_apart(file: str, folder: str, seconds: str, megabytes: str) -> None:
    """Leave what was found, or what the problem is; when it is ended from outside, nothing."""
    limited(int(seconds), int(megabytes))
    logging.disable(logging.CRITICAL)
    found = Found(Path(folder))
    try:
        read_states(Path(file).read_bytes(), found)
        told = found.told()
    except Problem as problem:
        told = {"problem": str(problem)}
    except (MemoryError, RecursionError, LimitReachedError):
        told = {"problem": "large"}
    except Exception:  # whatever a library says of a damaged file
        told = {"problem": "damaged"}
    (Path(folder) / "isi.json").write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    read_apart(*sys.argv[1:])
