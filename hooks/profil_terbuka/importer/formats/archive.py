"""The ZIP that modern office files are: its parts by name, none that blows up, none locked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO
from xml.etree import ElementTree

from ...model.messages import message
from ...system.zip_faults import ZIP_FAULTS
from ..reasons import Unusable

SIGNATURE = b"PK\x03\x04"
MOST_UNPACKED = 500 * 1024 * 1024
"""Bytes of all parts together."""
_MOST_PACKED_TIMES = 200
_RATIO_COUNTS_FROM = 20 * 1024 * 1024
"""Bytes from which a part may not shrink to less than a two-hundredth: no table does."""
_MOST_OF_SMALL = 1024 * 1024
_LOCKED = 0x1
"""The flag of a part that needs a password (APPNOTE.TXT 4.4.4)."""


class Archive:
    """A ZIP whose parts are asked for by name, whatever the case and slashes of its writer."""

    def __init__(self, data: bytes, file: str) -> None:
        """Raises Unusable for what is locked or would fill the memory, BadZipFile for no ZIP."""
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        parts = self._zip.infolist()
        if any(part.flag_bits & _LOCKED for part in parts):
            raise Unusable(message("importer.file-locked", file=file))
        if sum(part.file_size for part in parts) > MOST_UNPACKED or any(map(_swollen, parts)):
            raise Unusable(message("importer.archive-swollen", file=file))
        self._parts = {_plain(part.filename): part for part in parts}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def under(self, folder: str) -> bool:
        """Whether there is any part below a folder: 'xl/media/'."""
        return any(name.startswith(folder) for name in self._parts)

    def open(self, name: str) -> IO[bytes]:
        """A part as a stream; KeyError where there is none of that name."""
        return self._zip.open(self._parts[_plain(name)])

    def read(self, name: str) -> bytes:
        """A part as a whole; KeyError where there is none of that name."""
        return self._zip.read(self._parts[_plain(name)])

    def tree(self, name: str) -> ElementTree.Element:
        """The root of a small XML part; KeyError where there is none of that name."""
        return ElementTree.fromstring(self.read(name))  # noqa: S314  expat stops entity bombs


def part_names(data: bytes) -> frozenset[str]:
    """The names of a ZIP's parts in small letters; none for what is no ZIP.

    >>> part_names(b"a,b")
    frozenset()
    """
    if not data.startswith(SIGNATURE):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(map(_plain, archive.namelist()))
    except (*ZIP_FAULTS, ValueError):  # a name in no known letters is a ValueError
        return frozenset()


def small_part(data: bytes, name: str) -> bytes:
    """The beginning of a ZIP's part; b'' where there is none, BadZipFile for a damaged one.

    >>> small_part(b"a,b", "mimetype")
    b''
    """
    if name not in part_names(data):
        return b""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {_plain(part.filename): part for part in archive.infolist()}
        with archive.open(parts[name]) as stream:
            return stream.read(_MOST_OF_SMALL)


def elements(stream: IO[bytes], tags: Iterable[str]) -> Iterator[ElementTree.Element]:
    """Elements of these tags as they end, each forgotten when the next is asked for.

    >>> [row.get("r") for row in elements(io.BytesIO(b"<s><r r='1'/><r r='2'/></s>"), ("r",))]
    ['1', '2']
    """
    wanted = frozenset(tags)
    events = ElementTree.iterparse(stream)  # noqa: S314  expat stops entity bombs
    for _, element in events:
        if element.tag in wanted:
            yield element
            element.clear()


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _swollen(part: zipfile.ZipInfo) -> bool:
    if part.file_size < _RATIO_COUNTS_FROM:
        return False
    return part.file_size > _MOST_PACKED_TIMES * max(part.compress_size, 1)
