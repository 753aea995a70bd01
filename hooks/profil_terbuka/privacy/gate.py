"""The gate at the entrance: everything people put into the repository for one agency."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import repeat
from pathlib import Path

from ..model import Catalog, Dataset, Field, Manuscript, Role, Table, Value
from ..model.findings import Finding, Place
from ..model.messages import NOTHING, message
from ..read.agency import NAME as AGENCY_FILE
from ..read.catalog import DATASETS, REFERENCE
from ..read.documents import closed, read_document
from ..read.manuscripts import PAGES
from ..read.shipped import located
from ..system.cache import Cache
from .clean import FileReader
from .folding import digits
from .official import Official
from .scan import hits, in_lines, in_rows, in_value, may_tell_together
from .textual import strings
from .webtext import decoded

_OFFICE_EMAIL = message("privacy.office-email")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MARK = re.compile(r"(?<=\d)(?:\*{1,3}|`+|~~|\\(?=[^\w\s]))|(?:\*{1,3}|`+|~~)(?=\d)")


def check_inputs(
    catalog: Catalog, manuscripts: Sequence[Manuscript], root: Path, cache: Cache
) -> Iterator[Finding]:
    """Private data in identity, descriptors, tables, pages, other files and file names."""
    official = Official.in_catalogs(catalog)
    documents = FileReader("documents", official, cache)
    yield from _on_agency(catalog.agency.slug, root, official)
    for dataset in (*catalog.packages, *catalog.reference):
        yield from _on_descriptor(dataset, root, official, documents)
        for table in dataset.tables:
            yield from _on_table(table, official)
    documents.close()
    for page in manuscripts:
        yield from _on_page(page, official)
    reader = FileReader("inputs", official, cache)
    yield from _on_files(catalog, root, reader, official, _judged(catalog, manuscripts))
    reader.close()


def _on_agency(slug: str, root: Path, official: Official) -> Iterator[Finding]:
    file = f"{DATASETS}/{slug}/{AGENCY_FILE}"
    document, _ = read_document(root / file, file, "instansi.schema.json")
    yield from _on_document(document, file, root, official)


def _on_descriptor(
    dataset: Dataset, root: Path, official: Official, reader: FileReader
) -> Iterator[Finding]:
    """The same of a descriptor, unless it was clean by these rules before."""
    data = located(root, dataset.file).read_bytes()
    if reader.was_clean(dataset.file, data):
        return
    found = list(_on_document(dataset.descriptor, dataset.file, root, official))
    yield from found
    if not found:
        reader.is_clean(dataset.file, data)


def _on_document(document: object, file: str, root: Path, official: Official) -> Iterator[Finding]:
    """The values and keys of a document, then its comments and whatever else it holds."""
    contacts = set(_contacts(document))
    found = []
    for text in strings(document):
        for finding in in_value(text, Place(file), official):
            place = replace(finding.place, row=_line_of(located(root, file), text))
            remedy = _OFFICE_EMAIL if text in contacts else NOTHING
            found.append(replace(finding, place=place, remedy=remedy))
    yield from found
    known = {(finding.code, finding.message) for finding in found}
    raw = located(root, file).read_text("utf-8", errors="replace")
    for finding in in_lines(raw, file, official):
        if (finding.code, finding.message) not in known:
            yield finding


def _contacts(document: object) -> Iterator[str]:
    """The e-mail addresses that a descriptor gives for its contributors."""
    listed = document.get("contributors", ()) if isinstance(document, Mapping) else ()
    for item in listed:
        if email := item.get("email"):
            yield email


def _line_of(path: Path, text: str) -> int | None:
    """The line where a document holds `text`, as far as it stands there letter by letter."""
    raw = path.read_text("utf-8", errors="replace")
    for spelling in (text, json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1]):
        if spelling in raw:
            return raw.count("\n", 0, raw.index(spelling)) + 1
    return None


def _on_table(table: Table, official: Official) -> Iterator[Finding]:
    money = _money(table)
    for index, field in enumerate(table.schema.fields):
        if field.type in ("year", "yearmonth", "date", "boolean"):
            continue
        texts = [row[index] for row in table.cells]
        suspected = {text for text in set(texts) if hits(text, in_cell=True)}
        for number, text in enumerate(texts, start=2) if suspected else ():
            if text in suspected:
                measured = _measured(field, text, money)
                place = Place(table.file, number, field.name)
                yield from in_value(text, place, official, measured, in_cell=True)
    yield from _together(table)


def _together(table: Table) -> Iterator[Finding]:
    """What neighbouring cells tell; a measure is no part of a number, but may be an age."""
    fields = table.schema.fields
    measured = {
        index
        for index, field in enumerate(fields)
        if field.role is Role.MEASURE and not {"umur", "usia"} & set(field.name.split("_"))
    }
    titles = [f"{field.name} {field.title or ''}" for field in fields]
    texts = {
        row[index] for index in range(len(fields)) if index not in measured for row in table.cells
    }
    if not may_tell_together(titles, texts):
        return
    rows = [
        ["" if index in measured else cell for index, cell in enumerate(row)] for row in table.cells
    ]
    for row, index, finding in in_rows([titles, *rows]):
        yield replace(finding, place=Place(table.file, row + 1, fields[index].name))


def _money(table: Table) -> Collection[str]:
    """Amounts of rupiah as they stand in the file: long whole numbers that are no phone numbers."""
    return {
        str(value)
        for field in table.schema.with_role(Role.MEASURE)
        for value, unit in _with_units(table, field)
        if "rupiah" in str(unit or "").casefold()
    }


def _with_units(table: Table, field: Field) -> set[tuple[Value, Value]]:
    """Each different value of a measure with its unit."""
    columns = table.schema.with_role(Role.UNIT)
    units = table.column(columns[0].name) if columns and not field.unit else repeat(field.unit)
    return set(zip(table.column(field.name), units, strict=False))


def _measured(field: Field, cell: str, money: Collection[str]) -> Collection[str]:
    """An amount may stand in its own column and, as it was printed, in the one for that."""
    if field.role is Role.MEASURE and cell in money:
        return (cell,)
    if field.role is Role.PRINTED and digits(cell) in money and cell == digits(cell):
        return (cell,)
    return ()


def _on_page(page: Manuscript, official: Official) -> Iterator[Finding]:
    """The page as written, and without the tags and marks that could stand within a number."""
    written = decoded(page.text)
    bare = _TAG.sub(lambda tag: "\n" * tag[0].count("\n"), written)
    found = [
        finding
        for text in dict.fromkeys((written, bare))
        for finding in in_lines(text, page.file, official)
    ]
    yield from found
    known = {(finding.code, finding.place) for finding in found}
    for finding in in_lines(_MARK.sub("", bare), page.file, official):
        if (finding.code, finding.place) not in known:
            yield finding
    for first, rows in _tables(written):
        for row, _, finding in in_rows(rows):
            yield replace(finding, place=Place(page.file, first + row))


def _tables(text: str) -> Iterator[tuple[int, list[list[str]]]]:
    """The tables of a page, each with the line where it begins."""
    rows: list[list[str]] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if "|" in line:
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif rows:
            yield number - len(rows), rows
            rows = []


def _judged(catalog: Catalog, manuscripts: Sequence[Manuscript]) -> Collection[str]:
    """The files that were judged with what is known of their columns, pages and values."""
    packages = (*catalog.packages, *catalog.reference)
    return {
        f"{DATASETS}/{catalog.agency.slug}/{AGENCY_FILE}",
        *(dataset.file for dataset in packages),
        *(table.file for dataset in packages for table in dataset.tables),
        *(page.file for page in manuscripts),
    }


def _on_files(
    catalog: Catalog,
    root: Path,
    reader: FileReader,
    official: Official,
    read_already: Collection[str],
) -> Iterator[Finding]:
    """Names of all files and folders, and what stands in any other file, meant or forgotten."""
    slug = catalog.agency.slug
    folders = (f"{DATASETS}/{slug}", f"{DATASETS}/{REFERENCE}", f"{PAGES}/{slug}")
    inside = (path for folder in folders for path in sorted((root / folder).rglob("*")))
    stray = (path for path in sorted((root / DATASETS).iterdir()) if path.is_file())
    for path in (*inside, *stray):
        file = path.relative_to(root).as_posix()
        yield from in_value(path.name, Place(file), official)
        if path.is_file() and file not in read_already:
            try:
                data = path.read_bytes()
            except OSError as problem:  # said once, though the file has a reader of its own
                yield closed(problem, file)
                continue
            yield from reader.findings(file, data)
