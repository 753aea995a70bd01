"""Files by address into a ZIP or a folder, of which nobody ever sees a half."""

from __future__ import annotations

import datetime
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from ..hosting import facts
from ..system.swap import side_folder, swap

Files = Iterable[tuple[str, bytes]]


def lay_zip(target: Path, files: Files, day: datetime.date) -> tuple[int, int]:
    """Write a ZIP of the files in order of their addresses, all dated that day.

    Gives how many there are and the bytes of the ZIP. One file at a time is in memory; the same
    files give the same bytes.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as beside:
        half = Path(beside.name)
        try:
            with zipfile.ZipFile(beside, "w") as archive:
                for address, data in files:
                    archive.writestr(_entry(address, day), data, compresslevel=9)
                count = len(archive.infolist())
            beside.close()
            half.chmod(0o644)
            half.replace(target)
        except BaseException:
            half.unlink(missing_ok=True)
            raise
    return count, target.stat().st_size


def _entry(address: str, day: datetime.date) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(address, (day.year, day.month, day.day, 0, 0, 0))
    packs = facts.media_of(address).packs
    entry.compress_type = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
    entry.external_attr = 0o100644 << 16
    entry.create_system = 3  # the same on every system
    return entry


def lay_folder(target: Path, files: Files) -> None:
    """Write the files as a folder, which takes the place of what was there in one step."""
    side = side_folder(target)
    try:
        for address, data in files:
            path = side / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        swap(side, target)
    except BaseException:
        shutil.rmtree(side, ignore_errors=True)
        raise
