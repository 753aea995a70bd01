"""The numbers of a catalogue by cell, and which of them are withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from ..model import CellStatus, Dataset, Role, Table

Number = int | Decimal


class NumberCell(NamedTuple):
    """One number of a CSV: an edition's file has a path of its own, so no two cells are the same.

    `at` counts rows from 0 (row 2 of a spreadsheet).
    """

    file: str
    at: int
    measure: str


Numbers = Mapping[NumberCell, Number]


def numbers_by_cell(datasets: Iterable[Dataset]) -> dict[NumberCell, Number]:
    """Every number of every measure; of an invalid row the one printed beside it."""
    return {
        NumberCell(table.file, index, field.name): value
        for dataset in datasets
        for table in dataset.tables
        for field in table.schema.with_role(Role.MEASURE)
        for index, row in enumerate(table.rows)
        if isinstance(value := table.stated(row, field.name), Number)
    }


def withheld_cells(datasets: Iterable[Dataset]) -> dict[NumberCell, None]:
    """The measures that are empty in rows of status c, in the order of the tables.

    >>> from profil_terbuka.model.invented import invented_dataset, invented_table
    >>> rows = [("HIV", None, "c"), ("Lainnya", 12, "A")]
    >>> table = invented_table("jenis, jumlah (orang), status", *rows)
    >>> [(cell.at, cell.measure) for cell in withheld_cells([invented_dataset(table)])]
    [(0, 'jumlah')]
    """
    return {
        cell: None for dataset in datasets for table in dataset.tables for cell in _empty(table)
    }


def _empty(table: Table) -> Iterator[NumberCell]:
    measures = [field.name for field in table.schema.with_role(Role.MEASURE)]
    for number, row in table.marked(CellStatus.WITHHELD):
        for measure in measures:
            if table.value(row, measure) is None:
                yield NumberCell(table.file, number - 2, measure)
