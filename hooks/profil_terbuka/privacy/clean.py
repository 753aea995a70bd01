"""Files that were clean by the same rules before are not read again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from ..model.findings import Finding
from ..system.cache import Cache, digest, key
from .contents import MAX_DEPTH, OF_STRANGERS, Search
from .files import in_file
from .official import Official

KIND = "tanpa-data-pribadi"
_WORTH_KEEPING = 1000
"""Bytes of a file within another: what is shorter is searched as quickly as it is looked up."""
_OFFICE = "xl/"
"""Where workbooks have their sheets: by the folder they are told from other XML."""


class FileReader:
    """Reads the files of one `gate` by one set of rules; `measured` are measurements that may look
    like a number.

    A file that was clean is so wherever it stands: by itself, or in an archive. Which were is one
    list a gate: an entry a file would be thousands, and of one list for several gates each would
    drop what the others have read. It is kept when the reader is closed.
    """

    def __init__(
        self,
        gate: str,
        official: Official,
        cache: Cache,
        measured: Collection[str] = (),
        search: Search = OF_STRANGERS,
    ) -> None:
        """The rules, and where it is kept which files were clean."""
        self._search = search
        self._official, self._cache, self._measured = official, cache, measured
        self._rules = key(__name__, gate, official.signature, *sorted(measured))
        self._before = frozenset((cache.kept(KIND, self._rules) or b"").decode().split())
        self._clean: set[str] = set()
        self._searched: list[str] = []
        """Seals of what the file that is being searched consists of."""

    def was_clean(self, file: str, data: bytes) -> bool:
        """Whether nothing was found in that file before; it is then kept as clean."""
        seal = digest(file, data)
        if seal in self._before:
            self._clean.add(seal)
        return seal in self._before

    def is_clean(self, file: str, data: bytes) -> None:
        """Keep that nothing was found in a file."""
        self._clean.add(digest(file, data))

    def findings(self, file: str, data: bytes) -> Iterator[Finding]:
        """Findings on the content of a file."""
        self._searched = []
        search = replace(self._search, known=self._is_known)
        found = list(in_file(file, data, self._official, self._measured, search))
        yield from found
        if not found:
            self._clean.update(self._searched)

    def _is_known(self, name: str, data: bytes, depth: int) -> bool:
        """Whether that content was clean at this depth or further down, where less is opened."""
        if depth and len(data) < _WORTH_KEEPING:
            return False
        seal = digest(_telling(name), data)
        for deep in range(depth, MAX_DEPTH + 1):
            if (known := f"{seal}{deep}") in self._clean or known in self._before:
                self._clean.add(known)
                return True
        self._searched.append(f"{seal}{depth}")
        return False

    def close(self) -> None:
        """Keep the list of what was clean this time."""
        if self._clean != self._before:
            self._cache.keep(KIND, self._rules, "\n".join(sorted(self._clean)).encode())


def _telling(name: str) -> str:
    """What of a file's name says how it is searched."""
    return name if name.startswith(_OFFICE) else PurePosixPath(name).name
