"""Formulas of an old workbook that nothing has worked out ([MS-XLS] 2.4.127).

A formula's record holds its last value, and a program that cannot calculate leaves that empty, as
Excel does for a formula that gives an empty text. One such tells nothing; all of them do.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_FORMULA = 0x0006
_HEAD = struct.Struct("<HH")
_BEFORE_VALUE = 6
"""Bytes: row, column and look."""
_EMPTY_TEXT = b"\x03\x00\x00\x00\x00\x00\xff\xff"


def nothing_worked_out(records: bytes) -> bool:
    """Whether there are formulas in a stream of records, and none has a value.

    >>> record = struct.pack("<HH", _FORMULA, 22) + bytes(_BEFORE_VALUE)
    >>> nothing_worked_out(record + _EMPTY_TEXT + bytes(8)), nothing_worked_out(record + bytes(16))
    (True, False)
    """
    values = [value == _EMPTY_TEXT for value in _formula_values(records)]
    return bool(values) and all(values)


def _formula_values(records: bytes) -> Iterator[bytes]:
    at = 0
    while at + _HEAD.size <= len(records):
        kind, length = _HEAD.unpack_from(records, at)
        at += _HEAD.size
        if kind == _FORMULA:
            yield records[at + _BEFORE_VALUE : at + _BEFORE_VALUE + len(_EMPTY_TEXT)]
        at += length
