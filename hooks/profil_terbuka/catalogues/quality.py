"""Measured quality in the words of W3C's Data Quality Vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model.products import Measurement
from ..words.catalogues import text
from .entries import CatalogueEntry
from .graph import Node, node
from .vocabulary import DIMENSIONS


def measurement(one: Measurement, item: CatalogueEntry) -> Node:
    """What a criterion found in a dataset."""
    kind, value = _typed(one.value)
    terms = {
        "dqv:isMeasurementOf": f"{item.agency.root}data/mutu/#kriteria-{one.criterion.name}",
        "dqv:computedOn": item.identifier,
        "dqv:value": {"@value": value, "@type": kind},
        "rdfs:comment": one.text,
    }
    return node(f"{item.folder}#mutu-{one.criterion.name}", "dqv:QualityMeasurement", terms)


def criterion(one: Measurement, item: CatalogueEntry) -> Iterator[Node]:
    """What was measured, and the dimension of quality it belongs to."""
    criterion = one.criterion
    terms = {
        "skos:prefLabel": text(criterion.title),
        "skos:definition": text(criterion.definition),
        "dqv:expectedDataType": "http://www.w3.org/2001/XMLSchema#"
        + _typed(one.value)[0].partition(":")[2],
        "dqv:inDimension": f"{DIMENSIONS}{criterion.dimension}",
    }
    yield node(f"{item.agency.root}data/mutu/#kriteria-{criterion.name}", "dqv:Metric", terms)
    yield node(f"{DIMENSIONS}{criterion.dimension}", "dqv:Dimension", {})


def _typed(value: int | float | bool) -> tuple[str, str]:
    if isinstance(value, bool):
        return "xsd:boolean", str(value).lower()
    return "xsd:decimal", f"{Decimal(str(value)):f}"
