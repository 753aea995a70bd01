"""Rows on their way into a table that is there already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...model import Table
from ...model.messages import Message
from ..questions import Question


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """What a row tells, by the names of the table's columns, and where it stands in the sheet."""

    told: Mapping[str, str]
    place: str
    beside: Mapping[str, str] = field(default_factory=dict)
    """What belongs to its number where that is new or another: as it is printed, and where."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """Rows for one table, or what has to be decided or mended before there are any."""

    table: Table
    sheet: str
    rows: tuple[IncomingRow, ...] = ()
    steps: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()
    obstacles: tuple[Message, ...] = ()
    unfilled: tuple[Message, ...] = ()
    """What of a form is still blank."""
    lines: tuple[Mapping[str, str], ...] = ()
    """What each line of a form shows, filled or not, by the names of the table's columns."""
    whole: bool = True
    """Whether it speaks for all rows of its periods: a form asks only for what is lacking."""
