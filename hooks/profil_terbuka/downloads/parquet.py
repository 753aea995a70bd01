"""A table as Apache Parquet: typed columns, and the descriptor's words as metadata."""

from __future__ import annotations

import json

from ..model import Dataset, Table
from ..system.cache import Cache, key
from .package import csv_bytes


def parquet(table: Table, dataset: Dataset, cache: Cache) -> bytes:
    """Parquet bytes of one table, kept by content."""
    words = json.dumps(_metadata(table, dataset), ensure_ascii=False)

    def make() -> bytes:
        from . import arrow  # noqa: PLC0415  its library takes long to load

        return arrow.write(table, words)

    return cache.get("parquet", key(__name__, words, csv_bytes(table)), make)


def _metadata(table: Table, dataset: Dataset) -> dict[str, object]:
    return {
        "dataset": dataset.slug,
        "judul": table.title,
        "uraian": table.description,
        "versi": dataset.version,
        "lisensi": [licence.path for licence in dataset.licences],
        "sumber": [f"{source.title}, bagian {source.section}" for source in dataset.sources],
        "kolom": [
            {
                "nama": field.name,
                "jenis": field.type,
                "judul": field.title,
                "arti": field.description,
                "satuan": field.unit,
            }
            for field in table.schema.fields
        ],
    }
