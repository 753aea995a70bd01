"""Suspicion about one category that is spelt in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...model import Field, Role, Table
from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import message
from ..kind import TableCheck

CODE = Code("dua-ejaan", Severity.SUSPICION, answerable=True, area="check")
LEAST_LENGTH = 6
"""Shorter names ('S1', 'S2') differ in one letter by right."""
_DIGIT = re.compile(r"\d")
_CODE = re.compile(r"[\W0]+")
"""Digits, all written as 0, and marks."""
_DISTINCT = re.compile(r"\d+[A-Za-z]?|[A-Za-z]\d+|[IVXLCDM]+|[ivx]+|[A-Z]{1,5}|[a-z]")
"""Words that tell things apart by a single letter by right: numbers and acronyms."""


def spelt_two_ways(table: Table) -> Iterator[Finding]:
    """Two values of a dimension that differ in one letter, or only in case, spaces or marks."""
    coded = {field.labels for field in table.schema.with_role(Role.CODE)}
    for field in table.schema.with_role(Role.DIMENSION):
        # Names with a code are held against the reference table instead.
        if field.type == "string" and field.name not in coded and not field.period:
            yield from _variants(table, field)


def _variants(table: Table, field: Field) -> Iterator[Finding]:
    first_row = {str(value): number for value, number in table.first_rows(field.name).items()}
    if _are_codes(first_row):
        return
    seen: dict[str, str] = {}
    for value, row_number in first_row.items():
        by_right = {value}
        for key in _keys(value):
            other = seen.setdefault(key, value)
            if other in by_right:
                continue
            if _differ_by_right(value, other):
                by_right.add(other)
            else:
                row = str(first_row[other])
                said = message("check.spelt-two-ways", value=value, other=other, row=row)
                yield Finding(CODE, Place(table.file, row_number, field.name), said)
                break


def _are_codes(values: Iterable[str]) -> bool:
    """Whether all are digits with the same marks at the same places: they differ by right.

    >>> _are_codes(["99.01.01", "99.01.02"]), _are_codes(["99.01.01", "99-01-01"])
    (True, False)
    """
    shapes = {_DIGIT.sub("0", value) for value in values}
    return len(shapes) == 1 and bool(_CODE.fullmatch(shapes.pop()))


def _keys(value: str) -> Iterator[str]:
    """The bare letters of a value, and for long values each string with one letter left out.

    Two strings that share such a key differ in at most one letter each way, so near twins meet in a
    dictionary instead of being compared pair by pair.

    >>> list(_keys("S-1"))
    ['s1']
    >>> set(_keys("Lansia")).isdisjoint(_keys("Lanzia"))
    False
    >>> set(_keys("Lansia")).isdisjoint(_keys("Balita"))
    True
    """
    bare = re.sub(r"[\W_]+", "", value.casefold())
    yield bare
    if len(bare) >= LEAST_LENGTH:
        yield from (bare[:at] + "\0" + bare[at + 1 :] for at in range(len(bare)))
        yield from (bare[:at] + bare[at + 1 :] for at in range(len(bare)))


def _differ_by_right(one: str, other: str) -> bool:
    """Whether only numbers, acronyms or single letters distinguish them.

    >>> _differ_by_right("Golongan II/a", "Golongan III/a"), _differ_by_right("Lansia", "Lanzia")
    (True, False)
    """
    words = zip(re.findall(r"\w+", one), re.findall(r"\w+", other), strict=False)
    different = [pair for pair in words if pair[0] != pair[1]]
    return bool(different) and all(_DISTINCT.fullmatch(word) for pair in different for word in pair)


CHECK = TableCheck((CODE,), spelt_two_ways)
