"""Marks in tables: a note leads from the very cells it is about."""

from __future__ import annotations

import pytest

from profil_terbuka.model import Field, Filter, Note, NoteStatus, Role, Schema, Table
from profil_terbuka.pages.grid import Reader, grid

FIELDS = (
    Field("unsur", "Unsur", "string", "Unsur.", Role.DIMENSION),
    Field("jumlah", "Jumlah", "integer", "Jumlah.", Role.MEASURE, unit="orang"),
)
TABLE = Table("t", "T", "T.", "t.csv", "t.csv", Schema(FIELDS), rows=(("A", 1), ("B", 2)))


@pytest.mark.parametrize(
    ("where", "columns", "marked"),
    [
        ({"unsur": ("B",)}, ("jumlah",), [["", ""], ["", "n"]]),
        ({"unsur": ("B",)}, (), [["", ""], ["n", "n"]]),
        ({}, ("jumlah",), [["", "n"], ["", "n"]]),
        ({}, (), [["", ""], ["", ""]]),
    ],
    ids=["sel", "baris", "kolom", "seluruh-tabel"],
)
def test_a_note_marks_its_cells(
    where: Filter, columns: tuple[str, ...], marked: list[list[str]]
) -> None:
    note = Note("n", "t", NoteStatus.KEPT, "-", "-", "-", "-", "2026-01-01", where, columns)
    made = grid(Reader(TABLE, [note]))
    assert [[cell.note for cell in row] for row in made.rows] == marked
