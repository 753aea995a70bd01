"""The container of old office files (OLE2, [MS-CFB]): which streams lie in it."""

from __future__ import annotations

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAME_BYTES = 64


def is_container(data: bytes) -> bool:
    """Whether bytes are such a container."""
    return data.startswith(SIGNATURE)


def holds_stream(data: bytes, name: str) -> bool:
    """Whether a container has a stream of that name, by its entry in the directory.

    >>> entry = "Workbook".encode("utf-16-le").ljust(64, b"\\0")
    >>> [holds_stream(SIGNATURE.ljust(64) + entry, name) for name in ("Workbook", "Book")]
    [True, False]
    """
    entry = name.encode("utf-16-le").ljust(_NAME_BYTES, b"\0")
    if not is_container(data):
        return False
    at = data.find(entry)
    while at >= 0 and at % _NAME_BYTES:  # entries are aligned: this is a text that says so
        at = data.find(entry, at + 1)
    return at >= 0
