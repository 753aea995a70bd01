"""A register that an agency does not keep yet is begun: its form is the same for all."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..editing import Target
from ..importer import lay_files
from ..model import Agency
from ..read import descriptor
from ..system.canonical import csv_text

_FORMS = Path(__file__).parent / "registers"


def begin_register(target: Target, day: datetime.date) -> None:
    """Lay the register's descriptor and its empty table; nothing may be there yet."""
    if target.folder.exists():
        raise FileExistsError(target.shown)
    lay_files(target.folder, register_files(target.slug, target.agency, day))


def register_files(slug: str, agency: Agency, day: datetime.date) -> Mapping[str, bytes]:
    """The files of an empty register of an agency."""
    form = json.loads((_FORMS / f"{slug}.json").read_text("utf-8"))
    said = {"{agency}": agency.name, "{region}": agency.region, "{day}": day.isoformat()}
    document = _filled(form, said)
    (table,) = document["resources"]
    names = [field["name"] for field in table["schema"]["fields"]]
    written = json.dumps(document, ensure_ascii=False, indent=2)
    return {
        descriptor.NAME: f"{written}\n".encode(),
        str(table["path"]): csv_text(names, ()),
    }


def _filled(part: Any, said: Mapping[str, str]) -> Any:
    """The form with what is said in the place of each mark, in every text of it."""
    if isinstance(part, str):
        for mark, value in said.items():
            part = part.replace(mark, value)
        return part
    if isinstance(part, list):
        return [_filled(item, said) for item in part]
    if isinstance(part, dict):
        return {name: _filled(value, said) for name, value in part.items()}
    return part
