"""A file of ours whose columns somebody added to or took away: which, and how to put them right."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Field, Role, Table
from ...model.messages import NOTHING, Message, message
from ..grid import SheetCell, SheetGrid
from .cell_faults import of_sheet
from .forms import field_heading
from .incoming import Incoming

_LEAST_SHARE = 0.5
_OURS_ALONE = (Role.STATUS, Role.PRINTED, Role.ORIGIN)
"""What an office's own sheet has no columns of."""
_NEEDLESS = (Role.STATUS, Role.PRINTED, Role.ORIGIN, Role.REMARK)


def is_of_ours(head: Sequence[str], table: Table) -> bool:
    """Whether headings are those of a file that we publish, though not all of them.

    >>> from ...model.invented import invented_table
    >>> table = invented_table("tahun, kode_desa, desa, jumlah (orang)")
    >>> is_of_ours(["tahun", "kode_desa", "jumlah"], table), is_of_ours(["Tahun", "Desa"], table)
    (True, False)
    """
    named = [field for field in table.schema.fields if _heads(field, head)]
    most = max(len(table.schema.fields), sum(map(bool, head)))
    if len(named) < _LEAST_SHARE * most:
        return False
    spelled = any("_" in title and title in table.schema for title in head)
    return spelled or any(field.role in _OURS_ALONE for field in named)


def columns_missing(grid: SheetGrid, tables: Sequence[Table]) -> Incoming | None:
    """Why a sheet of ours cannot be read: columns are missing; None for a sheet that is not ours.

    Columns beside those of the table are named as well: one of them may be a changed heading.
    """
    head = [cell.shown for cell in grid.rows[0]]
    ours = [table for table in tables if is_of_ours(head, table)]
    if not ours:
        return None
    table = max(ours, key=lambda item: sum(_heads(field, head) for field in item.schema.fields))
    missing = [field for field in table.schema.fields if not _heads(field, head)]
    needed = [field_heading(field) for field in missing if field.role not in _NEEDLESS]
    said = message(
        "importer.columns-missing",
        sheet=of_sheet(grid.name),
        table=table.name,
        missing=tuple(needed),
        unknown=_unknown(grid.rows[0], table),
    )
    return Incoming(table, grid.name, obstacles=(said,))


def _unknown(head: Sequence[SheetCell], table: Table) -> Message:
    """The headings that name no column of the table, with their cells."""
    cells = [
        message("importer.heading-at", title=cell.shown, place=cell.place)
        for cell in head
        if not cell.empty and not any(_heads(field, [cell.shown]) for field in table.schema.fields)
    ]
    return message("importer.columns-unknown", cells=tuple(cells)) if cells else NOTHING


def _heads(field: Field, head: Sequence[str]) -> bool:
    """Whether a column of the table is among headings."""
    return field.name in head or field_heading(field) in head
