"""A comparison as a table to download."""

from __future__ import annotations

from ..comparison import Comparison
from ..system.canonical import csv_text

COLUMNS = (
    "konsep",
    "tahun",
    "kode_kategori",
    "kategori",
    "instansi",
    "jumlah",
    "satuan",
    "dataset",
    "pengertian",
    "sebanding",
)


def comparison_csv(comparison: Comparison) -> bytes:
    """Long form, one row for each agency, year and category that the page shows."""
    concept = comparison.concept
    rows = [
        (
            concept.name,
            str(year),
            line.category.code if line.category else "",
            line.category.name if line.category else "",
            party.agency.name,
            str(cell.value),
            concept.units[0],
            f"{party.agency.slug}/data/{party.contribution.dataset}/",
            party.contribution.meaning,
            "ya" if comparison.equal else "tidak",
        )
        for line in comparison.lines
        for party, year, cell in zip(comparison.parties, line.years, line.cells, strict=True)
        if cell and cell.value is not None
    ]
    return csv_text(COLUMNS, rows)
