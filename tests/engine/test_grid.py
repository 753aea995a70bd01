"""Marks in tables: a note leads from the very cells it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invented import table_of
from profil_terbuka.charts.kinds import grouped_bars
from profil_terbuka.model import Field, Filter, Note, NoteStatus, Role, Schema
from profil_terbuka.web.fragments import render
from profil_terbuka.web.grid import Grid, Reader, chart_grid, grid
from shapes import chart

GROUPED = grouped_bars.NAME
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


def test_a_page_that_shows_the_first_rows_counts_all_and_explains_their_marks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("profil_terbuka.web.grid.MAX_ROWS", 1)
    rows = (("A", 1, "A", None), ("B", None, "x", "-"))
    made = grid(Reader(replace(TABLE, schema=MARKED, rows=rows)))
    assert [row[0].text for row in made.rows] == ["A"]
    assert (made.total_rows, made.cut) == (2, True)
    assert [letter for letter, _ in made.statuses] == ["x"]


def test_years_side_by_side_are_cut_by_things_not_by_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("profil_terbuka.web.grid.MAX_ROWS", 1)
    year = Field("tahun", "Tahun", "year", "Tahun.", Role.DIMENSION)
    rows = [(2023, "A", 1), (2023, "B", 2), (2024, "B", 3), (2024, "A", 4)]
    made = grid(Reader(table_of((year, *FIELDS), rows)))
    assert [[cell.text for cell in row] for row in made.rows] == [["A", "4", "1"]]
    assert (made.total_rows, [heading.text for heading in made.headings[1:]]) == (
        2,
        ["2024", "2023"],
    )


def test_the_newest_year_stands_beside_the_names_in_tables_of_data_and_of_charts() -> None:
    year = Field("tahun", "Tahun", "year", "Tahun.", Role.DIMENSION)
    rows = [(2021, "A", 1), (2023, "A", 2), (2022, "A", 3)]
    made = grid(Reader(table_of((year, *FIELDS), rows)))
    assert [cell.text for cell in made.headings] == ["Unsur", "2023", "2022", "2021"]
    assert [cell.text for cell in made.rows[0]] == ["A", "2", "3", "1"]
    drawn = chart(
        [(year, name, value, "A") for year, name, value in rows], series="tahun", kind=GROUPED
    )
    table = chart_grid(drawn)
    assert drawn.series == ("2021", "2022", "2023")
    assert [heading.text for heading in table.headings] == ["Jenis", "2023", "2022", "2021"]
    assert [cell.text for cell in table.rows[0]] == ["A", "2", "3", "1"]


def test_the_table_of_a_chart_names_what_is_not_valid() -> None:
    rows = [(2023, "A", 4, "A"), (2023, "B", 9, "i"), (2024, "A", 5, "A"), (2024, "B", None, "x")]
    drawn = chart([*rows, (2022, "B", 3, "A")], axis="tahun", series="jenis", kind=GROUPED)
    cells = [[cell.text for cell in row] for row in chart_grid(drawn).rows]
    none = "\N{EM DASH}"
    assert cells == [["2022", none, "3"], ["2023", "4", "tidak sahih"], ["2024", "5", none]]


def about(status: NoteStatus, reason: str, **where: str) -> Note:
    chosen = {name: (value,) for name, value in where.items()}
    columns = ("jumlah",) if where else ()
    return Note(reason, "t", status, "-", "-", reason, "-", "2026-01-01", chosen, columns)


def test_of_several_notes_a_cell_leads_to_the_one_that_tells_of_its_status() -> None:
    table = replace(TABLE, schema=MARKED, rows=(("A", 3, "u", "3"), ("B", 4, "A", "4")))
    notes = [
        about(NoteStatus.KEPT, "Tetap", unsur="A"),
        about(NoteStatus.DOUBTFUL, "Tertukar", unsur="A"),
        about(NoteStatus.KEPT, "Cocok", unsur="B"),
    ]
    made = grid(Reader(table, notes))
    assert [row[1].note for row in made.rows] == ["Tertukar", "Cocok"]
    assert dict(made.reasons) == {
        "Tertukar": ("diragukan", "Tertukar"),
        "Cocok": ("dipertahankan", "Cocok"),
    }


def test_a_doubt_about_the_whole_table_goes_with_every_number() -> None:
    notes = [about(NoteStatus.DOUBTFUL, "Semua disalin"), about(NoteStatus.WITHHELD, "Nama")]
    assert grid(Reader(TABLE, notes)).general == ("Semua disalin",)


def test_tables_that_are_not_quoted_carry_no_reasons() -> None:
    made = grid(Reader(TABLE, [about(NoteStatus.DOUBTFUL, "Tertukar", unsur="A")], cited=False))
    assert (made.reasons, made.general) == ((), ())


def test_a_cell_knows_the_line_that_it_is_read_from() -> None:
    origin = Field("baris", "Baris", "integer", "Baris.", Role.ORIGIN)
    table = table_of((*FIELDS, origin), [("A", 1, 501), ("B", 2, None)])
    made = grid(Reader(table))
    assert [row[0].origin for row in made.rows] == ["501", ""]
