"""The year's forms of both agencies come back by themselves: nothing is asked, nothing is lost."""

from __future__ import annotations

from functools import cache

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from agencies import AGENCIES, catalog_of
from forms import headings, opened
from profil_terbuka.editing import Brought, bring, target_of
from profil_terbuka.editing.year import YearRound, year_round
from profil_terbuka.editing.year.form import SPARE_ROWS
from profil_terbuka.editing.year.laying import form_file
from profil_terbuka.editing.year.owed import OwedForm
from profil_terbuka.editing.year.standing import standing_of
from profil_terbuka.importer import DraftWishes, read_book
from profil_terbuka.importer.merging.asked import yearly_datasets
from profil_terbuka.model import CellStatus, Role
from spreadsheets import saved
from support import ROOT

YEAR = 2030
PAIRS = [
    (agency, dataset.slug)
    for agency in AGENCIES
    for dataset in yearly_datasets(catalog_of(agency).datasets)
]


def test_both_agencies_have_a_round() -> None:
    assert {agency for agency, _ in PAIRS} == set(AGENCIES)
    assert len(PAIRS) > 25


@cache
def a_round(agency: str) -> YearRound:
    return year_round(ROOT, agency, YEAR)


def owed(agency: str, slug: str) -> OwedForm:
    return next(form for form in a_round(agency).forms if form.dataset.slug == slug)


def returned(agency: str, slug: str, form: bytes) -> Brought:
    book = read_book(form, f"{slug}-{YEAR}.xlsx")
    return bring(target_of(ROOT, agency, slug), book, DraftWishes(slug, "", "", ""), {})


def fill(sheet: Worksheet) -> int:
    """A number into each blank beside which another year's stands; how many rows there are."""
    heads = headings(sheet)
    asked = [
        at for at, head in enumerate(heads) if any(o.startswith(f"{head} tahun ") for o in heads)
    ]
    last = sheet.max_row - SPARE_ROWS
    for row in sheet.iter_rows(min_row=2, max_row=last):
        for at in asked:
            row[at].value = 7
    return last - 1


@pytest.mark.parametrize(("agency", "slug"), PAIRS)
def test_an_untouched_form_brings_nothing_and_asks_nothing(agency: str, slug: str) -> None:
    form = owed(agency, slug)
    brought = returned(agency, slug, form_file(form))
    assert brought.renewal is None
    assert (brought.receipt.questions, brought.receipt.obstacles) == ((), ())
    assert len(brought.receipt.unfilled) == len(form.open_sheets)


@pytest.mark.parametrize(("agency", "slug"), PAIRS)
def test_a_filled_form_brings_its_rows_and_changes_no_other(agency: str, slug: str) -> None:
    form = owed(agency, slug)
    book = opened(form_file(form))
    filled = sum(fill(book[name]) for name in book.sheetnames if name.startswith("Isian"))
    brought = returned(agency, slug, saved(book))
    assert brought.renewal, brought.receipt
    asked = {sheet.table.name for sheet in form.sheets}
    merges = [merge for merge in brought.renewal.merges if merge.table.name in asked]
    assert sum(len(merge.added) for merge in merges) == filled == standing_of(form.sheets).lacking
    assert not [merge.changed for merge in brought.renewal.merges if merge.changed]


@pytest.mark.parametrize(("agency", "slug"), PAIRS)
def test_no_form_shows_what_is_withheld(agency: str, slug: str) -> None:
    """Beside the blanks of rows that are withheld stands the word, and no number."""
    for sheet in owed(agency, slug).sheets:
        former = [at for at, column in enumerate(sheet.columns) if column.former]
        measures = [at for at in former if sheet.columns[at].field.role is Role.MEASURE]
        kept = sheet.asked.rows_of(sheet.former)
        for row, shown in zip(kept, sheet.rows, strict=True):
            if sheet.table.status(row) is CellStatus.WITHHELD:
                assert {shown[at] for at in measures} == {"dirahasiakan"}
