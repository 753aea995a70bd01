"""What a check is: the kinds of finding it makes, what it looks at, and its generator.

A module of `kinds` holds one check as `CHECK`; `check.CHECKS` is the list of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ..model import Catalog, Dataset, Rule, Table
from ..model.findings import Code, Finding
from .panel import Panel
from .rule_tables import named_table
from .tally import WHOLE

Outcome = tuple[str, Iterator[Finding]]
"""The slug of the dataset that was looked at, and what is found there."""
AnyRule = TypeVar("AnyRule", bound=Rule)


@dataclass(frozen=True)
class Evidence:
    """Everything that checks look at.

    `known` is the catalogue with the true values of what is withheld, as far as they are at hand:
    declared rules hold for those. Suspicion is about what is published, so that it is the same for
    everybody.
    """

    published: Catalog
    known: Catalog
    panels: tuple[Panel, ...]
    """The numbers of what is published, measure by measure."""


class Check(Protocol):
    """One check; which of the classes below it is says what its generator looks at."""

    @property
    def codes(self) -> tuple[Code, ...]:
        """The kinds of finding it can make."""

    def outcomes(self, evidence: Evidence) -> Iterator[Outcome]:
        """What it finds, one outcome for each thing it looks at."""


@dataclass(frozen=True, slots=True)
class CatalogCheck:
    """Looks at the catalogue as a whole."""

    codes: tuple[Code, ...]
    find: Callable[[Catalog], Iterator[Finding]]

    def outcomes(self, evidence: Evidence) -> Iterator[Outcome]:
        """A single outcome, of no dataset."""
        yield WHOLE, self.find(evidence.published)


@dataclass(frozen=True, slots=True)
class DatasetCheck:
    """Looks at each dataset."""

    codes: tuple[Code, ...]
    find: Callable[[Dataset], Iterator[Finding]]

    def outcomes(self, evidence: Evidence) -> Iterator[Outcome]:
        """One outcome a dataset."""
        for dataset in evidence.published.datasets:
            yield dataset.slug, self.find(dataset)


@dataclass(frozen=True, slots=True)
class TableCheck:
    """Looks at each table."""

    codes: tuple[Code, ...]
    find: Callable[[Table], Iterator[Finding]]

    def outcomes(self, evidence: Evidence) -> Iterator[Outcome]:
        """One outcome a table."""
        for dataset in evidence.published.datasets:
            for table in dataset.tables:
                yield dataset.slug, self.find(table)


@dataclass(frozen=True, slots=True)
class PanelCheck:
    """Looks at the numbers of each measure."""

    codes: tuple[Code, ...]
    find: Callable[[Panel], Iterator[Finding]]

    def outcomes(self, evidence: Evidence) -> Iterator[Outcome]:
        """One outcome a measure."""
        for panel in evidence.panels:
            yield panel.dataset.slug, self.find(panel)


@dataclass(frozen=True, slots=True)
class PanelsCheck:
    """Holds the numbers of all measures against each other."""

    codes: tuple[Code, ...]
    find: Callable[[Sequence[Panel]], Iterator[Finding]]

    def outcomes(self, evidence: Evidence) -> Iterator[Outcome]:
        """A single outcome, of no dataset."""
        yield WHOLE, self.find(evidence.panels)


@dataclass(frozen=True, slots=True)
class RuleCheck(Generic[AnyRule]):
    """Looks whether each declared rule of one kind holds, true values included."""

    codes: tuple[Code, ...]
    kind: type[AnyRule]
    find: Callable[[AnyRule, Dataset, Catalog], Iterator[Finding]]
    numbers: Callable[[AnyRule], Sequence[tuple[str, str]]] = lambda rule: ()
    """Table and measure of each column of numbers that such a rule is about."""

    def outcomes(self, evidence: Evidence) -> Iterator[Outcome]:
        """One outcome a rule."""
        for dataset, rule in self._rules(evidence.known):
            yield dataset.slug, self.find(rule, dataset, evidence.known)

    def untold(self, evidence: Evidence) -> Iterator[str]:
        """The dataset of each rule that cannot be checked in full: withheld from us as well."""
        for dataset, rule in self._rules(evidence.known):
            if any(
                _lacks_numbers(name, measure, dataset, evidence.known)
                for name, measure in self.numbers(rule)
            ):
                yield dataset.slug

    def _rules(self, catalog: Catalog) -> Iterator[tuple[Dataset, AnyRule]]:
        for dataset in catalog.datasets:
            for rule in dataset.rules:
                if isinstance(rule, self.kind):
                    yield dataset, rule


def _lacks_numbers(name: str, measure: str, dataset: Dataset, catalog: Catalog) -> bool:
    """Whether a table withholds numbers of a measure that are not at hand."""
    table = named_table(name, (measure,), dataset, catalog)
    if not isinstance(table, Table):
        return False
    return any(table.withheld(row) and table.value(row, measure) is None for row in table.rows)
