"""The data dictionary as published: what columns mean, and what is left empty in them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from ..model import Dataset, Role, Table

Words = Mapping[tuple[str, str], str]
"""What is added to the description of a column, by table and column."""


def complete(dataset: Dataset) -> Dataset:
    """The dataset whose measures say, in schema and descriptor, where invalid values have gone."""
    added = {
        (table.name, column): text
        for table in dataset.tables
        for column, text in _emptied(table).items()
    }
    if not added:
        return dataset
    tables = tuple(_explained(table, added) for table in dataset.tables)
    return replace(dataset, tables=tables, descriptor=_described(dataset.descriptor, added))


def _emptied(table: Table) -> dict[str, str]:
    """Measure -> a sentence about its empty cells, where invalid rows leave it empty.

    Editions of old hold invalid values in the measure itself: of those it would be untrue.
    """
    invalid = [row for row in table.rows if table.invalid(row)]
    if not invalid:
        return {}
    measures = table.schema.with_role(Role.MEASURE)
    return {
        field.name: _sentence(table, table.schema.printed.get(field.name))
        for field in measures
        if all(table.value(row, field.name) is None for row in invalid)
    }


def _sentence(table: Table, column: str | None) -> str:
    """It names the table, for it is also read where other forms of the table are described."""
    kept = f"; yang tercetak ada di kolom {column} tabel {table.name}" if column else ""
    return f"Nilai yang tidak sahih dikosongkan{kept}."


def _explained(table: Table, added: Words) -> Table:
    fields = tuple(
        replace(field, description=_joined(field.description, added.get((table.name, field.name))))
        for field in table.schema.fields
    )
    return replace(table, schema=replace(table.schema, fields=fields))


def _described(descriptor: Mapping[str, object], added: Words) -> Mapping[str, object]:
    document = cast(dict[str, Any], copy.deepcopy(dict(descriptor)))
    for resource in document["resources"]:
        for column in resource["schema"]["fields"]:
            more = added.get((resource["name"], column["name"]))
            column["description"] = _joined(column["description"], more)
    return document


def _joined(text: str, more: str | None) -> str:
    if not more:
        return text
    closed = text if text.endswith((".", "!", "?")) else f"{text}."
    return f"{closed} {more}"
