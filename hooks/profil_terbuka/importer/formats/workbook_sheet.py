"""The cells of one sheet of a workbook, in one pass over its XML (ECMA-376 part 1, 18.3.1)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ..grid import MergedArea, SheetCell, column_letters, tidy
from .archive import Archive, elements
from .excel_values import GENERAL, NumberFormat, Shows, figure_cell, moment_cell, stored_number
from .layout import MOST_COLUMNS, MOST_ROWS, SheetDraft
from .workbook_parts import SheetPart, WorkbookParts, inline_text, unescaped

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_NOTHING = SheetCell()


def cell_place(name: str) -> tuple[int, int]:
    """Row and column, counted from 0, of a cell's name; ValueError for what is none.

    >>> cell_place("A1"), cell_place("AB14")
    ((0, 0), (13, 27))
    """
    found = _PLACE.fullmatch(name)
    if found is None:
        raise ValueError(f"{name!r} names no cell")
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found[2])
    if not (0 < row <= MOST_ROWS and column <= MOST_COLUMNS):
        raise ValueError(f"{name!r} lies outside of a sheet")
    return row - 1, column - 1


def area_of(name: str) -> MergedArea:
    """The area 'A1:B3'; ValueError for what is none.

    >>> area_of("A1:B3")
    MergedArea(top=0, left=0, bottom=2, right=1)
    """
    first, _, last = name.partition(":")
    (top, left), (bottom, right) = cell_place(first), cell_place(last or first)
    return MergedArea(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


@dataclass(slots=True)
class SheetReader:
    """Reads one sheet; afterwards `uncomputed` names the formulas that have no value."""

    sheet: SheetPart
    parts: WorkbookParts
    uncomputed: list[str] = field(default_factory=list)
    _columns: dict[str, int] = field(default_factory=dict)
    """Letters -> column, as far as they were met."""
    _numbers: dict[tuple[str, str], SheetCell] = field(default_factory=dict)
    """Number and style -> cell: most stand in a sheet more than once."""

    def read(self, archive: Archive) -> SheetDraft:
        """The sheet; ValueError, KeyError and the like where it is damaged."""
        draft = SheetDraft(self.sheet.name, hidden=self.sheet.hidden)
        space = self.parts.namespace
        take: dict[str, Callable[[Element, SheetDraft], None]] = {
            f"{space}row": self._take_row,
            f"{space}col": _take_column,
            f"{space}mergeCell": _take_merged,
        }
        with archive.open(self.sheet.part) as stream:
            for element in elements(stream, take):
                take[element.tag](element, draft)
        return draft

    def _take_row(self, element: Element, draft: SheetDraft) -> None:
        """The cells of a row; row and cells may leave out where they stand: next to the last."""
        at = int(element.get("r", 0)) - 1
        if at < 0:
            at = next(reversed(draft.rows), -1) + 1
        if at >= MOST_ROWS:
            raise ValueError(f"row {at} lies outside of a sheet")
        if _hides(element, "ht"):
            draft.hidden_rows.append((at, at))
        row = draft.rows.setdefault(at, {})
        following = 0
        for item in element:
            column = self._column(item.get("r", ""), following)
            cell = self._cell(item, at, column)
            if not cell.empty:
                row[column] = cell
            following = column + 1

    def _column(self, place: str, following: int) -> int:
        if not place:
            return following
        letters = place.rstrip("0123456789")
        if letters not in self._columns:
            self._columns[letters] = cell_place(place)[1]
        return self._columns[letters]

    def _cell(self, element: Element, row: int, column: int) -> SheetCell:
        space, value, formula = self.parts.namespace, "", False
        for part in element:
            if part.tag == f"{space}v":
                value = part.text or ""
            elif part.tag == f"{space}f":
                formula = True
            elif part.tag == f"{space}is":
                return SheetCell(tidy(inline_text(part, space)))
        kind, style = element.get("t", "n"), element.get("s", "")
        if formula and self._has_no_value(kind, value):
            self.uncomputed.append(f"{column_letters(column)}{row + 1}")
        if not value:
            return _NOTHING
        if kind == "s":
            return self.parts.texts[int(value)]
        if kind == "n":
            return self._number(value, style)
        if kind == "b":
            return SheetCell("true" if value in ("1", "true") else "false")
        if kind == "d":
            return _written_day(value, self._format(style))
        return SheetCell(tidy(unescaped(value)))

    def _has_no_value(self, kind: str, value: str) -> bool:
        """Text may be empty. Where all is yet to be worked out, a program wrote 0 for the time."""
        return (not value and kind != "str") or (self.parts.unworked and value == "0")

    def _number(self, value: str, style: str) -> SheetCell:
        known = self._numbers.get((value, style))
        if known is None:
            number = stored_number(value)
            if number is None:
                raise ValueError(f"{value!r} is no number")
            known = figure_cell(number, self._format(style), self.parts.since_1904)
            self._numbers[value, style] = known
        return known

    def _format(self, style: str) -> NumberFormat:
        at = int(style or 0)
        return self.parts.formats[at] if 0 <= at < len(self.parts.formats) else GENERAL


def _hides(element: Element, size: str) -> bool:
    """Whether a row or column is hidden, or as narrow as if it were."""
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")


def _take_column(element: Element, draft: SheetDraft) -> None:
    if _hides(element, "width"):
        first, last = int(element.get("min", 1)), int(element.get("max", 1))
        draft.hidden_columns.append((first - 1, last - 1))


def _take_merged(element: Element, draft: SheetDraft) -> None:
    draft.merged.append(area_of(element.get("ref", "")))


def _written_day(text: str, seen: NumberFormat) -> SheetCell:
    """A day that is written as one; where no format says how it is shown, with its time."""
    if text[:3].endswith(":"):
        return SheetCell(text)  # a time of day
    moment = datetime.datetime.fromisoformat(text.removesuffix("Z"))
    return moment_cell(moment, seen.shows if seen.shows is not Shows.NUMBER else Shows.MOMENT)
