"""The descriptor of a draft: what the sheet says, and open places for what it does not say."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from ...model import Agency, CellStatus, Role
from ...model.identifiers import Identifier
from ...model.messages import Message, message
from ...model.periods import PeriodKind, usual_kind
from ...read.open_places import open_place
from ...words.catalogues import text
from ..shaping.units_of_totals import with_units_of_main
from .columns import DraftColumn
from .views import first_view

_EARLIEST, _LATEST = 1945, 2100
_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


@dataclass(frozen=True, slots=True)
class DraftWishes:
    """What the person says about the table; `unit` is that of measures that name none."""

    slug: str
    title: str
    unit: str
    subject: str
    about: str = ""
    """What the table holds; '': that stays open."""
    source: str = ""
    """What the sheet names as its source; '': that stays open."""


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A table of a draft: its name within the package, its columns, and what tells rows apart."""

    name: str
    title: str
    columns: tuple[DraftColumn, ...]
    key: tuple[str, ...]

    def csv(self) -> bytes:
        """The table as it is published."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([column.name for column in self.columns])
        writer.writerows(zip(*(column.cells for column in self.columns), strict=True))
        return text.getvalue().encode()


def draft_descriptor(
    tables: Sequence[DraftTable],
    rules: Sequence[dict[str, Any]],
    wishes: DraftWishes,
    agency: Agency,
) -> dict[str, Any]:
    """The data package of tables, the main one first, with `ISI: ...` wherever only people know."""
    columns = tables[0].columns
    years = _years(columns)
    coverage: dict[str, Any] = {"wilayah": agency.region}
    if years:
        coverage |= {"mulai": years[0], "selesai": years[-1]}
    view = first_view(wishes.slug, wishes.title, columns)
    drafted = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": wishes.slug,
        "title": wishes.title,
        "description": wishes.about or _open(message("importer.hint-about")),
        "version": "1.0.0",
        "created": f"{datetime.date.today().isoformat()}T00:00:00Z",
        "licenses": [_LICENCE],
        "contributors": [{"title": agency.name, "roles": ["creator", "rightsHolder"]}],
        "sources": [_source(wishes)],
        "subjek": wishes.subject,
        "frekuensi": _frequency(columns, years),
        "cakupan": coverage,
        "resources": _resources(tables, wishes.unit),
        **({"grafik": [view]} if view else {}),
        **({"aturan": list(rules)} if rules else {}),
    }
    return with_units_of_main(drafted)


def _open(hint: Message) -> str:
    """What stands where only people know what to write."""
    return open_place(text(hint))


def _source(wishes: DraftWishes) -> dict[str, str]:
    return {
        "title": wishes.source or _open(message("importer.hint-source-title")),
        "version": _open(message("importer.hint-source-edition")),
        "bagian": _open(message("importer.hint-source-place")),
    }


_FREQUENCIES = {
    PeriodKind.MONTH: "bulanan",
    PeriodKind.QUARTER: "triwulanan",
    PeriodKind.SEMESTER: "semesteran",
}
_NO_FREQUENCY = "tidak-tentu"


def _frequency(columns: Sequence[DraftColumn], years: Sequence[int]) -> str:
    """How often a table is told anew, as far as its periods say."""
    kinds = [usual_kind(column.type, column.cells) for column in columns if column.is_period]
    parts = [_FREQUENCIES[kind] for kind in kinds if kind in _FREQUENCIES]
    return parts[0] if parts else "tahunan" if len(set(years)) > 1 else _NO_FREQUENCY


def _years(columns: Sequence[DraftColumn]) -> list[int]:
    """The years that a table covers, in order; none where one is out of the format's range."""
    cells = [cell for column in columns if column.is_period for cell in column.cells if cell]
    years = sorted(int(cell[:4]) for cell in cells)
    return years if years and years[0] >= _EARLIEST and years[-1] <= _LATEST else []


def _resources(tables: Sequence[DraftTable], unit: str) -> list[dict[str, Any]]:
    """The tables, the main one first; what a column means is asked for only there."""
    main, *others = tables
    meant = {column.name for column in main.columns}
    others_unit = unit or _unit_of_all_rows(main)
    return [
        _table(main, unit),
        *(_table(other, others_unit, meant, main.title) for other in others),
    ]


def _unit_of_all_rows(table: DraftTable) -> str:
    """What a column of units says of every row; '' where it says several, or there is none."""
    units = {cell for column in table.columns if column.role is Role.UNIT for cell in column.cells}
    return units.pop() if len(units) == 1 else ""


def _table(
    table: DraftTable, unit: str, meant: Collection[str] = (), main: str = ""
) -> dict[str, Any]:
    """One table; the columns `meant` are explained in the one that is called `main`."""
    titles = tuple(column.title for column in table.columns if column.name in table.key)
    has_units = any(column.role is Role.UNIT for column in table.columns)
    return {
        "name": table.name,
        "title": table.title,
        "description": text(message("importer.row-for-each", titles=titles)),
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": {
            "fields": [
                {
                    **_named(column, main if column.name in meant else ""),
                    **_told(column, table.key, unit, has_units),
                }
                for column in table.columns
            ],
            "primaryKey": list(table.key),
            "missingValues": [""],
        },
    }


def _named(column: DraftColumn, main: str) -> dict[str, str]:
    return {
        "name": column.name,
        "title": column.title,
        "description": _description(column, main),
    }


def _told(column: DraftColumn, key: Sequence[str], unit: str, has_units: bool) -> dict[str, Any]:
    """What a column holds, and of what."""
    field: dict[str, Any] = {"type": column.type, "peran": column.role.value}
    if column.role is Role.CODE:
        field["untuk"] = column.labels
    own = "" if has_units and column.heading.spoken else column.unit
    if column.role is Role.MEASURE and (own or not has_units):
        field["satuan"] = own or _wished(column, unit)
    if column.role is Role.STATUS:
        field["constraints"] = {"required": True, "enum": [status.value for status in CellStatus]}
    elif column.name in key or column.role is Role.UNIT:
        field["constraints"] = {"required": True}
    return field


def _wished(column: DraftColumn, unit: str) -> str:
    """The unit the person gave, in the scale of the heading; open where nobody has told."""
    scale = column.heading.scale
    if unit and not column.heading.unit:
        return f"{scale} {unit}".strip()
    if scale:
        return _open(message("importer.hint-scaled-unit", scale=scale))
    if column.heading.unit:
        return _open(message("importer.hint-other-unit", unit=column.heading.unit))
    return _open(message("importer.hint-unit"))


def _description(column: DraftColumn, main: str) -> str:
    """What a column means, where its role says it all; else an open place.

    `main` is the table that explains it; '' where only people can do so here.
    """
    if said := _told_by_role(column):
        return text(said)
    if main:
        return text(message("importer.meaning-in-main", title=column.title, table=main))
    return _open(message("importer.hint-meaning", title=column.title))


def _told_by_role(column: DraftColumn) -> Message | None:
    if column.role is Role.CODE:
        return message("importer.code-for", column=column.labels)
    if column.role is Role.UNIT:
        return message("importer.unit-of-row")
    if column.role is Role.STATUS:
        return message("importer.status-of-row")
    if column.names is Identifier.ROW:
        return message("importer.row-number")
    return message("importer.year-of-data") if column.is_period else None
