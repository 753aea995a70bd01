"""Marks in tables: a note leads from the very cells it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invented import table_of
from profil_terbuka.model import Field, Filter, Note, NoteStatus, Role, Schema
from profil_terbuka.web.fragments import render
from profil_terbuka.web.grid import Grid, Reader, grid

FIELDS = (
    Field("unsur", "Unsur", "string", "Unsur.", Role.DIMENSION),
    Field("jumlah", "Jumlah", "integer", "Jumlah.", Role.MEASURE, unit="orang"),
)
TABLE = table_of(FIELDS, [("A", 1), ("B", 2)])


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


MARKED = Schema(
    (
        *FIELDS,
        Field("status", "Status", "string", "Status.", Role.STATUS),
        Field("nilai_tercetak", "Tercetak", "string", "Tercetak.", Role.PRINTED),
    )
)


def shown(*row: str | int | None) -> Grid:
    return grid(Reader(replace(TABLE, schema=MARKED, rows=(row,))))


def test_an_invalid_value_is_shown_as_printed_and_struck_out() -> None:
    made = shown("A", None, "i", "20.84")
    assert (made.rows[0][1].text, made.rows[0][1].struck) == ("20.84", True)
    html = render("tabel", grid=made, id="t", slug="t")
    assert "<s>20.84</s> <sup" in html
    assert "Angka yang dicoret" in html


@pytest.mark.parametrize("row", [("A", None, "i", None), ("A", None, "x", "-"), ("A", 3, "u", "3")])
def test_nothing_else_is_struck_out(row: tuple[str | int | None, ...]) -> None:
    made = shown(*row)
    assert not made.struck
    assert "<s>" not in render("tabel", grid=made, id="t", slug="t")
