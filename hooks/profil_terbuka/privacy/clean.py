"""Files that were clean by the same rules before are not read again."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..model.findings import Finding
from ..system.cache import Cache, digest, key
from .files import in_file
from .official import Official

KIND = "tanpa-data-pribadi"


class FileReader:
    """Reads the files of one `gate` by one set of rules; `measured` are measurements that may look
    like a number.

    Which files were clean is one list a gate: an entry a file would be thousands, and of one list
    for several gates each would drop what the others have read. It is kept when the reader is
    closed.
    """

    def __init__(
        self, gate: str, official: Official, cache: Cache, measured: Collection[str] = ()
    ) -> None:
        """The rules, and where it is kept which files were clean."""
        self._official, self._cache, self._measured = official, cache, measured
        self._rules = key(__name__, gate, official.signature, *sorted(measured))
        self._before = frozenset((cache.kept(KIND, self._rules) or b"").decode().split())
        self._clean: set[str] = set()

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
        seal = digest(file, data)
        if seal not in self._before:
            found = list(in_file(file, data, self._official, self._measured))
            yield from found
            if found:
                return
        self._clean.add(seal)

    def close(self) -> None:
        """Keep the list of what was clean this time."""
        if self._clean != self._before:
            self._cache.keep(KIND, self._rules, "\n".join(sorted(self._clean)).encode())
