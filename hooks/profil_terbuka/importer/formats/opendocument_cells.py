"""One cell of an OpenDocument spreadsheet: its value by its type, as it is shown beside it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..grid import SheetCell, tidy
from .excel_values import Shows, moment_cell, stored_number
from .shown_figures import shown_figure

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_BREAKS = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_BESIDE = (f"{_OFFICE}annotation", f"{_TEXT}note")
"""What stands in a paragraph without being part of it."""
_YEAR_LETTERS = 4


def value_cell(element: Element) -> SheetCell:
    """The cell of a `table:table-cell`; ValueError where its value is not of its type."""
    shown = tidy("\n".join("".join(_spoken(line)) for line in element.iterfind(f"{_TEXT}p")))
    kind = element.get(f"{_OFFICE}value-type", "")
    if kind in ("float", "percentage", "currency"):
        return _figure(element, kind, shown)
    if kind == "date":
        return _day(element.get(f"{_OFFICE}date-value", ""), shown)
    if kind == "boolean":
        return SheetCell(element.get(f"{_OFFICE}boolean-value", shown))
    if kind == "time":
        return SheetCell(shown or element.get(f"{_OFFICE}time-value", ""))
    return SheetCell(tidy(element.get(f"{_OFFICE}string-value", "")) or shown)


def has_no_value(element: Element) -> bool:
    """Whether a formula stands there that nothing has worked out."""
    if f"{TABLE}formula" not in element.attrib or f"{_OFFICE}value-type" in element.attrib:
        return False
    return element.find(f"{_TEXT}p") is None


def _figure(element: Element, kind: str, shown: str) -> SheetCell:
    written = element.get(f"{_OFFICE}value", "")
    number = stored_number(written)
    if number is None:
        raise ValueError(f"{written!r} is no number")
    cell = shown_figure(number, shown, percentage=kind == "percentage")
    if kind == "currency" and element.get(f"{_OFFICE}currency", "").upper() in ("IDR", "RP"):
        return SheetCell(number=cell.number, mark="Rp")
    return cell


def _day(written: str, shown: str) -> SheetCell:
    moment = datetime.datetime.fromisoformat(written)
    if shown.isdecimal() and len(shown) == _YEAR_LETTERS:
        return moment_cell(moment, Shows.YEAR)
    return moment_cell(moment, Shows.MOMENT if ":" in shown else Shows.DAY)


def _spoken(element: Element) -> Iterator[str]:
    """The text of a paragraph with what is set apart in it, without comments."""
    yield element.text or ""
    for part in element:
        if part.tag not in _BESIDE:
            yield _BREAKS.get(part.tag, "")
            yield from _spoken(part)
        yield part.tail or ""
