"""Documents that the agency publishes as files: rows of the register, joined with the folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...model import Catalog, codes
from ...model.document_files import DocumentFile, DocumentReading, PublicDocument
from ...model.findings import Finding, Place
from ...model.registers import DESK_DOCUMENTS
from ...privacy.pdf import UnreadablePdf
from ...system.cache import Cache
from ..law.reference import text_rows
from .document_text import document_reading
from .packages import desk_table

FILE, SLUG = "berkas", "pengenal"
INSPECTION = ("diperiksa_oleh", "diperiksa_tanggal", "sidik_diperiksa")
"""Columns that say who has read a scan through, when, and which file that was."""
DOCUMENT_COLUMNS = (FILE, SLUG, *INSPECTION)
"""Columns about a file; a register begun before there were files lacks them."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A row of the register that says something about a file."""

    place: Place
    cells: Mapping[str, str]

    @property
    def file(self) -> str:
        """The name of the file in the form in which names are compared."""
        return comparable_name(self.cells[FILE])


def comparable_name(name: str) -> str:
    """A file's name in one spelling: macOS writes an accent as a sign of its own.

    >>> comparable_name("Cafe\u0301.pdf") == "Caf\u00e9.pdf"
    True
    """
    return unicodedata.normalize("NFC", name)


def document_rows(catalog: Catalog) -> tuple[DocumentRow, ...]:
    """The rows that say something about a file; none where the register has no such columns."""
    table = desk_table(catalog, DESK_DOCUMENTS)
    if table is None or not set(DOCUMENT_COLUMNS) <= set(table.schema.position):
        return ()
    return tuple(
        DocumentRow(Place(table.file, number), cells)
        for number, cells in enumerate(text_rows(table), start=2)
        if any(cells[name] for name in DOCUMENT_COLUMNS)
    )


def read_public_documents(
    catalog: Catalog, files: Iterable[DocumentFile], cache: Cache
) -> tuple[tuple[PublicDocument, ...], tuple[Finding, ...]]:
    """Every row with its file, the newest first, and which files cannot be read.

    Rows without a file are left out: `unfit_documents` tells of them.
    """
    by_name = {comparable_name(file.name): file for file in files if file.data}
    found: list[PublicDocument] = []
    faults: list[Finding] = []
    for row in document_rows(catalog):
        file = by_name.get(row.file)
        if file is None:
            continue
        try:
            found.append(_document(row.cells, file, document_reading(file.data, cache)))
        except UnreadablePdf as problem:
            place = Place(file.file)
            faults.append(Finding(codes.FILE_UNREAD, place, problem.said, problem.remedy))
    by_title = sorted(found, key=lambda item: (item.title, item.slug))
    return tuple(sorted(by_title, key=lambda item: item.date, reverse=True)), tuple(faults)


def _document(
    cells: Mapping[str, str], file: DocumentFile, reading: DocumentReading
) -> PublicDocument:
    return PublicDocument(
        title=cells["judul"],
        summary=cells["ringkasan"],
        date=cells["tanggal"],
        slug=cells[SLUG],
        link=cells["alamat"],
        obligations=tuple(cells["kewajiban"].split()),
        file=file,
        reading=reading,
        inspected_on="" if reading.is_searchable else cells["diperiksa_tanggal"],
        inspected_by="" if reading.is_searchable else cells["diperiksa_oleh"],
    )


def in_folder(files: Sequence[DocumentFile]) -> int:
    """How many bytes the documents have together."""
    return sum(file.size for file in files)
