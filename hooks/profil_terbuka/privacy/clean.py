"""Files that were clean by the same rules before are not read again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache as remembered
from importlib.metadata import version
from pathlib import Path

from ..cache import Cache, digest
from ..findings import Finding
from .files import in_file
from .official import Official

KIND = "tanpa-data-pribadi"
_READERS = ("pillow", "pyarrow", "pypdf", "zxing-cpp")


class Reader:
    """Reads files by one set of rules; `exempt` are measurements that may look like a number."""

    def __init__(self, official: Official, cache: Cache, exempt: Collection[str] = ()) -> None:
        """The rules, and where it is kept which files were clean."""
        self._official, self._cache, self._exempt = official, cache, exempt
        self._rules = digest(_program(), official.signature, *sorted(exempt))

    def findings(self, file: str, data: bytes) -> Iterator[Finding]:
        """Findings on the content of a file."""
        key = digest(self._rules, file, data)
        if self._cache.holds(KIND, key):
            return
        found = list(in_file(file, data, self._official, self._exempt))
        yield from found
        if not found:
            self._cache.get(KIND, key, lambda: b"")


@remembered
def _program() -> str:
    """The rules' own code and the libraries they read with: a new rule looks at all files again."""
    code = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return digest(*code, *map(version, _READERS))
