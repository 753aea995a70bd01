"""Headings of a form that somebody changed: which, and how to put them right."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Role, Table
from ...model.messages import NOTHING, Message, message
from ...words.catalogues import text
from ..grid import SheetGrid
from .forms import field_heading, is_former
from .incoming import Incoming

_NOT_SHOWN = (Role.PRINTED, Role.ORIGIN)


def asks_for_numbers(grid: SheetGrid) -> bool:
    """Whether a sheet is one that a form wants filled in, by its name: 'Isian', 'Isian 2'."""
    return grid.name.startswith(text(message("importer.form-sheet")))


def headings_changed(grid: SheetGrid, tables: Sequence[Table]) -> Incoming:
    """Why a sheet of a form cannot be read: its headings are not those of any table."""
    head = [cell for cell in grid.rows[0] if not cell.empty]
    titles = [cell.shown for cell in head]
    table = max(tables, key=lambda item: len(set(titles) & set(_expected(item))))
    expected = _expected(table)
    missing = [title for title in expected if title not in titles]
    unknown = [title for title in titles if title not in expected and not is_former(title, table)]
    said = message(
        "importer.form-headings-changed",
        sheet=message("importer.in-sheet", name=grid.name),
        place=grid.rows[0][0].place,
        last=grid.rows[0][-1].place,
        missing=_titles("importer.headings-missing", missing),
        unknown=_titles("importer.headings-unknown", unknown),
    )
    return Incoming(table, grid.name, obstacles=(said,), whole=False)


def _expected(table: Table) -> list[str]:
    return [field_heading(field) for field in table.schema.fields if field.role not in _NOT_SHOWN]


def _titles(name: str, titles: Sequence[str]) -> Message:
    return message(name, titles=tuple(titles)) if titles else NOTHING
