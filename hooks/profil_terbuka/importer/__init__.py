"""A first descriptor for a table as staff have it: CSV or XLSX in, data package out.

What the sheet says is taken over as it is meant; what it does not say stays an open place
(`ISI: ...`) that stops publication; what can be read in two ways is asked about.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model import Agency, Role
from ..model.messages import Message, message
from .columns import DraftColumn
from .figures import DecimalMark
from .formats import READERS, read_sheet
from .keys import keyed, labelled
from .names import LONGEST, column_name, dataset_slug, spoken_title
from .package import DraftWishes, draft_descriptor
from .proof import prove
from .reading import read_columns
from .reasons import Unusable
from .sheet import Sheet, SheetCell, sheet_of

__all__ = [
    "ENDINGS",
    "LONGEST",
    "DecimalMark",
    "Draft",
    "DraftWishes",
    "Sheet",
    "SheetCell",
    "Unusable",
    "dataset_slug",
    "draft",
    "prove",
    "read_sheet",
    "sheet_of",
    "spoken_title",
]

ENDINGS = tuple(READERS)
"""Of the files that can be imported."""
MOST_COLUMNS = 60
"""What the format allows (schemas/datapackage.schema.json)."""


@dataclass(frozen=True)
class Draft:
    """A descriptor, the canonical CSV, and what the person should know about both."""

    descriptor: dict[str, Any]
    table: bytes
    told: tuple[Message, ...]


def draft(sheet: Sheet, wishes: DraftWishes, agency: Agency) -> Draft:
    """The package of a sheet; raises Unusable where people have to decide or mend first."""
    if len(sheet.titles) > MOST_COLUMNS:
        raise Unusable(
            message("importer.columns-too-many", count=len(sheet.titles), most=MOST_COLUMNS)
        )
    read, told = read_columns(sheet, wishes.decimal_mark)
    named = labelled(_distinct_names(read))
    columns, key = keyed(named, sheet.numbers)
    kept = {column.name for column in columns}
    told += [
        message("importer.row-numbers-left-out", title=title)
        for title, column in zip(sheet.titles, named, strict=True)
        if column.name not in kept
    ]
    document = draft_descriptor(columns, key, wishes, agency)
    if "grafik" not in document and any(column.role is Role.MEASURE for column in columns):
        told.append(message("importer.no-chart"))
    return Draft(document, _csv(columns), tuple(told))


def _distinct_names(columns: Sequence[DraftColumn]) -> list[DraftColumn]:
    """Columns that only their units tell apart keep them in name and title."""
    times = Counter(column.name for column in columns)
    told = [_with_unit(column) if times[column.name] > 1 else column for column in columns]
    names = [column.name for column in told]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        places = tuple(
            message("importer.column-place", place=str(at))
            for at, name in enumerate(names, start=1)
            if name == twice
        )
        raise Unusable(message("importer.columns-of-one-name", places=places, name=twice))
    return told


def _with_unit(column: DraftColumn) -> DraftColumn:
    unit = column.heading.unit or column.heading.scale
    if column.role is not Role.MEASURE or not unit:
        return column
    title = f"{column.title} ({unit})"
    return replace(column, name=column_name(f"{column.name} {unit}"), title=title)


def _csv(columns: Sequence[DraftColumn]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    writer.writerows(zip(*(column.cells for column in columns), strict=True))
    return text.getvalue().encode()
