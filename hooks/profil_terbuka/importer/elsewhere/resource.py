"""A table from elsewhere as one of ours: its entry in the descriptor, and its canonical CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...model import Role
from ...model.messages import Message, message
from ...system.canonical import csv_text
from ...words.catalogues import text
from ...words.labels import ROLE
from ..drafting.names import spoken_title
from ..reasons import Unusable
from .cells import PlainColumn, plain_column
from .columns_said import ASIDE, described_column, within_limit
from .content import ForeignTable
from .jsonparts import Said, said_text, said_texts, without
from .parties import licences_said, sources_of_table
from .plain_texts import safe_text, safe_value
from .renaming import column_map, distinct
from .roles import KnownColumn, found_key, with_roles, year_of_integers

_MOST_COLUMNS = 60
"""What the format allows (schemas/datapackage.schema.json)."""
_READ = frozenset(
    (
        *("name", "title", "description", "path", "data", "format", "mediatype", "encoding"),
        *("dialect", "schema", "bytes", "hash", "type", "profile", "$schema", "compression"),
        *("licenses", "sources", "homepage", ASIDE),
    )
)
"""Keys of a resource that are taken over, or told how its file was written."""
_SCHEMA_KEYS = ("primaryKey", "foreignKeys", "uniqueKeys", "fieldsMatch", "missingValues")
_MATCHES = ("exact", "equal", "subset", "superset", "partial")


@dataclass(frozen=True)
class AdoptedTable:
    """One table of the package to be."""

    entry: dict[str, Any]
    csv: bytes
    columns: tuple[KnownColumn, ...]
    told: tuple[Message, ...]


def adopted_table(table: ForeignTable, name: str, called: Sequence[str]) -> AdoptedTable:
    """The table under its new name; `called` are those of its columns.

    Foreign keys follow later, when all tables are known. Raises Unusable for cells that are not
    what the package says.
    """
    if len(called) > _MOST_COLUMNS:
        raise Unusable(message("importer.columns-too-many", count=len(called), most=_MOST_COLUMNS))
    told = [message("importer.table-inferred", table=name)] if table.unnamed else []
    if table.rewritten:
        told.append(message("importer.table-rewritten", table=name, how=table.rewritten))
    table = replace(table, called=name)
    columns = [_known(table, at, column, called) for at, column in enumerate(called)]
    told += [line for column in columns for line in column.plain.told]
    keyed = _keyed(table, name, columns)
    roled = _years_told_apart(with_roles(keyed.columns, keyed.key), keyed.key)
    told += [*keyed.told, *_about_guesses(name, roled)]
    united = any(column.role is Role.UNIT for column in roled)
    entries = [described_column(column, keyed.key, has_units=united) for column in roled]
    told += [
        message("importer.of-column", table=name, column=column.name, told=line)
        for column, entry in zip(roled, entries, strict=True)
        for line in entry.told
    ]
    schema = {
        "fields": [entry.entry for entry in entries],
        "primaryKey": list(keyed.key),
        **_other_keys(table, called),
        "missingValues": [""],
    }
    entry = {**_about(table, name, roled, keyed.key), "schema": schema}
    if rest := _rest(table):
        entry[ASIDE] = safe_value(rest)
        told.append(message("importer.keys-of-table-aside", table=name, keys=tuple(rest)))
    rows = zip(*(column.plain.cells for column in roled), strict=True)
    csv = csv_text([column.name for column in roled], rows)
    return AdoptedTable(entry, csv, tuple(roled), tuple(told))


def _known(table: ForeignTable, at: int, name: str, called: Sequence[str]) -> KnownColumn:
    """A column with what its package says of its role, where it speaks the house's words."""
    said = table.fields[at]
    plain = plain_column(table, at, name)
    column = KnownColumn(name, said, plain)
    role = said_text(said.get("peran"))
    if role not in set(Role) or (role == Role.CODE and plain.type != "string"):
        return column
    labels = column_map(table, called).get(said_text(said.get("untuk")), "")
    if role == Role.CODE and not labels:
        return column
    unit = said_text(said.get("satuan"))
    return replace(
        column,
        role=Role(role),
        labels=labels if role == Role.CODE else "",
        unit=unit,
        declared=True,
    )


def _years_told_apart(columns: Sequence[KnownColumn], key: Sequence[str]) -> list[KnownColumn]:
    """Whole numbers of the key that are years become years, so that charts know them."""
    return [
        replace(column, plain=replace(column.plain, type="year"))
        if year_of_integers(column, key)
        else column
        for column in columns
    ]


# The key ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Keyed:
    key: tuple[str, ...]
    columns: tuple[KnownColumn, ...]
    told: tuple[Message, ...] = ()


def _keyed(table: ForeignTable, name: str, columns: Sequence[KnownColumn]) -> _Keyed:
    """The columns that tell rows apart: as the package says, as they are found, or numbered."""
    names = column_map(table, [column.name for column in columns])
    said = [names[old] for old in said_texts(table.schema.get("primaryKey")) if old in names]
    if said:
        _hold_key(table, said, columns)
        return _Keyed(tuple(said), tuple(columns))
    found = found_key(columns, list(map(str, table.numbers)))
    if found:
        told = message("importer.key-found", table=name, columns=tuple(found))
        return _Keyed(tuple(found), tuple(columns), (told,))
    return _numbered(table, name, columns)


def _hold_key(table: ForeignTable, key: Sequence[str], columns: Sequence[KnownColumn]) -> None:
    """Refuse a key of the package with empty cells, or that does not tell its rows apart."""
    cells = {column.name: column.plain.cells for column in columns}
    first: dict[tuple[str, ...], str] = {}
    for number, row in zip(
        table.numbers, zip(*(cells[name] for name in key), strict=True), strict=True
    ):
        at = str(number)
        if not all(row):
            lacking = key[row.index("")]
            raise Unusable(
                message("importer.package-key-empty", name=table.name, row=at, column=lacking)
            )
        before = first.setdefault(row, at)
        if before != at:
            raise Unusable(
                message(
                    "importer.package-key-twice", name=table.name, one=before, other=at, cells=row
                )
            )


def _numbered(table: ForeignTable, name: str, columns: Sequence[KnownColumn]) -> _Keyed:
    """A table whose rows nothing tells apart gets a column with their numbers."""
    wanted = text(message("importer.number-column"))
    taken = [column.name for column in columns]
    number = distinct([*taken, wanted], "_")[-1]
    cells = tuple(str(at) for at, _ in enumerate(table.rows, start=1))
    said = {"name": number, "description": text(message("importer.number-column-meaning"))}
    plain = PlainColumn("integer", cells)
    added = KnownColumn(number, said, plain, Role.REMARK, declared=True)
    told = message("importer.key-numbered", table=name, column=number)
    return _Keyed((number,), (added, *columns), (told,))


# What is said of the table ------------------------------------------------------------------------


def _about(
    table: ForeignTable, name: str, columns: Sequence[KnownColumn], key: Sequence[str]
) -> dict[str, Any]:
    said = table.said
    titles = tuple(column.title for column in columns if column.name in key)
    described = safe_text(within_limit(said_text(said.get("description"))))
    entry: dict[str, Any] = {
        "name": name,
        "title": safe_text(said_text(said.get("title"))) or spoken_title(name.replace("-", " ")),
        "description": described or text(message("importer.row-for-each", titles=titles)),
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
    }
    if "licenses" in said:
        entry["licenses"] = licences_said(said)
    if sources := sources_of_table(said):
        entry["sources"] = sources
    if _is_page(said.get("homepage")):
        entry["homepage"] = said["homepage"]
    return entry


def _is_page(value: object) -> bool:
    return said_text(value).startswith(("http://", "https://")) and " " not in said_text(value)


def _rest(table: ForeignTable) -> dict[str, Any]:
    """What the package says of the table and of its columns that has no place here."""
    labelled = table.schema.get("missingValues")
    has_labels = isinstance(labelled, list) and any(isinstance(item, dict) for item in labelled)
    schema = without(table.schema, (*_SCHEMA_KEYS, "$schema", "name", "title"))
    aside = table.said.get(ASIDE)
    return {
        **(aside if isinstance(aside, dict) else {}),
        **without(table.said, _READ),
        **schema,
        **({"missingValues": labelled} if has_labels else {}),
    }


def _other_keys(table: ForeignTable, called: Sequence[str]) -> dict[str, Any]:
    """`uniqueKeys` by the new names, and `fieldsMatch`."""
    names = column_map(table, called)
    listed = table.schema.get("uniqueKeys")
    unique = [_renamed(item, names) for item in listed] if isinstance(listed, list) else []
    found = table.schema.get("fieldsMatch")
    matches = found[0] if isinstance(found, list) and found else found
    return {
        **({"uniqueKeys": unique} if unique and all(unique) else {}),
        **({"fieldsMatch": matches} if matches in _MATCHES else {}),
    }


def _renamed(key: object, names: Mapping[str, str]) -> list[str]:
    """A key of columns by their new names; [] where one of them is not there."""
    old = said_texts(key)
    return [names[name] for name in old] if old and set(old) <= set(names) else []


def foreign_keys(
    said: Said, own: Mapping[str, str], others: Mapping[str, tuple[str, Mapping[str, str]]]
) -> tuple[list[dict[str, Any]], list[Any]]:
    """The foreign keys of a schema by the new names, and those that lead out of the package.

    `own`: old names of the table's columns to new ones; `others`: a table's old name to its new one
    and to the names of its columns.

    >>> key = {"fields": "Negara", "reference": {"resource": "Negara", "fields": "Kode"}}
    >>> foreign_keys(
    ...     {"foreignKeys": [key]}, {"Negara": "negara"}, {"Negara": ("negara", {"Kode": "kode"})}
    ... )[0]
    [{'fields': ['negara'], 'reference': {'resource': 'negara', 'fields': ['kode']}}]
    """
    kept, lost = [], []
    listed = said.get("foreignKeys")
    for key in listed if isinstance(listed, list) else []:
        found = _foreign_key(key, own, others) if isinstance(key, dict) else None
        if found:
            kept.append(found)
        else:
            lost.append(key)
    return kept, lost


def _foreign_key(
    key: Said, own: Mapping[str, str], others: Mapping[str, tuple[str, Mapping[str, str]]]
) -> dict[str, Any] | None:
    reference = key.get("reference")
    if not isinstance(reference, dict) or set(reference) - {"resource", "fields"}:
        return None
    target = said_text(reference.get("resource"))
    if target and target not in others:
        return None
    called, columns = others[target] if target else ("", own)
    fields = _renamed(key.get("fields"), own)
    there = _renamed(reference.get("fields"), columns)
    if not fields or len(fields) != len(there):
        return None
    return {"fields": fields, "reference": {"resource": called, "fields": there}}


# What is told -------------------------------------------------------------------------------------


def _about_guesses(table: str, columns: Sequence[KnownColumn]) -> list[Message]:
    """Roles, units and years that the package does not say."""
    told = []
    guessed = tuple(
        message("importer.column-role", column=column.name, role=ROLE[column.role])
        for column in columns
        if column.role is not None and not column.declared
    )
    if guessed:
        told.append(message("importer.roles-guessed", table=table, roles=guessed))
    units = tuple(
        message("importer.column-unit", column=column.name, unit=column.unit)
        for column in columns
        if column.role is Role.MEASURE and column.unit and not column.declared
    )
    if units:
        told.append(message("importer.units-guessed", table=table, units=units))
    years = tuple(
        column.name
        for column in columns
        if column.plain.type == "year" and said_text(column.said.get("type")) == "integer"
    )
    if years:
        told.append(message("importer.years-told-apart", table=table, columns=years))
    untitled = tuple(
        column.name
        for column in columns
        if not said_text(column.said.get("title")) and not column.declared
    )
    if untitled:
        told.append(message("importer.titles-from-names", table=table, columns=untitled))
    return told
