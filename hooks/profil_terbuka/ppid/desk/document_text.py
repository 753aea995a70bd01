"""What a PDF holds that readers can use, kept by its content: reading one may take seconds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from ...model.document_files import DocumentReading
from ...privacy.pdf import Content, read_pdf
from ...system.cache import Cache, key

KIND = "bacaan-dokumen"
MOST_TEXT = 60_000
"""Characters of a document that can be found: some twenty pages."""


def document_reading(data: bytes, cache: Cache) -> DocumentReading:
    """What a PDF holds, kept by its content; raises UnreadablePdf where that cannot be known."""

    def make() -> bytes:
        return json.dumps(asdict(_reading(read_pdf(data)))).encode()

    told = json.loads(cache.get(KIND, key(__name__, data), make))
    return DocumentReading(told["pages"], tuple(told["scanned"]), told["text"], told["title"])


def _reading(content: Content) -> DocumentReading:
    readable = (said for number, said in content.pages if number not in content.unread)
    return DocumentReading(
        pages=len(content.pages),
        scanned=content.unread,
        text=_searchable(readable),
        title=_on_one_line(content.title),
    )


def _searchable(pages: Iterable[str]) -> str:
    """The words of the pages, up to what is kept.

    >>> _searchable(["Rencana\\n kerja\\x00", "2026"])
    'Rencana kerja 2026'
    """
    return " ".join(map(_on_one_line, pages))[:MOST_TEXT].strip()


def _on_one_line(said: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())
