"""An agency's whole catalogue as one SQLite database: typed tables, keys, indexes, and metadata."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal

from ...model import Catalog, Dataset, Field, ReferenceRule, Role, Table, Value
from ...model.messages import Message, message
from ...model.products import FileFormat
from ...words.catalogues import text
from ...words.dates import years
from ..offer import AgencyFormat, AgencySource

_TYPES = {"integer": "INTEGER", "year": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
_ABOUT = (
    """CREATE TABLE metadata (tabel TEXT PRIMARY KEY, dataset TEXT NOT NULL, judul TEXT NOT NULL,
    uraian TEXT NOT NULL, versi TEXT NOT NULL, tahun TEXT NOT NULL, baris INTEGER NOT NULL,
    penerbit TEXT NOT NULL, sumber TEXT NOT NULL, lisensi TEXT NOT NULL)""",
    """CREATE TABLE kolom (tabel TEXT NOT NULL REFERENCES metadata (tabel), kolom TEXT NOT NULL,
    judul TEXT NOT NULL, arti TEXT NOT NULL, jenis TEXT NOT NULL, peran TEXT NOT NULL, satuan TEXT,
    PRIMARY KEY (tabel, kolom))""",
    """CREATE TABLE catatan (dataset TEXT NOT NULL, nama TEXT NOT NULL,
    tabel TEXT NOT NULL REFERENCES metadata (tabel), status TEXT NOT NULL, tercetak TEXT NOT NULL,
    terbit TEXT NOT NULL, alasan TEXT NOT NULL, PRIMARY KEY (dataset, nama))""",
)
_OWN = ("metadata", "kolom", "catatan")


@dataclass(frozen=True)
class StoredTable:
    """A table under its name in the database; `address` is how rules name it."""

    name: str
    address: str
    dataset: Dataset
    table: Table


def database(catalog: Catalog) -> bytes:
    """The database's bytes; equal data gives equal bytes with the same version of SQLite."""
    stored = tuple(stored_tables(catalog))
    links = {item.name: tuple(_links(item, stored)) for item in stored}
    parents = {(parent.name, to) for found in links.values() for _, parent, to in found}
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in _ABOUT:
            connection.execute(statement)
        for item in stored:
            connection.execute(_definition(item, links[item.name]))
            _fill(connection, item, catalog.agency.name)
        for statement in _indexes(stored, links, parents):
            connection.execute(statement)
        connection.commit()
        return connection.serialize()


def stored_tables(catalog: Catalog) -> Iterator[StoredTable]:
    """Every table, and the reference packages that rules point to."""
    wanted = {
        rule.reference.partition("/")[0]
        for dataset in catalog.datasets
        for rule in dataset.rules
        if isinstance(rule, ReferenceRule)
    }
    shared = [dataset for dataset in catalog.reference if dataset.slug in wanted]
    used = set(_OWN)
    for dataset in (*shared, *catalog.datasets):
        for table in dataset.tables:
            name = table.name.replace("-", "_")
            if name in used:
                name = f"{dataset.slug}__{table.name}".replace("-", "_")
            used.add(name)
            yield StoredTable(name, f"{dataset.slug}/{table.name}", dataset, table)


_Link = tuple[tuple[str, ...], StoredTable, tuple[str, ...]]


def _links(item: StoredTable, stored: Sequence[StoredTable]) -> Iterator[_Link]:
    """Columns, the table they point to and its columns.

    Only where these name one row there, and where every row has one: what a note explains away in
    a check, as a village printed under another district, would break the database's promise.
    """
    by_address = {other.address: other for other in stored}
    found: dict[tuple[str, tuple[str, ...], tuple[str, ...]], _Link] = {}
    for rule in item.dataset.rules:
        if not isinstance(rule, ReferenceRule) or rule.table != item.table.name:
            continue
        target = rule.reference
        parent = by_address.get(f"{item.dataset.slug}/{target}") or by_address.get(
            target if "/" in target else f"{target}/{target}"
        )
        if parent and _holds(item.table, rule.columns, parent.table, rule.to):
            for columns, to in _ways(rule, parent.table):
                found.setdefault((parent.name, columns, to), (columns, parent, to))
    yield from sorted(found.values(), key=lambda link: len(link[0]))


def _ways(rule: ReferenceRule, parent: Table) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The columns of a rule, and the one among them that is enough to find the row.

    Datasette and other readers follow a key of one column alone.
    """
    yield rule.columns, rule.to
    for column, to in zip(rule.columns, rule.to, strict=True):
        if (to,) == parent.schema.primary_key and len(rule.to) > 1:
            yield (column,), (to,)


def _holds(child: Table, columns: tuple[str, ...], parent: Table, to: tuple[str, ...]) -> bool:
    """Whether a foreign key from `columns` of `child` to `to` of `parent` is true of all rows."""
    keys = [parent.key(row, to) for row in parent.rows]
    known = set(keys)
    pointing = (child.key(row, columns) for row in child.rows)
    return len(known) == len(keys) and all(None in key or key in known for key in pointing)


def _definition(item: StoredTable, links: Iterable[_Link]) -> str:
    parts = [_column(field) for field in item.table.schema.fields]
    if key := item.table.schema.primary_key:
        parts.append(f"PRIMARY KEY ({_list(key)})")
    for columns, parent, to in links:
        parts.append(
            f"FOREIGN KEY ({_list(columns)}) REFERENCES {_quoted(parent.name)} ({_list(to)})"
        )
    return f"CREATE TABLE {_quoted(item.name)} (\n  " + ",\n  ".join(parts) + "\n)"


def _column(field: Field) -> str:
    required = " NOT NULL" if field.constraints.required else ""
    return f"{_quoted(field.name)} {_TYPES.get(field.type, 'TEXT')}{required}"


def _fill(connection: sqlite3.Connection, item: StoredTable, publisher: str) -> None:
    dataset, table = item.dataset, item.table
    marks = ", ".join("?" for _ in table.schema.fields)
    connection.executemany(
        f"INSERT INTO {_quoted(item.name)} VALUES ({marks})",  # noqa: S608  quoted above
        (tuple(map(_stored_value, row)) for row in table.rows),
    )
    connection.execute(
        "INSERT INTO metadata VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            item.name,
            dataset.slug,
            table.title,
            table.description,
            dataset.version,
            years(dataset.coverage.start, dataset.coverage.end),
            len(table.rows),
            publisher,
            "; ".join(map(text, _sections(dataset))),
            "; ".join(licence.path for licence in dataset.licences),
        ),
    )
    connection.executemany(
        "INSERT INTO kolom VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (item.name, f.name, f.title, f.description, f.type, f.role.value, f.unit)
            for f in table.schema.fields
        ),
    )
    connection.executemany(
        "INSERT INTO catatan VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (dataset.slug, n.name, item.name, n.status.value, n.printed, n.published, n.reason)
            for n in dataset.notes
            if n.table == table.name
        ),
    )


def _sections(dataset: Dataset) -> Iterator[Message]:
    """Each source with the part of it that was used."""
    for one in dataset.sources:
        yield message("downloads.section-of-source", title=one.title, section=one.section)


def _stored_value(value: Value) -> str | int | float | None:
    return float(value) if isinstance(value, Decimal) else value


def _indexes(
    stored: Sequence[StoredTable],
    links: dict[str, tuple[_Link, ...]],
    parents: set[tuple[str, tuple[str, ...]]],
) -> Iterator[str]:
    """What foreign keys point to must be unique; codes and what points elsewhere are looked up."""
    for item in stored:
        key = item.table.schema.primary_key
        for to in sorted(columns for name, columns in parents if name == item.name):
            if to != key:
                yield _index(item.name, to, "UNIQUE ")
        codes = {(field.name,) for field in item.table.schema.with_role(Role.CODE)}
        for columns in sorted({columns for columns, _, _ in links[item.name]} | codes):
            if columns != key and (item.name, columns) not in parents:
                yield _index(item.name, columns, "")


def _index(table: str, columns: tuple[str, ...], kind: str) -> str:
    name = "_".join((kind.strip().lower() or "cari", table, *columns))
    return f"CREATE {kind}INDEX {_quoted(name)} ON {_quoted(table)} ({_list(columns)})"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _write(source: AgencySource) -> bytes:
    return database(source.catalog)


DATABASE = "data.sqlite"
FORMAT = AgencyFormat(
    kind=FileFormat("SQLite", "application/vnd.sqlite3"),
    name=DATABASE,
    title=message("downloads.database"),
    about=message("downloads.database-about"),
    write=_write,
)
