"""OpenDocument spreadsheets (.ods): every sheet, in one pass over its XML (ODF 1.3 part 3, 9)."""

from __future__ import annotations

from ...model.messages import message
from ..grid import Book
from ..reasons import Unusable
from .archive import Archive, part_names
from .kind import Kind
from .layout import laid_out
from .opendocument_sheets import SheetsReader
from .refusals import refuse_empty, refuse_uncomputed

_CONTENT, _MANIFEST = "content.xml", "meta-inf/manifest.xml"
_WHOLLY_LOCKED = "encrypted-package"
"""Since ODF 1.4 a password may lock all parts at once."""


def is_opendocument(data: bytes) -> bool:
    """Whether it is a spreadsheet of LibreOffice and its like, also one that is locked."""
    names = part_names(data)
    return _MANIFEST in names and not names.isdisjoint({_CONTENT, _WHOLLY_LOCKED})


def read_opendocument(data: bytes, file: str) -> Book:
    """All sheets; raises Unusable where a password locks them, or there is no value, no cell."""
    archive = Archive(data, file)
    if b"encryption-data" in archive.read(_MANIFEST):
        raise Unusable(message("importer.opendocument-locked", file=file))
    reader = SheetsReader()
    with archive.open(_CONTENT) as stream:
        drafts = list(reader.sheets(stream))
    refuse_uncomputed(reader.uncomputed, file)
    grids = tuple(laid_out(draft, file) for draft in drafts)
    refuse_empty(grids, file, archive.under("pictures/") or archive.under("object "))
    return Book(file, grids)


KIND = Kind(".ods", is_opendocument, read_opendocument)
