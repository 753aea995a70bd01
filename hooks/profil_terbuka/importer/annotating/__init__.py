"""A file goes back to whoever sent it: their own workbook, with what to mend at the very cells.

places   which cells, columns and rows a sentence names; whoever draws a sheet asks it too
remarks  what a receipt has to say about a file, in order
book     the workbook to write into: their own, or a new one with the cells as they were read
marking  colour and comment on each cell
listing  the sheet that lists everything, in front of all others
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from ..grid import Book
from ..receipt import Receipt
from .book import saved_book, workbook_for
from .listing import list_remarks
from .marking import mark_cells
from .remarks import remarks_of

__all__ = ["Annotated", "annotated"]


@dataclass(frozen=True, slots=True)
class Annotated:
    """The workbook that goes back: how its name ends, and its bytes."""

    ending: str
    data: bytes


def annotated(data: bytes, receipt: Receipt, book: Book | None) -> Annotated | None:
    """The file with everything to mend marked in it; None where there is nothing.

    `data` are its bytes as they came, `book` what was read of them: None where nothing could be.
    """
    remarks = remarks_of(receipt, book)
    if not remarks:
        return None
    made = workbook_for(data, book)
    mark_cells(made.book, remarks)
    list_remarks(made.book, remarks, PurePath(receipt.file).name)
    return Annotated(made.ending, saved_book(made.book))
