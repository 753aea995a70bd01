"""Puts a finished folder in place of the published one in a single step.

Beside `site` a build fills `.site.baru.<process>`; where the system cannot exchange two names, the
old site stands for a moment as `.site.lama.<process>`. Whether a left-over is still in use is told
from its process. Should a dead build's number belong to another program by now, the left-over stays
until that has ended too: it costs room, never data.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_OCCUPIED = (errno.ENOTEMPTY, errno.EEXIST)
_FRESH, _RETIRED = "baru", "lama"


def place_of(live: Path) -> Path:
    """The folder that is replaced: where `live` is a symbolic link, the one it leads to.

    Only the link's own place may be writable for us, or the other way round; the link stays.
    """
    try:
        return live.resolve()
    except RuntimeError:  # Python 3.11 and 3.12 say it so
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(live)) from None


def side_folder(live: Path) -> Path:
    """A new, empty folder beside `live` for a build; what dead builds left behind is cleared up."""
    if live.exists() and not live.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(live))
    live.parent.mkdir(parents=True, exist_ok=True)
    clear_up(live)
    folder = _beside(live, _FRESH)
    folder.mkdir()
    return folder


def clear_up(live: Path) -> None:
    """Take away what dead builds left beside `live`, once the old site is safe."""
    recover(live)
    for stale in [*_abandoned(live, _FRESH), *_abandoned(live, _RETIRED)]:
        shutil.rmtree(stale, ignore_errors=True)


def recover(live: Path) -> None:
    """Put the old site back that a build took down before it was killed (see `swap`)."""
    for retired in _abandoned(live, _RETIRED):
        if not live.exists():
            with suppress(OSError):  # another build was quicker
                retired.rename(live)


def swap(new: Path, live: Path) -> None:
    """`new` takes the place of `live`; what stood there is deleted.

    Linux exchanges the two names in one system call, so a kill at any moment leaves the old or the
    new site. Elsewhere two renames follow each other, and `recover` mends a kill between them. The
    loop is for another build that publishes in between: its site is replaced as well.
    """
    retired = _beside(live, _RETIRED)
    while not _take_free_place(new, live):
        if _exchange(new, live):
            retired = new
            break
        shutil.rmtree(retired, ignore_errors=True)
        with suppress(FileNotFoundError):
            live.rename(retired)
    # Published: whether the old site can be cleared away at once no longer matters.
    shutil.rmtree(retired, ignore_errors=True)


def carry_over(live: Path, name: str, target: Path) -> bool:
    """The files of `live`/`name` in `target` as well; False when there is none.

    Another build may take the place of `live` meanwhile, which would mix two sites: begin again.
    """
    while (live / name).is_dir():
        before = _identity(live)
        try:
            _carry(live / name, target)
        except OSError:
            if _identity(live) == before:
                raise
        else:
            if _identity(live) == before:
                return True
        shutil.rmtree(target, ignore_errors=True)
    return False


def _carry(source: Path, target: Path) -> None:
    """The same files under other names, or copies of them where a disk has one name a file.

    Not shutil.copytree, which gathers all errors into one that does not name the cause.
    """
    target.mkdir()
    for path in source.iterdir():
        name = target / path.name
        if path.is_dir():
            _carry(path, name)
            continue
        try:
            name.hardlink_to(path)
        except OSError:
            shutil.copy2(path, name)


def _take_free_place(new: Path, live: Path) -> bool:
    """Rename `new` to `live` when nothing stands there, or only an empty folder."""
    try:
        new.rename(live)
    except OSError as problem:
        if problem.errno in _OCCUPIED:
            return False
        recover(live)
        raise
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two paths atomically; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)


def _beside(live: Path, kind: str) -> Path:
    return live.parent / f".{live.name}.{kind}.{os.getpid()}"


def _abandoned(live: Path, kind: str) -> Iterator[Path]:
    """Folders of builds that have ended, and of this process, which is not building yet."""
    pattern = re.compile(re.escape(f".{live.name}.{kind}.") + "([0-9]+)")
    for path in sorted(live.parent.iterdir()):
        found = pattern.fullmatch(path.name)
        if found and (int(found[1]) == os.getpid() or not _alive(int(found[1]))):
            yield path


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _identity(folder: Path) -> tuple[int, int] | None:
    """Tells one folder from another at the same path; None when there is none."""
    try:
        state = folder.stat()
    except FileNotFoundError:
        return None
    return state.st_ino, state.st_ctime_ns
