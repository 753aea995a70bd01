"""All tables of a dataset as JSON records, with the descriptor's words about them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ...model import Dataset, Table, Value
from ...model.messages import message
from ...model.products import JSON
from ...system.canonical import json_text
from ...words.catalogues import text
from ..offer import DatasetFormat, DatasetSource, dataset_name, first_rows_only

MAX_ROWS = 100_000
"""Programs read a JSON file whole before they use any of it; the CSV has all rows."""


def records_json(dataset: Dataset) -> bytes:
    """Every table as a list of records, with the descriptor's words about it.

    A table of more than `MAX_ROWS` says how many it has, and where.
    """
    return json_text(
        {
            "name": dataset.slug,
            "title": dataset.title,
            "description": dataset.description,
            "version": dataset.version,
            "licenses": dataset.descriptor["licenses"],
            "sources": dataset.descriptor["sources"],
            "tables": {table.name: _table_records(table) for table in dataset.tables},
        }
    )


def _table_records(table: Table) -> dict[str, Any]:
    fields = table.schema.fields
    return {
        "title": table.title,
        "fields": [
            {"name": field.name, "title": field.title, "type": field.type, "satuan": field.unit}
            for field in fields
        ],
        "rows": [
            {field.name: _json_value(value) for field, value in zip(fields, row, strict=True)}
            for row in table.rows[:MAX_ROWS]
        ],
        **_left_out(table),
    }


def _left_out(table: Table) -> dict[str, Any]:
    """How many rows a table has that is longer than its list; nothing where all stand there."""
    total = len(table.rows)
    if total <= MAX_ROWS:
        return {}
    said = message("downloads.records-left-out", rows=total, most=MAX_ROWS, file=table.path)
    return {"total_rows": total, "note": text(said)}


def _json_value(value: Value) -> str | int | float | bool | None:
    return float(value) if isinstance(value, Decimal) else value


def _write(source: DatasetSource) -> bytes:
    return records_json(source.dataset)


FORMAT = DatasetFormat(
    kind=JSON,
    name=dataset_name(".json"),
    title=message("downloads.records"),
    write=_write,
    about=lambda dataset: first_rows_only(dataset, MAX_ROWS),
)
