"""Whether the folder of documents and its register fit: every file is told, every row has its own.

What a PDF hides, private data in it, and scans that nobody has vouched for are told by the privacy
gate, which reads every file of an agency.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from pathlib import PurePath

from ...importer import dataset_slug, spoken_title
from ...model import Catalog, Table, codes
from ...model.document_files import DOCUMENTS, DocumentFile
from ...model.findings import Finding, Place
from ...model.messages import NOTHING, Message, message
from ...model.registers import DESK_DOCUMENTS
from ...privacy.pdf import is_pdf
from ...read.catalog import DATASETS
from ...read.document_files import MOST_DOCUMENT_BYTES
from ...read.suggestions import suggestion
from ...system.canonical import csv_text
from ...words.catalogues import text
from .documents import (
    DOCUMENT_COLUMNS,
    FILE,
    INSPECTION,
    SLUG,
    DocumentRow,
    comparable_name,
    document_rows,
    in_folder,
)
from .packages import desk_table

MOST_FOLDER_BYTES = 300 * 1024**2
"""All documents of an agency together: hosts refuse sites that grow without end."""
_MEGABYTE = 1024**2
_SHRINK = message("ppid.document-shrink")


def check_documents(catalog: Catalog, files: Sequence[DocumentFile]) -> Iterator[Finding]:
    """What is wrong with the files themselves, with the register's rows, and between the two."""
    for file in files:
        yield from file_faults(file)
    if in_folder(files) > MOST_FOLDER_BYTES:
        place = Place(f"{DATASETS}/{catalog.agency.slug}/{DOCUMENTS}")
        said = message(
            "ppid.documents-too-many",
            size=in_folder(files) // _MEGABYTE,
            most=MOST_FOLDER_BYTES // _MEGABYTE,
        )
        yield Finding(codes.DOCUMENT_UNFIT, place, said, message("ppid.documents-shrink"))
    if DESK_DOCUMENTS in catalog.unfit:
        return  # said already; without the register nothing can be held against it
    rows = document_rows(catalog)
    yield from _row_faults(rows, files)
    yield from _unregistered(catalog, rows, files)


def file_faults(file: DocumentFile) -> Iterator[Finding]:
    """Why a file can be no document: its size, or that it is no PDF."""
    place = Place(file.file)
    if file.is_folder:
        said = message("ppid.document-folder", name=file.name)
        yield Finding(codes.DOCUMENT_UNFIT, place, said, message("ppid.document-empty-folder"))
    elif file.size > MOST_DOCUMENT_BYTES:
        said = message(
            "ppid.document-too-large",
            size=-(-file.size // _MEGABYTE),
            most=MOST_DOCUMENT_BYTES // _MEGABYTE,
        )
        yield Finding(codes.DOCUMENT_UNFIT, place, said, _SHRINK)
    elif not is_pdf(file.data) or not file.name.lower().endswith(".pdf"):
        said = message("ppid.document-no-pdf", name=file.name)
        yield Finding(codes.DOCUMENT_UNFIT, place, said, message("ppid.document-save-as-pdf"))


def _row_faults(rows: Sequence[DocumentRow], files: Sequence[DocumentFile]) -> Iterator[Finding]:
    there = {comparable_name(file.name) for file in files}
    named: dict[str, DocumentRow] = {}
    slugs: dict[str, DocumentRow] = {}
    for row in rows:
        first = named.setdefault(row.file, row)
        yield from _on_file(row, there, first)
        first = slugs.setdefault(row.cells[SLUG], row)
        yield from _on_slug(row, first, slugs)
        yield from _on_inspection(row)


def _on_file(row: DocumentRow, there: set[str], first: DocumentRow) -> Iterator[Finding]:
    """`first` is the row that named the file before, or this one."""
    if not row.file:
        filled = tuple(name for name in DOCUMENT_COLUMNS if row.cells[name])
        said = message("ppid.document-columns-without-file", columns=filled)
        yield _at(row, FILE, said, "ppid.document-name-file")
    elif row.file not in there:
        said = message(
            "ppid.document-file-missing",
            name=row.cells[FILE],
            folder=DOCUMENTS,
            hint=suggestion(row.file, there),
        )
        yield _at(row, FILE, said, "ppid.document-put-file")
    elif first is not row:
        above = str(first.place.row)
        said = message("ppid.document-named-twice", name=row.cells[FILE], row=above)
        yield _at(row, FILE, said, "ppid.document-one-row")


def _on_slug(row: DocumentRow, first: DocumentRow, taken: Container[str]) -> Iterator[Finding]:
    slug = row.cells[SLUG]
    if row.file and not slug:
        proposed = proposed_slug(row.cells["judul"], taken)
        said = message("ppid.document-without-slug", name=row.cells[FILE])
        remedy = message("ppid.document-write-slug", slug=proposed)
        yield Finding(codes.DOCUMENT_ROW_WRONG, _cell(row, SLUG), said, remedy)
    elif slug and first is not row:
        said = message("ppid.document-slug-twice", slug=slug, row=str(first.place.row))
        yield _at(row, SLUG, said, "ppid.document-other-slug")


def _on_inspection(row: DocumentRow) -> Iterator[Finding]:
    """Who has read a scan, when, and which file: all of it, or nothing."""
    missing = tuple(name for name in INSPECTION if not row.cells[name])
    if missing and len(missing) < len(INSPECTION):
        said = message("ppid.document-inspection-incomplete", columns=missing)
        yield _at(row, missing[0], said, "ppid.document-complete-inspection")


def _at(row: DocumentRow, column: str, said: Message, remedy: str) -> Finding:
    return Finding(codes.DOCUMENT_ROW_WRONG, _cell(row, column), said, message(remedy))


def _cell(row: DocumentRow, column: str) -> Place:
    return Place(row.place.file, row.place.row, column)


def _unregistered(
    catalog: Catalog, rows: Sequence[DocumentRow], files: Sequence[DocumentFile]
) -> Iterator[Finding]:
    """Files that no row names nor means, each with the row that it lacks."""
    there = {comparable_name(file.name) for file in files}
    named = {row.file for row in rows} | {_meant(row.file, there) for row in rows}
    lost = [
        file
        for file in files
        if comparable_name(file.name) not in named and not any(file_faults(file))
    ]
    if not lost:
        return
    table = desk_table(catalog, DESK_DOCUMENTS)
    if table is None or not set(DOCUMENT_COLUMNS) <= set(table.schema.position):
        yield _without_register(catalog, table)
        return
    slugs = {row.cells[SLUG] for row in rows}
    for number, file in enumerate(lost, start=_next_number(table)):
        slug = proposed_slug(PurePath(file.name).stem, slugs)
        slugs.add(slug)
        row = ready_row(table, file.name, number, slug)
        said = message("ppid.document-unregistered", name=file.name)
        remedy = message("ppid.document-register", row=row, register=table.file)
        yield Finding(codes.DOCUMENT_UNREGISTERED, Place(file.file), said, remedy)


def _meant(name: str, there: set[str]) -> str:
    """The file that a row probably means which names none; '' where it names one."""
    close = suggestion(name, there) if name not in there else NOTHING
    return str(dict(close.values).get("meant", ""))


def _without_register(catalog: Catalog, table: Table | None) -> Finding:
    """Files, and no register that could tell of them."""
    place = Place(f"{DATASETS}/{catalog.agency.slug}/{DOCUMENTS}")
    if table is None:
        said = message("ppid.document-register-missing", register=DESK_DOCUMENTS)
        return Finding(
            codes.DOCUMENT_UNREGISTERED, place, said, message("ppid.document-begin-register")
        )
    lacking = tuple(name for name in DOCUMENT_COLUMNS if name not in table.schema)
    said = message("ppid.document-columns-lacking", columns=lacking, register=DESK_DOCUMENTS)
    return Finding(codes.DOCUMENT_UNREGISTERED, place, said, message("ppid.document-add-columns"))


def _next_number(table: Table) -> int:
    numbers = [int(str(value)) for value in table.column("nomor") if value is not None]
    return max(numbers, default=0) + 1


def ready_row(table: Table, name: str, number: int, slug: str) -> str:
    """The line of the register that a file lacks: what must be written by people says so."""
    stem = PurePath(name).stem
    cells = {
        "nomor": str(number),
        "judul": spoken_title(stem.replace("-", " ")),
        "ringkasan": text(message("ppid.document-fill-summary")),
        FILE: name,
        SLUG: slug,
        "tanggal": text(message("ppid.document-fill-date")),
        "bentuk": "rekam daring",
        "kategori": "setiap-saat",
        "kewajiban": text(message("ppid.document-fill-obligation")),
    }
    columns = [field.name for field in table.schema.fields]
    row = [cells.get(column, "") for column in columns]
    lines = csv_text(columns, [row], table.writing.delimiter).decode()
    return lines.splitlines()[-1]


def proposed_slug(said: str, taken: Container[str]) -> str:
    """A name for the address that no other document has.

    >>> proposed_slug("Renja 2026", set()), proposed_slug("Renja 2026", {"renja-2026"})
    ('renja-2026', 'renja-2026-2')
    """
    own = dataset_slug(said) or DOCUMENTS
    again = 2
    found = own
    while found in taken:
        found = f"{own}-{again}"
        again += 1
    return found
