"""A draft is held against the format before it takes its place: what is written can be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..model.findings import Finding
from ..model.messages import NOTHING, Message, message
from ..read import descriptor, tables
from ..words.report import remedy
from .reasons import Unusable


def prove(folder: Path, slug: str, numbers: Sequence[int]) -> None:
    """Raise Unusable with all that the format refuses in the package written to `folder`.

    `numbers` are the spreadsheet rows that the rows of its table come from.
    """
    dataset, findings = descriptor.read_descriptor(folder, descriptor.NAME, slug)
    for table in dataset.tables if dataset else ():
        findings += tables.read_table(folder / table.path, table)[1]
    if findings:
        faults = tuple(_in_sheet(finding, numbers) for finding in findings)
        raise Unusable(message("importer.refused", faults=faults))


def _in_sheet(finding: Finding, numbers: Sequence[int]) -> Message:
    """A finding about a draft, placed in the sheet it was made of."""
    row, column = NOTHING, NOTHING
    if finding.place.row and finding.place.row > 1:
        row = message("importer.fault-in-row", row=str(numbers[finding.place.row - 2]))
    if finding.place.column:
        column = message("importer.fault-in-column", column=finding.place.column)
    return message(
        "importer.fault-of-draft",
        row=row,
        column=column,
        fault=finding.message,
        remedy=remedy(finding),
    )
