"""In a table of any kind only suspect texts are searched, and each is told wherever it stands."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profil_terbuka.privacy.contents import searchable_parts
from profil_terbuka.privacy.pieces import Piece
from profil_terbuka.privacy.scan import hits
from profil_terbuka.privacy.suspects import suspects
from support import examples

PHONE = "0812-0000-0000"
CELLS = ("Kelurahan Utara", PHONE, "Kelurahan Utara", PHONE)


def as_csv(cells: Sequence[str]) -> tuple[str, bytes]:
    return "t.csv", "\n".join(["desa,isi", *(f"{cell},1" for cell in cells), ""]).encode()


def as_sqlite(cells: Sequence[str]) -> tuple[str, bytes]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE t (desa TEXT, isi INTEGER)")
        connection.executemany("INSERT INTO t VALUES (?, 1)", ((cell,) for cell in cells))
        connection.commit()
        return "t.sqlite", connection.serialize()


def as_parquet(cells: Sequence[str]) -> tuple[str, bytes]:
    target = io.BytesIO()
    pq.write_table(pa.table({"desa": list(cells), "isi": [1] * len(cells)}), target)
    return "t.parquet", target.getvalue()


@pytest.mark.parametrize(
    ("written", "first"), [(as_csv, 2), (as_sqlite, 1), (as_parquet, 1)], ids=["csv", "db", "pq"]
)
def test_a_number_is_told_in_each_of_its_cells(
    written: Callable[[Sequence[str]], tuple[str, bytes]], first: int
) -> None:
    pieces = [part for part in searchable_parts(*written(CELLS)) if isinstance(part, Piece)]
    told = [(piece.text, piece.row, piece.column) for piece in pieces if piece.in_cell]
    assert told == [(PHONE, first + 1, "desa"), (PHONE, first + 3, "desa")]


PLATES = st.from_regex(r"(B|KB|DK)[ -]?[1-9][0-9]{0,3}[ -]?[A-Z]{0,3}", fullmatch=True)
SHORT = st.text("0123456789ABKD .-@", max_size=8)


@settings(max_examples=examples(300), deadline=None)
@given(text=st.one_of(PLATES, SHORT))
def test_whatever_the_gate_finds_in_a_cell_is_suspect_however_short(text: str) -> None:
    assert (text in suspects([text])) == bool(hits(text, in_cell=True))
