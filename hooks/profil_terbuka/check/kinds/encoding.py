"""Texts that were once opened in a wrong encoding, in the tables and in what describes them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Dataset, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ...read import hygiene
from ...read.located import every, path
from ..kind import DatasetCheck
from ..text_cells import text_cells


def garbled_texts(dataset: Dataset) -> Iterator[Finding]:
    """Letters and marks that an encoding has broken, each cell and each text once."""
    for keys, text in every(dataset.descriptor):
        within = message("read.at-path", path=path(keys))
        yield from hygiene.garbled(text, Place(dataset.file), within)
    for table in dataset.tables:
        for place, text in text_cells(table, _is_garbled):
            yield from hygiene.garbled(text, place)


def _is_garbled(text: str) -> bool:
    return any(hygiene.garbled(text, Place("")))


CHECK = DatasetCheck((codes.TEXT_GARBLED,), garbled_texts)
