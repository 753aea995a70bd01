"""Canonical CSV: the form of a table that all others are made from."""

from __future__ import annotations

from ...model import Table
from ...model.products import CSV
from ...system.canonical import csv_text
from ..offer import TableFile, TableFormat, TableSource


def csv_bytes(table: Table) -> bytes:
    """One table as canonical CSV.

    >>> from profil_terbuka.model.invented import invented_table
    >>> csv_bytes(invented_table("tahun, jumlah (orang)", (2024, 7))).splitlines()
    [b'tahun,jumlah', b'2024,7']
    """
    return csv_text([field.name for field in table.schema.fields], table.cells)


def _write(source: TableSource) -> TableFile:
    return TableFile(csv_bytes(source.table))


FORMAT = TableFormat(
    kind=CSV,
    name=lambda table: table.path,
    title=lambda table: table.title,
    write=_write,
    packaged=True,
    more=False,
)
