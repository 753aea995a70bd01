"""All tables of a dataset as JSON records, with the descriptor's words about them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ...model import Dataset, Table, Value
from ...model.messages import message
from ...model.products import JSON
from ...system.canonical import json_text
from ..offer import DatasetFormat, DatasetSource, dataset_name


def records_json(dataset: Dataset) -> bytes:
    """Every table as a list of records, with the descriptor's words about it."""
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
            for row in table.rows
        ],
    }


def _json_value(value: Value) -> str | int | float | bool | None:
    return float(value) if isinstance(value, Decimal) else value


def _write(source: DatasetSource) -> bytes:
    return records_json(source.dataset)


FORMAT = DatasetFormat(
    kind=JSON,
    name=dataset_name(".json"),
    title=message("downloads.records"),
    write=_write,
)
