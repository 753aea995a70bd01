"""A data package as it comes: a descriptor with files beside it, in a folder or in a ZIP.

Nothing outside of the package is ever read: addresses, absolute paths, `..` and links are refused.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ...model.messages import Message, message
from ...read.descriptor import NAME
from ...read.notation import Unreadable, from_json
from ...system.zip_faults import ZIP_FAULTS
from ...words.labels import failure
from ..reasons import Unusable

MOST_BYTES = 200_000_000
"""Of one file, as much as the published format holds (read/tables.py)."""
_DESCRIPTOR_BYTES = 5_000_000
_ZIP_BEGINS = b"PK"


@dataclass(frozen=True)
class Bundle:
    """What came: `document` is its descriptor, `shown` what people call it."""

    document: dict[str, Any]
    shown: str
    _content: Callable[[PurePosixPath], bytes | None]

    def content(self, path: str) -> bytes:
        """The bytes of a file of the package; Unusable when it is not there, or not inside."""
        if refused := _refused_path(path):
            raise Unusable(message("importer.package-path-refused", path=path, reason=refused))
        data = self._content(PurePosixPath(path))
        if data is None:
            raise Unusable(message("importer.package-file-missing", path=path, file=self.shown))
        return data

    def json(self, path: str) -> dict[str, Any]:
        """An object that stands in a file of its own: `"schema": "schema.json"`."""
        return _json_object(self.content(path), path)


def is_address(path: str) -> bool:
    """Whether a path leads to another machine.

    >>> is_address("https://contoh.go.id/a.csv"), is_address("data/a.csv")
    (True, False)
    """
    return "://" in path


def open_bundle(source: Path) -> Bundle:
    """The package at `source`: a datapackage.json, its folder, or a ZIP that holds one.

    Raises Unusable where there is none, several, or none that can be read.
    """
    try:
        if source.is_dir():
            return _in_folder(source / NAME, source.name)
        with source.open("rb") as file:
            begins = file.read(len(_ZIP_BEGINS))
        if begins == _ZIP_BEGINS:
            return _in_zip(source)
        return _in_folder(source, source.name)
    except OSError as problem:
        said = message("importer.package-closed", file=source.name, reason=failure(problem))
        raise Unusable(said) from problem


def _refused_path(path: str) -> Message | None:
    """Why a path of a descriptor is not followed."""
    parts = PurePosixPath(path).parts
    if is_address(path):
        return message("importer.path-is-address")
    if path.startswith(("/", "~")) or "\\" in path or ":" in path:
        return message("importer.path-is-absolute")
    return message("importer.path-leads-out") if ".." in parts or not parts else None


def _in_folder(descriptor: Path, shown: str) -> Bundle:
    if not descriptor.is_file():
        raise Unusable(message("importer.package-without-descriptor", file=shown))
    base = descriptor.parent.resolve()

    def content(path: PurePosixPath) -> bytes | None:
        target = base / path
        if not target.resolve().is_relative_to(base):
            reason = message("importer.path-is-link")
            said = message("importer.package-path-refused", path=str(path), reason=reason)
            raise Unusable(said)
        if not target.is_file():
            return None
        _refuse_large(str(path), target.stat().st_size)
        return target.read_bytes()

    return Bundle(_json_object(descriptor.read_bytes(), descriptor.name), shown, content)


def _in_zip(source: Path) -> Bundle:
    try:
        with zipfile.ZipFile(source) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            place = _descriptor_place(list(entries), source.name)
            document = _json_object(_unpacked(archive, entries[str(place)]), NAME)
    except ZIP_FAULTS as problem:
        raise Unusable(message("importer.package-zip-broken", file=source.name)) from problem

    def content(path: PurePosixPath) -> bytes | None:
        entry = entries.get(str(place.parent / path))
        if entry is None:
            return None
        try:
            with zipfile.ZipFile(source) as archive:
                return _unpacked(archive, entry)
        except ZIP_FAULTS as problem:
            raise Unusable(message("importer.package-zip-broken", file=source.name)) from problem

    return Bundle(document, source.name, content)


def _descriptor_place(names: list[str], shown: str) -> PurePosixPath:
    """Where the only datapackage.json of an archive stands, or that above all others."""
    found = sorted(
        (path for path in map(PurePosixPath, names) if path.name == NAME),
        key=lambda path: len(path.parts),
    )
    if not found:
        raise Unusable(message("importer.package-without-descriptor", file=shown))
    above = [path for path in found if len(path.parts) == len(found[0].parts)]
    if len(above) > 1:
        folders = tuple(str(path.parent) for path in above)
        raise Unusable(message("importer.several-packages", file=shown, folders=folders))
    return found[0]


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry that is a plain file of ordinary size."""
    if stat.S_ISLNK(entry.external_attr >> 16):
        reason = message("importer.path-is-link")
        said = message("importer.package-path-refused", path=entry.filename, reason=reason)
        raise Unusable(said)
    if entry.flag_bits & 1:
        raise Unusable(message("importer.package-zip-locked", file=entry.filename))
    _refuse_large(entry.filename, entry.file_size)
    return archive.read(entry)


def _refuse_large(path: str, size: int) -> None:
    if size > MOST_BYTES:
        raise Unusable(
            message("importer.package-file-large", path=path, bytes=size, most=MOST_BYTES)
        )


def _json_object(data: bytes, name: str) -> dict[str, Any]:
    if len(data) > _DESCRIPTOR_BYTES:
        raise Unusable(
            message(
                "importer.package-file-large", path=name, bytes=len(data), most=_DESCRIPTOR_BYTES
            )
        )
    try:
        found = from_json(data.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise Unusable(message("importer.package-not-utf8", file=name)) from problem
    except Unreadable as problem:
        line = str(problem.line or 1)
        said = message("importer.package-no-json", file=name, line=line, fault=problem.said)
        raise Unusable(said) from problem
    if not isinstance(found, dict):
        raise Unusable(message("importer.package-no-object", file=name))
    return found
