"""A draft is held against the format before it takes its place: what is written can be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..model.findings import Finding
from ..read import descriptor, tables
from ..words.catalogues import text
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
        raise Unusable("\n".join(_told(finding, numbers) for finding in findings))


def _told(finding: Finding, numbers: Sequence[int]) -> str:
    """A finding about a draft, placed in the sheet it was made of."""
    place = finding.place
    row = f"Baris {numbers[place.row - 2]}, " if place.row and place.row > 1 else ""
    column = f"kolom `{place.column}`: " if place.column else ""
    return f"{row}{column}{text(finding.message)} {remedy(finding)}"
