"""Agencies side by side: honest about years, units, and what cannot be compared."""

from .align import (
    Comparison,
    Line,
    Party,
    compare,
    deciders,
    meanings_sentence,
    party_label,
    without_counterpart,
    years_sentence,
)
from .concepts import PACKAGE, Category, Concept, concepts
from .drawn import comparison_chart

__all__ = [
    "PACKAGE",
    "Category",
    "Comparison",
    "Concept",
    "Line",
    "Party",
    "compare",
    "comparison_chart",
    "concepts",
    "deciders",
    "meanings_sentence",
    "party_label",
    "without_counterpart",
    "years_sentence",
]
