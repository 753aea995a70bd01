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
from .columns import Column
from .figures import DecimalMark
from .keys import keyed, labelled
from .names import LONGEST, column_name, sentence, slug
from .package import Wishes, descriptor
from .proof import prove
from .reading import read_columns
from .reasons import Unusable
from .sheet import Cell, Sheet, read_sheet, sheet_of

__all__ = [
    "LONGEST",
    "Cell",
    "DecimalMark",
    "Draft",
    "Sheet",
    "Unusable",
    "Wishes",
    "draft",
    "prove",
    "read_sheet",
    "sentence",
    "sheet_of",
    "slug",
]

MOST_COLUMNS = 60
"""What the format allows (schemas/datapackage.schema.json)."""


@dataclass(frozen=True)
class Draft:
    """A descriptor, the canonical CSV, and what the person should know about both."""

    descriptor: dict[str, Any]
    table: bytes
    told: tuple[str, ...]


def draft(sheet: Sheet, wishes: Wishes, agency: Agency) -> Draft:
    """The package of a sheet; raises Unusable where people have to decide or mend first."""
    if len(sheet.titles) > MOST_COLUMNS:
        raise Unusable(
            f"Tabel punya {len(sheet.titles)} kolom, paling banyak {MOST_COLUMNS}. Bila tahun atau "
            "bulan menjadi judul kolom, jadikan isinya satu kolom."
        )
    read, told = read_columns(sheet, wishes.decimal_mark)
    named = labelled(_distinct_names(read))
    columns, key = keyed(named, sheet.numbers)
    kept = {column.name for column in columns}
    told += [
        f"Kolom `{title}` tidak ikut: isinya hanya nomor urut baris."
        for title, column in zip(sheet.titles, named, strict=True)
        if column.name not in kept
    ]
    document = descriptor(columns, key, wishes, agency)
    if "grafik" not in document and any(column.role is Role.MEASURE for column in columns):
        told.append(
            "Grafik belum dibuat: tidak ada yang dapat digambar tanpa menjumlahkan baris atau "
            "melebihi batas. Tulis sendiri di kunci `grafik` bila perlu."
        )
    return Draft(document, _csv(columns), tuple(told))


def _distinct_names(columns: Sequence[Column]) -> list[Column]:
    """Columns that only their units tell apart keep them in name and title."""
    times = Counter(column.name for column in columns)
    told = [_with_unit(column) if times[column.name] > 1 else column for column in columns]
    names = [column.name for column in told]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        places = [str(at) for at, name in enumerate(names, start=1) if name == twice]
        raise Unusable(
            f"Kolom ke-{' dan ke-'.join(places)} akan sama-sama bernama `{twice}`: "
            "beri judul yang berbeda."
        )
    return told


def _with_unit(column: Column) -> Column:
    unit = column.heading.unit or column.heading.scale
    if column.role is not Role.MEASURE or not unit:
        return column
    title = f"{column.title} ({unit})"
    return replace(column, name=column_name(f"{column.name} {unit}"), title=title)


def _csv(columns: Sequence[Column]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    writer.writerows(zip(*(column.cells for column in columns), strict=True))
    return text.getvalue().encode()
