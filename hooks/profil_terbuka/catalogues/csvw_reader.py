"""The only module that knows csvw: CSV files read through the metadata beside them."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from csvw import CSVW

_MOST = 20


def faults(metadata: str, group: Mapping[str, bytes]) -> list[str]:
    """Why the files of a `group` are not what its `metadata` (one of them, by name) says."""
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        # csvw tells faults as warnings; whatever the process has decided about those, we want all.
        warnings.simplefilter("always")
        for name, data in group.items():
            (Path(folder) / name).write_bytes(data)
        try:
            table = CSVW(str(Path(folder) / metadata), validate=True)
            if table.is_valid:
                return []
        except (ValueError, KeyError, TypeError) as problem:
            return [_plain(problem, folder)]
        return [_plain(one.message, folder) for one in table.warnings[:_MOST]]


def _plain(problem: object, folder: str) -> str:
    """The library's words, without its own objects and the folder that lives as long as we look."""
    words = re.sub(r" Datatype\(.*\);", ":", str(problem))
    return f"Menurut CSVW: {words}".replace(f"{folder}/", "")
