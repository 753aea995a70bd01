"""Figures of several agencies about one concept, laid beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model.messages import message
from ..words.catalogues import text
from ..words.dates import years as years_of
from ..words.labels import unit_is_reading
from .concepts import Category, Concept
from .snapshot import Contribution, Observation, Snapshot


@dataclass(frozen=True, slots=True)
class Party:
    """One agency's part in a comparison."""

    agency: Snapshot
    contribution: Contribution

    @property
    def unit_note(self) -> str:
        """What to say beside the unit; empty where the book prints it."""
        return unit_is_reading() if self.contribution.unit_read else ""

    @property
    def years(self) -> tuple[int, ...]:
        """The years with at least one value, ascending."""
        found = {item.year for item in self.contribution.observations if item.value is not None}
        return tuple(sorted(found))

    def at(self, year: int, category: str) -> Observation | None:
        """The observation for a year and category."""
        for item in self.contribution.observations:
            if (item.year, item.category) == (year, category):
                return item
        return None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the comparison: what it is about, and one observation an agency."""

    category: Category | None
    years: tuple[int, ...]
    """The year of each agency's figure; the same for all where they share years."""
    cells: tuple[Observation | None, ...]

    @property
    def values(self) -> int:
        """How many agencies have a value here."""
        return sum(cell is not None and cell.value is not None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A concept and the agencies that say something about it."""

    concept: Concept
    parties: tuple[Party, ...]
    common: tuple[int, ...]
    """Years that all agencies have; without any, each one's newest year stands."""
    lines: tuple[Line, ...]
    one_sided: tuple[tuple[str, tuple[str, ...]], ...]
    """Per agency (short name): categories that only some have, so that nothing can be compared."""

    @property
    def equal(self) -> bool:
        """Whether all figures meet the concept's definition; else they only stand in a table."""
        return all(party.contribution.equal for party in self.parties)


def compare(snapshots: Sequence[Snapshot], known: Iterable[Concept]) -> tuple[Comparison, ...]:
    """A comparison for each concept about which at least two agencies have figures that can stand
    beside each other; those with equal definitions come first."""
    found = []
    for concept in known:
        parties = tuple(party for party in _stating(concept, snapshots) if party.years)
        if len(parties) > 1 and (made := _comparison(concept, parties)).lines:
            found.append(made)
    return tuple(sorted(found, key=lambda made: not made.equal))


def without_counterpart(
    snapshots: Sequence[Snapshot], known: Iterable[Concept], made: Iterable[Comparison]
) -> tuple[tuple[Concept, tuple[Party, ...]], ...]:
    """The concepts that agencies state and nobody can compare yet, with those who state them."""
    compared = {item.concept.name for item in made}
    others = [concept for concept in known if concept.name not in compared]
    stated = [(concept, _stating(concept, snapshots)) for concept in others]
    return tuple((concept, parties) for concept, parties in stated if parties)


def _stating(concept: Concept, snapshots: Sequence[Snapshot]) -> tuple[Party, ...]:
    return tuple(
        Party(snapshot, item)
        for snapshot in snapshots
        for item in snapshot.contributions
        if item.concept == concept.name
    )


def _comparison(concept: Concept, parties: tuple[Party, ...]) -> Comparison:
    shared = set.intersection(*(set(party.years) for party in parties))
    common = tuple(sorted(shared))
    columns = [(year,) * len(parties) for year in reversed(common)]
    if not columns:
        columns = [tuple(party.years[-1] for party in parties)]
    laid_out = [
        _line(parties, category, years)
        for years in columns
        for category in concept.categories or (None,)
    ]
    lines = tuple(line for line in laid_out if line.values > 1)
    return Comparison(concept, parties, common, lines, tuple(_one_sided(concept, parties, lines)))


def _line(parties: Sequence[Party], category: Category | None, years: tuple[int, ...]) -> Line:
    code = category.code if category else ""
    cells = tuple(party.at(year, code) for party, year in zip(parties, years, strict=True))
    return Line(category, years, cells)


def _one_sided(
    concept: Concept, parties: Sequence[Party], lines: Sequence[Line]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What an agency counts and the others do not: categories, and values outside the concept."""
    compared = {line.category for line in lines}
    for party in parties:
        held = {item.category for item in party.contribution.observations if item.value is not None}
        alone = [
            category.name
            for category in concept.categories
            if category.code in held and category not in compared
        ]
        names = (*alone, *party.contribution.unmatched)
        if names:
            yield party.agency.short_name, names


def party_label(party: Party, year: int, comparison: Comparison) -> str:
    """The agency's short name, with the year where the agencies' years differ."""
    name = party.agency.short_name
    return name if comparison.common else f"{name} ({year})"


def meanings_sentence(comparison: Comparison) -> str:
    """What each agency counts, where that is not the same; otherwise nothing."""
    if comparison.equal:
        return ""
    counted = tuple(
        message(
            "comparison.agency-counts",
            agency=party.agency.short_name,
            meaning=party.contribution.meaning,
        )
        for party in comparison.parties
    )
    return text(message("comparison.meanings-differ", counted=counted))


def deciders(comparisons: Iterable[Comparison]) -> tuple[str, ...]:
    """Who decided what these figures mean, each once."""
    named = (party.contribution.decided_by for item in comparisons for party in item.parties)
    return tuple(dict.fromkeys(named))


def years_sentence(comparison: Comparison) -> str:
    """Which years can be compared, in words."""
    if comparison.common:
        years = tuple(map(str, comparison.common))
        return text(message("comparison.common-years", years=years))
    own = tuple(
        message(
            "comparison.agency-years",
            agency=party.agency.short_name,
            years=years_of(party.years[0], party.years[-1]),
        )
        for party in comparison.parties
    )
    return text(message("comparison.no-common-year", own=own))
