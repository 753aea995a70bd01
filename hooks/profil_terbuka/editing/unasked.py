"""Answers to what nobody asks: a question's name that is mistyped is told, and what was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from ..importer import Answers, Receipt
from ..importer.choosing import HIDDEN, SHEET, TABLE
from ..importer.grid import Book
from ..importer.layout import CORNER, GROUPS
from ..importer.merging.column_fitting import COLUMN
from ..importer.merging.fixed_values import VALUE
from ..importer.merging.known_names import CATEGORY
from ..importer.merging.new_codes import CODE_OF
from ..importer.people.addresses import ADDRESS
from ..importer.people.counting import COUNT_BY
from ..importer.people.personal_columns import NAMES
from ..importer.questions import asked
from ..importer.reading.cell_questions import DASH, DECIMAL, NO_NUMBER
from ..importer.reading.day_columns import DATE
from ..importer.reading.doubtful_figures import SHARE, THOUSANDS
from ..importer.reading.month_headings import WHICH_MONTH
from ..importer.shaping.heading_dimensions import SEX, TIMES
from ..importer.shaping.letterhead import WHEN
from ..importer.shaping.outer_rows import TOTAL_ROW
from ..importer.shaping.regions import REGION
from ..importer.shaping.reshape import UNNAMED
from ..model import Dataset
from ..model.messages import Message, message

OF_FILE = (SHEET, TABLE, HIDDEN, WHEN, COUNT_BY)
"""Kinds of questions that are asked once of a file."""
OF_THING = (
    *(DECIMAL, DASH, NO_NUMBER, THOUSANDS, SHARE, DATE, ADDRESS, NAMES),
    *(REGION, CATEGORY, CODE_OF, COLUMN, VALUE, TOTAL_ROW, WHICH_MONTH),
)
"""Kinds of questions that are asked of each column, or of each name."""
_KINDS = (*OF_FILE, *OF_THING)
_MADE = (CORNER, *GROUPS, *UNNAMED, *TIMES, SEX)
"""Titles of columns that the importer gives."""
_ALIKE = 0.6


def unasked(
    answers: Answers, book: Book, dataset: Dataset | None, receipt: Receipt
) -> dict[str, Message]:
    """What to tell of each answer to no question, by the name it was given under.

    Whether it could be asked is told by its kind, and by what the file and the dataset hold: an
    answer may be to a question that another open one still hides.
    """
    columns = _columns(dataset)
    open_now = [question.name for question in receipt.questions]
    there = {word for text in (*_MADE, *columns, *_cells(book)) for word in _words(text)}
    return {
        name: _told(name, open_now, columns) for name in answers if not _can_be_asked(name, there)
    }


def unasked_by_package(answers: Answers) -> dict[str, Message]:
    """The same for a Data Package, which asks nothing.

    >>> list(unasked_by_package({"desimal Laju": "koma"}))
    ['desimal Laju']
    """
    return {name: message("editing.answer-to-nothing", name=name) for name in answers}


def _can_be_asked(name: str, there: set[str]) -> bool:
    """Whether a question may be called so.

    >>> _can_be_asked("desimal Laju", {"laju"}), _can_be_asked("lembr", {"lembr"})
    (True, False)
    """
    kind, _, about = asked(name).casefold().partition(" ")
    if kind in OF_FILE:
        return not about
    return kind in OF_THING and set(_words(about)) <= there


def _told(name: str, open_now: Sequence[str], columns: Sequence[str]) -> Message:
    """That nobody asks so, and what may have been meant."""
    meant = _meant(name, open_now, columns)
    if meant:
        return message("editing.answer-to-nothing-meant", name=name, meant=meant)
    return message("editing.answer-to-nothing", name=name)


def _meant(name: str, open_now: Sequence[str], columns: Sequence[str]) -> str:
    """The question that is called most nearly so; '' where none is."""
    kind, _, about = asked(name).partition(" ")
    kind = kind.casefold()
    known = [asked(kind, title) for title in columns] if kind in OF_THING else []
    if near := difflib.get_close_matches(asked(name), [*open_now, *known], 1, _ALIKE):
        return near[0]
    if kind in _KINDS:
        return ""
    kinds = difflib.get_close_matches(kind, _KINDS, 1, _ALIKE)
    return asked(kinds[0], about) if kinds else ""


def _columns(dataset: Dataset | None) -> tuple[str, ...]:
    """The columns of a dataset, by their names and titles."""
    tables = dataset.tables if dataset else ()
    fields = [field for table in tables for field in table.schema.fields]
    return tuple(dict.fromkeys(text for field in fields for text in (field.name, field.title)))


def _cells(book: Book) -> Iterator[str]:
    for grid in book.grids:
        for row in grid.rows:
            yield from (cell.shown for cell in row if not cell.empty)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
