"""Whether what was published is still what would be made now, told without making it.

A site depends on the contents of files, on the engine with its libraries, and on what people said
for this run; of all that a stamp is one hash. What stands published is not read again: names, sizes
and times of its files tell whether anybody has touched it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from .recipes import surroundings

_COMPILED = "__pycache__"
"""Made by Python of what counts already."""
_Known = tuple[str, os.stat_result]
"""Relative name and facts of a file."""


def stamp(root: Path, places: Iterable[str], said: Iterable[str]) -> str:
    """One hash over the files at or below `places` in the repository `root`, with their contents,
    over what was `said`, and over the Python and libraries that run.

    A place that is not there counts as well: it may appear. OSError where a file is closed to us.
    """
    total = hashlib.sha256("\n".join([surroundings(), *said]).encode())
    for place in places:
        for name, _ in sorted(_files(root / place)):
            path = root / place / name
            total.update(f"\0{place}\0{name}\0".encode("utf-8", "surrogateescape"))
            if path.is_file():  # a device or a pipe would never end
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def state(folder: Path, without: Collection[str] = ()) -> str:
    """What tells whether anything below `folder` was touched; `without` are folders just below it
    that do not count. '' where there is no such folder."""
    total = hashlib.sha256()
    for name, facts in sorted(_below(folder, "", without)):
        told = f"{name}\0{facts.st_size}\0{facts.st_mtime_ns}\0"
        total.update(told.encode("utf-8", "surrogateescape"))
    return total.hexdigest() if folder.is_dir() else ""


def _files(place: Path) -> Iterator[_Known]:
    """The files at or below a place; '' for one that is a file."""
    if place.is_file():
        yield "", place.stat()
    else:
        yield from _below(place, "")


def _below(folder: Path, above: str, without: Collection[str] = ()) -> Iterator[_Known]:
    """The files below a folder, whose name below the place asked about is `above`."""
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        name = f"{above}{entry.name}"
        if not entry.is_dir():
            yield name, entry.stat(follow_symlinks=False)
        elif entry.name != _COMPILED and entry.name not in without:
            yield from _below(Path(entry.path), f"{name}/")
