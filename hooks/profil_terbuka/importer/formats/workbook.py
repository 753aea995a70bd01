"""Excel workbooks: the first sheet, its cells as people see them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from ...model.messages import message
from ..reasons import Unusable
from ..sheet import SIGNIFICANT, SheetCell, tidy

_PADDED = re.compile(r"0{2,}")
_QUOTED = re.compile(r"\"([^\"]*)\"")


def read_workbook(path: Path) -> list[list[SheetCell]]:
    """The rows of the first sheet, as wide as the widest that holds anything."""
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        rows = [
            [_cell(item.value, getattr(item, "number_format", "")) for item in row]
            for row in book.worksheets[0].iter_rows()
        ]
    except OSError:
        raise
    except Exception as problem:  # zipfile and XML errors of what is no workbook
        raise Unusable(message("importer.no-workbook", file=path.name)) from problem
    width = max(map(_used, rows), default=0)
    return [row[:width] for row in rows]


def _used(row: Sequence[SheetCell]) -> int:
    """How many cells of a row there are up to the last one that holds anything."""
    return max((at for at, cell in enumerate(row, start=1) if not cell.empty), default=0)


def _cell(value: Any, style: str) -> SheetCell:
    """A spreadsheet value; `style` is its number format, which says what people see.

    >>> _cell(7, "0000").shown, _cell(0.125, "0.0%").shown
    ('0007', '12.5')
    """
    if value is None:
        return SheetCell()
    if isinstance(value, bool):
        return SheetCell("true" if value else "false")
    if isinstance(value, datetime.datetime):
        return SheetCell(value.date().isoformat())
    if not isinstance(value, int | float):
        return SheetCell(tidy(str(value)))
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{SIGNIFICANT}g}")
    if _PADDED.fullmatch(style) and number == int(number) >= 0:
        return SheetCell(f"{int(number):0{len(style)}d}")
    if "%" in _QUOTED.sub("", style):
        return SheetCell(number=_shortest(number * 100), mark="%")
    return SheetCell(number=_shortest(number), mark="Rp" if "Rp" in style else "")


def _shortest(number: Decimal) -> Decimal:
    """A number without exponent and without zeros that say nothing."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
