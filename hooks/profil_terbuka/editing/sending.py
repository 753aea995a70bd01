"""What came back: the files in a ZIP or a folder, those of ZIPs within it as well."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..importer import ENDINGS
from ..importer.file_names import refuse_private_name
from ..importer.reasons import Unusable
from ..model.messages import message
from ..read import descriptor
from ..system.zip_faults import ZIP_FAULTS

_ZIP = ".zip"
_TABLES = frozenset((*ENDINGS, ".xlsm", ".htm"))
_MOST_BYTES = 100 * 1024 * 1024
"""Of all files that came together, those of ZIPs within a ZIP as well: forms are small."""
_MOST_FILES = 1000
_LOCKED = 0x1
_OUR_LISTS = re.compile(r"(daftar|tenggat)-\d{4}\.(csv|txt|ics)")


@dataclass(frozen=True, slots=True)
class FilledFile:
    """A file that came back: what it is called within the ZIP or folder, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sending:
    """All that came back: tables, and the names of files that hold none."""

    files: tuple[FilledFile, ...]
    others: tuple[str, ...]


def is_sending(source: Path) -> bool:
    """Whether a path is a ZIP or a folder of tables, and no Data Package."""
    if source.is_dir():
        return not (source / descriptor.NAME).is_file()
    if source.suffix.lower() != _ZIP or not source.is_file():
        return False
    try:
        with zipfile.ZipFile(source) as archive:
            names = [PurePosixPath(name) for name in archive.namelist()]
    except ZIP_FAULTS:
        return False
    if any(name.name == descriptor.NAME for name in names):
        return False
    return any(name.suffix.lower() in (*_TABLES, _ZIP) for name in names)


def open_sending(source: Path) -> Sending:
    """The files that came back; raises Unusable where a ZIP cannot be read, or holds no table."""
    limits = _Limits(source.name or str(source))  # "." has no name
    found = _in_folder(source, limits) if source.is_dir() else _in_zip(source.name, source, limits)
    named = list(_each_named_once(found))
    for item in named:
        refuse_private_name(PurePosixPath(item.name).name)
    files = [file for file in named if _suffix(file.name) in _TABLES]
    others = [file.name for file in named if _suffix(file.name) not in _TABLES]
    if not files:
        raise Unusable(message("editing.sending-empty", file=source.name, endings=ENDINGS))
    return Sending(tuple(files), tuple(others))


class _Limits:
    """How much may still come out of all ZIPs together, however they lie within each other."""

    def __init__(self, file: str) -> None:
        self._file, self._bytes, self._files = file, _MOST_BYTES, _MOST_FILES

    def take(self, sizes: Sequence[int]) -> None:
        """Raise Unusable where files of these sizes are too many, or would fill the memory."""
        self._files -= len(sizes)
        self._bytes -= sum(sizes)
        if self._files < 0:
            raise Unusable(message("editing.sending-too-many", file=self._file, most=_MOST_FILES))
        if self._bytes < 0:
            most = _MOST_BYTES // 1024**2
            raise Unusable(message("editing.sending-too-large", file=self._file, most=most))


def _each_named_once(files: Iterable[FilledFile]) -> Iterator[FilledFile]:
    """The files, numbered where ZIPs of several divisions use one name."""
    taken: set[str] = set()
    for file in files:
        path, name, number = PurePosixPath(file.name), file.name, 2
        while name in taken:
            name, number = str(path.with_stem(f"{path.stem} ({number})")), number + 1
        taken.add(name)
        yield FilledFile(name, file.data)


def _in_folder(folder: Path, limits: _Limits) -> Iterator[FilledFile]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and _counts(name):
            limits.take([path.stat().st_size])
            if path.suffix.lower() == _ZIP:
                yield from _in_zip(name, path, limits)
            else:
                yield FilledFile(name, path.read_bytes())


def _in_zip(shown: str, source: Path | io.BytesIO, limits: _Limits) -> Iterator[FilledFile]:
    """The files of a ZIP; those of a ZIP within it too, but no deeper."""
    try:
        with zipfile.ZipFile(source) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_locked(entries)
            limits.take([entry.file_size for entry in entries])
            for entry in entries:
                name = _plain(entry.filename)
                if _counts(name):
                    yield from _entry(shown, FilledFile(name, archive.read(entry)), limits)
    except ZIP_FAULTS as problem:
        raise Unusable(message("importer.package-zip-broken", file=shown)) from problem


def _entry(within: str, file: FilledFile, limits: _Limits) -> Iterator[FilledFile]:
    is_outermost = "/" not in within
    if _suffix(file.name) == _ZIP and is_outermost:
        inner = f"{within}/{PurePosixPath(file.name).name}"
        yield from _in_zip(inner, io.BytesIO(file.data), limits)
    else:
        yield file


def _refuse_locked(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Raise Unusable where a password is needed."""
    locked = [entry.filename for entry in entries if entry.flag_bits & _LOCKED]
    if locked:
        raise Unusable(message("importer.package-zip-locked", file=locked[0]))


def _plain(name: str) -> str:
    """The name of a file in a ZIP, without what would lead out of a folder it is unpacked in.

    >>> [_plain(name) for name in ("../../a/pbi-2025.xlsx", "/a/b.xlsx", "C:\\\\a\\\\b.xlsx")]
    ['a/pbi-2025.xlsx', 'a/b.xlsx', 'a/b.xlsx']
    """
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..") and ":" not in part)


def _counts(name: str) -> bool:
    """Whether a name is that of a file somebody meant to send.

    >>> [_counts(name) for name in ("a/pbi-2025.xlsx", "a/~$pbi-2025.xlsx", "daftar-2025.csv")]
    [True, False, False]
    """
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return not hidden and not _OUR_LISTS.fullmatch(path.name)


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
