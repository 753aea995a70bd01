"""The sheet in front of all others: what is to be done, in order, with a way to each cell."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ...model.messages import message
from ...system.row_heights import row_height
from ...words.catalogues import text
from ..remarks_sheet import remarks_sheet, remarks_title
from .book import put_text
from .remarks import Remark, SheetPlace

_HEAD_ROW = 3
_WIDTHS = (6, 70, 20, 10, 60)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_FONT = "Calibri"
_LINK = Font(name=_FONT, color="0563C1", underline="single")


def list_remarks(book: Workbook, remarks: Sequence[Remark], file: str) -> None:
    """Put the list in front; one of an earlier time makes room for it."""
    name = remarks_sheet()
    for sheet in [sheet for sheet in book.worksheets if sheet.title == name and _is_ours(sheet)]:
        book.remove(sheet)
    sheet = book.create_sheet(name, 0)
    put_text(sheet["A1"], remarks_title())
    sheet["A1"].font = Font(name=_FONT, bold=True, size=14)
    told = text(message("importer.remarks-told", file=file, count=len(remarks)))
    put_text(sheet["A2"], told)
    sheet["A2"].alignment = _WRAPPED
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=len(_HEAD))
    sheet.row_dimensions[2].height = row_height([(told, sum(_WIDTHS))])
    for at, title in enumerate(_HEAD, start=1):
        cell = sheet.cell(_HEAD_ROW, at)
        put_text(cell, text(title))
        cell.font = Font(name=_FONT, bold=True)
    row = _HEAD_ROW + 1
    for number, remark in enumerate(remarks, start=1):
        row = _remark(sheet, row, number, remark, book.sheetnames)
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    _to_print(sheet)
    _show_first(book, sheet)


_HEAD = (
    message("importer.remarks-number"),
    message("importer.remarks-what"),
    message("importer.remarks-sheet"),
    message("importer.remarks-cell"),
    message("importer.remarks-mend"),
)


def _is_ours(sheet: Worksheet) -> bool:
    return bool(sheet["A1"].value == remarks_title())


def _remark(sheet: Worksheet, row: int, number: int, remark: Remark, sheets: Sequence[str]) -> int:
    """One remark, a line for each of its cells; the row after it."""
    sheet.cell(row, 1).value = number
    put_text(sheet.cell(row, 2), remark.what)
    mend = "\n".join((remark.mend, *remark.choices))
    put_text(sheet.cell(row, 5), mend)
    texts = [(remark.what, float(_WIDTHS[1])), (mend, float(_WIDTHS[4]))]
    sheet.row_dimensions[row].height = row_height(texts)
    for at, place in enumerate(remark.places):
        put_text(sheet.cell(row + at, 3), place.sheet)
        _link(sheet.cell(row + at, 4), place, sheets)
    last = row + max(len(remark.places), 1)
    for line in range(row, last):
        for column in range(1, len(_HEAD) + 1):
            sheet.cell(line, column).alignment = _WRAPPED
    return last


def _link(cell: Cell, place: SheetPlace, sheets: Sequence[str]) -> None:
    """The name of a cell, which leads there."""
    put_text(cell, place.cell)
    target = place.sheet if place.sheet in sheets else sheets[1] if len(sheets) > 1 else ""
    if target:
        quoted = target.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{place.cell}")
        cell.font = _LINK


def _to_print(sheet: Worksheet) -> None:
    """On A4 across, one page wide."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"


def _show_first(book: Workbook, sheet: Worksheet) -> None:
    """Open the workbook at the list; no other sheet may stay chosen beside it."""
    book.active = sheet
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
