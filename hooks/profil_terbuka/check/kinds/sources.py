"""Every year of the data needs a source that can know it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ...model import Dataset
from ...model.findings import Code, Finding, Place
from ...model.messages import message
from ..coverage_years import begun_years, first_rows, is_register
from ..kind import DatasetCheck

CODE = Code("tahun-tanpa-sumber", area="check")


def sources_cover(dataset: Dataset) -> Iterator[Finding]:
    """One finding for all years that no source covers."""
    bare = [
        year
        for year in sorted(begun_years(dataset))
        if not any(source.covers(year) for source in dataset.sources)
    ]
    if not bare or is_register(dataset):
        return
    table, row = next(first_rows(dataset, bare[0]))
    told = tuple(map(str, bare))
    sources = tuple(
        message("check.source", title=source.title, version=source.version)
        for source in dataset.sources
    )
    said = message(
        "check.years-without-source",
        years=told,
        sources=sources,
        file=posixpath.basename(table.file),
        row=str(row),
    )
    mend = message("check.mend-sources", years=told)
    yield Finding(CODE, Place(dataset.file), said, mend)


CHECK = DatasetCheck((CODE,), sources_cover)
