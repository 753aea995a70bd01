"""Declared comparisons (`banding`): sums of two tables are equal, or one bounds the other."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Catalog, CompareRule, Dataset, Relation, Side, Table, codes
from ...model.findings import Code, Finding, Place
from ...model.messages import NOTHING, Message, message
from ..kind import RuleCheck
from ..panel import Number
from ..row_groups import key_told, row_groups
from ..rule_tables import named_table

CODE = Code("banding-tidak-cocok", answerable=True, area="check")


def sides_compare(rule: CompareRule, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    """The sums of two tables stand in the declared relation for every key they share."""
    left_columns = (rule.left.measure, *rule.by, *rule.left.where)
    right_columns = (rule.right.measure, *rule.by.values(), *rule.right.where)
    left = named_table(rule.left.table, left_columns, dataset, catalog)
    right = named_table(rule.right.table, right_columns, dataset, catalog)
    if not isinstance(left, Table) or not isinstance(right, Table):
        yield from (side for side in (left, right) if isinstance(side, Finding))
        return
    ours = row_groups(left, tuple(rule.by), rule.left.measure, rule.left.where)
    theirs = row_groups(right, tuple(rule.by.values()), rule.right.measure, rule.right.where)
    shared = [key for key in ours if key in theirs]
    if not shared:
        said = message("check.no-rows-in-common", left=rule.left.table, right=rule.right.table)
        yield Finding(CODE, Place(left.file), said)
    for key in shared:
        one, other = ours[key], theirs[key]
        if one.withheld or other.withheld or _holds(one.sum, rule.relation, other.sum):
            continue
        said = message(
            "check.sides-differ",
            group=key_told(rule.by, key),
            left=_side(rule.left),
            sum=one.told,
            relation=_wanted(rule.relation),
            right=_side(rule.right),
            other=other.told,
        )
        place = Place(left.file, one.first_row, rule.left.measure)
        related = (Place(right.file, other.first_row, rule.right.measure),)
        yield Finding(CODE, place, said, related=related)


def _holds(left: Number, relation: Relation, right: Number) -> bool:
    """Whether two sums stand in the relation.

    >>> _holds(3, Relation.AT_MOST, 4), _holds(3, Relation.EQUAL, 4)
    (True, False)
    """
    return left == right if relation is Relation.EQUAL else left <= right


def _wanted(relation: Relation) -> Message:
    if relation is Relation.EQUAL:
        return message("check.equal-to")
    return message("check.at-most")


def _side(side: Side) -> Message:
    """'`realisasi` di `kegiatan` (jenis Pelatihan)'."""
    chosen = ", ".join(
        f"{name} {'/'.join(map(str, values))}" for name, values in side.where.items()
    )
    return message(
        "check.measure-of-table",
        measure=side.measure,
        table=side.table,
        chosen=f" ({chosen})" if chosen else NOTHING,
    )


def _numbers(rule: CompareRule) -> list[tuple[str, str]]:
    return [(side.table, side.measure) for side in (rule.left, rule.right)]


CHECK = RuleCheck((CODE, codes.DESCRIPTOR_INCONSISTENT), CompareRule, sides_compare, _numbers)
