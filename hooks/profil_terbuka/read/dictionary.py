"""The data dictionary as published: what columns mean, and what is left empty in them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from ..model import CellStatus, Dataset, Role, Table
from ..model.messages import message
from ..words.catalogues import text

Words = Mapping[tuple[str, str], str]
"""What is added to the description of a column, by table and column."""


def with_emptied_told(dataset: Dataset) -> Dataset:
    """The dataset whose measures say, in schema and descriptor, where invalid values have gone."""
    added = {
        (table.name, column): sentence
        for table in dataset.tables
        for column, sentence in _emptied(table).items()
    }
    if not added:
        return dataset
    tables = tuple(_explained(table, added) for table in dataset.tables)
    return replace(dataset, tables=tables, descriptor=_described(dataset.descriptor, added))


def _emptied(table: Table) -> dict[str, str]:
    """Measure -> a sentence about its empty cells, where invalid rows leave it empty.

    Editions of old hold invalid values in the measure itself: of those it would be untrue.
    """
    invalid = [row for _, row in table.marked(CellStatus.INVALID)]
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
    if not column:
        return text(message("read.emptied"))
    return text(message("read.emptied-and-kept", column=column, table=table.name))


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


def _joined(description: str, more: str | None) -> str:
    """A description with a sentence behind it, closed where it was left open.

    >>> _joined("Jumlah penerima", "Nilai yang tidak sahih dikosongkan.")
    'Jumlah penerima. Nilai yang tidak sahih dikosongkan.'
    """
    if not more or description.endswith(more):  # a package of ours that came back says it already
        return description
    closed = description if description.endswith((".", "!", "?")) else f"{description}."
    return f"{closed} {more}"
