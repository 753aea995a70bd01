"""One cell of a web page: its text, or the number that the page keeps beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal

from ..grid import SheetCell
from .excel_values import stored_number
from .shown_figures import shown_figure, shows_figure

_PLAIN = re.compile(r"-?[0-9]+")
_SHEETS_NUMBER = 3
"""How Google Sheets names the type of a number."""


def page_cell(shown: str, attributes: Mapping[str, str]) -> SheetCell:
    """The cell of a text; where a program put the number beside it, that number as it is shown.

    >>> page_cell("1.234", {"x:num": "1234"}).number, page_cell("1.234", {}).number
    (Decimal('1234'), None)
    >>> page_cell("12,5%", {"data-sheets-value": '{"1":3,"3":0.125}'}).shown
    '12.5'
    >>> page_cell("31/01/2024", {"sdval": "45322"}).text
    '31/01/2024'
    """
    number = _beside(shown, attributes)
    if number is None or not shows_figure(shown):
        return SheetCell(shown)
    return shown_figure(number, shown)


def _beside(shown: str, attributes: Mapping[str, str]) -> Decimal | None:
    """What Excel (`x:num`), LibreOffice (`sdval`) or Google Sheets keeps of a number."""
    if "x:num" in attributes:
        written = attributes["x:num"] or (shown if _PLAIN.fullmatch(shown) else "")
        return stored_number(written)
    if "sdval" in attributes:
        return stored_number(attributes["sdval"])
    if "data-sheets-value" in attributes:
        return _of_google(attributes["data-sheets-value"])
    return None


def _of_google(written: str) -> Decimal | None:
    try:
        value = json.loads(written)
    except ValueError:
        return None
    if not isinstance(value, dict) or value.get("1") != _SHEETS_NUMBER:
        return None
    return stored_number(str(value.get("3", "")))
