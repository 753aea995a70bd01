"""What columns are called whose headings say it only to the eye: '%', an empty corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress

from ...model.identifiers import Identifier, identifier
from ...model.messages import Message, message
from ..drafting.names import column_name, spoken_title
from ..grid import SheetCell
from ..shaping.sheet_table import SheetColumn
from .wording import year_in

CORNER = "Uraian"
"""The title of what rows are about where the sheet has none."""
_SIGNS = {"%": "Persentase (%)", "(%)": "Persentase (%)", "rp": "Nilai (Rp)", "(rp)": "Nilai (Rp)"}
_YEAR_WORDS = ("tahun", "thn", "th")


def titled(columns: Sequence[SheetColumn], corner: int) -> tuple[list[SheetColumn], list[Message]]:
    """The columns with titles that can be spoken, and what was called otherwise.

    Only in the first column, whose place is `corner`, a missing title is no fault.
    """
    years = sum(1 for column in columns if _heads_year(column))
    named = [_named(column, years > 1) for column in columns]
    may_change = [column.place == corner or bool(column.path) for column in columns]
    told = _told(list(compress(columns, may_change)), list(compress(named, may_change)))
    return named, list(told)


def _told(old: Sequence[SheetColumn], new: Sequence[SheetColumn]) -> Iterator[Message]:
    """What is called otherwise, each change once with the columns that it is about."""
    changes: dict[tuple[str, str], list[str]] = {}
    for before, after in zip(old, new, strict=True):
        if before.path != after.path:
            told = (before.path[-1] if before.path else "", after.path[-1])
            changes.setdefault(told, []).append(after.letters)
    for (title, called), letters in changes.items():
        if title:
            yield message("importer.step-titled", columns=tuple(letters), old=title, new=called)
        else:
            yield message("importer.step-corner", columns=tuple(letters), new=called)


def _named(column: SheetColumn, beside_years: bool) -> SheetColumn:
    """A column by its title; beside headings that are years, 'Tahun' over names is about these."""
    title = column.title
    if not title:
        return replace(column, path=(CORNER,))
    if spoken := _SIGNS.get(column.path[-1].casefold()):
        return replace(column, path=(*column.path[:-1], spoken))
    name, slash, other = title.replace("\\", "/").partition("/")
    if beside_years and slash and other.strip().casefold() in _YEAR_WORDS:
        return replace(column, path=(name.strip(),))
    if beside_years and title.casefold() == "tahun" and not _holds_years(column):
        return replace(column, path=(CORNER,))
    return column


def numbers_rows(title: str) -> bool:
    """Whether a column of that title numbers the rows, in whatever figures or letters.

    >>> numbers_rows("No."), numbers_rows("Nomor Urut"), numbers_rows("Golongan")
    (True, True, False)
    """
    return identifier(column_name(spoken_title(title)), (1,)) is Identifier.ROW


def _heads_year(column: SheetColumn) -> bool:
    return any(year_in(SheetCell(text)) for text in column.path)


def _holds_years(column: SheetColumn) -> bool:
    return all(year_in(cell) for cell in column.cells if not cell.empty)
