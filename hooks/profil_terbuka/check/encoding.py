"""Texts that were once opened in a wrong encoding, in the tables and in what describes them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Dataset
from ..model.findings import Finding, Place
from ..model.messages import message
from ..read import hygiene
from ..read.located import every, path


def garbled_texts(dataset: Dataset) -> Iterator[Finding]:
    """Letters and marks that an encoding has broken, each cell and each text once."""
    for keys, text in every(dataset.descriptor):
        where = message("read.at-path", path=path(keys))
        yield from hygiene.garbled(text, Place(dataset.file), where)
    for table in dataset.tables:
        for index, field in enumerate(table.schema.fields):
            if field.type == "string":
                for row_number, row in enumerate(table.cells, start=2):
                    place = Place(table.file, row_number, field.name)
                    yield from hygiene.garbled(row[index], place)
