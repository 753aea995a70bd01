"""What kinds of file are offered, in the words of catalogues."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..model.messages import message
from ..words.catalogues import text


@dataclass(frozen=True, slots=True)
class Format:
    """`name` is what people and CKAN call it; `authority` the EU's code, where it has one."""

    name: str
    media_type: str
    authority: str = ""


_FORMATS = {
    ".csv": Format("CSV", "text/csv", "CSV"),
    ".html": Format("HTML", "text/html", "HTML"),
    ".json": Format("JSON", "application/json", "JSON"),
    ".parquet": Format("Parquet", "application/vnd.apache.parquet"),
    ".sqlite": Format("SQLite", "application/vnd.sqlite3"),
    ".xlsx": Format(
        "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"
    ),
    ".zip": Format("ZIP", "application/zip", "ZIP"),
}

_TYPES = mimetypes.MimeTypes()
"""As Python ships them: not what this machine's own lists say."""


def format_of(name: str) -> Format:
    """The format of a file, by the end of its name; in general words where that is a new one.

    >>> format_of("pbi.csv").media_type, format_of("gambar.svg").name
    ('text/csv', 'SVG')
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _FORMATS:
        return _FORMATS[suffix]
    guessed, _ = _TYPES.guess_type(f"x{suffix}")
    name = suffix[1:].upper() or text(message("catalogues.unknown-format"))
    return Format(name, guessed or "application/octet-stream")
