"""A sheet of twenty thousand rows is read as fast as its length lets it: nothing is quadratic."""

from __future__ import annotations

import time

import pytest

from profil_terbuka.importer import read_book
from sheets import KNOWN, understood
from spreadsheets import csv

SMALL, LARGE = 1_000, 8_000
MOST = 14
"""So many times as long may eight times the rows take; what is quadratic takes sixty-four."""
KINDS = {
    "wilayah": lambda at: [f"Kelurahan Rekaan {at}", "PKH", at % 90, at % 80],
    "kelompok": lambda at: ["" if at % 50 else f"Kecamatan {at}", f"Desa {at}", at % 90, at % 80],
    "jumlah": lambda at: ["Jumlah" if at % 40 == 39 else "Utara", f"Desa {at}", at % 90, at % 80],
    "kembar": lambda at: ["Utara", "Desa", at % 90, at % 80],
}


def seconds(kind: str, rows: int) -> float:
    """How long the receipt of a sheet takes."""
    lines = [KINDS[kind](at) for at in range(rows)]
    data = csv([["Wilayah", "Program", "Laki-laki", "Perempuan"], *lines])
    start = time.process_time()
    understood(read_book(data, "besar.csv"), known=KNOWN)
    return time.process_time() - start


@pytest.mark.parametrize("kind", KINDS)
def test_time_grows_with_the_rows(kind: str) -> None:
    seconds(kind, SMALL)  # what is loaded once is no matter of length
    small = min(seconds(kind, SMALL) for _ in range(2))
    assert seconds(kind, LARGE) < MOST * small
