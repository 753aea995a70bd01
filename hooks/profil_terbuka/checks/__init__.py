"""Checks beyond the schema: declared rules and automatic suspicion, answered by declared notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..findings import Finding
from ..model import (
    Catalog,
    CompareRule,
    Dataset,
    FormulaRule,
    JumpBound,
    OrderRule,
    ReferenceRule,
    SumRule,
)
from . import comparables, copies, jumps, maps, rules, shapes, words
from .notes import Answer, reconcile
from .panel import panels

__all__ = ["Answer", "Result", "run"]

_DECLARED: dict[type, Callable[[Any, Dataset, Catalog], Iterator[Finding]]] = {
    SumRule: rules.sums_agree,
    ReferenceRule: rules.references_exist,
    CompareRule: rules.sides_compare,
    FormulaRule: rules.formula_holds,
    OrderRule: rules.order_holds,
}
_ON_DATASET = (
    shapes.mixed_units,
    shapes.uncertain_without_note,
    words.impossible_dates,
    words.placeholders,
)
_ON_TABLE = (
    shapes.repeated_rows,
    shapes.printed_readings,
    shapes.thousands_as_decimals,
    words.spelt_two_ways,
)
_ON_PANEL = (copies.copied_values, copies.constant_series, shapes.totals_among_parts)


@dataclass(frozen=True)
class Result:
    """What still stands, and what a note answers."""

    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]


def run(catalog: Catalog) -> Result:
    """Every check on every dataset of the catalogue, less what the notes answer."""
    found = [*_declared(catalog), *_suspected(catalog)]
    answers, faults = reconcile(catalog, found)
    answered = {answer.finding for answer in answers}
    standing = [finding for finding in found if finding not in answered]
    return Result((*standing, *faults), answers)


def _declared(catalog: Catalog) -> Iterator[Finding]:
    for dataset in catalog.datasets:
        for rule in dataset.rules:
            if type(rule) in _DECLARED:
                yield from _DECLARED[type(rule)](rule, dataset, catalog)
    yield from comparables.comparables_fit(catalog)
    yield from maps.maps_fit(catalog)


def _suspected(catalog: Catalog) -> Iterator[Finding]:
    for dataset in catalog.datasets:
        for examine in _ON_DATASET:
            yield from examine(dataset)
        for table in dataset.tables:
            for examine_table in _ON_TABLE:
                yield from examine_table(table)
    laid_out = panels(catalog)
    yield from copies.copied_columns(laid_out)
    for panel in laid_out:
        for examine_panel in _ON_PANEL:
            yield from examine_panel(panel)
        usable = panel.counted()
        yield from jumps.jumps(usable, _bound(panel.dataset, panel.table.name, panel.measure.name))
        yield from jumps.scrambled_ranks(usable)


def _bound(dataset: Dataset, table: str, measure: str) -> float:
    """The declared bound for jumps of a measure, or the general one."""
    for rule in dataset.rules:
        if isinstance(rule, JumpBound) and (rule.table, rule.measure) == (table, measure):
            return rule.factor
    return jumps.FACTOR
