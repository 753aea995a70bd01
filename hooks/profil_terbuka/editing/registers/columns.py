"""The columns of a register as an office fills them in: names instead of codes, ticks, days.

A column of the register that holds several words is one column for each word; one that holds
several names is as many columns as are needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ...model import Field, Table
from ...model.registers import DESK_DOCUMENTS

NUMBERING = "nomor"
SEVERAL_WORDS: Mapping[str, tuple[str, ...]] = {"bentuk": ("cetak", "rekam", "daring")}
"""Columns that hold several words of a list, with a space between them."""
_OBLIGATION = "kewajiban"
_LEAST_NAMES = 3
"""So many columns there are for a register's column of several names."""
TICK = "ya"

Offered = Mapping[str, Mapping[str, str]]
"""Column -> what may be chosen, as people read it -> what the register holds."""


class BookKind(StrEnum):
    """How a cell is filled in."""

    NUMBERING = "nomor"
    CHOICE = "pilihan"
    TICK = "tanda"
    DATE = "tanggal"
    FIGURE = "angka"
    TEXT = "teks"


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column of the sheet."""

    column: Field
    heading: str
    kind: BookKind
    choices: Mapping[str, str] = field(default_factory=dict)
    """What is shown -> what the register holds."""
    is_closed: bool = False
    """Whether nothing else may stand there than a choice."""
    word: str = ""
    """The word that a tick stands for."""
    is_one_of_several: bool = False
    """Whether it holds one of the names of its column."""

    @property
    def is_required(self) -> bool:
        """Whether something has to stand there in every row; of several columns in one."""
        return self.column.constraints.required and self.kind is not BookKind.NUMBERING

    def shown(self, value: str) -> str:
        """What the sheet shows for a value of the register."""
        return next((label for label, kept in self.choices.items() if kept == value), value)


def book_columns(table: Table, offered: Offered) -> tuple[BookColumn, ...]:
    """The columns of a register's sheet, in the order of the register."""
    return tuple(
        column for item in table.schema.fields for column in _columns(item, table, offered)
    )


def _columns(item: Field, table: Table, offered: Offered) -> list[BookColumn]:
    choices = dict(offered.get(item.name, {})) or {
        str(word): str(word) for word in item.constraints.enum
    }
    if item.name in SEVERAL_WORDS:
        return [
            BookColumn(item, f"{item.title}: {word}", BookKind.TICK, {TICK: TICK}, True, word)
            for word in SEVERAL_WORDS[item.name]
        ]
    if holds_several_names(table, item):
        names = max((len(str(value).split()) for value in table.column(item.name)), default=0)
        return [
            BookColumn(
                item,
                f"{item.title} {at}",
                BookKind.CHOICE,
                choices,
                is_closed=True,
                is_one_of_several=True,
            )
            for at in range(1, max(names, _LEAST_NAMES) + 1)
        ]
    is_closed = bool(item.constraints.enum) or item.name == _OBLIGATION
    return [BookColumn(item, item.title, _kind(item, choices), choices, is_closed)]


def holds_several_names(table: Table, item: Field) -> bool:
    """Whether a column holds several names with spaces between: what a document fulfils."""
    return table.name == DESK_DOCUMENTS and item.name == _OBLIGATION


def _kind(item: Field, choices: Mapping[str, str]) -> BookKind:
    if item.name == NUMBERING and item.type == "integer":
        return BookKind.NUMBERING
    if choices:
        return BookKind.CHOICE
    if item.type == "date":
        return BookKind.DATE
    return BookKind.FIGURE if item.type in ("integer", "number", "year") else BookKind.TEXT


def sheet_cells(columns: Sequence[BookColumn], row: Mapping[str, str]) -> list[str]:
    """A row of the register as its sheet shows it, column by column.

    >>> from ...model.invented import invented_table
    >>> form = book_columns(invented_table("nomor, bentuk"), {})
    >>> sheet_cells(form, {"nomor": "1", "bentuk": "cetak daring"})
    ['1', 'ya', '', 'ya']
    """
    shown: list[str] = []
    taken: dict[str, int] = {}
    for column in columns:
        value = row.get(column.column.name, "")
        if column.kind is BookKind.TICK:
            shown.append(TICK if column.word in value.split() else "")
            continue
        at = taken.get(column.column.name, 0)
        taken[column.column.name] = at + 1
        names = value.split() if column.is_one_of_several else [value]
        shown.append(column.shown(names[at]) if at < len(names) else "")
    return shown
