"""Tables as offices have them, brought in: for tests of the importer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

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

NOWHERE = Gazetteer({}, {})
"""No region is known."""


def understood(book: Book, answers: Mapping[str, str] | None = None, unit: str = "") -> Imported:
    """What a file holds, for the invented agency."""
    wishes = DraftWishes("tabel", "Tabel", unit, "statistik")
    return understand(book, wishes, AGENCY, answers or {}, NOWHERE)


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
