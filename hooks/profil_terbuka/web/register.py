"""A register: entries with what can be filtered, and whether their term has run out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..model import Field, Filter, Role, Table, Value
from ..model.messages import message
from ..references import Unresolved
from ..words.catalogues import text
from ..words.dates import date
from ..words.labels import cell

FEW = 8
"""A column with up to so many different values is a facet to filter by."""

EXPIRED = message("web.term.expired")
VALID = message("web.term.valid")
UNDATED = message("web.term.undated")
_ISO = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class Facet:
    """A column to filter by, with how often each value occurs."""

    title: str
    label: str
    """What stands before a value; '' where the value says it all."""
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its name, its plain texts, and its value in every facet (in their order)."""

    name: str
    texts: tuple[tuple[str, str], ...]
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Everything a page shows of a register."""

    title: str
    facets: tuple[Facet, ...]
    entries: tuple[Entry, ...]


def register(table: Table, where: Filter, term: str | None, on: str | None) -> Register:
    """The rows chosen. `term` names a date column that is held against the fixed day `on`.

    Whether a term has run out depends on the day one asks; the day is fixed and shown, so that the
    same input gives the same page.
    """
    names = [field for field in table.schema.with_role(Role.DIMENSION) if field.type == "string"]
    if not names:
        raise Unresolved(message("references.without-names", table=table.name))
    if (term is None) != (on is None):
        raise Unresolved(message("references.term-and-day"))
    if term is not None and (term not in table.schema or table.schema[term].type != "date"):
        raise Unresolved(message("references.term-not-a-date", term=term))
    if on is not None and not _ISO.fullmatch(on):
        raise Unresolved(message("references.day-unreadable", day=on))
    rows = [row for _, row in table.select(where)]
    shown = [field for field in table.schema.with_role(Role.REMARK) if field.name != term]
    facets = [field for field in shown if _is_facet(field, table, rows)]
    texts = [field for field in shown if field not in facets]
    columns: list[tuple[str, str, list[str]]] = [
        (field.title, field.title, [_facet(table.value(row, field.name), field) for row in rows])
        for field in facets
    ]
    if term and on:
        state = [_state(table.value(row, term), on) for row in rows]
        columns.append((text(message("web.term-on", day=date(on))), "", state))
    entries = tuple(
        Entry(
            name=str(table.value(row, names[-1].name)),
            texts=tuple(_texts(table, row, [*texts, *([table.schema[term]] if term else [])])),
            facets=tuple(values[number] for _, _, values in columns),
        )
        for number, row in enumerate(rows)
    )
    counted = tuple(
        Facet(title, label, tuple(Counter(values).most_common()))
        for title, label, values in columns
    )
    return Register(table.title, counted, entries)


def _is_facet(field: Field, table: Table, rows: list[tuple[Value, ...]]) -> bool:
    """Whether few enough values repeat often enough to be worth filtering by."""
    different = {table.value(row, field.name) for row in rows}
    return 1 < len(different) <= FEW and len(different) * 2 <= len(rows)


def _facet(value: Value, field: Field) -> str:
    return text(message("web.not-printed")) if value is None else cell(value, field.type)


def _texts(table: Table, row: tuple[Value, ...], fields: list[Field]) -> list[tuple[str, str]]:
    values = [(field, table.value(row, field.name)) for field in fields]
    return [(field.title, cell(value, field.type)) for field, value in values if value is not None]


def _state(value: Value, on: str) -> str:
    """Terms include their last day."""
    if value is None:
        return text(UNDATED)
    return text(EXPIRED if str(value) < on else VALID)
