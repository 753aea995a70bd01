"""The cells of tables that are no text files: SQLite databases, Parquet files, workbooks."""

from __future__ import annotations

import io
import sqlite3
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .suspects import suspects

SQLITE = b"SQLite format 3\0"
PARQUET = b"PAR1"
_MOST_CELLS = 2_000_000


@dataclass(frozen=True, slots=True)
class StoredCell:
    """A text with its place; `row` counts from 1 without a header, None for what is not a cell."""

    text: str
    table: str
    row: int | None = None
    column: str | None = None


class UnreadableTable(Exception):
    """The file says that it is a table, but it cannot be read as one."""


def in_sqlite(data: bytes) -> Iterator[StoredCell]:
    """The cells of tables that anything may be found in, and the statements that define these."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data)
        schema = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
        for kind, name, statement in schema:
            yield StoredCell(statement or "", str(name))
            if kind == "table":
                yield from _in_stored_table(connection, str(name))
    except sqlite3.Error as problem:
        raise UnreadableTable(str(problem)) from problem
    finally:
        connection.close()


def _in_stored_table(connection: sqlite3.Connection, name: str) -> Iterator[StoredCell]:
    quoted = '"' + name.replace('"', '""') + '"'
    everything = f"SELECT * FROM {quoted}"  # noqa: S608  quoted above
    rows = connection.execute(everything)
    columns = [item[0] for item in rows.description]
    # With its type: 1 and 1.0 are the same value, but not the same text.
    different = {(type(value), value) for row in rows for value in row}
    suspected = suspects(_cell_text(value) for _, value in different)
    for number, row in enumerate(connection.execute(everything), 1) if suspected else ():
        for column, value in zip(columns, row, strict=True):
            if (text := _cell_text(value)) in suspected:
                yield StoredCell(text, name, number, column)


def in_parquet(data: bytes) -> Iterator[StoredCell]:
    """The cells that anything may be found in, and all metadata of the file and its columns."""
    import pyarrow as pa  # noqa: PLC0415  takes long to load, and most files were clean before
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        table = pq.read_table(io.BytesIO(data))
    except (pa.ArrowException, OSError) as problem:
        raise UnreadableTable(str(problem)) from problem
    for metadata in (table.schema.metadata, *(field.metadata for field in table.schema)):
        for key, value in (metadata or {}).items():
            yield StoredCell(
                f"{key.decode('utf-8', 'replace')}\n{value.decode('utf-8', 'replace')}", ""
            )
    for column in table.column_names:
        values = table.column(column)
        suspected = suspects(map(_cell_text, _different(values)))
        for number, value in enumerate(values.to_pylist(), start=1) if suspected else ():
            if (text := _cell_text(value)) in suspected:
                yield StoredCell(text, "", number, column)


def _different(values: Any) -> Iterable[object]:
    """The values of an Arrow column, each once where they are of a kind that can be told apart."""
    import pyarrow as pa  # noqa: PLC0415  as above

    try:
        return list(values.unique().to_pylist())
    except pa.ArrowNotImplementedError:  # lists and the like
        return list(values.to_pylist())


@lru_cache(maxsize=4)
def in_workbook(data: bytes) -> list[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Each sheet's name and rows; a workbook stands in the archive beside it once more."""
    import openpyxl  # noqa: PLC0415  as pyarrow

    sheets = []
    left = _MOST_CELLS
    try:
        with warnings.catch_warnings(action="ignore"):  # of what openpyxl does not keep
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                rows = []
                for row in sheet.iter_rows(values_only=True):
                    left -= len(row)
                    if left < 0:
                        raise UnreadableTable("too many cells")
                    rows.append(tuple(_cell_text(value) for value in row))
                sheets.append((sheet.title, tuple(rows)))
    except (KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError) as problem:
        raise UnreadableTable(str(problem)) from problem
    return sheets


def _cell_text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)
