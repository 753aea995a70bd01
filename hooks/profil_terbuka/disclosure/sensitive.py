"""Small counts of people about sensitive matters, and those about which nothing was decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import Dataset, Field, Role, Table
from ..model.aggregation import Row
from .decisions import is_small
from .terms import SensitiveTerms, about_people, about_staff, names_staff


class SensitiveCount(NamedTuple):
    """A small count: where it stands, and the sensitive word that it is about."""

    row_number: int
    measure: str
    word: str


def undecided_counts(
    edition: Dataset, current: Dataset, words: SensitiveTerms
) -> Iterator[tuple[Table, SensitiveCount]]:
    """Every small count of an edition about which `privasi` of the current one says nothing."""
    disclosed = {item.table for item in current.disclosures}
    for table in edition.tables:
        if table.name in disclosed:
            continue
        declared = _declared(table, current)
        for count in sensitive_counts(table, edition, words):
            if (count.measure, count.row_number) not in declared:
                yield table, count


def _declared(table: Table, current: Dataset) -> frozenset[tuple[str, int]]:
    """Measure and row number of what is withheld on purpose; of columns it lacks, nothing."""
    return frozenset(
        (item.measure, row_number)
        for item in current.suppressions
        if item.table == table.name and set(item.where) <= set(table.schema.position)
        for row_number, _ in table.select(item.where)
    )


def sensitive_counts(
    table: Table, dataset: Dataset, words: SensitiveTerms
) -> Iterator[SensitiveCount]:
    """Each small count of people that the table or its own row says is about a sensitive matter.

    >>> from profil_terbuka.disclosure.terms import compiled_terms
    >>> from profil_terbuka.model.invented import invented_dataset, invented_table
    >>> rows = [("HIV", 3), ("HIV", 300), ("Lainnya", 3)]
    >>> table = invented_table("jenis, jumlah (orang)", *rows)
    >>> list(sensitive_counts(table, invented_dataset(table), compiled_terms(("hiv",))))
    [SensitiveCount(row_number=2, measure='jumlah', word='HIV')]
    """
    dimensions = [field.name for field in table.schema.with_role(Role.DIMENSION)]
    for field in table.schema.with_role(Role.MEASURE):
        if about_staff(table, field.title):
            continue
        always = sensitive_matter(table, field, dataset, words)
        values = table.stated_column(field.name)
        small = set(filter(is_small, set(values)))
        for row_number, value in enumerate(values, start=2) if small else ():
            if value not in small:
                continue
            row = table.rows[row_number - 2]
            named = [str(table.value(row, name)) for name in dimensions]
            if not about_people(_unit(table, row, field)) or any(map(names_staff, named)):
                continue
            if word := always or words.find("\n".join(named)):
                yield SensitiveCount(row_number, field.name, word)


def _unit(table: Table, row: Row, field: Field) -> str:
    """The unit of a value: of its row where each row names its own."""
    units = table.schema.with_role(Role.UNIT)
    return str(table.value(row, units[0].name) or "") if units else field.unit or ""


def sensitive_matter(
    table: Table, measure: Field, dataset: Dataset, words: SensitiveTerms
) -> str | None:
    """The sensitive word that says what all numbers of a measure are about; None: their rows do."""
    return words.find("\n".join((dataset.title, table.title, measure.title, measure.unit or "")))
