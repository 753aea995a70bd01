"""metadata.json: what Datasette shows beside data.sqlite, read out of that database itself.

datasette data.sqlite --metadata metadata.json
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

from ..model import Agency
from ..model.messages import message
from ..system.canonical import json_text
from ..words.catalogues import text

NAME = "metadata.json"
DATABASE = "data.sqlite"
_OWN = ("metadata", "kolom", "catatan")
"""Tables about the others."""


def datasette_metadata(agency: Agency, database: bytes) -> bytes:
    """The file's bytes; `database` is what downloads made."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database)
        connection.row_factory = sqlite3.Row
        tables = {
            row["tabel"]: _table(row, agency, connection)
            for row in connection.execute("SELECT * FROM metadata ORDER BY tabel")
        }
    tables |= {name: {"hidden": False, "title": _own_title(name)} for name in _OWN}
    database_name = DATABASE.removesuffix(".sqlite")
    document = {
        "title": text(message("catalogues.data-of-agency", agency=agency.name)),
        "description": agency.summary,
        "source": agency.name,
        "source_url": agency.root,
        "databases": {database_name: {"tables": tables}},
    }
    return json_text(document)


def _table(row: sqlite3.Row, agency: Agency, connection: sqlite3.Connection) -> dict[str, Any]:
    name = row["tabel"]
    columns = connection.execute("SELECT * FROM kolom WHERE tabel = ?", (name,)).fetchall()
    told = {
        "title": row["judul"],
        "description": row["uraian"],
        "source": row["sumber"],
        "source_url": f"{agency.root}data/{row['dataset']}/",
        "license": row["lisensi"].split("; ")[0],
        "license_url": row["lisensi"].split("; ")[0],
        "columns": {column["kolom"]: _column(column) for column in columns},
        "label_column": _label(name, connection),
    }
    return {key: value for key, value in told.items() if value}


def _column(column: sqlite3.Row) -> str:
    unit = f" ({column['satuan']})" if column["satuan"] else ""
    return f"{column['judul']}{unit}: {column['arti']}"


def _label(name: str, connection: sqlite3.Connection) -> str:
    """The column whose words Datasette shows instead of a key that points to the table."""
    shape = connection.execute(f"PRAGMA table_info('{name}')").fetchall()
    keys = [column["name"] for column in shape if column["pk"]]
    if len(keys) != 1:
        return ""
    names = [column["name"] for column in shape if column["name"].startswith("nama")]
    return next((one for one in ("nama_lokal", *names) if one in names), "")


def _own_title(name: str) -> str:
    return text(_OWN_TITLES[name])


_OWN_TITLES = {
    "metadata": message("catalogues.database-tables"),
    "kolom": message("catalogues.database-columns"),
    "catatan": message("catalogues.database-notes"),
}
