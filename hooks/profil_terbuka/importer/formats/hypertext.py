"""Web pages with tables: saved by Excel, exported as .xls by applications, copied from Sheets."""

from __future__ import annotations

import contextlib
import re

from ...model.messages import message
from ...words.catalogues import text
from ..grid import Book, SheetGrid
from ..reasons import Unusable
from .encodings import DecodedText, decoded_text
from .hypertext_tables import PageTable, page_tables
from .kind import Kind
from .layout import SheetDraft, laid_out

_HEAD = 65_536
_PAGE = re.compile(r"<(!doctype\s+html|html|head|body|meta|style|table|google-sheets)\b", re.I)
_CLIPBOARD = re.compile(r"Version:\d.*?(?=<)", re.DOTALL)
"""What Windows puts before HTML that is copied (CF_HTML)."""
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.I)


def is_hypertext(data: bytes) -> bool:
    """Whether it is HTML, whatever it is called."""
    head = _without_clipboard(decoded_text(data[:_HEAD]).text).lstrip()
    return head.startswith("<") and _PAGE.search(head) is not None


def read_hypertext(data: bytes, file: str) -> Book:
    """All tables of a page; raises Unusable where there is none."""
    page = decoded_page(data)
    grids = table_grids(page_tables(_without_clipboard(page.text)), file)
    return Book(file, grids, (page.told,) if page.told else ())


def table_grids(tables: list[PageTable], file: str) -> tuple[SheetGrid, ...]:
    """A grid of each table that holds anything; raises Unusable where none does."""
    grids: list[SheetGrid] = []
    for table in tables:
        number = text(message("importer.table-number", number=str(len(grids) + 1)))
        grid = laid_out(_draft(table, number), file)
        if grid.filled:
            grids.append(grid)
    if not grids:
        raise Unusable(message("importer.page-without-table", file=file))
    return tuple(grids)


def decoded_page(data: bytes) -> DecodedText:
    """The text of a page, by what it says itself of its letters.

    >>> decoded_page('<meta charset="windows-1252">Ñ'.encode("cp1252")).text[-1]
    'Ñ'
    """
    found = _CHARSET.search(data[:_HEAD])
    named = found[1].decode("ascii").casefold() if found else "utf-8"
    if not named.startswith(("utf", "unicode")):  # which of these it is, the bytes know better
        with contextlib.suppress(LookupError):
            return DecodedText(data.decode(named, "replace"))
    return decoded_text(data)


def _without_clipboard(page: str) -> str:
    found = _CLIPBOARD.match(page)
    return page[found.end() :] if found else page


def _draft(table: PageTable, number: str) -> SheetDraft:
    return SheetDraft(
        table.caption or number,
        rows=dict(enumerate(table.rows)),
        merged=table.merged,
        hidden_rows=[(at, at) for at in table.hidden_rows],
        hidden_columns=[(at, at) for at in table.hidden_columns],
        hidden=table.hidden,
    )


KIND = Kind(".html", is_hypertext, read_hypertext)
