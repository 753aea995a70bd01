"""By what a form is known when it comes back, whatever it is called then: dataset and year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from ...model.messages import message
from ...words.catalogues import text
from ..grid import Book

_CODE = re.compile(r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)[ -](?P<year>\d{4})")


@dataclass(frozen=True, slots=True)
class FormCode:
    """The dataset whose year a form asks for."""

    slug: str
    year: int

    def __str__(self) -> str:
        """As it stands in the form."""
        return f"{self.slug} {self.year}"

    @property
    def file(self) -> str:
        """What the form is called as a file."""
        return f"{self.slug}-{self.year}.xlsx"


def code_of(book: Book) -> FormCode | None:
    """The code that stands in a form's own instructions; else the one that its file is called by.

    None where neither tells.

    >>> code_of(Book("pbi-2025.xlsx", ()))
    FormCode(slug='pbi', year=2025)
    """
    return stated_code(book) or _read(PurePath(book.file).stem)


def stated_code(book: Book) -> FormCode | None:
    """The code that stands in a form's own instructions; None for what is no form of ours."""
    label = text(message("importer.form-code"))
    rows = (row for grid in book.grids for row in grid.rows)
    beside = (row[1].text for row in rows if len(row) > 1 and row[0].text == label)
    return next(filter(None, map(_read, beside)), None)


def _read(words: str) -> FormCode | None:
    """The code that words begin with; a copy that a computer numbered counts: 'pbi-2025 (1)'."""
    found = _CODE.match(words.strip())
    return FormCode(found["slug"], int(found["year"])) if found else None
