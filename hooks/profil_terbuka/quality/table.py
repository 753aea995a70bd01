"""The quality of all datasets as a table to download."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Catalog
from ..model.products import Measurement
from ..system.canonical import csv_text

TABLE = "mutu.csv"
COLUMNS = ("dataset", "judul", "kriteria", "nilai", "hasil", "terpenuhi")


def quality_csv(catalog: Catalog, quality: Mapping[str, Sequence[Measurement]]) -> bytes:
    """Long form, one row for each dataset and criterion; `terpenuhi` is empty where not judged."""
    rows = [
        (
            dataset.slug,
            dataset.title,
            item.criterion.name,
            _csv_value(item.value),
            item.text,
            _csv_value(item.met),
        )
        for dataset in catalog.datasets
        for item in quality.get(dataset.slug, ())
    ]
    return csv_text(COLUMNS, rows)


def _csv_value(value: int | float | bool | None) -> str:
    """Numbers with a point; yes and no as the data tables of this site write them."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
