"""Bytes of a site that is being made, held on the disk: a thousand datasets fill no memory."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock
from typing import IO, Any, TypeVar

from .lazily import derived
from .value_store import packed, unpacked

_Value = TypeVar("_Value")
_File = tuple[str, bytes]
"""A name and what it names."""
_Piece = tuple[int, int]
"""Where the bytes of a value begin in the file, and how many there are."""


class Depot:
    """One file without a name, in `folder` where that can be written to.

    It ends with the last mapping whose values it holds, also where the process is killed.
    """

    def __init__(self, folder: Path) -> None:
        """An empty one."""
        self._folder = folder
        self._file = _nameless(folder)
        weakref.finalize(self, _closed, self._file)
        self._end = 0
        self._using = Lock()

    def files(self, files: Mapping[str, bytes] | Iterable[_File]) -> Mapping[str, bytes]:
        """The same files, held here; OSError where the disk is full. Of files that come one after
        the other none has to wait in memory for the next."""
        each = files.items() if isinstance(files, Mapping) else files
        pieces = {name: self._put(data) for name, data in each}
        return derived(pieces, self._bytes)

    def texts(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """The same texts, held here."""
        return derived(self.files(derived(texts, str.encode)), bytes.decode)

    def values(self, values: Mapping[str, _Value], kinds: Collection[type]) -> Mapping[str, _Value]:
        """The same values, held here: of dataclasses of these `kinds` (see `value_store`)."""
        read: Any = partial(unpacked, kinds=kinds)
        return derived(self.files(derived(values, packed)), read)

    def _put(self, data: bytes) -> _Piece:
        with self._using:
            piece = (self._end, len(data))
            try:
                self._file.seek(self._end)
                self._file.write(data)
                self._file.flush()
            except OSError as problem:  # a full disk does not name the file
                problem.filename = problem.filename or str(self._folder)
                raise
            self._end += len(data)
        return piece

    def _bytes(self, piece: _Piece) -> bytes:
        with self._using:  # a preview answers several readers at once
            self._file.seek(piece[0])
            return self._file.read(piece[1])


def _closed(file: IO[bytes]) -> None:
    """Closing writes what a full disk refused once before: that has been told already."""
    with suppress(OSError):
        file.close()


def _nameless(folder: Path) -> IO[bytes]:
    """A file that is gone with its process; elsewhere where `folder` is closed to us."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryFile(dir=folder)
    except OSError:
        return tempfile.TemporaryFile()
