"""Declared formulas (`rumus`): in every row some columns add up to another."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Catalog, Dataset, FormulaRule
from ...model.findings import Code, Finding, Place
from ...model.messages import message
from ..kind import RuleCheck
from ..panel import Number

CODE = Code("rumus-tidak-cocok", answerable=True, area="check")


def formula_holds(rule: FormulaRule, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    """In every row the parts add up to the result; rows with an empty cell pass."""
    table = dataset.table(rule.table)
    for row_number, row in enumerate(table.rows, start=2):
        parts = [table.stated(row, name) for name in rule.parts]
        result = table.stated(row, rule.result)
        numbers = [value for value in parts if isinstance(value, Number)]
        if len(numbers) < len(parts) or not isinstance(result, Number):
            continue
        added = sum(numbers, start=0)
        if added != result:
            said = message(
                "check.formula-fails", parts=" + ".join(rule.parts), sum=added, result=result
            )
            yield Finding(CODE, Place(table.file, row_number, rule.result), said)


def _numbers(rule: FormulaRule) -> list[tuple[str, str]]:
    return [(rule.table, name) for name in (*rule.parts, rule.result)]


CHECK = RuleCheck((CODE,), FormulaRule, formula_holds, _numbers)
