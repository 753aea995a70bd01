"""Ready questions in SQL: ten for any agency, each with an answer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profil_terbuka.downloads.formats.database import database
from profil_terbuka.model import Catalog, Note, NoteStatus, Table, Value
from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
from profil_terbuka.read import catalog as catalogs
from profil_terbuka.reporting.questions import QUESTIONS, AnsweredQuestion, answered_questions
from profil_terbuka.reporting.sql_text import sql_name, sql_value
from profil_terbuka.web.sql_page import sql_page
from profil_terbuka.words.catalogues import text
from support import BASE


def asked(catalog: Catalog) -> dict[str, AnsweredQuestion]:
    return {item.name: item for item in answered_questions(catalog, database(catalog))}


def of_table(*rows: tuple[Value, ...], columns: str, **more: object) -> dict[str, AnsweredQuestion]:
    return asked(invented_catalog(invented_dataset(invented_table(columns, *rows), **more)))


def test_the_invented_agency_has_ten_questions_each_with_an_answer() -> None:
    found = catalogs.load(BASE, "contoh").catalog or pytest.fail("the base does not load")
    questions = asked(found)
    assert len(questions) == QUESTIONS
    assert all(item.rows >= len(item.answer) > 0 for item in questions.values())


def test_words_alone_give_ten_questions_too() -> None:
    assert len(of_table(("A", "Uraian"), columns="desa, keterangan")) == QUESTIONS


def test_doubtful_numbers_are_not_among_the_largest() -> None:
    rows = [(2024, "A", 9, "A"), (2024, "B", 99, "u"), (2024, "C", 5, "A"), (2024, "D", 7, "p")]
    found = of_table(*rows, columns="tahun, desa, jumlah (orang), status")
    assert found["terbesar"].answer == (("A", 9), ("D", 7), ("C", 5))
    assert found["diragukan"].answer == (("data", "u", 1),)
    assert found["baris-diragukan"].answer == ((2024, "B", 99, "u"),)


def test_totals_among_the_rows_forbid_ranking_and_shares() -> None:
    rows = [(2024, name, number) for name, number in (("A", 9), ("B", 5), ("Jumlah", 14))]
    found = of_table(*rows, columns="tahun, desa, jumlah (orang)")
    assert not {"terbesar", "bagian", "jumlah"} & found.keys()


def test_percentages_are_neither_added_up_nor_shared_out() -> None:
    rows = [(2024, d, k, n) for d, k, n in (("A", "x", 9), ("A", "y", 5), ("B", "z", 4))]
    found = of_table(*rows, columns="tahun, desa, jenis, angka (persen)")
    assert not {"bagian", "jumlah"} & found.keys()


def test_a_sum_that_lacks_a_number_is_not_told() -> None:
    rows = [(2024, "A", "x", 9), (2024, "A", "y", None), (2024, "B", "z", 4), (2024, "B", "w", 1)]
    found = of_table(*rows, columns="tahun, desa, jenis, jumlah (orang)")
    assert found["jumlah"].answer == (("B", 5, 2), ("A", None, 2))


def test_changes_join_the_newest_years_without_doubt() -> None:
    old = [(2023, place, 10, "A") for place in "ABCD"]
    new = [(2024, "A", 12, "A"), (2024, "B", 5, "A"), (2024, "C", 10, "A"), (2024, "D", 90, "u")]
    found = of_table(*old, *new, columns="tahun, desa, jumlah (orang), status")
    assert found["perubahan"].columns == ("desa", "2023", "2024", "selisih")
    assert [row[-1] for row in found["perubahan"].answer] == [-5, 2, 0]


def test_open_notes_are_asked_for() -> None:
    note = Note("a", "data", NoteStatus.DOUBTFUL, "1", "1", "Janggal.", "Tim", "2026-11-22")
    found = of_table((2024, 4), columns="tahun, jumlah (orang)", notes=(note,))
    assert found["catatan"].answer == (("data", "data", "diragukan", "Janggal."),)


@pytest.mark.parametrize("name", ["order", "current_date", "Nama Desa", 'a"b', "select", "group"])
def test_any_name_of_a_column_can_be_asked_for(name: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        quoted = sql_name(name)
        connection.execute(f"CREATE TABLE {quoted} ({quoted} TEXT)")
        connection.execute(f"INSERT INTO {quoted} VALUES ({sql_value(name)})")
        assert connection.execute(f"SELECT {quoted} FROM {quoted}").fetchone() == (name,)


def test_questions_only_read() -> None:
    found = of_table((2024, "A", 4), columns="tahun, desa, jumlah (orang)")
    assert all(item.sql.startswith("SELECT ") for item in found.values())


NAMES = st.sampled_from(["desa", "order", "group", "jenis", "kelompok umur"])
NUMBER = st.one_of(st.none(), st.integers(-3, 60))


@given(
    st.lists(NAMES, min_size=1, max_size=2, unique=True),
    st.lists(
        st.tuples(st.integers(2022, 2024), st.sampled_from("ABC"), st.sampled_from("XY"), NUMBER)
    ),
)
def test_whatever_lies_in_a_table_ten_questions_have_answers(
    names: list[str], drawn: list[tuple[int, str, str, int | None]]
) -> None:
    rows = {(row[0], *row[1 : 1 + len(names)]): row[3] for row in drawn}
    table = _table_named(names, [(*key, number) for key, number in rows.items()])
    found = asked(invented_catalog(invented_dataset(table)))
    assert len(found) == QUESTIONS
    assert all(item.rows for item in found.values())
    assert all(text(item.title) for item in found.values())


def _table_named(names: list[str], rows: list[tuple[Value, ...]]) -> Table:
    plain = invented_table("tahun, " + ", ".join(names) + ", jumlah (orang)", *rows)
    return replace(plain, title="Data 'x' \"y\"")


def test_the_page_tells_sizes_before_anything_is_loaded() -> None:
    catalog = invented_catalog(invented_dataset(invented_table("desa, jumlah (orang)", ("A", 3))))
    data = database(catalog)
    html = sql_page(catalog.agency, answered_questions(catalog, data), "data.sqlite", 81_920).html
    assert "data (81,9 kB), lalu jalankan" in html
    assert html.count("<pre") == QUESTIONS


def test_whole_shares_are_written_as_a_browser_writes_them() -> None:
    rows = [(2024, "A", 5), (2024, "B", 3), (2024, "C", 2)]
    table = invented_table("tahun, desa, jumlah (orang)", *rows)
    catalog = invented_catalog(invented_dataset(table))
    html = sql_page(
        catalog.agency, answered_questions(catalog, database(catalog)), "data.sqlite", 1
    ).html
    assert ">50<" in html
    assert ">50.0<" not in html
