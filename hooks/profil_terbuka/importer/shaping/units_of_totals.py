"""Totals are in the unit of what they add up: it is not asked for twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...model import Role
from ...read.open_places import hints

Document = Mapping[str, Any]


def with_units_of_main(document: Document) -> dict[str, Any]:
    """The descriptor, in which totals without a unit have that of the measure they are called by.

    >>> def table(unit):
    ...     field = {"name": "jumlah", "peran": "ukuran", "satuan": unit}
    ...     return {"schema": {"fields": [field]}}
    >>> made = with_units_of_main({"resources": [table("orang"), table("ISI: satuan")]})
    >>> made["resources"][1]["schema"]["fields"][0]["satuan"]
    'orang'
    """
    if "resources" not in document:
        return dict(document)
    main = _units(document)
    known = {name: unit for name, unit in main.items() if not _is_open(unit)}
    first, *others = document["resources"]
    return {**document, "resources": [first, *(_with_units(item, known) for item in others)]}


def units_that_follow(document: Document) -> Iterator[tuple[str | int, ...]]:
    """The way to each unit that is open in a table of totals and will follow the main table's."""
    main = _units(document)
    for at, resource in enumerate(document.get("resources", ())):
        for place, field in enumerate(_fields(resource) if at else ()):
            if field.get("name") in main and _is_open(field.get("satuan")):
                yield "resources", at, "schema", "fields", place, "satuan"


def _units(document: Document) -> dict[str, str]:
    """The measures of the main table with their units."""
    main: Document = next(iter(document.get("resources", ())), {})
    return {
        field["name"]: field["satuan"]
        for field in _fields(main)
        if field.get("peran") == Role.MEASURE.value and field.get("satuan")
    }


def _fields(resource: Document) -> list[dict[str, Any]]:
    schema = resource.get("schema", {})
    return list(schema.get("fields", ())) if isinstance(schema, Mapping) else []


def _is_open(unit: object) -> bool:
    return isinstance(unit, str) and any(hints(unit))


def _with_units(resource: Document, known: Mapping[str, str]) -> dict[str, Any]:
    fields = [
        {**field, "satuan": known[field["name"]]}
        if _is_open(field.get("satuan")) and field.get("name") in known
        else field
        for field in _fields(resource)
    ]
    return {**resource, "schema": {**resource["schema"], "fields": fields}}
