"""Checks beyond the schema: declared rules and automatic suspicion, answered by declared notes.

`kinds` holds one check a module, `CHECKS` lists them, `run` runs them. What they look at is laid
out in `panel`; what several of them ask of it stands beside that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Catalog, codes
from ..model.findings import Code, Finding
from . import conform, notes
from .awaited import references_to_waiting, references_too_early
from .kind import Check, Evidence, RuleCheck
from .kinds import (
    abbreviations,
    amounts,
    beginnings,
    bodies_as_people,
    carried_values,
    comparables,
    constant_series,
    copied_columns,
    copied_texts,
    copied_values,
    coverage,
    encoding,
    formulas,
    households,
    identifiers,
    impossible_dates,
    jumps,
    left_open,
    lone_years,
    lost_thousands,
    maps,
    missing_members,
    missing_regions,
    misspelt_regions,
    mixed_sums,
    newest,
    numbering,
    placeholders,
    printed_readings,
    ranks,
    repeated_rows,
    rule_comparisons,
    rule_formulas,
    rule_order,
    rule_references,
    rule_sums,
    sources,
    spellings,
    swings,
    titles,
    totals_among_parts,
    unexplained_status,
    valueless,
    variable_places,
    wholes,
)
from .notes import Answer, reconcile
from .panel import number_panels
from .tally import CheckRecord, Tally, tallies

__all__ = [
    "CHECKS",
    "EVERY_CODE",
    "Answer",
    "CheckRecord",
    "Result",
    "Tally",
    "references_to_waiting",
    "references_too_early",
    "run",
]

CHECKS: tuple[Check, ...] = (
    abbreviations.CHECK,
    amounts.CHECK,
    beginnings.CHECK,
    bodies_as_people.CHECK,
    carried_values.CHECK,
    comparables.CHECK,
    constant_series.CHECK,
    copied_columns.CHECK,
    copied_texts.CHECK,
    copied_values.CHECK,
    coverage.CHECK,
    encoding.CHECK,
    formulas.CHECK,
    households.CHECK,
    identifiers.CHECK,
    impossible_dates.CHECK,
    jumps.CHECK,
    left_open.CHECK,
    lone_years.CHECK,
    lost_thousands.CHECK,
    maps.CHECK,
    missing_members.CHECK,
    missing_regions.CHECK,
    misspelt_regions.CHECK,
    mixed_sums.CHECK,
    newest.CHECK,
    numbering.CHECK,
    placeholders.CHECK,
    printed_readings.CHECK,
    ranks.CHECK,
    repeated_rows.CHECK,
    rule_comparisons.CHECK,
    rule_formulas.CHECK,
    rule_order.CHECK,
    rule_references.CHECK,
    rule_sums.CHECK,
    sources.CHECK,
    spellings.CHECK,
    swings.CHECK,
    titles.CHECK,
    totals_among_parts.CHECK,
    unexplained_status.CHECK,
    valueless.CHECK,
    variable_places.CHECK,
    wholes.CHECK,
)
"""Every check, each with what it looks at; a module of `kinds` that is not listed does nothing."""

EVERY_CODE: tuple[Code, ...] = tuple(
    dict.fromkeys(
        (
            *codes.COMMON,
            *conform.CODES,
            *notes.CODES,
            *(code for check in CHECKS for code in check.codes),
        )
    )
)
"""Every kind of finding there is, each once. The staff guide's page is generated from it."""


@dataclass(frozen=True)
class Result:
    """What still stands, what a note answers, and how many checks there were, by dataset."""

    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]
    tallies: Mapping[str, Tally]


def run(catalog: Catalog, known: Catalog | None = None) -> Result:
    """Every check on every dataset of the catalogue, less what the notes answer.

    `known` is the same catalogue with the true values of what is withheld, as far as they are at
    hand (see `Evidence`).
    """
    evidence = Evidence(catalog, known or catalog, number_panels(catalog))
    outcomes = [
        (check.codes[0], slug, tuple(findings))
        for check in CHECKS
        for slug, findings in check.outcomes(evidence)
    ]
    found = [finding for _, _, findings in outcomes for finding in findings]
    answers, faults = reconcile(catalog, found)
    answered = {answer.finding for answer in answers}
    standing = [finding for finding in found if finding not in answered]
    counted = tallies(outcomes, answered, _untold(evidence))
    return Result((*standing, *faults), answers, counted)


def _untold(evidence: Evidence) -> Mapping[str, int]:
    """How many rules of a dataset cannot be checked in full."""
    rules = (check for check in CHECKS if isinstance(check, RuleCheck))
    return Counter(slug for check in rules for slug in check.untold(evidence))
