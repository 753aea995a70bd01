"""Suspicions about printed row numbers: one that is missing, or stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...model import Field, Role, Table, Value
from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import message
from ..kind import TableCheck

CODE = Code("nomor-tidak-urut", Severity.SUSPICION, answerable=True, area="check")
LEAST_ROWS = 4
SHARE_IN_ORDER = 0.8
"""So many steps lead to the next number where a column numbers its rows."""
_NAMED = re.compile(r"(no|nomor|urut|no_urut|nomor_urut)(_(asli|tercetak))?")
_NUMBER = re.compile(r"\(?(\d{1,6}|[a-z])[.)]?")


class RowNumber(NamedTuple):
    """A printed row number: its spreadsheet row, its line in the book, and its rank (a is 1)."""

    row: int
    text: str
    rank: int
    line: tuple[Value, ...]


def broken_numbering(table: Table) -> Iterator[Finding]:
    """A number printed twice or left out, in a column that numbers the rows of the book."""
    for field in table.schema.fields:
        if _numbers_rows(field, table):
            numbers = list(_row_numbers(table, field))
            digits = [item for item in numbers if item.text.isdigit()]
            letters = [item for item in numbers if not item.text.isdigit()]
            if len(digits) >= LEAST_ROWS and _in_order(digits):
                yield from _breaks(digits, table.file, field.name)
            yield from _breaks(letters, table.file, field.name)


def _numbers_rows(field: Field, table: Table) -> bool:
    """A printed number, or the number that is the only key of a row."""
    key = table.schema.primary_key == (field.name,)
    return bool(_NAMED.fullmatch(field.name)) and (field.role is Role.PRINTED or key)


def _row_numbers(table: Table, field: Field) -> Iterator[RowNumber]:
    """The numbers, and the letters that stand below a number, of the rows that have one."""
    lines = tuple(origin.name for origin in table.schema.with_role(Role.ORIGIN))
    for row_number, row in enumerate(table.rows, start=2):
        found = _NUMBER.fullmatch(str(table.value(row, field.name) or ""))
        if found:
            text = found[1]
            rank = int(text) if text.isdigit() else ord(text) - ord("a") + 1
            yield RowNumber(row_number, text, rank, table.key(row, lines))


def _steps(run: Sequence[RowNumber]) -> Iterator[tuple[RowNumber, RowNumber]]:
    """Each number with the next, except where a list begins anew or a line became several rows."""
    for before, after in pairwise(run):
        split = before.rank == after.rank and before.line and before.line == after.line
        if after.rank != 1 and not split:
            yield before, after


def _in_order(run: Sequence[RowNumber]) -> bool:
    """Whether most of the numbers follow the one before.

    >>> def numbers(*ranks): return [RowNumber(at, str(at), at, (at,)) for at in ranks]
    >>> _in_order(numbers(1, 2, 3, 4, 5, 7)), _in_order(numbers(1, 8, 3, 4))
    (True, False)
    """
    steps = list(_steps(run))
    good = sum(after.rank == before.rank + 1 for before, after in steps)
    return good >= SHARE_IN_ORDER * len(steps)


def _breaks(run: Sequence[RowNumber], file: str, column: str) -> Iterator[Finding]:
    for before, after in _steps(run):
        if after.rank == before.rank + 1:
            continue
        row = str(before.row)
        if after.rank == before.rank:
            said = message("check.number-twice", number=after.text, row=row)
        else:
            said = message("check.number-skipped", number=after.text, last=before.text, row=row)
        related = (Place(file, before.row, column),)
        yield Finding(CODE, Place(file, after.row, column), said, related=related)


CHECK = TableCheck((CODE,), broken_numbering)
