"""The workbook of an agency's registers, laid where nothing of it is published."""

from __future__ import annotations

import datetime
from itertools import count
from pathlib import Path

from ...importer.reasons import Unusable
from ...model.messages import message
from ...system.cache import write_atomically
from ..target import identity
from .shelf import catalog_of, register_sheets
from .workbook import register_workbook

_FOLDER = "isian-ppid"


def workbook_name(agency: str) -> str:
    """What the workbook is called as a file."""
    return f"ppid-{agency}.xlsx"


def workbook_bytes(root: Path, agency: str, day: datetime.date) -> bytes:
    """The workbook with what the registers hold; raises Unusable where they cannot be read."""
    catalog = catalog_of(root, agency)
    if catalog is None:
        raise Unusable(message("editing.book-no-catalog"))
    sheets = register_sheets(root, agency, catalog, day)
    return register_workbook(identity(root, agency), agency, sheets, day)


def lay_workbook(root: Path, agency: str, day: datetime.date) -> Path:
    """Write it into a folder that git leaves alone, never over one that is there."""
    folder = root / _FOLDER
    folder.mkdir(exist_ok=True)
    stem = Path(workbook_name(agency)).stem
    names = (f"{stem}.xlsx" if at == 1 else f"{stem}-{at}.xlsx" for at in count(1))
    target = next(folder / name for name in names if not (folder / name).exists())
    write_atomically(target, workbook_bytes(root, agency, day))
    return target
