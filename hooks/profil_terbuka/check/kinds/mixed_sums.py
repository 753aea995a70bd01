"""Suspicion about sums of rows that are counted in different units."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Dataset, Role, SumRule, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ..kind import DatasetCheck


def mixed_sums(dataset: Dataset) -> Iterator[Finding]:
    """A rule that adds up rows of different units."""
    for rule in dataset.rules:
        if not isinstance(rule, SumRule):
            continue
        table = dataset.table(rule.table)
        columns = table.schema.with_role(Role.UNIT)
        units = sorted({str(unit) for unit in table.column(columns[0].name)}) if columns else []
        if len(units) > 1:
            place = Place(dataset.table(rule.total).file, None, rule.measure)
            said = message("check.units-mixed-in-sum", units=tuple(units))
            yield Finding(codes.UNITS_MIXED, place, said)


CHECK = DatasetCheck((codes.UNITS_MIXED,), mixed_sums)
