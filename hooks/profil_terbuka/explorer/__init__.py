"""The explorer: what readers choose, compare and draw of a table, by the rules of the build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Catalog, Dataset
from ..model.products import Explorer
from ..read.atlas import boundaries
from .cube import cubes, is_too_long
from .document import explorer_json
from .outlines import OUTLINES, outlines_svg

__all__ = ["EXPLORER", "explore", "shapes_file"]

EXPLORER = "jelajah.json"
"""Beside a dataset's page."""


def explore(dataset: Dataset, reference: Sequence[Dataset]) -> Explorer:
    """What a dataset's explorer loads, and the tables that are too long for one.

    Shapes of areas are among the `reference` packages.

    >>> from ..model.invented import invented_dataset, invented_table
    >>> rows = [(2023, "A", 30), (2023, "B", 40), (2024, "A", 33), (2024, "B", None)]
    >>> table = invented_table("tahun, jenis, jumlah (orang)", *rows)
    >>> found = explore(invented_dataset(table), ())
    >>> found.data[:30], found.too_long
    (b'{"judul":"Data","tempat":"","s', ())
    """
    found = tuple(cubes(dataset))
    known = boundaries(dataset.coverage.region, reference)
    return Explorer(
        explorer_json(dataset, found, known) if found else b"",
        tuple(table.title for table in dataset.tables if is_too_long(table)),
    )


def shapes_file(catalog: Catalog) -> Mapping[str, bytes]:
    """The shapes of an agency's region by their address; empty where no package has them."""
    known = boundaries(catalog.agency.region, catalog.reference)
    return {OUTLINES: outlines_svg(known)} if known else {}
