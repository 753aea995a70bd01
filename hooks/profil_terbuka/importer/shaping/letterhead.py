"""What the lines above a table say of it: its title, and the year it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ...model.messages import message
from ..grid import SheetCell
from ..layout.wording import years_within
from ..questions import Answers, Choice, Question, answer, asked
from ..read_table import ReadColumn, ReadTable
from ..reading.figures import Figures
from .heading_dimensions import YEAR

WHEN = "tahun"
"""The question which year a table is about."""


_TITLE = re.compile(
    r"(?:tabel|tbl\.?|table)\s*[\dIVX.\-a-z]*\s*[:.]?\s*(?P<after>.*)|"
    r"(?P<own>(?:data|daftar|jumlah|banyaknya|rekap\w*|persentase|realisasi|luas|rasio|distribusi)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_YEAR = re.compile(
    r"\b(dicetak|diunduh|dibuat|cetak)\b|\b(nomor|no\.?)\s*\S+\s+tahun\s+\d{4}", re.IGNORECASE
)
"""A year that is not the table's: of a regulation, or of the day a sheet was printed."""
_LEAST_LETTERS = 8


def title_above(letterhead: Sequence[SheetCell]) -> str:
    """The line above a table that names it; '' where none does.

    >>> title_above([SheetCell("DINAS SOSIAL"), SheetCell("Tabel 4.1 Penerima bantuan")])
    'Penerima bantuan'
    """
    for cell in reversed(letterhead):
        found = _TITLE.fullmatch(cell.text)
        title = " ".join((found["after"] or found["own"] or "").split()) if found else ""
        if len(title) >= _LEAST_LETTERS:
            return title.capitalize() if title.isupper() else title[:1].upper() + title[1:]
    return ""


def year_above(letterhead: Sequence[SheetCell], sheet: str) -> tuple[int, ...]:
    """The years that the lines above a table name, or else the name of its sheet.

    >>> year_above([SheetCell("Tabel 2. Penerima Tahun 2024")], "Sheet1")
    (2024,)
    >>> year_above([SheetCell("Peraturan Wali Kota Nomor 5 Tahun 2019")], "Sheet1")
    ()
    """
    about = [cell for cell in letterhead if not _OTHER_YEAR.search(cell.shown)]
    lines = [year for cell in about for year in years_within(cell.shown)]
    return tuple(dict.fromkeys(lines or years_within(sheet)))


def with_year(table: ReadTable, year: int) -> ReadTable:
    """The table with its year as the first column."""
    rows = len(table.kinds)
    figures = Figures((Decimal(year),) * rows)
    column = ReadColumn((YEAR,), (SheetCell(str(year)),) * rows, figures)
    return ReadTable((column, *table.columns), table.kinds)


def chosen_year(years: Sequence[int], answers: Answers) -> int | None:
    """The year that is told once, or that people have told."""
    said = answer(answers, WHEN)
    if said.isdecimal():
        return int(said)
    return years[0] if len(years) == 1 else None


def which_year(years: Sequence[int]) -> Question:
    """Asked where the lines above a table name several."""
    choices = tuple(
        Choice(str(year), message("importer.choice-year", year=str(year))) for year in years
    )
    said = message("importer.ask-year", years=tuple(str(year) for year in years))
    return Question(asked(WHEN), said, choices)
