"""Files packed beforehand, as servers send them to browsers that take them so.

gzip at its best costs nothing. Brotli at its best takes minutes for a site and gains one part in
ten over its quickest: pages, styles and scripts, which everybody fetches, get more of it than data.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import brotli

from ..hosting import facts

SMALLEST = 1024
"""Bytes: what is smaller fits one packet anyway."""
_WORTH = 0.9
"""A packed file that is hardly smaller is not worth its place."""
_BEST_GZIP = 9
_EVERYBODYS = frozenset({"html", "css", "js"})
_THOROUGH, _QUICK = 9, 5
"""Of brotli's eleven steps."""


def squeezed(address: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The packed forms of a file by their addresses, where they are worth it."""
    extension = address.rpartition(".")[2]
    if not facts.media_of(address).packs or len(data) < SMALLEST:
        return
    step = _THOROUGH if extension in _EVERYBODYS else _QUICK
    for end, packed in ((".br", brotli.compress(data, quality=step)), (".gz", gzip_bytes(data))):
        if len(packed) < _WORTH * len(data):
            yield f"{address}{end}", packed


def gzip_bytes(data: bytes) -> bytes:
    """The bytes as gzip, which depend on nothing else.

    >>> gzip_bytes(b"a" * 99) == gzip_bytes(b"a" * 99)
    True
    """
    return gzip.compress(data, _BEST_GZIP, mtime=0)
