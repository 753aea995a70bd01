"""Puts a finished folder in place of the published one in a single step."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def side_folder(live: Path) -> Path:
    """A new, empty folder beside `live` for a build; left-overs of dead builds are removed."""
    live.parent.mkdir(parents=True, exist_ok=True)
    for stale in live.parent.glob(f".{live.name}.*"):
        owner = stale.name.rpartition(".")[2]
        if owner.isdigit() and not _alive(int(owner)):
            shutil.rmtree(stale, ignore_errors=True)
    folder = live.parent / f".{live.name}.{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def swap(new: Path, live: Path) -> None:
    """`new` takes the place of `live`; what stood there is deleted.

    Linux exchanges the two names in one system call, so a kill at any moment leaves the old or the
    new site. Elsewhere two renames follow each other.
    """
    if not live.exists():
        new.rename(live)
        return
    if _exchange(new, live):
        shutil.rmtree(new)
        return
    retired = new.with_name(f".{live.name}.lama.{os.getpid()}")
    live.rename(retired)
    new.rename(live)
    shutil.rmtree(retired)


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


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
