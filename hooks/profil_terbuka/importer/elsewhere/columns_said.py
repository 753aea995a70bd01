"""The description of one column: all that its package says, in the words of the house.

What has no place here is kept aside (`dari_luar`); what people have to say stays open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...model import Role
from ...model.messages import Message, message
from ...read.open_places import open_place
from ...words.catalogues import text
from ..drafting.names import spoken_title
from .cells import Misfit, cell_writer, said_type
from .jsonparts import said_text, without
from .plain_texts import safe_text, safe_value
from .roles import KnownColumn

ASIDE = "dari_luar"
"""The key for what has no place here."""
_OF_FILE = ("groupChar", "decimalChar", "bareNumber", "floatNumber", "trueValues", "falseValues")
"""They told how the old file was written."""
_HERE = ("name", "title", "description", "type", "peran", "satuan", "untuk", ASIDE)
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_LENGTHS = ("minLength", "maxLength")
_FORMATS = ("email", "uri", "uuid", "binary")
_LONGEST = 5000
"""Letters of a text (schemas/datapackage.schema.json)."""


@dataclass(frozen=True, slots=True)
class Described:
    """What stands in the descriptor from now on, and what the person should know of it."""

    entry: dict[str, Any]
    told: tuple[Message, ...] = ()


def described_column(column: KnownColumn, key: Sequence[str], *, has_units: bool) -> Described:
    """The entry of `fields`; `has_units`: a column of the table holds the units."""
    said = column.said
    aside = dict(said[ASIDE]) if isinstance(said.get(ASIDE), dict) else {}
    entry: dict[str, Any] = {**_names(column), "type": column.plain.type, "peran": _role(column)}
    if column.labels:
        entry["untuk"] = column.labels
    if column.role is Role.MEASURE and (column.unit or not has_units):
        entry["satuan"] = column.unit or open_place(text(message("importer.hint-unit")))
    more, odd = _standard_keys(column)
    limits, useless = _limits(column, key)
    entry |= {**more, **({"constraints": limits} if limits else {})}
    aside |= _lost(column, entry["title"]) | odd
    if useless:
        aside["constraints"] = useless
    told = _told_aside(odd, useless, column.plain.type)
    if aside:
        entry[ASIDE] = safe_value(aside)
    return Described(entry, tuple(told))


def _names(column: KnownColumn) -> dict[str, str]:
    description = safe_text(within_limit(said_text(column.said.get("description"))))
    return {
        "name": column.name,
        "title": safe_text(said_text(column.said.get("title")) or spoken_title(column.title)),
        "description": description or _meaning(column),
    }


def _meaning(column: KnownColumn) -> str:
    """What a column means, where its role says it all; else an open place."""
    if column.role is Role.CODE:
        return text(message("importer.code-for", column=column.labels))
    if column.role is Role.UNIT:
        return text(message("importer.unit-of-row"))
    if column.role is Role.DIMENSION and column.plain.type == "year":
        return text(message("importer.year-of-data"))
    return open_place(text(message("importer.hint-meaning", title=safe_text(column.title))))


def within_limit(said: str) -> str:
    """A text within what a key may hold, cut between two lines or words."""
    if len(said) <= _LONGEST:
        return said
    cut = said[:_LONGEST]
    return (cut.rpartition("\n\n")[0] or cut.rpartition(" ")[0] or cut).strip()


def _role(column: KnownColumn) -> str:
    if column.role is not None:
        return column.role.value
    return open_place(text(message("importer.hint-role")))


def _lost(column: KnownColumn, title: str) -> dict[str, Any]:
    """Name and type of before, where nothing tells them now, and a description too long."""
    said = column.said
    name, type_ = said_text(said.get("name")), said_type(said)
    description = said_text(said.get("description"))
    return {
        **({"name": name} if name not in (column.name, title) else {}),
        **({"type": type_} if type_ != column.plain.type else {}),
        **({"description": description} if len(description) > _LONGEST else {}),
    }


# The standard's other keys ------------------------------------------------------------------------


def _standard_keys(column: KnownColumn) -> tuple[dict[str, Any], dict[str, Any]]:
    """What passes through as it is, and what does not."""
    rest = without(column.said, (*_HERE, *_OF_FILE, "missingValues", "constraints"))
    kept, odd = {}, {}
    for name, value in rest.items():
        passing = _passing(name, value, column)
        if passing is not None:
            kept[name] = passing
        elif not _says_nothing_new(name, value, column):
            odd[name] = value
    return kept, odd


def _passing(name: str, value: object, column: KnownColumn) -> Any:
    """The value of a key as it stays; None where it cannot."""
    if name == "example":
        return _published_value(value, column)
    if name == "rdfType":
        return value if isinstance(value, str) and re.match(r"https?://\S+$", value) else None
    if name == "categories":
        return _categories(value)
    if name == "categoriesOrdered":
        return value if isinstance(value, bool) else None
    if name == "format" and column.plain.type == "string" == said_type(column.said):
        return value if value in _FORMATS else None
    return None


def _says_nothing_new(name: str, value: object, column: KnownColumn) -> bool:
    """A format that says what is so anyhow, or told how days were written; a unit taken over."""
    if name == "format":
        dated = said_type(column.said) == "date" and column.plain.type != "string"
        return dated or value in ("default", "any", "")
    return name in ("unit", "units") and column.role is Role.MEASURE and bool(column.unit)


def _categories(value: object) -> list[Any] | None:
    """The categories of a column, each a value or a value with its label."""
    if not isinstance(value, list) or not value:
        return None
    fits = all(
        isinstance(item, str)
        or type(item) is int
        or (
            isinstance(item, dict)
            and set(item) <= {"value", "label"}
            and (isinstance(item.get("value"), str) or type(item.get("value")) is int)
            and bool(said_text(item.get("label", "-")))
        )
        for item in value
    )
    return list(value) if fits else None


def _published_value(value: object, column: KnownColumn) -> str | int | float | bool | None:
    """An example or a limit, written as the cells of its column are; None where it cannot be."""
    if isinstance(value, bool):
        return value if column.plain.type == "boolean" else None
    if isinstance(value, int | float):
        return str(value) if column.plain.type == "string" else value
    if not isinstance(value, str):
        return None
    try:
        return cell_writer(column.said, column.plain.type)(value) or None
    except Misfit:
        return None


# Limits -------------------------------------------------------------------------------------------


def _limits(column: KnownColumn, key: Sequence[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Constraints that hold for the type of now, and those that do not."""
    said = column.said.get("constraints")
    given: Mapping[str, Any] = said if isinstance(said, dict) else {}
    kept, useless = {}, {}
    for name, value in given.items():
        limit = _limit(name, value, column)
        if limit is None:
            useless[name] = value
        else:
            kept[name] = limit
    if column.name in key or column.role is Role.UNIT:
        kept["required"] = True
    return kept, useless


def _limit(name: str, value: object, column: KnownColumn) -> Any:
    type_ = column.plain.type
    if name in ("required", "unique"):
        return value if isinstance(value, bool) else None
    if name == "enum" and isinstance(value, list) and value:
        listed = [_published_value(item, column) for item in value]
        return listed if None not in listed else None
    if name in _BOUNDS and type_ not in ("string", "boolean"):
        return _bound(_published_value(value, column), type_)
    if name in _LENGTHS and type_ == "string" == said_type(column.said):
        return value if type(value) is int else None
    if name == "pattern" and type_ == "string" and isinstance(value, str):
        return value
    return None


def _bound(value: str | int | float | bool | None, type_: str) -> str | int | float | None:
    """A bound as JSON has it: numbers as numbers, days as text."""
    if isinstance(value, str) and type_ in ("integer", "number", "year"):
        return float(value) if "." in value else int(value)
    return value


def _told_aside(odd: Mapping[str, Any], useless: Mapping[str, Any], type_: str) -> list[Message]:
    told = []
    if odd:
        told.append(message("importer.keys-of-column-aside", keys=tuple(odd)))
    if useless:
        told.append(message("importer.limits-aside", keys=tuple(useless), type=type_))
    return told
