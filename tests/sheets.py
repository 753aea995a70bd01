"""Tables as offices have them, brought in: for tests of the importer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import openpyxl
import yaml

from invented import AGENCY
from profil_terbuka.importer import (
    Draft,
    DraftWishes,
    Gazetteer,
    Imported,
    open_book,
    read_book,
    receipt_text,
    understand,
)
from profil_terbuka.importer.grid import Book
from profil_terbuka.words.catalogues import text
from spreadsheets import saved

NOWHERE = Gazetteer({}, {})
"""No region is known."""


def understood(
    book: Book,
    answers: Mapping[str, str] | None = None,
    unit: str = "",
    known: Gazetteer = NOWHERE,
) -> Imported:
    """What a file holds, for the invented agency."""
    wishes = DraftWishes("tabel", "Tabel", unit, "statistik")
    return understand(book, wishes, AGENCY, answers or {}, known)


def typed(text: str, answers: Mapping[str, str] | None = None, unit: str = "") -> Imported:
    """The same for a table written with semicolons."""
    return understood(read_book(text.encode(), "t.csv"), answers, unit)


def drafted(text: str, answers: Mapping[str, str] | None = None, unit: str = "") -> Draft:
    """The draft of a table written with semicolons, about which nothing has to be asked."""
    return draft_of(typed(text, answers, unit))


def drafted_file(path: Path, answers: Mapping[str, str] | None = None) -> Draft:
    """The draft of the table in a file."""
    return draft_of(understood(open_book(path), answers))


def draft_of(made: Imported) -> Draft:
    """The draft; an AssertionError with the receipt where there is none."""
    assert made.draft is not None, receipt_text(made.receipt)
    return made.draft


KNOWN = Gazetteer(
    names={
        "99.01.01": "Dadap",
        "99.01.02": "Duku Hulu",
        "99.01.01.1001": "Sungai Manggis",
        "99.01.01.1002": "Nangka",
        "99.01.02.1001": "Tanjung Kemiri",
        "99.01.02.1002": "Rambai Timur",
    },
    codes={
        "dadap": ("99.01.01",),
        "dukuhulu": ("99.01.02",),
        "sungaimanggis": ("99.01.01.1001",),
        "nangka": ("99.01.01.1002",),
        "tanjungkemiri": ("99.01.02.1001",),
        "rambaitimur": ("99.01.02.1002",),
    },
)
"""Two districts of the invented region, each with two villages."""


@dataclass(frozen=True)
class SheetCase:
    """A case of an ugly sheet: the file, what people answer, and what they say of it."""

    book: Book
    answers: Mapping[str, str]
    unit: str

    def imported(self) -> Imported:
        """What the importer makes of it."""
        wishes = DraftWishes("tabel", "Tabel", self.unit, "statistik")
        return understand(self.book, wishes, AGENCY, self.answers, KNOWN)


def sheet_case(folder: Path) -> SheetCase:
    """The case in a folder: `lembar.yml`, or `berkas.*` with the answers in jawaban.yml."""
    files = sorted(folder.glob("berkas.*"))
    if files:
        said = folder / "jawaban.yml"
        document = yaml.safe_load(said.read_text("utf-8")) if said.is_file() else {}
        return SheetCase(open_book(files[0]), document, "")
    document = yaml.safe_load((folder / "lembar.yml").read_text("utf-8"))
    book = read_book(drawn(document["lembar"]), "berkas.xlsx")
    return SheetCase(book, document.get("jawaban") or {}, document.get("satuan") or "")


def drawn(sheets: Mapping[str, Mapping[str, Any]]) -> bytes:
    """A workbook of sheets that are written down: `baris`, `gabung`, `format`, `sembunyi`."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, said in sheets.items():
        sheet = book.create_sheet(name)
        for row in said["baris"]:
            sheet.append(row or [])
        for area in said.get("gabung") or ():
            sheet.merge_cells(area)
        for area, style in (said.get("format") or {}).items():
            for cell in chain.from_iterable(sheet[area] if ":" in area else ((sheet[area],),)):
                cell.number_format = style
        hidden = said.get("sembunyi") or {}
        for row in hidden.get("baris") or ():
            sheet.row_dimensions[row].hidden = True
        for letters in hidden.get("kolom") or ():
            sheet.column_dimensions[letters].hidden = True
        sheet.sheet_state = "hidden" if hidden.get("lembar") else "visible"
    return saved(book)


def outcome(made: Imported) -> str:
    """What is expected of a case: the tables as they are written, and what people are told."""
    receipt = made.receipt
    found: dict[str, Any] = {"tempat": " ".join(filter(None, (receipt.sheet, receipt.area)))}
    if made.draft:
        tables = made.draft.descriptor["resources"]
        found["kolom"] = {table["name"]: list(_fields(table)) for table in tables}
        found["cakupan"] = made.draft.descriptor["cakupan"]
    found["langkah"] = [text(step) for step in receipt.steps]
    found["perbaiki"] = [text(said) for said in receipt.obstacles]
    found["tanya"] = {
        question.name: [text(question.said)]
        + [f"{choice.value}: {text(choice.said)}" for choice in question.choices]
        for question in receipt.questions
    }
    filled = {name: value for name, value in found.items() if value}
    listed = yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=100)
    files = made.draft.files.items() if made.draft else ()
    return listed + "".join(f"--- {name}\n{data.decode()}" for name, data in files)


def _fields(table: Mapping[str, Any]) -> Iterator[str]:
    for field in table["schema"]["fields"]:
        key = "*" if field["name"] in table["schema"]["primaryKey"] else ""
        unit = field.get("satuan", "")
        yield f"{field['name']}{key} {field['type']} {field['peran']} {unit}".strip()
