"""What several kinds of files are refused for, said the same way for all."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.messages import Message, message
from ..grid import SheetGrid
from ..reasons import Unusable


def refuse_uncomputed(cells: Sequence[tuple[str, str]], file: str) -> None:
    """Raise Unusable where formulas have no value yet; each as its sheet and place: 'Data', 'B2'.

    A program wrote them and nothing has worked them out: read as they are, they would be empty.
    """
    if not cells:
        return
    places = tuple(
        message("importer.cell-in-sheet", cell=place, sheet=sheet) for sheet, place in cells
    )
    raise Unusable(message("importer.formulas-uncomputed", file=file, cells=places))


def refuse_empty(grids: Sequence[SheetGrid], file: str, pictures: bool) -> None:
    """Raise Unusable where no sheet holds a cell; `pictures`: pictures or charts are there."""
    if not any(grid.filled for grid in grids):
        raise Unusable(_without_cells(file, pictures))


def _without_cells(file: str, pictures: bool) -> Message:
    if pictures:
        return message("importer.only-pictures", file=file)
    return message("importer.book-empty", file=file)
