"""The citation files of a dataset and its charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..model import Agency, Dataset
from .formats import bibtex, cff, csl, ris
from .record import (
    BIBTEX,
    CFF,
    CSL,
    RIS,
    CitedWork,
    chart_citations,
    chart_record,
    dataset_citations,
    dataset_record,
)

_WRITERS: Mapping[str, Callable[[CitedWork], str]] = {RIS: ris, BIBTEX: bibtex, CSL: csl, CFF: cff}


def citation_files(dataset: Dataset, agency: Agency) -> dict[str, bytes]:
    """All citation files by name, relative to data/<slug>/."""
    made = _written(dataset_record(dataset, agency), dataset_citations(dataset.slug))
    for view in dataset.views:
        made |= _written(chart_record(view, dataset, agency), chart_citations(view.name))
    return made


def _written(record: CitedWork, names: Mapping[str, str]) -> dict[str, bytes]:
    return {name: _WRITERS[kind](record).encode() for kind, name in names.items()}
