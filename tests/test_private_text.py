"""Texts that must stop a publication, and texts that must not: tests/pribadi.csv, row by row.

All values are invented: impossible dates, numbers of zeros and nines, people called Fulan.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from profil_terbuka.privacy.patterns import find

with (Path(__file__).parent / "pribadi.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["teks"])
def test_row(row: dict[str, str]) -> None:
    found = {str(hit.kind) for hit in find(row["teks"], in_cell=row["tempat"] == "sel")}
    assert found == ({row["jenis"]} if row["harus"] == "berhenti" else set())


def test_both_halves_are_large() -> None:
    counted = Counter(row["harus"] for row in ROWS)
    assert min(counted["berhenti"], counted["lolos"]) >= 100
    assert len({(row["tempat"], row["teks"]) for row in ROWS}) == len(ROWS)
