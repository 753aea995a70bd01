"""How to cite: sentences, files for reference managers, and addresses within a page."""

from .anchors import anchors, chart_anchor
from .files import files
from .record import chart_files, dataset_files
from .sentences import Citation, cite_cells, cite_comparison, cite_dataset, cite_figure

__all__ = [
    "Citation",
    "anchors",
    "chart_anchor",
    "chart_files",
    "cite_cells",
    "cite_comparison",
    "cite_dataset",
    "cite_figure",
    "dataset_files",
    "files",
]
