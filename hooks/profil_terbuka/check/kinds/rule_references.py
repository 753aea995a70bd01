"""Declared references (`acuan`): codes and names stand in the reference table."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...model import Catalog, Dataset, ReferenceRule, Table, codes
from ...model.findings import Finding, Place
from ...model.messages import NOTHING, Message, message
from ...read.suggestions import suggestion
from ..kind import RuleCheck
from ..row_groups import GroupKey
from ..rule_tables import named_table


def references_exist(rule: ReferenceRule, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    """Each combination of the rule's columns stands in the reference table; empty cells pass."""
    target = named_table(rule.reference, rule.to, dataset, catalog)
    if not isinstance(target, Table):
        yield from (target,) if target else ()
        return
    known = {target.key(row, rule.to) for row in target.rows}
    table = dataset.table(rule.table)
    for row_number, row in enumerate(table.rows, start=2):
        key = table.key(row, rule.columns)
        if key not in known and None not in key:
            shown = " + ".join(f"`{value}`" for value in key)
            said = message("check.not-in-reference", values=shown, reference=rule.reference)
            place = Place(table.file, row_number, rule.columns[0])
            yield Finding(codes.REFERENCE_MISSING, place, said, _as_known(key, rule, known))


def _as_known(key: GroupKey, rule: ReferenceRule, known: Collection[GroupKey]) -> Message:
    """What the reference table says of the same code or name, or of one written much like it."""
    for at, (column, value) in enumerate(zip(rule.columns, key, strict=True)):
        if right := next((other for other in known if other[at] == value), None):
            others = tuple(
                message("check.value-in-column", value=str(there), column=name)
                for name, there, here in zip(rule.columns, right, key, strict=True)
                if there != here
            )
            return message("check.paired-with", column=column, value=str(value), others=others)
    hint = suggestion(str(key[0]), {str(other[0]) for other in known})
    return message("check.copy-from-reference", hint=hint) if hint else NOTHING


CHECK = RuleCheck(
    (codes.REFERENCE_MISSING, codes.DESCRIPTOR_INCONSISTENT), ReferenceRule, references_exist
)
