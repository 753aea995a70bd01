"""Declared sums (`jumlah`): details add up to the totals that the book prints."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Catalog, Dataset, SumRule, codes
from ...model.findings import Code, Finding, Place
from ...model.messages import message
from ..kind import RuleCheck
from ..panel import Number
from ..row_groups import GroupKey, RowGroup, key_told, row_groups

UNPAIRED = Code("total-tanpa-pasangan", answerable=True, area="check")


def sums_agree(rule: SumRule, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    """Detail rows add up to the printed totals; every group has a total and every total a group.

    All rows count, whatever their status: the question is whether the book agrees with itself.
    An invalid row counts with what the book prints of it; sums with a withheld part do not.
    """
    detail, total = dataset.table(rule.table), dataset.table(rule.total)
    groups = row_groups(detail, tuple(rule.by), rule.measure, {})
    seen: set[GroupKey] = set()
    for row_number, row in total.select(rule.where):
        key = total.key(row, tuple(rule.by.values()))
        printed = total.stated(row, rule.measure)
        place = Place(total.file, row_number, rule.measure)
        seen.add(key)
        if key not in groups:
            group = key_told(rule.by, key)
            said = message("check.total-without-details", group=group, table=detail.name)
            yield Finding(UNPAIRED, place, said)
        elif groups[key].withheld:
            continue
        elif isinstance(printed, Number) and groups[key].sum != printed:
            yield _mismatch(rule, key, groups[key], printed, place)
    for key, rows in groups.items():
        if key not in seen:
            place = Place(detail.file, rows.first_row, rule.measure)
            group = key_told(rule.by, key)
            said = message("check.details-without-total", group=group, table=total.name)
            yield Finding(UNPAIRED, place, said)


def _mismatch(
    rule: SumRule, key: GroupKey, group: RowGroup, printed: Number, place: Place
) -> Finding:
    said = message(
        "check.sum-mismatch",
        table=rule.table,
        group=key_told(rule.by, key),
        sum=group.told,
        printed=printed,
        difference=group.sum - printed,
    )
    mend = message("check.mend-sum", table=rule.table)
    return Finding(codes.TOTAL_MISMATCH, place, said, mend)


def _numbers(rule: SumRule) -> list[tuple[str, str]]:
    return [(rule.table, rule.measure), (rule.total, rule.measure)]


CHECK = RuleCheck((codes.TOTAL_MISMATCH, UNPAIRED), SumRule, sums_agree, _numbers)
