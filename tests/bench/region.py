"""The town whose districts the invented tables tell of: the first that the repository knows."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Region:
    """A town's code and name, and those of its districts."""

    code: str
    name: str
    districts: tuple[tuple[str, str], ...]


def first_town(regions: Path) -> Region:
    """The first town of the list of regions (wilayah.csv) with its districts, in its order."""
    with regions.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    town = next(row for row in rows if row["tingkat"] == "kota")
    inside = [row for row in rows if row["kode_induk"] == town["kode"]]
    districts = tuple((row["kode"], row["nama"]) for row in inside)
    return Region(town["kode"], town["nama"], districts)
