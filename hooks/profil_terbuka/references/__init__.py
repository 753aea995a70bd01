"""What people point at in pages and in instansi.yml: datasets, tables, rows, single figures."""

from .figure import figure, unit
from .targets import Unresolved, find_dataset, find_table, pairs, row_filter, words
from .trend import Trend, trend

__all__ = [
    "Trend",
    "Unresolved",
    "figure",
    "find_dataset",
    "find_table",
    "pairs",
    "row_filter",
    "trend",
    "unit",
    "words",
]
