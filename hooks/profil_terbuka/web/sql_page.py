"""Ask the data in SQL, at data/sql/: ready questions with their answers, and a field for others.

The answers stand on the page; whoever wants to ask something else loads the database and an engine
for it into the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Agency
from ..model.messages import message
from ..model.products import GeneratedPage
from ..reporting.questions import AnsweredQuestion, SqlValue
from ..words.catalogues import text
from .grid import Cell, Grid, Heading, no_number, number_cell
from .page import write_page
from .vendored import SQL_ENGINE, SQL_PAGE, vendored_files


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A ready question as the page shows it; `rows` is how many rows the whole answer has."""

    name: str
    title: str
    sql: str
    grid: Grid
    rows: int


@dataclass(frozen=True)
class SqlView:
    """What halaman/sql.html shows; sizes are in bytes, before a host compresses anything."""

    agency: Agency
    pertanyaan: Sequence[QuestionView]
    basis_data: str
    ukuran_data: int
    ukuran_mesin: int


def sql_page(
    agency: Agency, questions: Sequence[AnsweredQuestion], database: str, size: int
) -> GeneratedPage:
    """The page of the database that lies at the address `database` and has `size` bytes."""
    view = SqlView(
        agency=agency,
        pertanyaan=tuple(map(_shown, questions)),
        basis_data=database,
        ukuran_data=size,
        ukuran_mesin=sum(len(data) for _, data in vendored_files(SQL_ENGINE)),
    )
    title = text(message("web.sql"))
    description = text(message("web.sql-description", agency=agency.name))
    return write_page("sql", SQL_PAGE, title, description, view)


def _shown(question: AnsweredQuestion) -> QuestionView:
    title = text(question.title)
    numeric = [
        any(isinstance(row[at], int | float) for row in question.answer)
        for at in range(len(question.columns))
    ]
    headings = tuple(
        Heading(name, numeric=is_number)
        for name, is_number in zip(question.columns, numeric, strict=True)
    )
    rows = tuple(
        tuple(_cell(value, is_number) for value, is_number in zip(row, numeric, strict=True))
        for row in question.answer
    )
    grid = Grid(title, headings, rows, 1, (), question.rows)
    return QuestionView(question.name, title, question.sql, grid, question.rows)


def _cell(value: SqlValue, numeric: bool) -> Cell:
    """Years are numbers in SQL: all are written as browsers write them, ungrouped."""
    if value is None:
        return no_number() if numeric else Cell("\N{EM DASH}")
    if isinstance(value, int):
        return number_cell(value, str(value))
    if isinstance(value, float):
        return number_cell(value, f"{value:.15g}")
    return Cell(value, numeric=numeric)
