"""What changes in a dataset, as a table: what stood there, and what will."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import CellStatus
from ..model.messages import Message, Told
from ..words.catalogues import text
from ..words.labels import CELL_STATUS

_CELL = "importer.cell-changed"


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """One cell, before and after."""

    row: str
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ToldChanges:
    """Cells that change, and all else that is told of a change."""

    cells: tuple[ChangedCell, ...]
    others: tuple[str, ...]
    more: int
    """How many changes are not listed."""


def told_cells(changes: Iterable[Message], most: int = 60) -> ToldChanges:
    """The changes of a receipt.

    >>> from ..model.messages import message
    >>> said = message("importer.cell-changed", row=("2024",), column="Jumlah", old="1", new="2")
    >>> told_cells([said]).cells
    (ChangedCell(row='2024', column='Jumlah', old='1', new='2'),)
    """
    listed = list(changes)
    shown = listed[:most]
    return ToldChanges(
        tuple(_cell(dict(said.values)) for said in shown if said.name == _CELL),
        tuple(text(said) for said in shown if said.name != _CELL),
        len(listed) - len(shown),
    )


def _cell(values: dict[str, Told]) -> ChangedCell:
    row = values["row"]
    names = ", ".join(map(str, row)) if isinstance(row, tuple) else str(row)
    return ChangedCell(names, str(values["column"]), _value(values["old"]), _value(values["new"]))


def _value(told: Told) -> str:
    """A cell in words: the letter of a status says nothing to who has not read about it."""
    if isinstance(told, Message):
        return text(told)
    letters = {status.value: status for status in CellStatus}
    return CELL_STATUS[letters[str(told)]] if str(told) in letters else str(told)
