"""Programs of others that a site serves as they are: from its own host, never from theirs.

`theme/pihak-lain/daftar.csv` says of each file where it comes from, its licence and its SHA-256.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

SQL_PAGE = "data/sql/"
SQL_ENGINE = ("sql-wasm.js", "sql-wasm.wasm")
"""SQLite for browsers (sql.js), which the page for questions in SQL loads when it is asked to."""
_SQL_LICENCE = "LISENSI.txt"
_VENDORED = Path(__file__).resolve().parent.parent / "theme" / "pihak-lain" / "sqljs"


def vendored_files(names: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Files of the engine by name."""
    yield from ((name, (_VENDORED / name).read_bytes()) for name in names)


def sql_engine() -> dict[str, bytes]:
    """The engine by address, with its licence."""
    files = {f"aset/{name}": data for name, data in vendored_files(SQL_ENGINE)}
    (licence,) = vendored_files((_SQL_LICENCE,))
    return {**files, "aset/sql-wasm-lisensi.txt": licence[1]}
