"""One folder below tests/lembar/ is one sheet as offices have it, and what becomes of it.

`lembar.yml` draws a workbook (sheets.py: `drawn`), or `berkas.*` is the file itself; `harapan.txt`
holds the tables that are written and all that people are told. On a mismatch what was made is left
beside it as `harapan-changed.txt`; outside CI a missing harapan.txt is written, and the test fails.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import compare
from profil_terbuka.importer import Unusable
from sheets import outcome, sheet_case
from support import ROOT

SHEETS = ROOT / "tests" / "lembar"


@pytest.mark.parametrize("case", sorted(SHEETS.iterdir()), ids=lambda case: case.name)
def test_sheet(case: Path) -> None:
    try:
        made = outcome(sheet_case(case).imported())
    except Unusable as refused:
        made = f"{refused}\n"
    compare(made, case / "harapan.txt")
