"""What a descriptor says must hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .tables import Filter


@dataclass(frozen=True, slots=True)
class SumRule:
    """Rows of `table` add up to the printed rows of `total` (those that pass `where`)."""

    table: str
    measure: str
    total: str
    by: Mapping[str, str]
    """Detail column -> column of the total table; empty: everything is added up."""
    where: Filter = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReferenceRule:
    """Each combination of `columns` in `table` exists as `to` in the reference table."""

    table: str
    columns: tuple[str, ...]
    reference: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a measure of a table (`table` or `dataset/table`)."""

    table: str
    measure: str
    where: Filter = field(default_factory=dict)


class Relation(StrEnum):
    """How the two sides of a comparison must stand to each other."""

    EQUAL = "="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class CompareRule:
    """Sums on the left equal, or do not exceed, sums on the right, by common columns."""

    left: Side
    relation: Relation
    right: Side
    by: Mapping[str, str]
    """Column on the left -> column on the right; empty: everything is added up."""


@dataclass(frozen=True, slots=True)
class FormulaRule:
    """In every row the columns `parts` add up to the column `result`."""

    table: str
    parts: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class OrderRule:
    """In every row the values of the columns never go backwards (dates, numbers)."""

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JumpBound:
    """From year to year this measure may change by up to `factor`."""

    table: str
    measure: str
    factor: float


@dataclass(frozen=True, slots=True)
class BreakRule:
    """From period `since` on values are counted in another way: the series does not go on.

    Without `since` no two periods can be compared.
    """

    table: str
    time: str
    since: str
    """As the table writes periods."""
    why: str
    where: Filter = field(default_factory=dict)


Rule = SumRule | ReferenceRule | CompareRule | FormulaRule | OrderRule | JumpBound | BreakRule
