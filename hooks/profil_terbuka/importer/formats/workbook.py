"""Excel workbooks (.xlsx, .xlsm): every sheet, its cells as people see them (ECMA-376 part 1).

The XML is read here and not by openpyxl: one pass gives cells, merged areas and what is hidden in
a fraction of the time, and a faulty look (fonts, drawings) keeps no number from being read.
"""

from __future__ import annotations

from ..grid import Book
from .archive import Archive, small_part
from .kind import Kind
from .layout import laid_out
from .refusals import refuse_empty, refuse_uncomputed
from .workbook_parts import workbook_parts
from .workbook_sheet import SheetReader

_CONTENT_TYPES = "[content_types].xml"


def is_workbook(data: bytes) -> bool:
    """Whether it is a workbook of Excel 2007 or later, the binary kind aside."""
    return b"spreadsheetml" in small_part(data, _CONTENT_TYPES)


def read_workbook(data: bytes, file: str) -> Book:
    """All sheets; raises Unusable where a formula has no value, or no sheet holds a cell."""
    archive = Archive(data, file)
    parts = workbook_parts(archive)
    readers = [SheetReader(sheet, parts) for sheet in parts.sheets]
    drafts = [reader.read(archive) for reader in readers]
    uncomputed = [(reader.sheet.name, place) for reader in readers for place in reader.uncomputed]
    refuse_uncomputed(uncomputed, file)
    grids = tuple(laid_out(draft, file) for draft in drafts)
    pictures = archive.under("xl/media/") or archive.under("xl/charts/")
    refuse_empty(grids, file, pictures)
    return Book(file, grids)


KIND = Kind(".xlsx", is_workbook, read_workbook)
