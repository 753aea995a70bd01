"""A row of a register is written only when the engine's own readers and checks take it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..editing import Target
from ..editing.registers import RegisterDraft, register_findings
from ..editing.renewing import DatasetChange, renew_files
from ..history import EditionWishes
from ..importer.merging import Merge
from ..model import Catalog, ChangeKind, Table
from ..model.messages import Message, message
from ..system.cache import Cache, digest
from ..words.catalogues import text

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A row to be written: at which place of the table, None at its end; and its cells."""

    at: int | None
    cells: Cells


def seal_of(cells: Sequence[str]) -> str:
    """Tells whether a row is still what a form was filled from."""
    return digest(*cells)


def with_row(table: Table, row: RegisterRow) -> tuple[Cells, ...]:
    """All rows of the table with this one."""
    if row.at is None:
        return (*table.cells, row.cells)
    return (*table.cells[: row.at], row.cells, *table.cells[row.at + 1 :])


def without_row(table: Table, at: int) -> tuple[Cells, ...]:
    """All rows of the table but one."""
    return (*table.cells[:at], *table.cells[at + 1 :])


def row_faults(
    target: Target, catalog: Catalog, row: RegisterRow, cache: Cache, day: datetime.date
) -> dict[str, list[str]]:
    """What is wrong with a row, by column; under '' what is about no column alone."""
    dataset = target.dataset
    if dataset is None:
        raise ValueError("the register is not there")
    table = dataset.main
    if empty := _left_empty(table, row):
        return empty
    number = (len(table.cells) if row.at is None else row.at) + 2
    draft = RegisterDraft(target, dataset, with_row(table, row))
    faults: dict[str, list[str]] = {}
    for finding in register_findings(draft, catalog, cache, day):
        place = finding.place
        if place.row in (None, number):
            column = place.column if place.column in table.schema else ""
            told = faults.setdefault(column or "", [])
            told += [said] if (said := text(finding.message)) not in told else []
    return faults


def _left_empty(table: Table, row: RegisterRow) -> dict[str, list[str]]:
    """Fields that must be filled and are not: a reader would take an empty last row for none."""
    told = text(message("workbench.must-be-filled"))
    return {
        field.name: [told]
        for field, cell in zip(table.schema.fields, row.cells, strict=True)
        if field.constraints.required and not cell
    }


def write_row(
    target: Target, row: RegisterRow, why: str, today: datetime.date
) -> tuple[Message, ...]:
    """Write the row; what the person should know. It was held against `row_faults` before."""
    if target.dataset is None:
        raise ValueError("the register is not there")
    table = target.dataset.main
    places = [table.schema.position[name] for name in table.schema.primary_key]
    key = tuple(row.cells[at] for at in places)
    merge = Merge(table, with_row(table, row), added=(key,))
    wishes = EditionWishes("", ChangeKind.DATA, why)
    told = renew_files(target, DatasetChange((merge,)), wishes, today)
    return (message("workbench.row-kept", title=target.dataset.title), *told)


def delete_row(target: Target, at: int, why: str, today: datetime.date) -> tuple[Message, ...]:
    """Take a row out; what the person should know. The history of the folder still has it."""
    if target.dataset is None:
        raise ValueError("the register is not there")
    table = target.dataset.main
    places = [table.schema.position[name] for name in table.schema.primary_key]
    key = tuple(table.cells[at][place] for place in places)
    merge = Merge(table, without_row(table, at), removed=(key,))
    wishes = EditionWishes("", ChangeKind.DATA, why)
    told = renew_files(target, DatasetChange((merge,)), wishes, today)
    return (message("workbench.row-deleted", title=target.dataset.title), *told)


def cells_of(table: Table, values: Mapping[str, str]) -> Cells:
    """Values by column as a row of the table."""
    return tuple(values.get(field.name, "") for field in table.schema.fields)
