"""What a JSON Schema cannot say about a descriptor: names that refer to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache

from ...model import CellStatus, Role, codes
from ...model.findings import Finding, Place
from ...model.messages import NOTHING, Message, message
from ...model.versions import FIRST, rank
from ..documents import Json
from ..schemas import schema
from ..suggestions import suggestion

Columns = Mapping[str, Set[str]]
"""The names of each table's columns."""
Mention = tuple[Message, str, list[str]]
"""Where a table is named, its name, and the columns named beside it."""

_RUNAWAY = re.compile(r"[+*}]\)[+*{]|\([^()]*[+*][^()]*\|[^()]*\)[+*{]")
"""A repeated group that itself ends in a repetition can take exponential time to fail."""

_DESCRIPTOR = "datapackage.schema.json"
_A_COLUMN = {"$ref": "#/$defs/kolom"}


def inconsistencies(document: Json, folder: str, file: str) -> Iterator[Finding]:
    """What a JSON Schema cannot say: names that refer to each other."""
    place = Place(file)
    columns = {
        item["name"]: {column["name"] for column in item["schema"]["fields"]}
        for item in document["resources"]
    }
    faults = (
        *_misnamed(document, folder, columns),
        *_named_twice(document),
        *_in_tables(document, columns),
        *_uneven_references(document),
        *_misdirected(document, columns),
    )
    yield from (Finding(codes.DESCRIPTOR_INCONSISTENT, place, said) for said in faults)
    start, end = (document["cakupan"].get(key) for key in ("mulai", "selesai"))
    if start is not None and start > end:
        said = message("read.coverage-backwards", start=str(start), end=str(end))
        yield Finding(codes.COVERAGE_WRONG, place, said, message("read.swap-years"))
    yield from (Finding(codes.HISTORY_MISMATCH, place, said) for said in _unhistorical(document))


def _misnamed(document: Json, folder: str, columns: Columns) -> Iterator[Message]:
    """The package and its tables, where the program needs other names."""
    name = document["name"]
    if name != folder:
        yield message("read.name-unlike-folder", name=name, folder=folder)
    if name not in columns:
        yield message("read.no-main-table", name=name)
    if "catatan" in columns:
        yield message("read.table-of-notes")


def _named_twice(document: Json) -> Iterator[Message]:
    for thing, names in _names(document):
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield message("read.named-twice", thing=thing, name=name)


def _in_tables(document: Json, columns: Columns) -> Iterator[Message]:
    for item in document["resources"]:
        for fault in _table_inconsistencies(item, columns[item["name"]]):
            yield message("read.of-table", table=item["name"], fault=fault)


def _misdirected(document: Json, columns: Columns) -> Iterator[Message]:
    """Tables and columns that are named and are not there."""
    for where, table, mentioned in _mentions(document):
        if table not in columns:
            hint = suggestion(table, columns)
            yield message("read.names-table", where=where, table=table, hint=hint)
            continue
        for column in mentioned:
            if column not in columns[table]:
                hint = suggestion(column, columns[table])
                yield message(
                    "read.names-column", where=where, table=table, column=column, hint=hint
                )


def _unhistorical(document: Json) -> Iterator[Message]:
    """How `riwayat` departs from the version and the date of this edition."""
    version, entries = document["version"], document.get("riwayat", ())
    versions = [item["versi"] for item in entries]
    for name in sorted({name for name in versions if versions.count(name) > 1}):
        yield message("read.edition-twice", version=name)
    if not entries:
        if version != FIRST:
            yield message("read.edition-without-history", version=version)
        return
    newest = max(entries, key=lambda item: rank(item["versi"]))
    created = document["created"][:10]
    if newest["versi"] != version:
        yield message("read.version-unlike-history", version=version, newest=newest["versi"])
    elif newest["tanggal"] != created:
        yield message("read.created-unlike-history", created=created, date=newest["tanggal"])


def _names(document: Json) -> Iterator[tuple[Message, list[str]]]:
    """Groups of names that must be unique."""
    tables = document["resources"]
    yield message("read.thing-table"), [item["name"] for item in tables]
    yield message("read.thing-file"), [item["path"] for item in tables]
    yield message("read.thing-chart"), [item["nama"] for item in document.get("grafik", ())]
    yield message("read.thing-note"), [item["nama"] for item in document.get("catatan", ())]
    compared = document.get("perbandingan", ())
    yield message("read.thing-comparison"), [item["konsep"] for item in compared]
    for item in tables:
        fields = [column["name"] for column in item["schema"]["fields"]]
        yield message("read.thing-column", table=item["name"]), fields


def _table_inconsistencies(item: Json, columns: Set[str]) -> Iterator[Message]:
    fields = item["schema"]["fields"]
    required = {
        column["name"] for column in fields if column.get("constraints", {}).get("required")
    }
    for name in item["schema"]["primaryKey"]:
        if name not in columns:
            yield message("read.key-names-column", column=name, hint=suggestion(name, columns))
        elif name not in required:
            yield message("read.key-not-required", column=name)
    roles = [column["peran"] for column in fields]
    for role in (Role.STATUS, Role.UNIT):
        if roles.count(role) > 1:
            yield message("read.role-twice", role=role.value)
    for column in fields:
        yield from _status_inconsistencies(column, required)
        yield from _column_inconsistencies(column, columns, united=Role.UNIT in roles)
        yield from _pattern_faults(column)


def _status_inconsistencies(column: Json, required: Set[str]) -> Iterator[Message]:
    if column["peran"] != Role.STATUS:
        return
    listed = set(column.get("constraints", {}).get("enum", ()))
    if column["name"] not in required or not listed or listed - set(CellStatus):
        statuses = tuple(status.value for status in CellStatus)
        yield message("read.status-not-listed", column=column["name"], statuses=statuses)


def _column_inconsistencies(column: Json, columns: Set[str], united: bool) -> Iterator[Message]:
    """`united`: the table has a column of units."""
    if column["peran"] == Role.MEASURE and "satuan" not in column and not united:
        yield message("read.measure-without-unit", column=column["name"])
    for name in column.get("tidak_dijumlah", ()):
        if name not in columns:
            hint = suggestion(name, columns)
            yield message("read.not-across-names-column", column=name, hint=hint)
    if column["peran"] == Role.CODE and column["untuk"] not in columns:
        yield message("read.code-labels-column", column=column["name"], labels=column["untuk"])


def _pattern_faults(column: Json) -> Iterator[Message]:
    """Why a regular expression cannot be used."""
    pattern = column.get("constraints", {}).get("pattern", "")
    try:
        re.compile(pattern)
    except re.error as problem:
        at = problem.pos
        where = NOTHING if at is None else message("read.from-letter", position=str(at + 1))
        yield message("read.pattern-unreadable", column=column["name"], where=where)
    if _RUNAWAY.search(pattern):
        yield message("read.pattern-runaway", column=column["name"])


def _mentions(document: Json) -> Iterator[Mention]:
    """Where a table is named, with the columns named beside it."""
    for item in document["resources"]:
        for key in item["schema"].get("foreignKeys", ()):
            where, there = message("read.in-foreign-keys", table=item["name"]), key["reference"]
            yield where, item["name"], _listed(key["fields"])
            yield where, there.get("resource") or item["name"], _listed(there["fields"])
        for key in item["schema"].get("uniqueKeys", ()):
            yield message("read.in-unique-keys", table=item["name"]), item["name"], _listed(key)
    for item in document.get("grafik", ()):
        named = [item[key] for key in _chart_columns() if key in item]
        columns = [*named, *item.get("saring", {})]
        yield message("read.in-chart", name=item["nama"]), item["tabel"], columns
    for item in document.get("aturan", ()):
        yield from _rule_mentions(item)
    for item in document.get("catatan", ()):
        columns = [*item.get("baris", {}), *item.get("kolom", ())]
        yield message("read.in-note", name=item["nama"]), item["tabel"], columns
    for item in document.get("privasi", ()):
        measure = [item["ukuran"]] if "ukuran" in item else []
        columns = [*measure, *item.get("saring", {}), *item.get("menurut", ())]
        yield message("read.in-privacy"), item["tabel"], columns
    for item in document.get("perbandingan", ()):
        named = [item[key] for key in ("ukuran", "hitung", "waktu", "kategori") if key in item]
        where = message("read.in-comparison", name=item["konsep"])
        yield where, item["tabel"], [*named, *item.get("saring", {})]


@cache
def _chart_columns() -> tuple[str, ...]:
    """The keys of `grafik` that name a column, those of single kinds of chart among them."""
    asked = schema(_DESCRIPTOR)["$defs"]["grafik"]["properties"]
    return tuple(key for key, rule in asked.items() if rule == _A_COLUMN)


def _uneven_references(document: Json) -> Iterator[Message]:
    """Rules whose columns and those they point to are not as many."""
    for rule in document.get("aturan", ()):
        if rule["jenis"] == "acuan" and len(rule["kolom"]) != len(rule["ke"]):
            yield message(
                "read.uneven-reference",
                reference=rule["acuan"],
                own=len(rule["kolom"]),
                others=len(rule["ke"]),
            )
    for table in document["resources"]:
        for key in table["schema"].get("foreignKeys", ()):
            own, others = _listed(key["fields"]), _listed(key["reference"]["fields"])
            if len(own) != len(others):
                yield message(
                    "read.uneven-foreign-key",
                    table=table["name"],
                    own=len(own),
                    others=len(others),
                )


def _listed(names: str | list[str]) -> list[str]:
    return [names] if isinstance(names, str) else names


def _rule_mentions(item: Json) -> Iterator[Mention]:
    """Tables of this package that a rule names; those of other packages are looked up later."""
    where = message("read.in-rule", kind=item["jenis"])
    if item["jenis"] == "banding":
        for part, columns in (("kiri", item["menurut"]), ("kanan", item["menurut"].values())):
            side = item[part]
            if "/" not in side["tabel"]:
                mentioned = [side["ukuran"], *columns, *side.get("saring", {})]
                yield where, side["tabel"], mentioned
        return
    named = [item[key] for key in ("ukuran", "hasil") if key in item]
    listed = item.get("kolom", ())
    named += [listed] if isinstance(listed, str) else listed
    if item["jenis"] != "jumlah":  # there `saring` chooses rows of the totals
        named += item.get("saring", {})
    yield where, item["tabel"], [*named, *item.get("menurut", ())]
    if item["jenis"] == "jumlah":
        totals = [item["ukuran"], *item["menurut"].values(), *item.get("saring", {})]
        yield where, item["total"], totals
