"""What was done with a file, step by step: nothing is changed that is not told."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model.messages import Message
from .questions import Question


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """What the numbers of a column add up to: a check that anybody can make in Excel."""

    title: str
    letters: str
    """How the sheet calls the column; '' for one that was made of several."""
    total: Decimal


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a file became a table: where it was found, each step, and what is still to be decided."""

    file: str
    sheet: str = ""
    area: str = ""
    rows_read: int = 0
    rows_written: int = 0
    steps: tuple[Message, ...] = ()
    sums_read: tuple[ColumnSum, ...] = ()
    sums_written: tuple[ColumnSum, ...] = ()
    cells: tuple[tuple[str, int], ...] = ()
    """What became of every filled cell of the sheet: how many are data, headings, notes ..."""
    changes: tuple[Message, ...] = ()
    """What changes in a dataset that is there already, row by row."""
    left_open: tuple[Message, ...] = ()
    """What a person has to write into the descriptor before it can be published."""
    questions: tuple[Question, ...] = ()
    obstacles: tuple[Message, ...] = ()
    """What has to be mended in the file, each with its cell."""
    unfilled: tuple[Message, ...] = ()
    """What is still blank in a form that asks for the numbers of a year."""

    @property
    def open(self) -> bool:
        """Whether people have to decide, mend or fill in something first."""
        return bool(self.questions or self.obstacles or self.unfilled)
