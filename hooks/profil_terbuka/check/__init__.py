"""Checks beyond the schema: declared rules and automatic suspicion, answered by declared notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

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
from ..model.findings import Finding
from . import (
    abbreviations,
    beginnings,
    comparables,
    copies,
    coverage,
    encoding,
    households,
    identifiers,
    jumps,
    left_open,
    maps,
    members,
    mixtures,
    numbering,
    ranks,
    regions,
    repeats,
    rules,
    safe,
    shapes,
    spreadsheets,
    swings,
    twins,
    wholes,
    words,
)
from .notes import Answer, reconcile
from .panel import panels
from .tally import WHOLE, Tally, tallies

__all__ = ["Answer", "Result", "Tally", "run"]

Check = tuple[str, Iterator[Finding]]
"""The slug of the dataset that is looked at, and what is found there."""

_DECLARED: dict[type, Callable[[Any, Dataset, Catalog], Iterator[Finding]]] = {
    SumRule: rules.sums_agree,
    ReferenceRule: rules.references_exist,
    CompareRule: rules.sides_compare,
    FormulaRule: rules.formula_holds,
    OrderRule: rules.order_holds,
}
_ON_DATASET = (
    mixtures.mixed_units,
    shapes.uncertain_without_note,
    identifiers.identifiers_as_measures,
    coverage.coverage_fits,
    coverage.years_apart,
    beginnings.ends_before_beginning,
    coverage.sources_cover,
    coverage.titles_fit,
    coverage.newest_is_drawn,
    members.members_missing,
    words.impossible_dates,
    words.placeholders,
    encoding.garbled_texts,
)
_ON_TABLE = (
    safe.valueless_is_empty,
    twins.repeated_rows,
    twins.copied_texts,
    numbering.broken_numbering,
    abbreviations.wrong_abbreviations,
    shapes.printed_readings,
    shapes.thousands_as_decimals,
    words.spelt_two_ways,
)
_ON_PANEL = (
    repeats.copied_values,
    repeats.constant_series,
    repeats.carried_values,
    shapes.totals_among_parts,
    mixtures.bodies_as_people,
    mixtures.amounts_out_of_scale,
)


@dataclass(frozen=True)
class Result:
    """What still stands, what a note answers, and how many checks there were, by dataset."""

    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]
    tallies: Mapping[str, Tally]


def run(catalog: Catalog, known: Catalog | None = None) -> Result:
    """Every check on every dataset of the catalogue, less what the notes answer.

    `known` is the same catalogue with the true values of what is withheld, as far as they are at
    hand: declared rules hold for them. Suspicion and notes are about what is published, so that
    they are the same for everybody.
    """
    ran = (*_declared(known or catalog), *_suspected(catalog))
    outcomes = [(slug, tuple(findings)) for slug, findings in ran]
    found = [finding for _, findings in outcomes for finding in findings]
    answers, faults = reconcile(catalog, found)
    answered = {answer.finding for answer in answers}
    standing = [finding for finding in found if finding not in answered]
    counted = dict(tallies(outcomes, answered))
    for dataset in (known or catalog).datasets:
        untold = sum(rules.untold(rule, dataset, known or catalog) for rule in dataset.rules)
        counted[dataset.slug] = counted.get(dataset.slug, Tally()) + Tally(untold=untold)
    return Result((*standing, *faults), answers, counted)


def _declared(catalog: Catalog) -> Iterator[Check]:
    for dataset in catalog.datasets:
        for rule in dataset.rules:
            if type(rule) in _DECLARED:
                yield dataset.slug, _DECLARED[type(rule)](rule, dataset, catalog)
    yield WHOLE, left_open.left_open(catalog)
    yield WHOLE, spreadsheets.no_formulas(catalog)
    yield WHOLE, comparables.comparables_fit(catalog)
    yield WHOLE, maps.maps_fit(catalog)


def _suspected(catalog: Catalog) -> Iterator[Check]:
    for dataset in catalog.datasets:
        for examine in _ON_DATASET:
            yield dataset.slug, examine(dataset)
        for table in dataset.tables:
            for examine_table in _ON_TABLE:
                yield dataset.slug, examine_table(table)
    laid_out = panels(catalog)
    yield WHOLE, regions.misspelt_regions(catalog)
    yield WHOLE, members.regions_missing(catalog)
    yield WHOLE, copies.copied_columns(laid_out)
    yield WHOLE, wholes.parts_exceed(laid_out)
    yield WHOLE, households.household_sizes(laid_out)
    for panel in laid_out:
        slug = panel.dataset.slug
        for examine_panel in _ON_PANEL:
            yield slug, examine_panel(panel)
        usable = panel.counted()
        bound = _bound(panel.dataset, panel.table.name, panel.measure.name)
        turns = tuple(swings.swings(usable, bound))
        yield slug, iter(turns)
        told = {place for turn in turns for place in (turn.place, *turn.related)}
        yield slug, jumps.jumps(usable, bound, told)
        yield slug, ranks.scrambled_ranks(usable)


def _bound(dataset: Dataset, table: str, measure: str) -> float:
    """The declared bound for jumps of a measure, or the general one."""
    for rule in dataset.rules:
        if isinstance(rule, JumpBound) and (rule.table, rule.measure) == (table, measure):
            return rule.factor
    return jumps.FACTOR
