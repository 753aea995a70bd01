"""How to cite: sentences, files for reference managers, and addresses within a page."""

from .anchors import anchors, chart_anchor
from .files import citation_files
from .head import citation_head
from .record import chart_citations, dataset_citations
from .sentences import Citation, cite_cells, cite_comparison, cite_dataset, cite_figure

__all__ = [
    "Citation",
    "anchors",
    "chart_anchor",
    "chart_citations",
    "citation_files",
    "citation_head",
    "cite_cells",
    "cite_comparison",
    "cite_dataset",
    "cite_figure",
    "dataset_citations",
]
