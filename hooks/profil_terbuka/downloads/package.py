"""The data package as published: canonical CSV, its descriptor, and the rows as JSON."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from ..model import Dataset, Table, Value


def csv_bytes(table: Table) -> bytes:
    """UTF-8 without BOM, LF, comma, quotes only where needed, final newline."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in table.schema.fields)
    writer.writerows(table.cells)
    return text.getvalue().encode()


def descriptor_bytes(dataset: Dataset, tables: Mapping[str, bytes]) -> bytes:
    """The descriptor with size and SHA-256 of each published CSV."""
    document = cast(dict[str, Any], json.loads(json.dumps(dataset.descriptor)))
    for resource in document["resources"]:
        data = tables[resource["path"]]
        resource["bytes"] = len(data)
        resource["hash"] = f"sha256:{hashlib.sha256(data).hexdigest()}"
    return _dump(document)


def records_bytes(dataset: Dataset) -> bytes:
    """Every table as a list of records, with the descriptor's words about it."""
    return _dump(
        {
            "name": dataset.slug,
            "title": dataset.title,
            "description": dataset.description,
            "version": dataset.version,
            "licenses": dataset.descriptor["licenses"],
            "sources": dataset.descriptor["sources"],
            "tables": {table.name: _records(table) for table in dataset.tables},
        }
    )


def _records(table: Table) -> dict[str, Any]:
    fields = table.schema.fields
    return {
        "title": table.title,
        "fields": [
            {"name": field.name, "title": field.title, "type": field.type, "satuan": field.unit}
            for field in fields
        ],
        "rows": [
            {field.name: _plain(value) for field, value in zip(fields, row, strict=True)}
            for row in table.rows
        ],
    }


def _plain(value: Value) -> str | int | float | bool | None:
    return float(value) if isinstance(value, Decimal) else value


def _dump(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
