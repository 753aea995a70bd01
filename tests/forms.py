"""Forms of the year's round as a division fills them in: for tests of the round."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from profil_terbuka.editing import Brought, bring, target_of
from profil_terbuka.editing.year import year_round
from profil_terbuka.editing.year.laying import form_file
from profil_terbuka.editing.year.owed import OwedForm
from profil_terbuka.importer import DraftWishes, read_book
from spreadsheets import saved

AGENCY = "contoh"
FORM = "Isian"


def owed(root: Path, slug: str, year: int = 2025, agency: str = AGENCY) -> OwedForm:
    """What a dataset owes for a year."""
    return next(form for form in year_round(root, agency, year).forms if form.dataset.slug == slug)


def blank(root: Path, slug: str, year: int = 2025) -> bytes:
    """The form of a dataset as it goes out."""
    return form_file(owed(root, slug, year))


def opened(form: bytes) -> openpyxl.Workbook:
    """A form as whoever fills it in sees it."""
    return openpyxl.load_workbook(io.BytesIO(form))


def headings(sheet: Worksheet) -> list[str]:
    """What stands above its columns."""
    return [cell.value for cell in sheet[1]]


def filled(form: bytes, cells: Mapping[str, object], sheet: str = FORM) -> bytes:
    """The form with these cells filled in: {'D2': 1400}."""
    book = opened(form)
    for place, value in cells.items():
        book[sheet][place] = value
    return saved(book)


def returned(root: Path, slug: str, form: bytes, name: str = "") -> Brought:
    """What a form would do to its dataset."""
    book = read_book(form, name or f"{slug}-2025.xlsx")
    return bring(target_of(root, AGENCY, slug), book, DraftWishes(slug, "", "", ""), {})
