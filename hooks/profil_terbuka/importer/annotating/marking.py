"""Colour and comment on each cell that something is said about; all else stays as it looked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from .remarks import Remark, SheetPlace

AUTHOR = "Profil Terbuka"
COLOUR = "F8CBAD"
_WIDTH, _LINE, _LETTERS = 340, 20, 46
"""Of a comment's box, in pixels: how wide, how high a line is, and letters in it."""
_FILL = PatternFill("solid", start_color=COLOUR)


def mark_cells(book: Workbook, remarks: Sequence[Remark]) -> None:
    """Mark every cell that the remarks name; marks of an earlier time are taken away."""
    for sheet in book.worksheets:
        _unmark(sheet)
    named = [(place, remark) for remark in remarks for place in remark.places]
    named.sort(key=lambda item: (item[0].sheet, item[0].cell))
    for place, found in groupby(named, key=lambda item: item[0]):
        cell = _cell(book, place)
        if cell is not None:
            _mark(cell, [remark for _, remark in found])


def _cell(book: Workbook, place: SheetPlace) -> Cell | None:
    """The cell; of merged ones the first, which alone can hold anything."""
    if place.sheet in book.sheetnames:
        sheet = book[place.sheet]
    elif not place.sheet and book.worksheets:
        sheet = book.worksheets[0]
    else:
        return None
    cell = sheet[place.cell]
    if not isinstance(cell, MergedCell):
        return cell
    area = next(area for area in sheet.merged_cells.ranges if place.cell in area)
    return sheet.cell(area.min_row, area.min_col)


def _mark(cell: Cell, remarks: Sequence[Remark]) -> None:
    lines = [cell.comment.text] if cell.comment else []
    lines += [line for remark in remarks for line in (remark.what, *remark.choices)]
    words = "\n".join(dict.fromkeys(lines))
    comment = Comment(words, AUTHOR)
    rows = sum(len(line) // _LETTERS + 1 for line in words.split("\n"))
    comment.width, comment.height = _WIDTH, (rows + 1) * _LINE
    cell.comment = comment
    cell.fill = _FILL


def _unmark(sheet: Worksheet) -> None:
    """Take away our own comments and colour: the file was sent back before."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment and cell.comment.author == AUTHOR:
                cell.comment = None
                if cell.fill.start_color.rgb == f"00{COLOUR}":
                    cell.fill = PatternFill()
