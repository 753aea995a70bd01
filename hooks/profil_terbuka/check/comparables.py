"""Figures declared comparable with other agencies' must fit the shared concept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..comparison import PACKAGE, Concept, concepts
from ..model import Catalog, Comparable, Dataset, Role, Table, codes
from ..model.aggregation import Obstacle, Row, obstacle
from ..model.findings import Finding, Place
from ..read.documents import nearest


def comparables_fit(catalog: Catalog) -> Iterator[Finding]:
    """A finding for each unknown concept or category, foreign unit, and concept declared twice."""
    declared = [(item, dataset) for dataset in catalog.datasets for item in dataset.comparables]
    if not declared or PACKAGE in catalog.unfit:
        return  # of a faulty package of concepts it has been said already
    known = {concept.name: concept for concept in concepts(catalog.reference)}
    counts = Counter(item.concept for item, _ in declared)
    for item, dataset in declared:
        for message in _faults(item, dataset, known):
            yield Finding(codes.COMPARABLE_UNFIT, Place(dataset.file), message)
        if counts[item.concept] > 1:
            message = f"Konsep `{item.concept}` diisi lebih dari satu dataset instansi ini."
            yield Finding(codes.COMPARABLE_UNFIT, Place(dataset.file), message)


def _faults(item: Comparable, dataset: Dataset, known: dict[str, Concept]) -> Iterator[str]:
    if item.concept not in known:
        yield f"Tidak ada konsep `{item.concept}`.{nearest(item.concept, known)}"
        return
    concept, table = known[item.concept], dataset.table(item.table)
    codes_ = [category.code for category in concept.categories]
    if bool(codes_) != bool(item.category):
        wanted = "perlu" if codes_ else "tidak menerima"
        yield f"Konsep `{concept.name}` {wanted} `kategori` dan `padanan`."
        return
    for code in sorted(set(item.codes.values()) - set(codes_)):
        yield f"Konsep `{concept.name}` tidak punya kategori `{code}`.{nearest(code, codes_)}"
    if item.category:
        held = {str(value) for value in table.column(item.category)}
        for value in sorted(item.codes.keys() - held):
            yield f"`padanan` menyebut `{value}` yang tidak ada di kolom `{item.category}`."
    for unit in sorted(_units(item, table) - set(concept.units)):
        accepted = ", ".join(f"`{name}`" for name in concept.units)
        yield f"Satuan `{unit}` bukan satuan konsep `{concept.name}` ({accepted})."
    for found in _sums(item, table):
        choice = f"{found.column} {found.choice}"
        yield f"{found.message}. Pilih satu dengan `saring`, misalnya {choice}."


def _sums(item: Comparable, table: Table) -> Iterator[Obstacle]:
    """What stands in the way of adding up the rows of a year and category of the concept."""
    if item.measure is None:
        return
    groups: dict[str, list[Row]] = {}
    for _, row in table.select(item.where):
        name = item.codes.get(str(table.value(row, item.category)), "") if item.category else "*"
        groups.setdefault(name, []).append(row)
    groups.pop("", None)  # what has no counterpart in the concept is not added up
    by = (item.time,) if item.time else ()
    found = (obstacle(table, item.measure, rows, by) for rows in groups.values())
    yield from [one for one in found if one][:1]


def _units(item: Comparable, table: Table) -> set[str]:
    """The units of the figures; none where rows are counted."""
    if item.measure is None:
        return set()
    columns = table.schema.with_role(Role.UNIT)
    if not columns:
        return {table.schema[item.measure].unit or ""}
    rows = [row for _, row in table.select(item.where)]
    return {str(table.value(row, columns[0].name)) for row in rows}
