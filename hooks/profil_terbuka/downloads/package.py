"""The data package as published: its descriptor, and the notes on quality as a table."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from ..model import Dataset
from ..model.messages import message
from ..read.formulas import quoted
from ..system.canonical import csv_text, json_text
from ..words.catalogues import text

NOTES = "catatan.csv"
DESCRIPTOR = "datapackage.json"
NOTE_FIELDS = (
    ("nama", "string", message("downloads.note-name")),
    ("tabel", "string", message("downloads.note-table")),
    ("baris", "string", message("downloads.note-rows")),
    ("kolom", "string", message("downloads.note-columns")),
    ("status", "string", message("downloads.note-status")),
    ("tercetak", "string", message("downloads.note-printed")),
    ("terbit", "string", message("downloads.note-published")),
    ("alasan", "string", message("downloads.note-reason")),
    ("oleh", "string", message("downloads.note-decided-by")),
    ("tanggal", "date", message("downloads.note-decided-on")),
)
"""Columns of catatan.csv: name, Table Schema type, description."""


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
    return json_text(document)


def _notes_resource() -> dict[str, Any]:
    fields = [
        {"name": name, "type": type_, "title": name.capitalize(), "description": text(means)}
        for name, type_, means in NOTE_FIELDS
    ]
    return {
        "name": "catatan",
        "title": text(message("downloads.notes")),
        "description": text(message("downloads.notes-description")),
        "type": "table",
        "path": NOTES,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": {"fields": fields, "primaryKey": ["nama"], "missingValues": [""]},
    }
