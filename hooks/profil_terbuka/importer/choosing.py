"""Which sheet of a file is meant, and which of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.messages import Message, message
from .grid import Book, SheetGrid, column_letters
from .layout import FoundTable, find_tables
from .offers import offered
from .questions import Answers, Choice, Question, answer, asked
from .reading.figures import looks_like_figure
from .reasons import Unusable
from .remarks_sheet import is_remarks_sheet

SHEET, TABLE, HIDDEN = "lembar", "tabel", "kolom-tersembunyi"
"""The kinds of questions about a whole file."""
INCLUDED = "ikut"
_SHOWN_TITLES = 4


@dataclass(frozen=True, slots=True)
class Chosen:
    """The table that is meant, in its sheet; or what has to be asked first."""

    grid: SheetGrid
    table: FoundTable | None
    steps: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    grid: SheetGrid
    tables: tuple[FoundTable, ...]


def choose(book: Book, answers: Answers) -> Chosen:
    """The table that is meant; raises Unusable where no sheet holds one, or none is called so."""
    shown = [
        grid
        for grid in book.grids
        if grid.filled and not grid.hidden and not is_remarks_sheet(grid)
    ]
    wanted = answer(answers, SHEET)
    if wanted:
        named = [grid for grid in book.grids if grid.name.casefold() == wanted.casefold()]
        if not named:
            names = tuple(grid.name for grid in book.grids)
            raise Unusable(message("importer.no-such-sheet", name=wanted, names=names))
        shown = named
    candidates = [_Candidate(grid, _tables(grid, answers)) for grid in shown]
    fit = _fit(candidates)
    if not fit:
        raise Unusable(_nothing_found(book, shown))
    if len(fit) > 1:
        return Chosen(fit[0].grid, None, questions=(_which_sheet(fit),))
    return _in_sheet(fit[0], book, answers)


def _tables(grid: SheetGrid, answers: Answers) -> tuple[FoundTable, ...]:
    return find_tables(grid, hidden_columns=answer(answers, HIDDEN) == INCLUDED)


def _fit(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The sheets that may be meant: those with figures, and larger tables of words."""
    with_tables = [item for item in candidates if item.tables]
    if len(with_tables) < 2:
        return with_tables
    return [item for item in with_tables if any(map(_is_substantial, item.tables))] or with_tables


def _is_substantial(table: FoundTable) -> bool:
    """Whether a table is more than instructions: figures beside names, or many words."""
    columns = table.sheet.columns
    figures = any(looks_like_figure(cell) for column in columns[1:] for cell in column.cells)
    return (len(columns) > 1 and figures) or len(columns) > 2


def _nothing_found(book: Book, shown: Sequence[SheetGrid]) -> Message:
    if not shown:
        return message("importer.nothing-in-file", file=book.file)
    first = next((cell for row in shown[0].rows for cell in row if looks_like_figure(cell)), None)
    if first is None:
        return message("importer.no-rows", file=book.file)
    return message("importer.no-headings", file=book.file, place=first.place, cell=first.shown)


def _which_sheet(fit: Sequence[_Candidate]) -> Question:
    choices = tuple(Choice(item.grid.name, _about(item.tables[0])) for item in fit)
    names = tuple(item.grid.name for item in fit)
    return Question(asked(SHEET), message("importer.ask-sheet", names=names), choices)


def _about(table: FoundTable) -> Message:
    titles = table.sheet.titles
    more = len(titles) > _SHOWN_TITLES
    shown = (*titles[:_SHOWN_TITLES], "...") if more else titles
    return message(
        "importer.choice-table", area=table.area, rows=len(table.sheet.kinds), titles=shown
    )


def _in_sheet(item: _Candidate, book: Book, answers: Answers) -> Chosen:
    steps = tuple(_steps(item.grid, book, answers))
    tables = [table for table in item.tables if _is_substantial(table)] or list(item.tables)
    wanted = answer(answers, TABLE)
    if len(tables) > 1 and not (wanted.isdecimal() and 0 < int(wanted) <= len(tables)):
        choices = tuple(Choice(str(at), _about(table)) for at, table in enumerate(tables, start=1))
        question = Question(asked(TABLE), message("importer.ask-table", count=len(tables)), choices)
        return Chosen(item.grid, None, steps, (question,))
    table = tables[int(wanted) - 1] if wanted.isdecimal() and len(tables) > 1 else tables[0]
    others = tuple(other.area for other in item.tables if other is not table)
    told = (message("importer.step-other-tables", areas=others),) if others else ()
    return Chosen(item.grid, table, (*steps, *told))


def _steps(grid: SheetGrid, book: Book, answers: Answers) -> Iterator[Message]:
    """Which sheet was read, and what of the file was not."""
    yield from book.told
    others = tuple(other.name for other in book.grids if other is not grid and other.filled)
    if others:
        yield message("importer.step-other-sheets", names=others)
    if grid.hidden_columns:
        letters = tuple(
            column_letters(at)
            for at in sorted(grid.hidden_columns)
            if at < grid.width and any(not row[at].empty for row in grid.rows)
        )
        if letters and answer(answers, HIDDEN) == INCLUDED:
            yield message("importer.step-hidden-columns-read", columns=letters)
        elif letters:
            included = Choice(INCLUDED, message("importer.button-hidden-columns"))
            offer = offered(message("importer.if-hidden-meant"), HIDDEN, "", included)
            yield message("importer.step-hidden-columns", columns=letters, offer=offer)
    rows = [at for at in sorted(grid.hidden_rows) if at < len(grid.rows)]
    rows = [at for at in rows if any(not cell.empty for cell in grid.rows[at])]
    if rows:
        yield message("importer.step-hidden-rows", rows=tuple(str(at + 1) for at in rows))
