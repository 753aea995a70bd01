"""The only module that knows csvw: CSV files read through the metadata beside them."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from csvw import CSVW

from ..model.messages import Message, message
from .telling_rows import telling_rows

_MOST = 20
_NOT_OF_TYPE = re.compile(r"invalid lexical value for (\w+): (.*)\Z")


def csvw_faults(metadata: str, group: Mapping[str, bytes]) -> list[Message]:
    """Why the files of a `group` are not what its `metadata` (one of them, by name) says.

    Of a long file csvw reads the rows that tell all there is to object to.
    """
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        # csvw tells faults as warnings; whatever the process has decided about those, we want all.
        warnings.simplefilter("always")
        for name, data in group.items():
            told = data if name == metadata else telling_rows(group[metadata], data)
            (Path(folder) / name).write_bytes(told)
        try:
            table = CSVW(str(Path(folder) / metadata), validate=True)
            if table.is_valid:
                return []
        except (ValueError, KeyError, TypeError) as problem:
            return [_fault_of(problem)]
        return [_fault_of(one.message) for one in table.warnings[:_MOST]]


def _fault_of(problem: object) -> Message:
    """What the library means, in words for staff."""
    if found := _NOT_OF_TYPE.search(str(problem)):
        return message("catalogues.cell-of-other-type", cell=found[2], type=found[1])
    if "duplicate primary key" in str(problem):
        return message("catalogues.rows-alike")
    return message("catalogues.table-unlike-metadata")
