"""The agency's own copy of what it withholds: rahasia/, which git ignores and nobody publishes.

It has the layout of datasets/: `datasets/dinas-x/kasus/kasus.csv` has its true rows in
`rahasia/dinas-x/kasus/kasus.csv`, with the same columns. Nothing depends on it but the checks of
withheld numbers, and the choice of what else to withhold.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..model import Catalog, CellStatus, Dataset, Table, Value
from ..model.findings import Finding
from ..read import descriptor, tables
from ..read.catalog import DATASETS, VAULT
from ..system.cache import write_atomically
from .emptied import with_status, without_status


def vault_path(file: str) -> str:
    """Where the true rows of a published table stand.

    >>> vault_path("datasets/dinas-x/kasus/v/1.0.0/kasus.csv")
    'rahasia/dinas-x/kasus/v/1.0.0/kasus.csv'
    """
    return f"{VAULT}/{file.removeprefix(f'{DATASETS}/')}"


def with_true_values(catalog: Catalog, root: Path) -> tuple[Catalog, tuple[Finding, ...]]:
    """The catalogue with the true rows of those withheld, as far as they are at hand.

    A private table that cannot be read is told, and its rows stay withheld.
    """
    findings: list[Finding] = []

    def with_truth(dataset: Dataset) -> Dataset:
        opened = []
        for table in dataset.tables:
            found, faults = _true_rows(table, root)
            findings.extend(faults)
            opened.append(found)
        return replace(dataset, tables=tuple(opened))

    datasets = tuple(
        replace(with_truth(item), editions=tuple(map(with_truth, item.editions)))
        for item in catalog.datasets
    )
    return replace(catalog, datasets=datasets), tuple(findings)


def kept_edition(root: Path, edition: Dataset) -> Dataset | None:
    """An edition as it was before numbers were withheld in it; None where rahasia/ has it not."""
    shown = vault_path(edition.file)
    if not (root / shown).is_file():
        return None
    before, _ = descriptor.read_descriptor((root / shown).parent, shown, edition.slug)
    if before is None:
        return None
    filled = []
    for table in before.tables:
        private = root / vault_path(f"{posixpath.dirname(edition.file)}/{table.path}")
        public = root / posixpath.dirname(edition.file) / table.path
        found, _ = tables.read_table(private if private.is_file() else public, table)
        if found is None:
            return None
        filled.append(found)
    return replace(before, tables=tuple(filled))


def left_over(root: Path, table: Table) -> tuple[tuple[str, ...], ...]:
    """Rows of the private copy of a table that the public one no longer has: nobody else has them.

    Next year's file may have taken the place of this year's.
    """
    private, _ = _private(table, root)
    if private is None:
        return ()
    key = table.schema.primary_key
    there = {table.key(row, key) for row in table.rows}
    pairs = zip(private.cells, private.rows, strict=True)
    return tuple(cells for cells, row in pairs if private.key(row, key) not in there)


def carry_true_rows(root: Path, edition: Path) -> None:
    """Copies the true rows of a dataset to its edition that has just been kept beside it."""
    target = root / vault_path(edition.relative_to(root).as_posix())
    source = target.parent.parent
    if source.is_dir() and not target.exists():
        for file in sorted(source.iterdir()):
            if file.is_file():
                write_atomically(target / file.name, file.read_bytes())


def _private(table: Table, root: Path) -> tuple[Table | None, tuple[Finding, ...]]:
    """The private copy of a table; None where there is none, or none that can be read."""
    shown = vault_path(table.file)
    if not (root / shown).is_file():
        return None, ()
    private, faults = tables.read_table(root / shown, replace(table, file=shown))
    if private is None:  # kept before its table got a status
        private, _ = tables.read_table(root / shown, replace(without_status(table), file=shown))
        private = private and with_status(private)
    return (private, ()) if private else (None, faults)


def _true_rows(table: Table, root: Path) -> tuple[Table, tuple[Finding, ...]]:
    withheld = dict(_withheld_rows(table))
    private, faults = _private(table, root) if withheld else (None, ())
    if private is None:
        return table, faults
    key = table.schema.primary_key
    at = {private.key(row, key): index for index, row in enumerate(private.rows)}
    cells, rows = list(table.cells), list(table.rows)
    for index, named in withheld.items():
        if named in at:
            cells[index], rows[index] = private.cells[at[named]], private.rows[at[named]]
    return replace(table, cells=tuple(cells), rows=tuple(rows)), ()


def _withheld_rows(table: Table) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Index and key of each withheld row."""
    for number, row in table.marked(CellStatus.WITHHELD):
        yield number - 2, table.key(row, table.schema.primary_key)
