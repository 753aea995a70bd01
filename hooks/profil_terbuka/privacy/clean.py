"""Files that were clean by the same rules before are not read again."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..model.findings import Finding
from ..system.cache import Cache, digest, key
from .files import in_file
from .official import Official

KIND = "tanpa-data-pribadi"


class FileReader:
    """Reads files by one set of rules; `measured` are measurements that may look like a number.

    Which files were clean is one list for all of them: an entry a file would be thousands. It is
    kept when the reader is closed.
    """

    def __init__(
        self, official: Official, cache: Cache, whose: str, measured: Collection[str] = ()
    ) -> None:
        """The rules, and where it is kept which files were clean; `whose` they are.

        What an agency keeps, its site and the portal may go by the same rules: with one list for
        all, each would forget what the others have read.
        """
        self._official, self._cache, self._measured = official, cache, measured
        self._rules = key(__name__, official.signature, whose, *sorted(measured))
        self._before = frozenset((cache.kept(KIND, self._rules) or b"").decode().split())
        self._clean: set[str] = set()

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
