"""Writing is all or nothing: what fails half-way leaves the disk as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..system.cache import write_atomically


@contextmanager
def all_or_nothing(*folders: Path) -> Iterator[None]:
    """Puts every file below `folders` back as it was where what is done within fails.

    Files that are new then go again; whatever was raised is raised on.
    """
    before = {path: path.read_bytes() for path in _files(folders)}
    try:
        yield
    except BaseException:
        for path in set(_files(folders)) - before.keys():
            path.unlink()
        for path, data in before.items():
            if not path.is_file() or path.read_bytes() != data:
                write_atomically(path, data)
        raise


def _files(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())
