"""Results kept by content hash in one folder that may be deleted at any time.

A stored result is identical to a fresh one: the key covers everything the result depends on, the
versions of the tools included.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


def digest(*parts: bytes | str) -> str:
    """SHA-256 over the parts; their boundaries count, so ('ab', 'c') differs from ('a', 'bc')."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


@dataclass
class Cache:
    """Bytes by key below `folder`; counts what had to be made anew, by kind."""

    folder: Path
    made: dict[str, int] = field(default_factory=dict)

    def holds(self, kind: str, key: str) -> bool:
        """Whether `key` is stored."""
        return (self.folder / kind / key).is_file()

    def get(self, kind: str, key: str, make: Callable[[], bytes]) -> bytes:
        """The stored bytes of `key`, or those of `make`, which are then stored."""
        path = self.folder / kind / key
        try:
            return path.read_bytes()
        except FileNotFoundError:
            pass
        data = make()
        self.made[kind] = self.made.get(kind, 0) + 1
        write_atomically(path, data)
        return data


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside and rename, so that a reader or a second build never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
