"""Formulas of an old workbook that nothing has worked out ([MS-XLS] 2.4.127).

A formula's record holds its last value, and a program that cannot calculate leaves that empty, as
Excel does for a formula that gives an empty text. One such tells nothing; all of them do.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from xlrd.compdoc import CompDoc

from .containers import is_container

_FORMULA = 0x0006
_HEAD = struct.Struct("<HH")
_BEFORE_VALUE = 6
"""Bytes: row, column and look."""
_EMPTY_TEXT = b"\x03\x00\x00\x00\x00\x00\xff\xff"


def nothing_worked_out(data: bytes) -> bool:
    """Whether there are formulas, and none has a value.

    >>> nothing_worked_out(b"\\t\\x08\\x10\\x00")
    False
    """
    values = [value == _EMPTY_TEXT for value in _formula_values(_records_of(data))]
    return bool(values) and all(values)


def _records_of(data: bytes) -> bytes:
    """The stream of records, out of its container or bare."""
    if not is_container(data):
        return data
    container = CompDoc(data, logfile=io.StringIO())
    found = (container.get_named_stream(name) for name in ("Workbook", "Book"))
    return bytes(next((stream for stream in found if stream), b""))


def _formula_values(records: bytes) -> Iterator[bytes]:
    at = 0
    while at + _HEAD.size <= len(records):
        kind, length = _HEAD.unpack_from(records, at)
        at += _HEAD.size
        if kind == _FORMULA:
            yield records[at + _BEFORE_VALUE : at + _BEFORE_VALUE + len(_EMPTY_TEXT)]
        at += length
