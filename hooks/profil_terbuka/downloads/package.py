"""The data package as published: canonical CSV, its descriptor, and the rows as JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

from ..model import Dataset, Table, Value
from ..read.formulas import quoted
from ..system.canonical import csv_text

NOTES = "catatan.csv"
NOTE_FIELDS = (
    ("nama", "string", "Nama catatan."),
    ("tabel", "string", "Tabel yang dimaksud."),
    ("baris", "string", "Baris yang dimaksud: kolom dan nilainya (JSON); kosong berarti semua."),
    ("kolom", "string", "Kolom yang dimaksud, dipisah spasi; kosong berarti semua."),
    ("status", "string", "Keputusan atas nilai itu."),
    ("tercetak", "string", "Yang tercetak di buku; diapit “ ” bila Excel akan menjalankannya."),
    ("terbit", "string", "Yang diterbitkan di sini."),
    ("alasan", "string", "Alasannya."),
    ("oleh", "string", "Yang memutuskan."),
    ("tanggal", "date", "Tanggal keputusan."),
)
"""Columns of catatan.csv: name, Table Schema type, description."""


def csv_bytes(table: Table) -> bytes:
    """One table as canonical CSV."""
    return csv_text([field.name for field in table.schema.fields], table.cells)


def notes_bytes(dataset: Dataset) -> bytes:
    """The quality notes as canonical CSV, one row a note; columns as in `NOTE_FIELDS`."""
    rows = []
    for note in dataset.notes:
        where = {column: list(values) for column, values in note.where.items()}
        rows.append(
            (
                note.name,
                note.table,
                json.dumps(where, ensure_ascii=False) if where else "",
                " ".join(note.columns),
                note.status.value,
                quoted(note.printed),
                quoted(note.published),
                note.reason,
                note.decided_by,
                note.decided_on,
            )
        )
    return csv_text([name for name, _, _ in NOTE_FIELDS], rows)


def descriptor_bytes(
    dataset: Dataset, tables: Mapping[str, bytes], derived: Iterable[Mapping[str, Any]]
) -> bytes:
    """The descriptor with size and SHA-256 of each published CSV.

    The notes' is among them, and `derived` resources made from the tables.
    """
    document = cast(dict[str, Any], json.loads(json.dumps(dataset.descriptor)))
    document["resources"].extend(derived)
    if NOTES in tables:
        document["resources"].append(_notes_resource())
    for resource in document["resources"]:
        data = tables[resource["path"]]
        resource["bytes"] = len(data)
        resource["hash"] = f"sha256:{hashlib.sha256(data).hexdigest()}"
    return _dump(document)


def _notes_resource() -> dict[str, Any]:
    fields = [
        {"name": name, "type": type_, "title": name.capitalize(), "description": description}
        for name, type_, description in NOTE_FIELDS
    ]
    return {
        "name": "catatan",
        "title": "Catatan mutu data",
        "description": "Penyimpangan dari buku dan keraguan, satu baris satu catatan.",
        "type": "table",
        "path": NOTES,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": {"fields": fields, "primaryKey": ["nama"], "missingValues": [""]},
    }


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
