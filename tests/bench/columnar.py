"""The schema of the long table, checked by a columnar engine: python -m bench.columnar polars FILE

What they check is what the descriptor declares: types, what is required, pattern, list of values,
bound, primary key. No finding is told at its cell, nothing suspicious is looked for: this is what
reading and judging so many cells costs at least. Exit status 1 when something is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from .long_table import KEY, POST_PATTERN, STATUSES

ENGINES = ("polars", "duckdb")


def wrong_by_polars(table: Path) -> int:
    """How many rows break a constraint, and how many keys stand more than once."""
    import polars

    types = {
        **{"tahun": polars.Int32, "kode_titik": polars.String, "kategori": polars.String},
        **{"jumlah": polars.Int64, "status": polars.String},
    }
    rows = polars.read_csv(table, schema=types)
    column = polars.col
    right = (
        column("tahun").is_not_null()
        & column("kode_titik").str.contains(POST_PATTERN)
        & column("kategori").is_not_null()
        & (column("jumlah").is_null() | (column("jumlah") >= 0))
        & column("status").is_in(STATUSES)
    )
    broken = rows.select((~right.fill_null(value=False)).sum()).item()
    return broken + rows.height - rows.select(polars.struct(KEY).n_unique()).item()


def wrong_by_duckdb(table: Path) -> int:
    """How many rows break a constraint, and how many keys stand more than once."""
    import duckdb

    types = {
        **{"tahun": "INTEGER", "kode_titik": "VARCHAR", "kategori": "VARCHAR"},
        **{"jumlah": "BIGINT", "status": "VARCHAR"},
    }
    rows = duckdb.read_csv(str(table), header=True, columns=types)
    right = (
        "tahun IS NOT NULL AND kategori IS NOT NULL AND (jumlah IS NULL OR jumlah >= 0)"
        f" AND regexp_matches(kode_titik, '{POST_PATTERN}') AND status IN {STATUSES}"
    )
    wrong = f"count(*) FILTER (WHERE NOT coalesce({right}, false))"
    repeated = f"count(*) - count(DISTINCT ({', '.join(KEY)}))"
    (found,) = rows.aggregate(f"{wrong} + {repeated}").fetchall()
    return int(found[0])


_BY_NAME: dict[str, Callable[[Path], int]] = {"polars": wrong_by_polars, "duckdb": wrong_by_duckdb}


if __name__ == "__main__":
    sys.exit(min(_BY_NAME[sys.argv[1]](Path(sys.argv[2])), 1))
