"""The rules that hold for a column, in words: constraints of its cells, and sums and references."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from ...model import Catalog, Dataset, Field, FormulaRule, ReferenceRule, SumRule, Table
from ...model.messages import Message, message
from ...words.catalogues import text
from .variables import list_named

_LIMITS: Mapping[str, Callable[[str], Message]] = {
    "minimum": lambda limit: message("catalogues.at-least", limit=limit),
    "maximum": lambda limit: message("catalogues.at-most", limit=limit),
    "exclusiveMinimum": lambda limit: message("catalogues.above", limit=limit),
    "exclusiveMaximum": lambda limit: message("catalogues.below", limit=limit),
    "minLength": lambda limit: message("catalogues.shortest", limit=limit),
    "maxLength": lambda limit: message("catalogues.longest", limit=limit),
    "pattern": lambda limit: message("catalogues.pattern", limit=limit),
}
"""Constraints of a column, and how each is told."""


def rules_text(field: Field, table: Table, dataset: Dataset, catalog: Catalog) -> str:
    """Every rule that the descriptor declares for a column; that there is none, if so."""
    rules = (*_constraints(field, table, dataset), *_declared(field, table, dataset, catalog))
    if not rules:
        return text(message("sdi.no-rule"))
    return text(message("catalogues.rules", rules=tuple(dict.fromkeys(map(text, rules)))))


def _constraints(field: Field, table: Table, dataset: Dataset) -> list[Message]:
    resources = cast(list[dict[str, Any]], dataset.descriptor["resources"])
    resource = next(one for one in resources if one["name"] == table.name)
    described = next(one for one in resource["schema"]["fields"] if one["name"] == field.name)
    limits = described.get("constraints", {})
    rules = [told(str(limits[key])) for key, told in _LIMITS.items() if key in limits]
    if limits.get("unique"):
        rules.insert(0, message("catalogues.must-not-repeat"))
    if limits.get("required"):
        rules.insert(0, message("catalogues.must-be-filled"))
    return rules


def _declared(field: Field, table: Table, dataset: Dataset, catalog: Catalog) -> Iterator[Message]:
    place = (table.name, field.name)
    for rule in dataset.rules:
        if isinstance(rule, ReferenceRule) and place in ((rule.table, one) for one in rule.columns):
            yield message("sdi.rule-in-list", list=list_named(rule, catalog))
        if isinstance(rule, SumRule) and place == (rule.table, rule.measure):
            yield message("sdi.rule-adds-up", total=rule.total)
        if isinstance(rule, SumRule) and place == (rule.total, rule.measure):
            yield message("sdi.rule-is-total", parts=rule.table)
        if isinstance(rule, FormulaRule) and place == (rule.table, rule.result):
            yield message("sdi.rule-is-sum", parts=rule.parts)
