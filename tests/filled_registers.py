"""The registers of an invented office: a blank workbook, and what is typed into it."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache

import openpyxl

from profil_terbuka.importer import read_book
from profil_terbuka.importer.grid import Book
from profil_terbuka.model.messages import NOTHING, Message
from profil_terbuka.ppid.law.deadlines import LegalPeriods, LegalStep
from profil_terbuka.ppid.law.workdays import WorkCalendar
from profil_terbuka.ppid.register.columns import FIRST, OBJECTION_COLUMNS, REQUEST_COLUMNS
from profil_terbuka.ppid.register.entries import FilledRegisters, read_registers
from profil_terbuka.ppid.register.facts import Holiday, RegisterFacts
from profil_terbuka.ppid.register.workbook import working_register
from profil_terbuka.words.catalogues import text

Typed = str | int | datetime.date | Decimal


def _step(days: int) -> LegalStep:
    return LegalStep(days, "hari rekaan", "Peraturan rekaan", verified=True)


PERIODS = LegalPeriods(
    answer=_step(10),
    extension=_step(7),
    objection=_step(30),
    reply=_step(30),
    dispute=_step(14),
    silence=_step(14),
    mediation=_step(14),
    settlement=_step(100),
)
GROUNDS = ("Pasal 17 huruf a", "Pasal 17 huruf h angka 2", "Informasi tidak dikuasai")
DAYS_OFF = tuple(
    datetime.date.fromisoformat(day)
    for day in (
        "2025-01-01",
        "2025-03-31",
        "2025-04-01",
        "2025-08-18",
        "2025-12-25",
        "2025-12-26",
        "2026-01-01",
        "2026-02-17",
        "2026-03-19",
        "2026-03-20",
        "2026-05-01",
        "2026-12-25",
    )
)
CALENDAR = WorkCalendar(frozenset(DAYS_OFF), frozenset(day.year for day in DAYS_OFF))
FACTS = RegisterFacts(
    agency="Dinas Contoh",
    periods=PERIODS,
    grounds=tuple((name, f"Bunyi {name}") for name in GROUNDS),
    holidays=tuple(Holiday(day, "Hari libur", "Keputusan contoh") for day in DAYS_OFF),
    origin=NOTHING,
)
SHEETS = {"Permohonan": REQUEST_COLUMNS, "Keberatan": OBJECTION_COLUMNS}


Lines = Iterable[Mapping[str, Typed]]


@cache
def blank() -> bytes:
    """The workbook as it is handed out."""
    return working_register(FACTS)


def filled(requests: Lines, objections: Lines, today: datetime.date) -> bytes:
    """The workbook with lines typed into it by the names of columns; nothing is reckoned yet."""
    book = openpyxl.load_workbook(io.BytesIO(blank()))
    _type(book, requests, objections)
    book["Rekap"]["B3"] = today
    return _bytes(book)


def sheets(requests: Lines, objections: Lines = ()) -> openpyxl.Workbook:
    """Only the sheets that people fill in, with nothing but headings and lines: quickly read."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, heads in _heads().items():
        page = book.create_sheet(name)
        for row, line in enumerate(heads, start=1):
            for at, value in enumerate(line, start=1):
                page.cell(row, at).value = value
    _type(book, requests, objections)
    return book


def read(book: openpyxl.Workbook) -> FilledRegisters:
    """The lines of a workbook, as the engine reads them."""
    return read_registers(book_of(book), GROUNDS)


def book_of(book: openpyxl.Workbook) -> Book:
    """A workbook as the importer's readers have it."""
    return read_book(_bytes(book), "register-permohonan.xlsx")


@cache
def _heads() -> Mapping[str, list[tuple[object, ...]]]:
    found = openpyxl.load_workbook(io.BytesIO(blank()), read_only=True)
    return {name: list(found[name].iter_rows(max_row=FIRST, values_only=True)) for name in SHEETS}


def _type(book: openpyxl.Workbook, requests: Lines, objections: Lines) -> None:
    for name, lines in (("Permohonan", requests), ("Keberatan", objections)):
        places = {column.name: at for at, column in enumerate(SHEETS[name], start=1)}
        for row, line in enumerate(lines, start=FIRST + 1):
            for column, value in line.items():
                book[name].cell(row, places[column]).value = value


def _bytes(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def said(*told: Message) -> list[str]:
    """Messages as people read them."""
    return [text(line) for line in told]
