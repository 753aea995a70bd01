"""Whether a dataset says what it is: words, units, source, licence, keys, codes."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Dataset, Role, Table
from ..model.messages import message
from ..model.products import Measurement
from .criteria import DESCRIPTION, KEYS, LICENCE, REGIONS, SHORTEST, SOURCE, UNITS
from .measured import measured_answer, measured_count, measured_share

_OPEN = frozenset(
    {"CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "ODbL-1.0", "ODC-BY-1.0", "ODC-PDDL-1.0"}
)
"""Licences for data that conform to the Open Definition, by its names."""
_AREAS = frozenset({"provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa", "wilayah"})
"""Names of columns that tell where."""


def description_measurements(dataset: Dataset) -> Iterator[Measurement]:
    """What can be told without looking at the numbers."""
    length = len(dataset.description)
    letters = message("quality.things-letters")
    yield measured_count(DESCRIPTION, length, letters, met=length >= SHORTEST)
    described = bool(dataset.sources) and all(
        item.title and item.version and item.section for item in dataset.sources
    )
    yield measured_answer(SOURCE, described)
    names = {licence.name for licence in dataset.licences}
    yield measured_answer(LICENCE, bool(names) and names <= _OPEN)
    keyed = sum(bool(table.schema.primary_key) for table in dataset.tables)
    for shared in (
        measured_share(KEYS, keyed, len(dataset.tables), message("quality.things-tables")),
        measured_share(UNITS, *_united(dataset), message("quality.things-measures")),
        measured_share(REGIONS, *_coded(dataset), message("quality.things-region-rows")),
    ):
        if shared:
            yield shared


def _united(dataset: Dataset) -> tuple[int, int]:
    """Measures that have a unit, in their heading or beside each value, of all measures."""
    found = [
        bool(field.unit or table.schema.with_role(Role.UNIT))
        for table in dataset.tables
        for field in table.schema.with_role(Role.MEASURE)
    ]
    return sum(found), len(found)


def _coded(dataset: Dataset) -> tuple[int, int]:
    """Rows about an area whose areas all have codes, of all rows about an area."""
    found = [coded for table in dataset.tables for coded in _rows_coded(table)]
    return sum(found), len(found)


def _rows_coded(table: Table) -> Iterator[bool]:
    code_of = {field.labels: field.name for field in table.schema.with_role(Role.CODE)}
    areas = [field.name for field in table.schema.fields if field.name in _AREAS]
    for row in table.rows:
        named = [area for area in areas if table.value(row, area) is not None]
        if named:
            yield all(area in code_of and bool(table.value(row, code_of[area])) for area in named)
