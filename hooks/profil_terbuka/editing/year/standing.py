"""How far a dataset is with a year: everything there, a part of it, or nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...model import Dataset
from .form import FormSheet, form_sheets


class YearState(StrEnum):
    """How far a dataset is with a year."""

    DONE = "done"
    PARTLY = "partly"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class YearStanding:
    """How many rows of a year are there, and how many of the year before have none yet."""

    present: int
    lacking: int

    @property
    def state(self) -> YearState:
        """What that amounts to.

        >>> YearStanding(29, 0).state.value, YearStanding(0, 29).state.value
        ('done', 'missing')
        """
        if not self.present:
            return YearState.MISSING
        return YearState.PARTLY if self.lacking else YearState.DONE


def standing_of(sheets: Sequence[FormSheet]) -> YearStanding:
    """How far the tables of a dataset are, taken together."""
    present = sum(sheet.present for sheet in sheets)
    return YearStanding(present, sum(len(sheet.rows) for sheet in sheets))


def year_standing(dataset: Dataset, year: int) -> YearStanding:
    """How far a dataset is with a year.

    >>> from ...model.invented import invented_dataset, invented_table
    >>> table = invented_table("tahun, desa, jumlah (orang)", (2024, "A", 8), (2024, "B", 9))
    >>> year_standing(invented_dataset(table), 2025)
    YearStanding(present=0, lacking=2)
    """
    return standing_of(form_sheets(dataset, year))
