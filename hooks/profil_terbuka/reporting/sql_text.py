"""Names and values as SQL writes them: bare where that reads better and means the same."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import cache

from ..model import Value

_PLAIN = re.compile(r"[a-z_][a-z0-9_]*")


def sql_name(name: str) -> str:
    """The name of a table or column, between quotation marks where SQL would misread it.

    >>> sql_name("jumlah"), sql_name("order"), sql_name("current_date"), sql_name("Nama")
    ('jumlah', '"order"', '"current_date"', '"Nama"')
    """
    return name if _is_bare(name) else '"' + name.replace('"', '""') + '"'


def sql_names(names: Iterable[str], of: str = "") -> str:
    """Several columns, of the table `of` where it is named.

    >>> sql_names(["tahun", "group"], of="lama")
    'lama.tahun, lama."group"'
    """
    return ", ".join(f"{of}.{sql_name(name)}" if of else sql_name(name) for name in names)


def sql_value(value: Value) -> str:
    """A value as a literal.

    >>> sql_value(2024), sql_value("Jum'at"), sql_value(None)
    ('2024', "'Jum''at'", 'NULL')
    """
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(int(value) if isinstance(value, bool) else value)


@cache
def _is_bare(name: str) -> bool:
    """Asked of SQLite itself: it has more reserved words than anybody remembers."""
    if not _PLAIN.fullmatch(name):
        return False
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            found = connection.execute(
                f"SELECT {name} FROM (SELECT 1 AS {name}) AS {name} ORDER BY {name}"  # noqa: S608
            ).fetchone()
        except sqlite3.Error:
            return False
    return bool(found == (1,))
