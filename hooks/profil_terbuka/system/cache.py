"""Results kept in one folder that may be deleted, or damaged, at any time.

A kept result is identical to a fresh one. Its key covers what it was made from and the program
that made it (`recipes`); every entry begins with a seal over its kind, key and content. One that
does not bear its own seal (cut off, altered, empty, copied from elsewhere) counts as none and is
made anew. The seal tells of accidents: whoever may write into the folder may change the program.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NewType

from ..model.messages import message
from ..words.catalogues import text
from ..words.language import language
from .recipes import recipe

Key = NewType("Key", str)
_MARK = b"profil-terbuka/1 "
_HEAD = len(_MARK) + 64 + 1
"""Bytes before the content: the mark, the seal in hexadecimal, a line break."""

log = logging.getLogger(__name__)


def digest(*parts: bytes | str) -> str:
    """SHA-256 over the parts; their boundaries count.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def key(maker: str, *parts: bytes | str) -> Key:
    """The name of what the module `maker` (its __name__) makes of the parts, today's code given,
    in the language that is spoken."""
    return Key(digest(recipe(maker), language(), *parts))


@dataclass
class Cache:
    """Bytes by kind and key below `folder`; counts what had to be made anew, by kind."""

    folder: Path
    made: dict[str, int] = field(default_factory=dict)

    def get(self, kind: str, key: Key, make: Callable[[], bytes]) -> bytes:
        """The kept bytes of `key`, or those of `make`, which are then kept."""
        if (data := self.kept(kind, key)) is not None:
            return data
        data = make()
        self.made[kind] = self.made.get(kind, 0) + 1
        self.keep(kind, key, data)
        return data

    def kept(self, kind: str, key: Key) -> bytes | None:
        """The bytes of `key`; None when there are none that can be relied on."""
        try:
            entry = (self.folder / kind / key).read_bytes()
        except OSError:  # not there, unreadable, a folder: all the same to who can make it anew
            return None
        data = entry[_HEAD:]
        return data if entry[:_HEAD] == _head(kind, key, data) else None

    def keep(self, kind: str, key: Key, data: bytes) -> None:
        """Keep the bytes; where that is impossible the build goes on, only slower next time."""
        try:
            write_atomically(self.folder / kind / key, _head(kind, key, data) + data)
        except OSError as problem:
            log.debug("%s", problem)
            if self.folder not in _UNWRITABLE:
                _UNWRITABLE.add(self.folder)
                told = message("system.cache-unwritable", folder=self.folder.name)
                log.warning("%s", text(told))


_UNWRITABLE: set[Path] = set()
"""Folders that have been complained about: once is enough."""


def _head(kind: str, key: Key, data: bytes) -> bytes:
    return _MARK + digest(kind, key, data).encode() + b"\n"


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside, wait for the disk, and rename: no reader, no power cut sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
