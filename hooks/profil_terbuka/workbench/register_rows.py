"""A row of a register is written only when the engine's own readers and checks take it."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..check import conform
from ..editing import Target
from ..editing.renewing import DatasetChange, renew_files
from ..history import EditionWishes
from ..importer.merging import Merge
from ..model import Catalog, ChangeKind, Dataset, Table
from ..model.findings import Finding, Place
from ..model.messages import Message, message
from ..ppid import check_desk
from ..privacy.official import Official
from ..privacy.scan import in_value, masked
from ..read import descriptor, tables
from ..read.catalog import DATASETS
from ..system.cache import Cache, digest
from ..system.canonical import csv_text
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
    lines = csv_text([field.name for field in table.schema.fields], with_row(table, row))
    faults: dict[str, list[str]] = {}
    for finding in _findings(target, catalog, (table, lines), cache, day):
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


def _findings(
    target: Target, catalog: Catalog, written: tuple[Table, bytes], cache: Cache, day: datetime.date
) -> Iterator[Finding]:
    """Those of the readers; where they find nothing, those of format, privacy and desk."""
    table, lines = written
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside) / DATASETS / target.home.name / target.slug
        shutil.copytree(target.folder, folder, ignore=shutil.ignore_patterns("v"))
        (folder / table.path).write_bytes(lines)
        file = f"{target.shown}/{descriptor.NAME}"
        dataset, found = descriptor.read_descriptor(folder, file, target.slug)
        read, more = tables.read_table(folder / table.path, table)
        yield from (*found, *more)
        if dataset is None or read is None:
            return
        others = tuple(item for item in dataset.tables if item.name != table.name)
        changed = replace(dataset, tables=(read, *_filled(others, target)))
        yield from conform.check_conformity((changed,), Path(aside), cache)
        yield from map(masked, _private(read, Official.in_catalogs(catalog)))
        yield from check_desk(_with(catalog, changed), day)


def _filled(empty: Sequence[Table], target: Target) -> Iterator[Table]:
    for table in empty:
        yield target.dataset.table(table.name) if target.dataset else table


def _private(table: Table, official: Official) -> Iterator[Finding]:
    for number, cells in enumerate(table.cells, start=2):
        for field, cell in zip(table.schema.fields, cells, strict=True):
            place = Place(table.file, number, field.name)
            yield from in_value(cell, place, official, in_cell=True)


def _with(catalog: Catalog, changed: Dataset) -> Catalog:
    """The catalogue with the register as it would be; findings about others are told elsewhere."""
    others = tuple(item for item in catalog.datasets if item.slug != changed.slug)
    return replace(catalog, datasets=(*others, changed))


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


def cells_of(table: Table, values: Mapping[str, str]) -> Cells:
    """Values by column as a row of the table."""
    return tuple(values.get(field.name, "") for field in table.schema.fields)
