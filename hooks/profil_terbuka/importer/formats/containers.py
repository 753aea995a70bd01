"""The container of old office files (OLE2): a small file system of sectors ([MS-CFB]).

It is read here, since xlrd follows a chain of sectors that bites its own tail for ever.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAME_BYTES, _ENTRY_BYTES = 64, 128
_HEADER = struct.Struct("<30xHH14xI4xII4xI4x")
"""Sizes of sectors, and of those of short streams, as powers of two; the first sector of the
directory; from which size on a stream is not short; the first sector of the table of short ones,
and of what has no room here of the table of sectors (2.2)."""
_SIZES = (9, 12)
_FIRST_TABLES = struct.Struct("<109I")
_ENTRY = struct.Struct("<64s2xB49xII4x")
"""Name, type, first sector, size (2.6.1)."""
_LAST_SECTOR = 0xFFFFFFFA
"""What is larger is no sector but a mark: the end of a chain, a free place."""
_ROOT = 5


def is_container(data: bytes) -> bool:
    """Whether bytes are such a container."""
    return data.startswith(SIGNATURE)


def holds_stream(data: bytes, name: str) -> bool:
    """Whether a container, be it damaged, has a stream of that name.

    >>> entry = "Workbook".encode("utf-16-le").ljust(64, b"\\0")
    >>> [holds_stream(SIGNATURE.ljust(64) + entry, name) for name in ("Workbook", "Book")]
    [True, False]
    """
    entry = _entry_name(name)
    if not is_container(data):
        return False
    at = data.find(entry)
    while at >= 0 and at % _NAME_BYTES:  # entries are aligned: this is a text that says so
        at = data.find(entry, at + 1)
    return at >= 0


class Container:
    """A container whose streams are asked for by name."""

    def __init__(self, data: bytes) -> None:
        """Raises ValueError or struct.error where it is damaged."""
        self._data = data
        power, short_power, directory, self._long_from, short_table, more = _HEADER.unpack_from(
            data
        )
        if power not in _SIZES or short_power >= power:
            raise ValueError("sectors of a size that there is not")
        self._size, self._short_size = 1 << power, 1 << short_power
        self._next = self._table(more)
        entries = self._chained(directory)
        self._entries = [
            _ENTRY.unpack_from(entries, at)
            for at in range(0, len(entries) - _ENTRY_BYTES + 1, _ENTRY_BYTES)
        ]
        self._short_next = _numbers(self._chained(short_table))
        roots = (first for _, kind, first, _ in self._entries if kind == _ROOT)
        self._short = self._chained(next(roots, _LAST_SECTOR))

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; b'' where there is none, ValueError where its chain is broken."""
        wanted = _entry_name(name)
        for written, _, first, size in self._entries:
            if written == wanted:
                whole = self._chained(first) if size >= self._long_from else self._joined(first)
                return whole[:size]
        return b""

    def _table(self, more: int) -> Sequence[int]:
        """For each sector the one that follows it."""
        sectors = list(_FIRST_TABLES.unpack_from(self._data, _HEADER.size))
        seen = set()
        while more < _LAST_SECTOR:
            if more in seen:
                raise ValueError("the table of sectors goes round in circles")
            seen.add(more)
            *others, more = _numbers(self._sector(more))
            sectors += others
        return _numbers(b"".join(self._sector(at) for at in sectors if at < _LAST_SECTOR))

    def _sector(self, at: int) -> bytes:
        """A sector; the header takes the place of one."""
        return self._data[(at + 1) * self._size : (at + 2) * self._size]

    def _chained(self, first: int) -> bytes:
        return b"".join(self._sector(at) for at in _chain(first, self._next))

    def _joined(self, first: int) -> bytes:
        """A short stream: its sectors lie within one long stream."""
        size = self._short_size
        chain = _chain(first, self._short_next)
        return b"".join(self._short[at * size : (at + 1) * size] for at in chain)


def _chain(first: int, following: Sequence[int]) -> Iterator[int]:
    """The sectors of a chain; ValueError where it goes round in circles or leads nowhere.

    >>> list(_chain(2, [0xFFFFFFFE, 0, 1]))
    [2, 1, 0]
    """
    left = len(following)
    while first < _LAST_SECTOR:
        if first >= len(following) or not left:
            raise ValueError("a chain of sectors is broken")
        yield first
        first, left = following[first], left - 1


def _numbers(data: bytes) -> Sequence[int]:
    count = len(data) // 4
    return struct.unpack_from(f"<{count}I", data)


def _entry_name(name: str) -> bytes:
    return name.encode("utf-16-le").ljust(_NAME_BYTES, b"\0")
