"""A list of words as a nested outline: rows below the things they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import Dataset, Field, Filter, ReferenceRule, Role, Table, Value
from ..words.capitals import sentence_case
from ..words.dates import moment
from ..words.labels import cell


@dataclass
class Branch:
    """A heading of the outline with what stands below it; a leaf has details instead."""

    text: str
    details: tuple[str, ...] = ()
    below: dict[str, Branch] = field(default_factory=dict)


def list_outline(table: Table, where: Filter, *, calm: bool = False) -> Branch:
    """The rows of a list table that pass `where`, grouped by its dimensions in column order.

    Counters (whole-number dimensions) give the order only, and so does a dimension in which all
    rows that a filter leaves are the same. Of a row's remarks the first is the leaf, the others
    are its details. `calm` says remarks that the book shouts in capitals as sentences.
    """
    chosen = list(table.select(where))
    groups = [
        column
        for column in table.schema.with_role(Role.DIMENSION)
        if column.type == "string"
        and not (where and len({table.value(row, column.name) for _, row in chosen}) == 1)
    ]
    remarks = table.schema.with_role(Role.REMARK)
    root = Branch(table.title)
    for number, row in chosen:
        at = root
        for text in _words(table, row, groups):
            at = at.below.setdefault(text, Branch(text))
        texts = _words(table, row, remarks)
        if calm:
            texts = [sentence_case(text) for text in texts]
        if texts:
            at.below[f"baris {number}"] = Branch(texts[0], tuple(texts[1:]))
    return root


def _words(table: Table, row: tuple[Value, ...], columns: Sequence[Field]) -> list[str]:
    """The cells of a row in some columns, empty ones left out."""
    values = [(table.value(row, column.name), column.type) for column in columns]
    return [moment(cell(value, type_)) for value, type_ in values if value is not None]


def tree(table: Table, dataset: Dataset) -> Branch:
    """The rows below the rows they belong to; a row without a parent stands at the top."""
    rule = _parents(table, dataset)
    parent, name = rule.columns[0], rule.to[0]
    root = Branch(table.title)
    branches = {table.value(row, name): Branch(str(table.value(row, name))) for row in table.rows}
    for row in table.rows:
        branch = branches[table.value(row, name)]
        branches.get(table.value(row, parent), root).below[branch.text] = branch
    return root


def has_parents(table: Table, dataset: Dataset) -> bool:
    """Whether a rule says that one column names rows of the same table."""
    return any(_names_parent(rule, table) for rule in dataset.rules)


def _parents(table: Table, dataset: Dataset) -> ReferenceRule:
    return next(
        rule
        for rule in dataset.rules
        if isinstance(rule, ReferenceRule) and _names_parent(rule, table)
    )


def _names_parent(rule: object, table: Table) -> bool:
    return (
        isinstance(rule, ReferenceRule)
        and (rule.table, rule.reference) == (table.name, table.name)
        and len(rule.columns) == 1
    )


def is_list(table: Table) -> bool:
    """Whether a table is words only: remarks and no measure."""
    return bool(table.schema.with_role(Role.REMARK)) and not table.schema.with_role(Role.MEASURE)
