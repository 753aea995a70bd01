"""What people point at in pages and in instansi.yml: datasets, tables, rows, single figures."""

from .figure import Figure, figure, key_figure
from .newest import newer_year
from .targets import Unresolved, find_dataset, find_table, pairs, row_filter, words
from .trend import Trend, trend

__all__ = [
    "Figure",
    "Trend",
    "Unresolved",
    "figure",
    "find_dataset",
    "find_table",
    "key_figure",
    "newer_year",
    "pairs",
    "row_filter",
    "trend",
    "words",
]
