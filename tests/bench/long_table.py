"""One invented table as long as asked for, of 5 columns: what sensors of an office count.

Rows are written as they are made: the table is never held whole here.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from .region import Region
from .repository_made import add_package, commit, field, package_head, table_resource

SLUG = "hitungan-titik"
CATEGORIES = (
    *("sepeda", "sepeda motor", "mobil", "bus kecil", "bus besar"),
    *("truk kecil", "truk besar", "gerobak", "becak", "kereta dorong"),
)
YEARS = tuple(range(2015, 2025))
STATUSES = ("A", "r", "u", "i", "x", "c", "z", "p")
POST_PATTERN = r"^T\d{6}$"
KEY = ("tahun", "kode_titik", "kategori")
_TITLE = "Kendaraan lewat menurut titik hitung"


def add_long_table(folder: Path, rows: int, region: Region) -> None:
    """A dataset of so many rows in a repository that has been begun, and all of it committed."""
    resource = table_resource(SLUG, _TITLE, _fields(), KEY)
    package = {**package_head(SLUG, _TITLE, region), "resources": [resource]}
    add_package(folder, package, long_rows(rows))
    commit(folder)


def long_rows(rows: int) -> Iterator[tuple[int, str, str, int, str]]:
    """The first rows of every year of every category of one counting post after another.

    >>> list(long_rows(2))
    [(2015, 'T000000', 'sepeda', 1391, 'A'), (2016, 'T000000', 'sepeda', 1428, 'A')]
    """
    chance = random.Random(SLUG)
    left, post = rows, 0
    while True:
        for category in CATEGORIES:
            value = chance.randint(800, 2400)
            for year in YEARS:
                if not left:
                    return
                left -= 1
                yield year, f"T{post:06}", category, value, "A"
                value += chance.randint(value // 50, value // 10)
        post += 1


def _fields() -> list[dict]:
    there, counted = {"required": True}, {"minimum": 0}
    return [
        field("tahun", "Tahun", "year", "dimensi", constraints=there),
        field(
            *("kode_titik", "Kode titik", "string", "dimensi"),
            constraints={**there, "pattern": POST_PATTERN},
        ),
        field("kategori", "Kategori", "string", "dimensi", constraints=there),
        field("jumlah", "Kendaraan", "integer", "ukuran", satuan="unit", constraints=counted),
        field(
            *("status", "Status", "string", "status"),
            constraints={**there, "enum": list(STATUSES)},
        ),
    ]
