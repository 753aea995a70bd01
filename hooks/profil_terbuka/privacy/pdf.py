"""What a PDF holds: words, pictures, attached files, remarks. Its reader runs apart, held short."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.messages import message
from ..words.refusals import Refusal
from .hiding import Hidden
from .media import document_creators

START = b"%PDF-"
HEAD = 1024
"""Within so many bytes the file says that it is one."""
MAX_BYTES = 100_000_000
SECONDS = 30
MEGABYTES = 1500
_READER = Path(__file__).with_name("pdf_reader.py")
_PRINT_AGAIN = message("privacy.print-again")


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture on a page, or a file that the PDF carries along."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Content:
    """All that was read. `texts` are those of objects, `pages` what stands on each page."""

    texts: tuple[str, ...]
    metadata: tuple[str, ...]
    """XMP: who made the file, when, with what, as XML."""
    pages: tuple[tuple[int, str], ...]
    hidden: tuple[Hidden, ...]
    files: tuple[Attached, ...]
    unread: tuple[int, ...]
    """Pages that show something and hold no text: scans."""
    title: str = ""
    """As the file calls itself; '' where it does not say."""


class UnreadablePdf(Refusal):
    """Nothing can be said of the file: why, and what to do."""


_LARGE = "large"
_PROBLEMS = {
    "locked": (
        message("privacy.pdf-locked"),
        message("privacy.publish-unlocked", how=_PRINT_AGAIN),
    ),
    "damaged": (
        message("privacy.pdf-damaged"),
        message("privacy.copy-or-print", how=_PRINT_AGAIN),
    ),
    _LARGE: (
        message("privacy.pdf-too-large"),
        message("privacy.smaller-or-print", how=_PRINT_AGAIN),
    ),
}
"""What the reader may say of a whole file, and what staff are told."""
_HIDDEN = {
    "program": message("privacy.hidden-program"),
    "remark": message("privacy.hidden-remark"),
    "attachment": message("privacy.hidden-attachment"),
}
"""What the reader may find beside the pages, and what staff are told."""


def is_pdf(data: bytes) -> bool:
    """Whether a reader would take the file for a PDF."""
    return START in data[:HEAD]


def read_pdf(data: bytes) -> Content:
    """Everything a PDF holds; raises UnreadablePdf in seconds where that cannot be known."""
    if len(data) > MAX_BYTES:
        raise _problem(_LARGE)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        file = folder / "berkas.pdf"
        file.write_bytes(data)
        command = [
            sys.executable, "-I", str(_READER), str(file), name, str(SECONDS), str(MEGABYTES)
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise _problem(_LARGE) from None
        said = folder / "isi.json"
        # Without a word it was ended by the system: too much time or memory.
        told = json.loads(said.read_text("utf-8")) if said.is_file() else {"problem": _LARGE}
        if "problem" in told:
            raise _problem(told["problem"])
        return _content(told, folder)


def _problem(word: str) -> UnreadablePdf:
    return UnreadablePdf(*_PROBLEMS[word])


def _content(told: dict[str, Any], folder: Path) -> Content:
    xmp = (item.text for text in told["xmp"] for item in document_creators(text))
    authors = dict.fromkeys(name for name in (*told["authors"], *xmp) if name.strip())
    return Content(
        texts=tuple(told["texts"]),
        metadata=tuple(told["xmp"]),
        pages=tuple((number, text) for number, text in told["pages"]),
        hidden=(
            *(_author(name) for name in authors),
            *(_beside(what) for what in told["hidden"]),
        ),
        files=tuple(
            Attached(name, (folder / str(number)).read_bytes())
            for number, name in enumerate(told["files"])
        ),
        unread=tuple(told["unread"]),
        title=told["title"],
    )


def _author(name: str) -> Hidden:
    remedy = message("privacy.remove-author")
    return Hidden(message("privacy.hidden-author"), name, is_author=True, remedy=remedy)


def _beside(what: str) -> Hidden:
    """What is in the file and on no page of it."""
    return Hidden(_HIDDEN[what], remedy=message("privacy.print-it-again", how=_PRINT_AGAIN))
