"""The kinds of files that become a dataset: one module each, which gives the rows of its cells.

A reader takes a path and gives rows of cells, the titles first. It raises Unusable with the reason
when the file is none of its kind; what the system refuses is told here, alike for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from ...model.messages import NOTHING, message
from ...words.labels import failure
from ..reasons import Unusable
from ..sheet import Sheet, SheetCell, sheet_of
from . import delimited, workbook

Reader: TypeAlias = Callable[[Path], Iterable[Iterable[SheetCell]]]

READERS: Mapping[str, Reader] = {
    ".csv": delimited.read_delimited,
    ".xlsx": workbook.read_workbook,
}
"""By the end of the file's name; what ends otherwise is read as delimited text."""


def read_sheet(path: Path) -> Sheet:
    """The table in a file; raises Unusable, with the reason, when there is none in it."""
    reader = READERS.get(path.suffix.lower(), delimited.read_delimited)
    try:
        rows = list(reader(path))
    except OSError as problem:
        locked = isinstance(problem, PermissionError)  # Excel on Windows locks what it has open
        said = message(
            "importer.sheet-closed",
            file=path.name,
            reason=failure(problem),
            mend=message("importer.close-in-excel") if locked else NOTHING,
        )
        raise Unusable(said) from problem
    return sheet_of(rows, path.name)
