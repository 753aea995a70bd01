"""What an office's register workbook says when it comes back: rows by register, or what to mend."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...importer.grid import Book, SheetCell, SheetGrid
from ...importer.reading.dates import read_dates
from ...importer.reading.figures import Figures, read_figures
from ...model.messages import NOTHING, Message, message
from ...words.catalogues import text
from .columns import BookColumn, BookKind
from .shelf import RegisterSheet
from .workbook import CODE_PREFIX, REQUIRED_MARK

_YES = frozenset({"ya", "y", "x", "v", "\N{CHECK MARK}", "\N{HEAVY CHECK MARK}", "true", "1"})
_NO = frozenset({"", "tidak", "t", "-", "false", "0"})
_ENOUGH = 2
"""So many headings tell that a row is the one of the headings."""


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row: where it stands, what it says by column of the register, and where each stands."""

    number: int
    """Of the sheet, counted from 1."""
    told: Mapping[str, str]
    cells: Mapping[str, SheetCell]


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """The rows of one register, and what has to be mended in them."""

    sheet: RegisterSheet
    rows: tuple[ReturnedRow, ...] = ()
    obstacles: tuple[Message, ...] = ()
    columns: tuple[str, ...] = field(default_factory=tuple)
    """The columns of the register that the sheet has."""


def workbook_agency(book: Book) -> str | None:
    """The agency's folder whose registers a workbook holds; None for what is none of ours."""
    label = text(message("importer.form-code"))
    rows = (row for grid in book.grids for row in grid.rows)
    said = (row[1].text for row in rows if len(row) > 1 and row[0].text == label)
    codes = (code.removeprefix(CODE_PREFIX) for code in said if code.startswith(CODE_PREFIX))
    return next(codes, None)


def returned_sheets(book: Book, sheets: Sequence[RegisterSheet]) -> list[ReturnedSheet]:
    """The registers that the workbook has; sheets that somebody took out say nothing."""
    grids = {grid.name.casefold(): grid for grid in book.grids}
    found = []
    for sheet in sheets:
        grid = grids.get(sheet.name.casefold())
        if grid is not None and grid.filled:
            found.append(_returned(grid, sheet))
    return found


def _returned(grid: SheetGrid, sheet: RegisterSheet) -> ReturnedSheet:
    headings = {column.heading.casefold(): column for column in sheet.columns}
    top, places = _headings(grid, headings)
    if len(places) < _ENOUGH:
        said = message("editing.book-no-headings", sheet=grid.name)
        return ReturnedSheet(sheet, obstacles=(said,))
    told = tuple(dict.fromkeys(column.column.name for column in places.values()))
    rows: list[ReturnedRow] = []
    obstacles: list[Message] = []
    for cells in grid.rows[top + 1 :]:
        here = {at: cells[at] for at in places if not cells[at].empty}
        if not any(places[at].kind is not BookKind.NUMBERING for at in here):
            continue  # a number alone is a prepared row
        row, faults = _row(cells, places, grid)
        rows.append(row)
        obstacles += faults
    return ReturnedSheet(sheet, tuple(rows), tuple(obstacles), told)


def _headings(
    grid: SheetGrid, headings: Mapping[str, BookColumn]
) -> tuple[int, dict[int, BookColumn]]:
    """The row that holds the most headings, and the column below each."""
    best: tuple[int, dict[int, BookColumn]] = (0, {})
    for at, row in enumerate(grid.rows[:20]):
        named = {
            column: headings[key]
            for column, cell in enumerate(row)
            if (key := cell.shown.removesuffix(REQUIRED_MARK).strip().casefold()) in headings
        }
        if len(named) > len(best[1]):
            best = (at, named)
    return best


def _row(
    cells: Sequence[SheetCell], places: Mapping[int, BookColumn], grid: SheetGrid
) -> tuple[ReturnedRow, list[Message]]:
    """What a row says; several columns of the sheet may be one of the register."""
    told: dict[str, list[str]] = {}
    where: dict[str, SheetCell] = {}
    faults: list[Message] = []
    for at, column in places.items():
        said, fault = _value(cells[at], column, grid)
        faults += [fault] if fault else []
        name = column.column.name
        told.setdefault(name, []).extend([said] if said else [])
        if name not in where or (where[name].empty and not cells[at].empty):
            where[name] = cells[at]
    values = {name: " ".join(dict.fromkeys(words)) for name, words in told.items()}
    missing = _missing(values, places, where, grid) if not faults else ()
    return ReturnedRow(cells[0].row + 1, values, where), [*faults, *missing]


def _missing(
    values: Mapping[str, str],
    places: Mapping[int, BookColumn],
    where: Mapping[str, SheetCell],
    grid: SheetGrid,
) -> Iterator[Message]:
    """What must stand in every row and does not."""
    for column in {column.column.name: column for column in places.values()}.values():
        if column.is_required and not values[column.column.name]:
            yield message(
                "editing.book-must-fill",
                where=_where(where[column.column.name], grid),
                title=column.column.title,
            )


def _where(cell: SheetCell, grid: SheetGrid) -> Message:
    return message("importer.cell-in-sheet", cell=cell.place, sheet=grid.name)


def _value(cell: SheetCell, column: BookColumn, grid: SheetGrid) -> tuple[str, Message]:
    """What a cell says as the register holds it; or why it cannot be read."""
    if cell.empty:
        return "", NOTHING
    if column.kind is BookKind.TICK:
        return _ticked(cell, column, grid)
    if column.choices:
        return _chosen(cell, column, grid)
    if column.kind is BookKind.DATE:
        days = read_dates([cell])
        said = message("editing.book-no-day", where=_where(cell, grid), said=cell.shown)
        return (days[0].text, NOTHING) if days else ("", said)
    if column.kind in (BookKind.FIGURE, BookKind.NUMBERING):
        return _figure(cell, column, grid)
    return " ".join(cell.shown.split()), NOTHING


def _ticked(cell: SheetCell, column: BookColumn, grid: SheetGrid) -> tuple[str, Message]:
    said = cell.shown.strip().casefold()
    if said in _YES:
        return column.word, NOTHING
    if said in _NO:
        return "", NOTHING
    return "", message("editing.book-no-tick", where=_where(cell, grid), said=cell.shown)


def _chosen(cell: SheetCell, column: BookColumn, grid: SheetGrid) -> tuple[str, Message]:
    """A choice as it is shown, as the register holds it, or by its name alone."""
    said = " ".join(cell.shown.split())
    known = {label.casefold(): value for label, value in column.choices.items()}
    known |= {
        label.rpartition(" [")[0].casefold(): value for label, value in column.choices.items()
    }
    known |= {value.casefold(): value for value in column.choices.values()}
    if value := known.get(said.casefold()):
        return value, NOTHING
    if not column.is_closed:
        return said, NOTHING
    near = difflib.get_close_matches(said.casefold(), [key for key in known if key], n=1)
    hint = message("read.perhaps", meant=column.shown(known[near[0]])) if near else NOTHING
    return "", message("editing.book-not-listed", where=_where(cell, grid), said=said, hint=hint)


def _figure(cell: SheetCell, column: BookColumn, grid: SheetGrid) -> tuple[str, Message]:
    """A number; of one that can be read in two ways neither is taken."""
    found = read_figures([cell], None)
    value = found.values[0] if isinstance(found, Figures) else None
    whole = column.column.type in ("integer", "year")
    if value is None or (whole and value != value.to_integral_value()):
        asked = "editing.book-no-whole" if whole else "editing.book-no-figure"
        return "", message(asked, where=_where(cell, grid), said=cell.shown)
    return f"{value.to_integral_value() if whole else value:f}", NOTHING
