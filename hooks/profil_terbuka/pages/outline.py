"""A list of words as a nested outline: rows below the things they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import Field, Role, Table, Value
from ..wording import cell, moment


@dataclass
class Branch:
    """A heading of the outline with what stands below it; a leaf has details instead."""

    text: str
    details: tuple[str, ...] = ()
    below: dict[str, Branch] = field(default_factory=dict)


def outline(table: Table) -> Branch:
    """The rows of a list table, grouped by its dimensions in column order.

    Counters (whole-number dimensions) give the order only. Of a row's remarks the first is the
    leaf, the others are its details.
    """
    groups = [
        column for column in table.schema.with_role(Role.DIMENSION) if column.type == "string"
    ]
    remarks = table.schema.with_role(Role.REMARK)
    root = Branch(table.title)
    for number, row in enumerate(table.rows):
        at = root
        for text in _words(table, row, groups):
            at = at.below.setdefault(text, Branch(text))
        texts = _words(table, row, remarks)
        if texts:
            at.below[f"baris {number}"] = Branch(texts[0], tuple(texts[1:]))
    return root


def _words(table: Table, row: tuple[Value, ...], columns: Sequence[Field]) -> list[str]:
    """The cells of a row in some columns, empty ones left out."""
    values = [(table.value(row, column.name), column.type) for column in columns]
    return [moment(cell(value, type_)) for value, type_ in values if value is not None]


def is_list(table: Table) -> bool:
    """Whether a table is words only: remarks and no measure."""
    return bool(table.schema.with_role(Role.REMARK)) and not table.schema.with_role(Role.MEASURE)
