"""Agencies side by side: honest about years, units, and what cannot be compared."""

from .align import (
    Comparison,
    Line,
    Party,
    compare,
    deciders,
    difference,
    label,
    years_sentence,
)
from .concepts import PACKAGE, Category, Concept, concepts
from .drawn import chart

__all__ = [
    "PACKAGE",
    "Category",
    "Comparison",
    "Concept",
    "Line",
    "Party",
    "chart",
    "compare",
    "concepts",
    "deciders",
    "difference",
    "label",
    "years_sentence",
]
