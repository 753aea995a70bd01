"""A web page and all its parts in one file (MHTML), as Excel saves it and some call it .xls."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message as MailMessage

from ..grid import Book
from .hypertext import decoded_page, table_grids
from .hypertext_tables import PageTable, page_tables
from .kind import Kind

_HEAD = 2048
_PAGE = "text/html"
_MAIL = re.compile(rb"^MIME-Version:", re.MULTILINE | re.IGNORECASE)
_PARTED = re.compile(rb"^Content-Type:\s*(multipart/related|text/html)", re.MULTILINE | re.I)


def is_web_archive(data: bytes) -> bool:
    """Whether it is MHTML (RFC 2557)."""
    head = data[:_HEAD].replace(b"\r\n", b"\n")
    return _MAIL.search(head) is not None and _PARTED.search(head) is not None


def read_web_archive(data: bytes, file: str) -> Book:
    """The tables of all its pages; raises Unusable where there is none."""
    parts = [part for part in message_from_bytes(data).walk() if part.get_content_type() == _PAGE]
    return Book(file, table_grids([table for part in parts for table in _tables(part)], file))


def _tables(part: MailMessage) -> list[PageTable]:
    content = part.get_payload(decode=True)
    return page_tables(decoded_page(content).text) if isinstance(content, bytes) else []


KIND = Kind(".mht", is_web_archive, read_web_archive)
