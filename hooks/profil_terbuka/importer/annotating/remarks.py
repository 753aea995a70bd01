"""What a receipt has to say about a file: what is to be mended, decided, filled in, looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...model.messages import Message, message
from ...words.catalogues import text
from ..grid import Book, SheetGrid
from ..questions import Question
from ..receipt import Receipt
from .places import named_places, value_of

_NAME = re.compile(r"`([^`]*)`")
_TOTAL_DIFFERS = "importer.total-differs"


class RemarkKind(StrEnum):
    """Why something is said, in the order in which it is dealt with."""

    MEND = "mend"
    DECIDE = "decide"
    FILL = "fill"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A cell of a sheet."""

    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing: what it is, at which cells, and among which answers to choose."""

    kind: RemarkKind
    what: str
    places: tuple[SheetPlace, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def mend(self) -> str:
        """What is to be done, in general."""
        return text(message(_MENDS[self.kind]))


_MENDS = {
    RemarkKind.MEND: "importer.remark-mend",
    RemarkKind.DECIDE: "importer.remark-decide",
    RemarkKind.FILL: "importer.remark-fill",
    RemarkKind.LOOK: "importer.remark-look",
}


def plainly(words: str) -> str:
    """A sentence for those who read it in Excel: names between quotation marks.

    >>> plainly("Kolom `Jumlah` kosong.")
    'Kolom “Jumlah” kosong.'
    """
    return _NAME.sub("\u201c\\1\u201d", words)


def remarks_of(receipt: Receipt, book: Book | None) -> tuple[Remark, ...]:
    """Everything that a receipt leaves to people, with the cells that it is about."""
    finder = _Finder(receipt.sheet, book)
    looks = [step for step in receipt.steps if step.name == _TOTAL_DIFFERS]
    return (
        *(finder.remark(RemarkKind.MEND, said) for said in _single(receipt.obstacles)),
        *(finder.question(item) for item in receipt.questions),
        *(finder.remark(RemarkKind.FILL, said) for said in receipt.unfilled),
        *(finder.remark(RemarkKind.LOOK, said) for said in looks),
    )


def _single(obstacles: Sequence[Message]) -> Iterator[Message]:
    """Obstacles one by one: what the format refuses is told as one sentence of many."""
    for said in obstacles:
        faults = dict(said.values).get("faults")
        if said.name == "importer.refused" and isinstance(faults, tuple):
            yield from (fault for fault in faults if isinstance(fault, Message))
        else:
            yield said


class _Finder:
    """Finds the cells that something is about."""

    def __init__(self, sheet: str, book: Book | None) -> None:
        self.sheet = sheet
        self.grids = book.grids if book else ()

    def remark(self, kind: RemarkKind, said: Message) -> Remark:
        """What a sentence says, at the cells that it names."""
        return Remark(kind, plainly(text(said)), self.places(said))

    def question(self, item: Question) -> Remark:
        """A question with its answers, at the cells that it names, or those that hold its name."""
        said = [choice.said for choice in item.choices]
        choices = tuple(map(_answer, [*said, item.free] if item.free else said))
        places = self.places(item.said) or self.holding(item.said)
        return Remark(RemarkKind.DECIDE, plainly(text(item.said)), places, choices)

    def places(self, said: Message) -> tuple[SheetPlace, ...]:
        """The cells that a sentence names; of a row the first that holds anything."""
        named = named_places(said)
        sheet = named.sheet or self.usual_sheet
        grid = self.grid(sheet)
        rows = [place for row in named.rows if grid for place in _first_filled(grid, row)]
        return tuple(SheetPlace(sheet, cell) for cell in (*named.cells, *rows))

    def holding(self, said: Message) -> tuple[SheetPlace, ...]:
        """The cells that hold the name or the heading which a question is about."""
        grid = self.grid(self.usual_sheet)
        name, title = value_of(said, "name"), value_of(said, "title")
        if grid is None:
            return ()
        cells = [cell.place for row in grid.rows for cell in row if name and cell.shown == name]
        cells = cells or _heading(grid, title)
        return tuple(SheetPlace(grid.name, cell) for cell in cells)

    @property
    def usual_sheet(self) -> str:
        """The sheet that was read, else the first that shows anything."""
        shown = (grid.name for grid in self.grids if grid.filled and not grid.hidden)
        return self.sheet or next(shown, "")

    def grid(self, name: str) -> SheetGrid | None:
        """The sheet of that name; None where nothing could be read."""
        return next((grid for grid in self.grids if grid.name == name), None)


def _answer(meaning: Message) -> str:
    """An answer for those who fill in sheets: what it means, not how a command writes it."""
    return plainly(text(message("importer.remark-answer", meaning=meaning)))


def _first_filled(grid: SheetGrid, row: int) -> list[str]:
    """The first cell of a row that holds anything; rows are counted from 1."""
    cells = grid.rows[row - 1] if 0 < row <= len(grid.rows) else ()
    return [cell.place for cell in cells if not cell.empty][:1]


def _heading(grid: SheetGrid, title: str) -> list[str]:
    """The cell that heads a column: its whole title, or the last line of one of several."""
    if not title:
        return []
    cells = [cell for row in grid.rows for cell in row if cell.text]
    whole = [cell.place for cell in cells if " ".join(cell.text.split()) == title]
    ends = [cell.place for cell in cells if title.endswith(" ".join(cell.text.split()))]
    return (whole or ends)[:1]
