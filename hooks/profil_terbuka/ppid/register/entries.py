"""A filled workbook read back: the lines of both registers, and the cells that cannot be read.

Columns are known by their headings, so that a moved one does no harm. No fault repeats what stands
in a cell: it may be about people.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ...importer.grid import Book, SheetCell, SheetGrid
from ...importer.reasons import Unusable
from ...model.messages import Message, message
from ...words.catalogues import text
from .columns import (
    FIRST,
    OBJECTION_COLUMNS,
    OBJECTIONS_SHEET,
    REQUEST_COLUMNS,
    REQUESTS_SHEET,
    TITLES,
    EntryColumn,
    EntryKind,
)

_TYPED_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
"""A day that was typed as text: day, month, year."""


Value = str | Decimal | datetime.date


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of a register; `row` as the spreadsheet counts.

    Its values are about people: no message, and no error's text, repeats them.
    """

    sheet: str
    row: int
    cells: Mapping[str, str]
    """What the spreadsheet calls each cell, by its column: 'N7'."""
    values: Mapping[str, Value] = field(repr=False)
    """By column; what is empty or cannot be read is not among them."""

    def day(self, name: str) -> datetime.date | None:
        """The day in a column."""
        found = self.values.get(name)
        return found if isinstance(found, datetime.date) else None

    def said(self, name: str) -> str:
        """The text of a column; '' where there is none."""
        found = self.values.get(name)
        return found if isinstance(found, str) else ""

    def amount(self, name: str) -> Decimal | None:
        """The number in a column."""
        found = self.values.get(name)
        return found if isinstance(found, Decimal) else None


@dataclass(frozen=True, slots=True)
class FilledRegisters:
    """Both registers, and what must be mended in them before they can be used."""

    requests: tuple[RegisterLine, ...]
    objections: tuple[RegisterLine, ...]
    faults: tuple[Message, ...]


def read_registers(book: Book, grounds: Collection[str]) -> FilledRegisters:
    """The lines of a workbook; raises Unusable where it is not this workbook.

    `grounds` are those that a request can be refused for.
    """
    faults: list[Message] = []
    requests = _lines(book, REQUESTS_SHEET, REQUEST_COLUMNS, grounds, faults)
    objections = _lines(book, OBJECTIONS_SHEET, OBJECTION_COLUMNS, grounds, faults)
    return FilledRegisters(requests, objections, tuple(faults))


def is_working_register(book: Book) -> bool:
    """Whether a file is such a workbook, by the headings of its sheets."""
    found = _grid(book, REQUESTS_SHEET)
    if found is None:
        return False
    places = _places(found, REQUEST_COLUMNS)
    return {"nomor", "nama", "keputusan"} <= places.keys()


def _grid(book: Book, sheet: Message) -> SheetGrid | None:
    return next((grid for grid in book.grids if grid.name == text(sheet)), None)


def _lines(
    book: Book,
    sheet: Message,
    columns: Sequence[EntryColumn],
    grounds: Collection[str],
    faults: list[Message],
) -> tuple[RegisterLine, ...]:
    grid = _grid(book, sheet)
    if grid is None:
        raise Unusable(message("ppid.register-no-sheet", sheet=sheet))
    entered = [column for column in columns if not column.kind.reckoned]
    places = _places(grid, entered)
    lacking = [column for column in entered if column.name not in places]
    if lacking:
        raise Unusable(_no_column(sheet, lacking[0]))
    return tuple(_read_lines(grid, places, entered, grounds, faults))


def _no_column(sheet: Message, column: EntryColumn) -> Message:
    said = text(column.title)
    return message(
        "ppid.register-no-column", sheet=sheet, column=said, first=TITLES + 1, last=FIRST
    )


def _places(grid: SheetGrid, columns: Sequence[EntryColumn]) -> Mapping[str, int]:
    """Where each column stands, by what its two lines of headings say together."""
    known = {column.heading: column.name for column in columns}
    found: dict[str, int] = {}
    for at, heading in enumerate(_headings(grid)):
        if heading in known:
            found.setdefault(known[heading], at)
    return found


def _headings(grid: SheetGrid) -> Iterator[str]:
    """The heading of each column; a group's stands once, above its first."""
    if len(grid.rows) < FIRST:
        return
    group = ""
    for top, bottom in zip(grid.rows[TITLES], grid.rows[FIRST - 1], strict=True):
        group = top.shown or (group if bottom.shown else "")
        yield _plain(f"{group} {bottom.shown}")


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _read_lines(
    grid: SheetGrid,
    places: Mapping[str, int],
    columns: Sequence[EntryColumn],
    grounds: Collection[str],
    faults: list[Message],
) -> Iterator[RegisterLine]:
    for row in grid.rows[FIRST:]:
        found = {column.name: (column, row[places[column.name]]) for column in columns}
        filled = {name: pair for name, pair in found.items() if not pair[1].empty}
        values: dict[str, Value] = {}
        for name, (column, cell) in filled.items():
            read = _value(column, cell, grounds)
            if isinstance(read, Message):
                faults.append(_at(grid.name, cell.place, read))
            else:
                values[name] = read
        if filled:
            cells = {name: cell.place for name, (_, cell) in found.items()}
            yield RegisterLine(grid.name, row[0].row + 1, cells, values)


def _at(sheet: str, cell: str, said: Message) -> Message:
    return message("ppid.register-at", sheet=sheet, cell=cell, said=said)


def _value(column: EntryColumn, cell: SheetCell, grounds: Collection[str]) -> Value | Message:
    """What a cell says, or why it cannot be read."""
    if column.kind is EntryKind.DATE:
        return _day(cell) or message("ppid.register-cell-no-day")
    if column.kind is EntryKind.MONEY:
        return cell.number if cell.number is not None else message("ppid.register-cell-no-amount")
    if column.kind is EntryKind.CHOICE:
        offered = tuple(map(text, column.choices)) or tuple(grounds)
        chosen = {_plain(choice): choice for choice in offered}
        said = chosen.get(_plain(cell.shown))
        return said or message("ppid.register-cell-no-choice", choices=offered)
    return cell.shown


def _day(cell: SheetCell) -> datetime.date | None:
    """The day of a cell, also where it was typed as text; None for what is none.

    >>> _day(SheetCell("31/12/2026")), _day(SheetCell("31/13/2026"))
    (datetime.date(2026, 12, 31), None)
    """
    if cell.dated:
        return datetime.date.fromisoformat(cell.text)
    typed = _TYPED_DAY.fullmatch(cell.text)
    if typed is None:
        return None
    day, month, year = map(int, typed.groups())
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
