"""From a table that was read to a data package: what is written, and with which descriptor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from ...model import Agency, Role
from ...model.messages import Message, message
from ..grid import SheetCell
from ..read_table import ReadColumn, ReadTable
from ..reading.status import statuses
from ..reasons import Unusable
from ..shaping.totals import TotalTable, sum_tells
from .columns import DraftColumn, draft_column, region_codes, status_column
from .keys import keyed, labelled
from .names import LONGEST, column_name, dataset_slug
from .package import DraftTable, DraftWishes, draft_descriptor

MOST_COLUMNS = 60
"""What the format allows (schemas/datapackage.schema.json)."""
_TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Draft:
    """A descriptor, the tables by the names of their files, and what is to be known about them."""

    descriptor: dict[str, Any]
    files: Mapping[str, bytes]
    places: tuple[str, ...] = ()
    """The row of the sheet that each row of the main table comes from."""
    told: tuple[Message, ...] = ()

    @property
    def table(self) -> bytes:
        """The main table."""
        return next(iter(self.files.values()))


@dataclass(frozen=True, slots=True)
class BesideTable:
    """A measure that is told apart otherwise than the others, and the codes of its regions."""

    table: ReadTable
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Readings:
    """All that was read of a sheet."""

    table: ReadTable
    totals: tuple[TotalTable, ...] = ()
    beside: tuple[BesideTable, ...] = ()
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Title of a column of regions -> their codes, row by row."""
    notes: tuple[SheetCell, ...] = ()


def draft_of(read: Readings, wishes: DraftWishes, agency: Agency) -> Draft:
    """The package of a table; raises Unusable where people have to mend the sheet first."""
    main, told = _table(BesideTable(read.table, read.codes), read.notes, wishes.slug, wishes.title)
    tables = [main]
    rules: list[dict[str, Any]] = []
    for found in read.totals:
        total = _total(found, wishes, taken=_names(tables))
        tables.append(total)
        told.append(message("importer.step-totals", count=len(found.table.kinds), name=total.name))
        rules += _rules(main, total, found)
    for other in read.beside:
        measure = other.table.columns[-1].title
        name = _free(dataset_slug(f"{wishes.slug} {measure}"), _names(tables))
        made, more = _table(other, read.notes, name, f"{wishes.title}: {measure}")
        tables.append(made)
        told += more
    document = draft_descriptor(tables, rules, wishes, agency)
    if "grafik" not in document and any(item.role is Role.MEASURE for item in main.columns):
        told.append(message("importer.no-chart"))
    files = {f"{table.name}.csv": table.csv() for table in tables}
    return Draft(document, files, _places(read.table), tuple(told))


def _names(tables: Sequence[DraftTable]) -> set[str]:
    return {table.name for table in tables}


def _free(name: str, taken: Collection[str]) -> str:
    """A name that no other table has.

    >>> _free("bantuan-total", {"bantuan-total"})
    'bantuan-total-2'
    """
    tried = (f"{name[: LONGEST - 3]}-{at}" for at in count(2))
    return name if name not in taken else next(other for other in tried if other not in taken)


def _table(
    source: BesideTable, notes: Sequence[SheetCell], name: str, title: str
) -> tuple[DraftTable, list[Message]]:
    """One table with codes, statuses and its key, and what was left out of it."""
    table = source.table
    drafted = [draft_column(column, first=at == 0) for at, column in enumerate(table.columns)]
    letters = [column.letters or column.title for column in table.columns]
    drafted = _with_statuses(_distinct_names(drafted, letters), table, notes)
    if len(drafted) > MOST_COLUMNS:
        raise Unusable(message("importer.columns-too-many", count=len(drafted), most=MOST_COLUMNS))
    named = labelled(_with_codes(labelled(drafted), table, source.codes))
    columns, key = keyed(named, _places(table))
    kept = {column.name for column in columns}
    left_out = [column.title for column in named if column.name not in kept]
    told = [message("importer.row-numbers-left-out", title=text) for text in left_out]
    told += _lost_statuses(table, drafted, notes)
    return DraftTable(name, title, tuple(columns), tuple(key)), told


def _places(table: ReadTable) -> tuple[str, ...]:
    """The row of the sheet that each row comes from; '' for one that was made of several."""
    source = next((column for column in table.columns if column.place >= 0), None)
    if source is None:
        return ("",) * len(table.kinds)
    return tuple(str(cell.row + 1) for cell in source.cells)


def _distinct_names(columns: Sequence[DraftColumn], letters: Sequence[str]) -> list[DraftColumn]:
    """Columns that only their units tell apart keep them in name and title."""
    times = Counter(column.name for column in columns)
    told = [_with_unit(column) if times[column.name] > 1 else column for column in columns]
    names = [column.name for column in told]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        places = tuple(letters[at] for at, name in enumerate(names) if name == twice)
        raise Unusable(message("importer.columns-of-one-name", places=places, name=twice))
    return told


def _with_unit(column: DraftColumn) -> DraftColumn:
    unit = column.heading.unit or column.heading.scale
    if column.role is not Role.MEASURE or not unit:
        return column
    title = f"{column.title} ({unit})"
    return replace(column, name=column_name(f"{column.name} {unit}"), title=title)


def _with_statuses(
    columns: list[DraftColumn], table: ReadTable, notes: Sequence[SheetCell]
) -> list[DraftColumn]:
    """With a column of statuses where marks tell some; only one measure can have it."""
    measures = _measures(table, columns)
    found = statuses(measures[0], notes) if len(measures) == 1 else None
    taken = any(column.name == "status" for column in columns)
    return columns if found is None or taken else [*columns, status_column(found)]


def _lost_statuses(
    table: ReadTable, columns: Sequence[DraftColumn], notes: Sequence[SheetCell]
) -> list[Message]:
    """What marks say of single numbers and a row of several measures cannot hold."""
    measures = _measures(table, columns)
    if len(measures) < 2:
        return []
    marked = tuple(source.title for source in measures if statuses(source, notes))
    return [message("importer.statuses-lost", titles=marked)] if marked else []


def _measures(table: ReadTable, columns: Sequence[DraftColumn]) -> list[ReadColumn]:
    """The columns of a table that were drafted as measures; others may follow them."""
    pairs = zip(table.columns, columns, strict=False)
    return [source for source, column in pairs if column.role is Role.MEASURE]


def _with_codes(
    columns: Sequence[DraftColumn], table: ReadTable, codes: Mapping[str, tuple[str, ...]]
) -> list[DraftColumn]:
    """With the registered codes of regions: before their names, or in the sheet's own column.

    A column of the sheet that holds other codes (those of another register) stays as it is.
    """
    made = list(columns)
    for at, column in enumerate(columns[: len(table.columns)]):
        found = codes.get(table.columns[at].title, ())
        if len(found) != len(column.cells) or not all(found):
            continue
        own = next((item for item in made if item.labels == column.name), None)
        if own is not None and _undotted(own.cells) == _undotted(found):
            made[made.index(own)] = replace(own, cells=found)
        elif all(item.name != region_codes(column, found).name for item in made):
            made.insert(made.index(column), region_codes(column, found))
    return made


def _undotted(codes: Sequence[str]) -> list[str]:
    """Codes as other programs write them: 617101 for 61.71.01."""
    return [code.replace(".", "") for code in codes]


def _total(found: TotalTable, wishes: DraftWishes, taken: Collection[str]) -> DraftTable:
    """A table of totals, told apart by what they are the total of."""
    columns = [draft_column(column, first=False) for column in found.table.columns]
    key = [column.name for column in columns if column.role is not Role.MEASURE]
    last = next((name for name in reversed(key) if name not in ("tahun", "bagian")), "")
    name = _free(dataset_slug(f"{wishes.slug} {_TOTAL} {last}"), taken)
    title = f"{wishes.title}: jumlah"
    return DraftTable(name, title, tuple(columns), tuple(key))


def _rules(main: DraftTable, total: DraftTable, found: TotalTable) -> list[dict[str, Any]]:
    """That the rows of the main table add up to the totals."""
    names = {column.name: column for column in main.columns}
    by = {name: name for name in total.key if name in names and found.by}
    return [
        {
            "jenis": "jumlah",
            "tabel": main.name,
            "ukuran": column.name,
            "total": total.name,
            "menurut": by,
        }
        for source, column in zip(found.table.columns, total.columns, strict=True)
        if column.role is Role.MEASURE and column.name in names and sum_tells(source)
    ]
