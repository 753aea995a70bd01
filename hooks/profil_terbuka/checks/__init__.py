"""Checks beyond the schema: declared rules, answered by declared notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..findings import Finding
from ..model import Catalog, Dataset, ReferenceRule, SumRule
from .notes import Answer, reconcile
from .rules import references_exist, sums_agree

__all__ = ["Answer", "Result", "run"]


@dataclass(frozen=True)
class Result:
    """What still stands, and what a note answers."""

    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]


def run(catalog: Catalog) -> Result:
    """Every check on every dataset of the catalogue."""
    found = [finding for dataset in catalog.datasets for finding in _on_dataset(dataset, catalog)]
    return reconciled(catalog, found)


def reconciled(catalog: Catalog, found: list[Finding]) -> Result:
    """The findings less those that a note answers, plus the faults of the notes themselves."""
    answers, faults = reconcile(catalog.datasets, found)
    answered = {answer.finding for answer in answers}
    standing = [finding for finding in found if finding not in answered]
    return Result((*standing, *faults), answers)


def _on_dataset(dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    for rule in dataset.rules:
        if isinstance(rule, SumRule):
            yield from sums_agree(rule, dataset)
        elif isinstance(rule, ReferenceRule):
            yield from references_exist(rule, dataset, catalog.reference_tables)
