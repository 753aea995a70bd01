"""What the engine's own readers and checks say of a register before it is written."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ...check import conform
from ...importer import lay_files
from ...model import Catalog, Dataset, Table
from ...model.findings import Finding, Place
from ...ppid import check_desk
from ...privacy.official import Official
from ...privacy.scan import in_value, masked
from ...read import descriptor, tables
from ...read.catalog import DATASETS
from ...system.cache import Cache
from ...system.canonical import csv_text
from ..target import Target
from .starting import register_files

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterDraft:
    """A register with the rows that its main table would have."""

    target: Target
    dataset: Dataset
    cells: tuple[Cells, ...]

    @property
    def lines(self) -> bytes:
        """The file of its main table."""
        return csv_text([field.name for field in self.dataset.main.schema.fields], self.cells)


def register_findings(
    draft: RegisterDraft, catalog: Catalog, cache: Cache, day: datetime.date
) -> Iterator[Finding]:
    """Those of the readers; where they find nothing, those of format, privacy and desk."""
    target, table = draft.target, draft.dataset.main
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside) / DATASETS / target.home.name / target.slug
        _lay(folder, draft, day)
        (folder / table.path).write_bytes(draft.lines)
        file = f"{target.shown}/{descriptor.NAME}"
        dataset, found = descriptor.read_descriptor(folder, file, target.slug)
        read, more = tables.read_table(folder / table.path, table)
        yield from (*found, *more)
        if dataset is None or read is None:
            return
        others = (draft.dataset.table(item.name) for item in dataset.tables[1:])
        changed = replace(dataset, tables=(read, *others))
        yield from conform.check_conformity((changed,), Path(aside), cache)
        yield from masked(_private(read, Official.in_catalogs(catalog)))
        yield from check_desk(_with(catalog, changed), day)


def _lay(folder: Path, draft: RegisterDraft, day: datetime.date) -> None:
    """The register as it lies in the repository, or as it would begin."""
    if draft.target.folder.exists():
        shutil.copytree(draft.target.folder, folder, ignore=shutil.ignore_patterns("v"))
    else:
        folder.parent.mkdir(parents=True)
        lay_files(folder, register_files(draft.target.slug, draft.target.agency, day))


def _private(table: Table, official: Official) -> Iterator[Finding]:
    for number, cells in enumerate(table.cells, start=2):
        for field, cell in zip(table.schema.fields, cells, strict=True):
            place = Place(table.file, number, field.name)
            yield from in_value(cell, place, official, in_cell=True)


def _with(catalog: Catalog, changed: Dataset) -> Catalog:
    """The catalogue with the register as it would be; findings about others are told elsewhere."""
    others = tuple(item for item in catalog.datasets if item.slug != changed.slug)
    return replace(catalog, datasets=(*others, changed))
