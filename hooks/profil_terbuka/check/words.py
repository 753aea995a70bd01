"""Suspicions about text: one category spelt two ways, dates that do not exist, placeholders."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from ..model import Dataset, Field, Role, Table, codes
from ..model.calendar_names import MONTHS, SHORT_MONTHS
from ..model.findings import Finding, Place

LEAST_LENGTH = 6
"""Shorter names ('S1', 'S2') differ in one letter by right."""
_DISTINCT = re.compile(r"\d+[A-Za-z]?|[A-Za-z]\d+|[IVXLCDM]+|[ivx]+|[A-Z]{1,5}|[a-z]")
"""Words that tell things apart by a single letter by right: numbers and acronyms."""
_MONTH = {name.lower(): index for index, name in enumerate(MONTHS, start=1)}
_MONTH |= {name.lower(): index for index, name in enumerate(SHORT_MONTHS, start=1)}
_DATE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(_MONTH)})\s+(\d{{4}})\b", re.IGNORECASE)
# This is the detector of loose ends; the brackets keep a search for them from stopping here.
_PLACEHOLDER = re.compile(
    r"lorem ipsum|dolor sit amet|consectetur|\bT[O]DO\b|\bFIX[M]E\b|\bx{3,}\b|#REF!|#N/A|#VALUE!|"
    r"#DIV/0!|\bisi di ?sini\b|\bcontoh teks\b|\bplaceholder\b",
    re.IGNORECASE,
)


def spelt_two_ways(table: Table) -> Iterator[Finding]:
    """Two values of a dimension that differ in one letter, or only in case, spaces or marks."""
    coded = {field.labels for field in table.schema.with_role(Role.CODE)}
    for field in table.schema.with_role(Role.DIMENSION):
        # Names with a code are held against the reference table instead.
        if field.type == "string" and field.name not in coded and not field.period:
            yield from _variants(table, field)


def _variants(table: Table, field: Field) -> Iterator[Finding]:
    first_row: dict[str, int] = {}
    for row_number, value in enumerate(table.column(field.name), start=2):
        first_row.setdefault(str(value), row_number)
    seen: dict[str, str] = {}
    for value, row_number in first_row.items():
        for key in _keys(value):
            other = seen.setdefault(key, value)
            if other != value and not _differ_by_right(value, other):
                place = Place(table.file, row_number, field.name)
                message = (
                    f"`{value}` mirip `{other}` (baris {first_row[other]}): satu hal, dua ejaan?"
                )
                yield Finding(codes.SPELT_TWO_WAYS, place, message)
                break


def _keys(value: str) -> Iterator[str]:
    """The bare letters of a value, and for long values each string with one letter left out.

    Two strings that share such a key differ in at most one letter each way, so near twins meet in a
    dictionary instead of being compared pair by pair.
    """
    bare = re.sub(r"[\W_]+", "", value.casefold())
    yield bare
    if len(bare) >= LEAST_LENGTH:
        yield from (bare[:at] + "\0" + bare[at + 1 :] for at in range(len(bare)))
        yield from (bare[:at] + bare[at + 1 :] for at in range(len(bare)))


def _differ_by_right(one: str, other: str) -> bool:
    """Whether only numbers, acronyms or single letters distinguish them: 'II/a', 'III/b'."""
    words = zip(re.findall(r"\w+", one), re.findall(r"\w+", other), strict=False)
    different = [pair for pair in words if pair[0] != pair[1]]
    return bool(different) and all(_DISTINCT.fullmatch(word) for pair in different for word in pair)


def impossible_dates(dataset: Dataset) -> Iterator[Finding]:
    """A written date ('31 Juni 2023') that no calendar has, in a cell, a title or a description."""
    for key, text in _headings(dataset):
        for date in _impossible(text):
            message = f"Pada {key}: `{date}` tidak ada di kalender."
            yield Finding(
                codes.DATE_IMPOSSIBLE, Place(dataset.file), message, "Betulkan tanggalnya."
            )
    for table in dataset.tables:
        for row_number, field, text in _texts(table):
            for date in _impossible(text):
                place = Place(table.file, row_number, field.name)
                message = f"`{date}` tidak ada di kalender."
                yield Finding(codes.DATE_IMPOSSIBLE, place, message)


def _headings(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """The titles and descriptions of a dataset and its tables, with where they stand."""
    yield "`title`", dataset.title
    yield "`description`", dataset.description
    for table in dataset.tables:
        yield f"`title` tabel `{table.name}`", table.title
        yield f"`description` tabel `{table.name}`", table.description


def _impossible(text: str) -> Iterator[str]:
    for found in _DATE.finditer(text):
        day, month, year = int(found[1]), _MONTH[found[2].lower()], int(found[3])
        if not _exists(day, month, year):
            yield found[0]


def _exists(day: int, month: int, year: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def placeholder_in(text: str) -> str:
    """The first placeholder in a text, or ''."""
    found = _PLACEHOLDER.search(text)
    return found[0] if found else ""


def placeholders(dataset: Dataset) -> Iterator[Finding]:
    """Text that was meant to be replaced, in cells, titles and descriptions."""
    words: Mapping[str, str] = {"title": dataset.title, "description": dataset.description}
    for key, text in words.items():
        if word := placeholder_in(text):
            message = f"Teks pengganti `{word}` tertinggal pada `{key}`."
            yield Finding(codes.PLACEHOLDER, Place(dataset.file), message)
    for table in dataset.tables:
        for row_number, field, text in _texts(table):
            if word := placeholder_in(text):
                place = Place(table.file, row_number, field.name)
                message = f"Teks pengganti `{word}` tertinggal."
                yield Finding(codes.PLACEHOLDER, place, message)


def _texts(table: Table) -> Iterator[tuple[int, Field, str]]:
    """Every non-empty text cell with its row and column."""
    for index, field in enumerate(table.schema.fields):
        if field.type == "string":
            for row_number, row in enumerate(table.cells, start=2):
                if row[index]:
                    yield row_number, field, row[index]
