"""The sheet that lists what is to be mended, as those know it again who read the file once more."""

from __future__ import annotations

from ..model.messages import message
from ..words.catalogues import text
from .grid import SheetGrid


def remarks_sheet() -> str:
    """What the sheet is called."""
    return text(message("importer.remarks-name"))


def is_remarks_sheet(grid: SheetGrid) -> bool:
    """Whether a sheet that was read is such a list: nobody means it as a table.

    >>> is_remarks_sheet(SheetGrid("Perbaikan", ()))
    False
    """
    filled = bool(grid.rows and grid.rows[0])
    return grid.name == remarks_sheet() and filled and grid.rows[0][0].text == remarks_title()


def remarks_title() -> str:
    """What its first cell says, by which it is known again."""
    return text(message("importer.remarks-title"))
