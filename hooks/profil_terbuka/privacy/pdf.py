"""What a PDF holds: words, pictures, attached files, remarks. Its reader runs apart, held short."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .hiding import Hidden
from .media import creators

START = b"%PDF-"
HEAD = 1024
"""Within so many bytes the file says that it is one."""
MAX_BYTES = 100_000_000
SECONDS = 30
MEGABYTES = 1500
_READER = Path(__file__).with_name("pdf_reader.py")
_PRINT_AGAIN = (
    "buka aslinya (misalnya di Word), pilih Simpan Sebagai, jenis PDF, lalu ganti berkasnya."
)

_NO_AUTHOR = (
    "Buka aslinya di Word, kosongkan Penulis di Berkas, Info (atau isi dengan nama dinas), pilih "
    "Simpan Sebagai, jenis PDF, lalu ganti berkasnya."
)


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


class Unreadable(Exception):
    """Nothing can be said of the file: why, and what to do."""

    def __init__(self, why: str, remedy: str) -> None:
        """Both are whole sentences for staff."""
        super().__init__(why)
        self.remedy = remedy


_LARGE = "besar"
_PROBLEMS = {
    "bersandi": (
        "PDF ini bersandi atau dikunci, sehingga isinya tidak dapat diperiksa.",
        f"Terbitkan PDF tanpa sandi dan tanpa penguncian: {_PRINT_AGAIN}",
    ),
    "rusak": (
        "PDF ini rusak atau tidak lengkap, sehingga isinya tidak dapat diperiksa.",
        f"Salin sekali lagi dari asalnya. Bila tetap ditolak, {_PRINT_AGAIN}",
    ),
    _LARGE: (
        "PDF ini terlalu besar atau terlalu rumit untuk diperiksa.",
        "Kecilkan ukuran gambarnya, atau bagi menjadi beberapa berkas. "
        f"Bila berkasnya kecil, {_PRINT_AGAIN}",
    ),
}
"""What the reader may say, and what staff are told."""


def is_pdf(data: bytes) -> bool:
    """Whether a reader would take the file for a PDF."""
    return START in data[:HEAD]


def read(data: bytes) -> Content:
    """Everything a PDF holds; raises Unreadable in seconds where that cannot be known."""
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
        told = json.loads(said.read_text("utf-8")) if said.is_file() else {"masalah": _LARGE}
        if "masalah" in told:
            raise _problem(told["masalah"])
        return _content(told, folder)


def _problem(word: str) -> Unreadable:
    return Unreadable(*_PROBLEMS[word])


def _content(told: dict[str, Any], folder: Path) -> Content:
    xmp = (item.text for text in told["xmp"] for item in creators(text))
    authors = dict.fromkeys(name for name in (*told["pembuat"], *xmp) if name.strip())
    return Content(
        texts=tuple(told["teks"]),
        metadata=tuple(told["xmp"]),
        pages=tuple((number, text) for number, text in told["halaman"]),
        hidden=(
            *(Hidden("nama pembuat", name, True, _NO_AUTHOR) for name in authors),
            *(
                Hidden(what, remedy=_PRINT_AGAIN[0].upper() + _PRINT_AGAIN[1:])
                for what in told["tersembunyi"]
            ),
        ),
        files=tuple(
            Attached(name, (folder / str(number)).read_bytes())
            for number, name in enumerate(told["berkas"])
        ),
        unread=tuple(told["tak_terbaca"]),
    )
