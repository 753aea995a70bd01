"""A register that an agency does not keep yet is begun: its form is the same for all."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...importer import lay_files
from ...model import Agency, Dataset, Table
from ...read import descriptor, tables
from ...system.canonical import csv_text
from ..target import Target

_FORMS = Path(__file__).parent / "forms"


def begin_register(target: Target, day: datetime.date) -> None:
    """Lay the register's descriptor and its empty table; nothing may be there yet."""
    if target.folder.exists():
        raise FileExistsError(target.shown)
    lay_files(target.folder, register_files(target.slug, target.agency, day))


def register_dataset(target: Target, day: datetime.date) -> Dataset:
    """The register as it is kept, or as it would begin; nothing is written."""
    if target.dataset is not None:
        return target.dataset
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside) / target.slug
        lay_files(folder, register_files(target.slug, target.agency, day))
        dataset, findings = descriptor.read_descriptor(folder, descriptor.NAME, target.slug)
        empty = [tables.read_table(folder / item.path, item)[0] for item in _tables(dataset)]
    if dataset is None or findings or None in empty:
        raise ValueError(f"the form of {target.slug} is not sound")
    return replace(dataset, tables=tuple(filter(None, empty)))


def _tables(dataset: Dataset | None) -> tuple[Table, ...]:
    return dataset.tables if dataset else ()


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
