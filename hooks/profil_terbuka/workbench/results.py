"""Tables and charts as pages of the bench show them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..model import Table, Value
from ..model.products import Drawing
from ..web.fragments import safe
from ..words.labels import cell

_ROWS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table as it will be kept: its titles, and its first rows."""

    title: str
    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int


@dataclass(frozen=True, slots=True)
class ShownChart:
    """A chart: its title, what it says, the picture, and what must stand beside it."""

    title: str
    sentence: str
    picture: Markup
    remarks: tuple[str, ...]


def shown_table(table: Table) -> ShownTable:
    """The first rows of a table, with its columns' titles."""
    fields = table.schema.fields
    return ShownTable(
        table.title,
        tuple(field.title for field in fields),
        tuple(field.type in ("integer", "number") for field in fields),
        tuple(_row(table, row) for row in table.rows[:_ROWS_SHOWN]),
        max(0, len(table.cells) - _ROWS_SHOWN),
    )


def _row(table: Table, row: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple(
        cell(value, field.type) for value, field in zip(row, table.schema.fields, strict=True)
    )


def shown_chart(drawing: Drawing) -> ShownChart:
    """A drawing, which was made of escaped text."""
    title = drawing.data.view.title
    return ShownChart(title, drawing.sentence, safe(drawing.inline), drawing.remarks)
