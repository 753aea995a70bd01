"""Rows that a map cannot show: every one needs a known code, of one level, that no other has.

A map that lacks boundaries altogether, or a column of codes, is refused where it is prepared.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...charts.kinds import area_map
from ...model import Catalog, Dataset, View, codes
from ...model.findings import Finding, Place
from ...model.geo import Boundaries, level_of, outline
from ...model.messages import Message, message
from ...read.atlas import boundaries, code_column
from ...read.suggestions import suggestion
from ..kind import CatalogCheck


def maps_fit(catalog: Catalog) -> Iterator[Finding]:
    """A finding for everything that keeps a map of the catalogue from being drawn."""
    for dataset in catalog.datasets:
        for view in dataset.views:
            if view.kind == area_map.NAME:
                yield from _map_fits(view, dataset, catalog)


def _map_fits(view: View, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    column = code_column(view, dataset.table(view.table))
    found = boundaries(dataset.coverage.region, catalog.reference)
    if column and found:
        yield from _rows_fit(view, dataset, column, found)


def _rows_fit(view: View, dataset: Dataset, column: str, found: Boundaries) -> Iterator[Finding]:
    """Each row chosen has a code with a closed outline, of the same level, that no other has."""
    table = dataset.table(view.table)
    known = {area.code for area in found.areas}
    first: dict[str, int] = {}
    level = 0
    for number, row in table.select(view.where):
        code = str(table.value(row, column) or "")
        level = level or level_of(code)
        if code not in known:
            problem = message(
                "check.code-without-boundary", code=code, hint=suggestion(code, known)
            )
        elif not outline(code, found.borders):
            problem = message("check.boundary-open", code=code)
        elif level_of(code) != level:
            problem = message("check.code-of-other-level", code=code)
        elif code in first:
            problem = message("check.code-in-row", code=code, row=str(first[code]))
        else:
            first[code] = number
            continue
        yield _finding(view, Place(table.file, number, column), problem)


def _finding(view: View, place: Place, problem: Message) -> Finding:
    said = message("check.map-impossible", map=view.name, problem=problem)
    return Finding(codes.MAP_IMPOSSIBLE, place, said)


CHECK = CatalogCheck((codes.MAP_IMPOSSIBLE,), maps_fit)
