"""A draft is held against the format before it takes its place: what is written can be read."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ...model.findings import Finding
from ...model.messages import NOTHING, Message, message
from ...read import descriptor, tables
from ...words.report import remedy
from ..reasons import Unusable
from .draft import Draft


def prove(draft: Draft, slug: str) -> None:
    """Raise Unusable with all that the format refuses in a draft; nothing is left behind."""
    with tempfile.TemporaryDirectory() as aside:
        _prove(_laid(Path(aside) / slug, draft_files(draft)), draft)


def draft_files(draft: Draft) -> dict[str, bytes]:
    """The files of the dataset that a draft becomes."""
    document = json.dumps(draft.descriptor, ensure_ascii=False, indent=2)
    return {**draft.files, descriptor.NAME: f"{document}\n".encode()}


def lay_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder`, which is not there yet, in one step."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as aside:
        shutil.move(_laid(Path(aside) / folder.name, files), folder)


def _laid(folder: Path, files: Mapping[str, bytes]) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def _prove(folder: Path, draft: Draft) -> None:
    """Raise Unusable with all that the format refuses in the package written to `folder`."""
    dataset, findings = descriptor.read_descriptor(folder, descriptor.NAME, folder.name)
    for table in dataset.tables if dataset else ():
        findings += tables.read_table(folder / table.path, table)[1]
    if findings:
        faults = tuple(_in_sheet(finding, draft) for finding in findings)
        raise Unusable(message("importer.refused", faults=faults))


def _in_sheet(finding: Finding, draft: Draft) -> Message:
    """A finding about a draft, placed in the sheet it was made of."""
    row, column = NOTHING, NOTHING
    at = (finding.place.row or 0) - 2
    if 0 <= at < len(draft.places) and draft.places[at]:
        row = message("importer.fault-in-row", row=draft.places[at])
    if finding.place.column:
        column = message("importer.fault-in-column", column=finding.place.column)
    return message(
        "importer.fault-of-draft",
        row=row,
        column=column,
        fault=finding.message,
        remedy=remedy(finding),
    )
