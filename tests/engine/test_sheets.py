"""One folder below tests/lembar/ is one sheet as offices have it, and what becomes of it.

`lembar.yml` draws a workbook (sheets.py: `drawn`), or `berkas.*` is the file itself; `harapan.txt`
holds the tables that are written, which the format has to accept, and all that people are told. On
a mismatch what was made is left beside it as `harapan-changed.txt`; outside CI a missing
harapan.txt is written, and the test fails.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import compare
from profil_terbuka.importer import Unusable, prove
from profil_terbuka.importer.grid import SheetCell, SheetGrid
from profil_terbuka.importer.layout import find_tables
from sheets import outcome, sheet_case
from support import ROOT

SHEETS = ROOT / "tests" / "lembar"
CASES = sorted(SHEETS.iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_sheet(case: Path) -> None:
    try:
        imported = sheet_case(case).imported()
        made = outcome(imported)
        if imported.draft is not None:
            prove(imported.draft, "tabel")
    except Unusable as refused:
        made = f"{refused}\n"
    compare(made, case / "harapan.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_filled_cell_of_a_sheet_with_tables_has_one_fate(case: Path) -> None:
    for grid in sheet_case(case).book.grids:
        if tables := find_tables(grid):
            told = sum(count for table in tables for _, count in table.fates)
            assert told == len(_filled(grid)) - len(_hidden(grid))


def _filled(grid: SheetGrid) -> list[SheetCell]:
    return [cell for row in grid.rows for cell in row if not cell.empty]


def _hidden(grid: SheetGrid) -> list[SheetCell]:
    """Filled cells of hidden columns, which are left out."""
    return [cell for cell in _filled(grid) if cell.column in grid.hidden_columns]
