"""The sheets of an OpenDocument spreadsheet: rows and cells that may stand for many alike.

Sheets are filled up to their last row and column by one empty row of a million and one empty cell
of thousands: what is empty is only counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from ..grid import MergedArea, SheetCell, column_letters, tidy
from .layout import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, SheetDraft
from .opendocument_cells import TABLE, has_no_value, value_cell

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_SHEET, _ROW, _COLUMN = f"{TABLE}table", f"{TABLE}table-row", f"{TABLE}table-column"
_CELL, _COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_HIDING = ("collapse", "filter")
_NOTHING = SheetCell()


@dataclass(slots=True)
class SheetsReader:
    """Reads all sheets; afterwards `uncomputed` names formulas without a value: 'Data', 'B2'."""

    uncomputed: list[tuple[str, str]] = field(default_factory=list)
    _unseen: set[str] = field(default_factory=set)
    """Styles of sheets that are not displayed."""

    def sheets(self, stream: IO[bytes]) -> Iterator[SheetDraft]:
        """The sheets in their order; ValueError, ParseError and the like where they are damaged."""
        open_sheets: list[_OpenSheet] = []
        events = iterparse(stream, ("start", "end"))  # noqa: S314  expat stops entity bombs
        for event, element in events:
            if element.tag == _SHEET and event == "start":
                open_sheets.append(_OpenSheet(self._draft(element)))
            elif element.tag == _SHEET:
                sheet = open_sheets.pop()
                if not open_sheets:  # within a cell a table is a picture of one
                    yield sheet.draft
                element.clear()
            elif event == "end" and len(open_sheets) == 1:
                self._take(element, open_sheets[0])
            elif event == "end" and element.tag == f"{_STYLE}style":
                self._note_style(element)

    def _draft(self, element: Element) -> SheetDraft:
        name = tidy(element.get(f"{TABLE}name", ""))
        return SheetDraft(name, hidden=element.get(f"{TABLE}style-name") in self._unseen)

    def _note_style(self, element: Element) -> None:
        properties = element.find(f"{_STYLE}table-properties")
        if properties is not None and properties.get(f"{TABLE}display") == "false":
            self._unseen.add(element.get(f"{_STYLE}name", ""))

    def _take(self, element: Element, sheet: _OpenSheet) -> None:
        if element.tag == _ROW:
            self.uncomputed += ((sheet.draft.name, place) for place in sheet.take_row(element))
            element.clear()
        elif element.tag == _COLUMN:
            sheet.take_column(element)


@dataclass(slots=True)
class _OpenSheet:
    """A sheet while its rows and columns come; where the next of them stands."""

    draft: SheetDraft
    row: int = 0
    column: int = 0
    filled: int = 0
    """Cells so far, those of repeated rows once."""

    def take_column(self, element: Element) -> None:
        last = self.column + _count(element, "number-columns-repeated") - 1
        if element.get(f"{TABLE}visibility") in _HIDING:
            self.draft.hidden_columns.append((self.column, last))
        self.column = last + 1

    def take_row(self, element: Element) -> Iterator[str]:
        """The places of its formulas that have no value."""
        following = self.row + _count(element, "number-rows-repeated")
        if element.get(f"{TABLE}visibility") in _HIDING:
            self.draft.hidden_rows.append((self.row, following - 1))
        cells: dict[int, SheetCell] = {}
        column = 0
        for item in element:
            if item.tag not in (_CELL, _COVERED):
                continue
            beside = column + _count(item, "number-columns-repeated")
            cell = _NOTHING if item.tag == _COVERED else value_cell(item)
            if not cell.empty:
                _refuse_beyond(beside, MOST_COLUMNS)
                cells.update(dict.fromkeys(range(column, beside), cell))
            if item.tag == _CELL:
                self._note_span(item, column)
                if has_no_value(item):
                    yield f"{column_letters(column)}{self.row + 1}"
            column = beside
        self.filled += len(cells)
        _refuse_beyond(self.filled, MOST_CELLS)
        if cells:
            _refuse_beyond(following, MOST_ROWS)
            self.draft.rows.update(dict.fromkeys(range(self.row, following), cells))
        self.row = following

    def _note_span(self, element: Element, column: int) -> None:
        below = self.row + _count(element, "number-rows-spanned") - 1
        beside = column + _count(element, "number-columns-spanned") - 1
        if (below, beside) != (self.row, column):
            self.draft.merged.append(MergedArea(self.row, column, below, beside))


def _count(element: Element, attribute: str) -> int:
    """How many an element stands for."""
    return max(int(element.get(f"{TABLE}{attribute}", 1)), 1)


def _refuse_beyond(count: int, most: int) -> None:
    if count > most:
        raise ValueError("there is more than a sheet can hold")
