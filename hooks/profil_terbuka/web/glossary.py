"""Terms with their meanings, each with an anchor of its own."""

from __future__ import annotations

import re

from ..model import Field, Filter, Role, Table
from ..model.messages import message
from ..model.products import Term
from ..words.catalogues import text as sentence
from ..words.labels import cell


def has_terms(table: Table) -> bool:
    """Whether a table has a column of words to explain, and one of explanations."""
    return bool(_names(table)) and bool(_meanings(table))


def glossary(table: Table, where: Filter) -> tuple[Term, ...]:
    """The rows chosen, in table order. The last textual dimension names the term."""
    name, meanings = _names(table)[-1], _meanings(table)
    found = []
    for _, row in table.select(where):
        text = str(table.value(row, name.name))
        said = [(column.title, table.value(row, column.name)) for column in meanings]
        told = [(title, cell(value, "string")) for title, value in said if value]
        meaning = told[0][1] if told else sentence(message("web.term-unexplained"))
        found.append(Term(anchor(text), text, meaning, tuple(told[1:])))
    return tuple(found)


def anchor(text: str) -> str:
    """'Anak Jalanan (usia 6-18)' -> 'istilah-anak-jalanan-usia-6-18'."""
    return "istilah-" + re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _names(table: Table) -> list[Field]:
    return [field for field in table.schema.with_role(Role.DIMENSION) if field.type == "string"]


def _meanings(table: Table) -> list[Field]:
    return [field for field in table.schema.with_role(Role.REMARK) if field.type == "string"]
