"""Rows that a map cannot show: every one needs a known code, of one level, that no other has.

A map that lacks boundaries altogether, or a column of codes, is refused where it is prepared.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Catalog, Dataset, View, ViewKind, codes
from ..model.findings import Finding, Place
from ..model.geo import Boundaries, level_of, outline
from ..read.atlas import boundaries, code_column
from ..read.documents import nearest


def maps_fit(catalog: Catalog) -> Iterator[Finding]:
    """A finding for everything that keeps a map of the catalogue from being drawn."""
    for dataset in catalog.datasets:
        for view in dataset.views:
            if view.kind is ViewKind.MAP:
                yield from _map_fits(view, dataset, catalog)


def _map_fits(view: View, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    table = dataset.table(view.table)
    column = code_column(view, table)
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
            reason = f"kode `{code}` tidak punya batas.{nearest(code, known)}"
        elif not outline(code, found.borders):
            reason = f"garis batas `{code}` tidak bertemu ujungnya."
        elif level_of(code) != level:
            reason = f"`{code}` tidak setingkat dengan baris sebelumnya; saring satu tingkat."
        elif code in first:
            reason = f"`{code}` sudah ada di baris {first[code]}; satu wilayah satu nilai."
        else:
            first[code] = number
            continue
        place = Place(table.file, number, column)
        yield Finding(codes.MAP_IMPOSSIBLE, place, f"Peta `{view.name}`: {reason}")
