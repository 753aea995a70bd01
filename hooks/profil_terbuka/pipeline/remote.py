"""What a machine of a cluster runs. It knows nothing of this program but what it is sent.

Only the standard library is used here: the functions travel to machines that have the libraries of
requirements.txt, and no copy of this repository.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

Outcome = tuple[int, str, bytes]
"""Exit status, what was told, and an archive of what was made."""


def packed_files(root: Path, places: Iterable[str], empty: Iterable[str] = ()) -> bytes:
    """An archive of files and folders of `root`; those that are not there are left out, those in
    `empty` go without what is in them."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", dereference=True) as archive:
        for place in places:
            if (root / place).exists():
                archive.add(root / place, place, filter=_without_compiled)
        for place in empty:
            archive.add(root / place, place, recursive=False)
    return target.getvalue()


def unpack_files(data: bytes, folder: Path) -> None:
    """The files of an archive in a folder; tarfile.FilterError for one that would lie elsewhere."""
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall(folder, filter="data")


def build_remotely(
    shared: bytes, own: bytes, words: tuple[str, ...], environment: Mapping[str, str], made: str
) -> Outcome:
    """Run a command of a repository that two archives make; `made` is the folder to send back."""
    with tempfile.TemporaryDirectory(prefix="profil-terbuka-") as name:
        folder = Path(name)
        unpack_files(shared, folder)
        unpack_files(own, folder)
        done = subprocess.run(
            [sys.executable, *words],
            cwd=folder,
            env={**os.environ, **environment},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return done.returncode, done.stderr, packed_files(folder, (made,))


def _without_compiled(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return None if Path(entry.name).name == "__pycache__" else entry
