"""What people point at in pages and in instansi.yml: datasets, tables, rows, single figures."""

from .figure import QuotedFigure, key_figure, quoted_figure
from .newest import newer_year
from .targets import (
    Unresolved,
    chosen_rows,
    option_pairs,
    reference_words,
    referenced_dataset,
    referenced_table,
)
from .trend import Trend, trend

__all__ = [
    "QuotedFigure",
    "Trend",
    "Unresolved",
    "chosen_rows",
    "key_figure",
    "newer_year",
    "option_pairs",
    "quoted_figure",
    "reference_words",
    "referenced_dataset",
    "referenced_table",
    "trend",
]
