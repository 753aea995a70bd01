"""Figures declared comparable with other agencies' must fit the shared concept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ...comparison import PACKAGE, Concept, concepts
from ...model import Catalog, Comparable, Dataset, Role, Table
from ...model.aggregation import Obstacle, Row, obstacle
from ...model.findings import Code, Finding, Place
from ...model.messages import Message, message
from ...read.suggestions import suggestion
from ...words.obstacles import obstacle_sentence
from ..kind import CatalogCheck

CODE = Code("perbandingan-tidak-cocok", area="check")


def comparables_fit(catalog: Catalog) -> Iterator[Finding]:
    """A finding for each unknown concept or category, foreign unit, and concept declared twice."""
    declared = [(item, dataset) for dataset in catalog.datasets for item in dataset.comparables]
    if not declared or PACKAGE in catalog.unfit:
        return  # of a faulty package of concepts it has been said already
    known = {concept.name: concept for concept in concepts(catalog.reference)}
    counts = Counter(item.concept for item, _ in declared)
    for item, dataset in declared:
        for said in _faults(item, dataset, known):
            yield Finding(CODE, Place(dataset.file), said)
        if counts[item.concept] > 1:
            said = message("check.concept-filled-twice", concept=item.concept)
            yield Finding(CODE, Place(dataset.file), said)


def _faults(item: Comparable, dataset: Dataset, known: Mapping[str, Concept]) -> Iterator[Message]:
    if item.concept not in known:
        hint = suggestion(item.concept, known)
        yield message("check.no-such-concept", concept=item.concept, hint=hint)
        return
    concept, table = known[item.concept], dataset.table(item.table)
    if concept.categories and not item.category:
        yield message("check.concept-needs-categories", concept=concept.name)
    elif item.category and not concept.categories:
        yield message("check.concept-takes-no-categories", concept=concept.name)
    else:
        yield from _category_faults(item, concept, table)
        yield from _value_faults(item, concept, table)


def _category_faults(item: Comparable, concept: Concept, table: Table) -> Iterator[Message]:
    """Counterparts that the concept, or the table, does not have."""
    known = [category.code for category in concept.categories]
    for code in sorted(set(item.codes.values()) - set(known)):
        hint = suggestion(code, known)
        yield message("check.no-such-category", concept=concept.name, category=code, hint=hint)
    if item.category:
        held = {str(value) for value in table.column(item.category)}
        for value in sorted(item.codes.keys() - held):
            yield message("check.counterpart-without-rows", value=value, column=item.category)


def _value_faults(item: Comparable, concept: Concept, table: Table) -> Iterator[Message]:
    """Foreign units, and rows that must not be added up."""
    for unit in sorted(_units(item, table) - set(concept.units)):
        accepted = tuple(concept.units)
        yield message("check.foreign-unit", unit=unit, concept=concept.name, accepted=accepted)
    if found := _first_obstacle(item, table):
        yield message(
            "check.sum-across",
            obstacle=obstacle_sentence(found),
            column=found.column,
            choice=found.choice,
        )


def _first_obstacle(item: Comparable, table: Table) -> Obstacle | None:
    """What stands in the way of adding up the rows of a year and category of the concept."""
    if item.measure is None:
        return None
    groups: dict[str, list[Row]] = {}
    for _, row in table.select(item.where):
        name = item.codes.get(str(table.value(row, item.category)), "") if item.category else "*"
        groups.setdefault(name, []).append(row)
    groups.pop("", None)  # what has no counterpart in the concept is not added up
    by = (item.time,) if item.time else ()
    found = (obstacle(table, item.measure, rows, by) for rows in groups.values())
    return next((one for one in found if one), None)


def _units(item: Comparable, table: Table) -> set[str]:
    """The units of the figures; none where rows are counted."""
    if item.measure is None:
        return set()
    columns = table.schema.with_role(Role.UNIT)
    if not columns:
        return {table.schema[item.measure].unit or ""}
    rows = [row for _, row in table.select(item.where)]
    return {str(table.value(row, columns[0].name)) for row in rows}


CHECK = CatalogCheck((CODE,), comparables_fit)
