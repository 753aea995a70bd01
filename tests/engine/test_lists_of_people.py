"""Lists of people: which columns name somebody, by what is counted, what is told of the rest."""

from __future__ import annotations

import pytest

from profil_terbuka.importer import receipt_text
from sheets import draft_of, drafted, typed

HEAD = "No;NIK;Lain;Kelurahan;JK\n"
NAMES = (
    "Rekawati Satu",
    "Rekaanto Dua",
    "Karangsih Tiga",
    "Karangan Empat",
    "Rekasari Lima",
    "Karangwan Enam",
)


def people(others: tuple[str, ...], title: str = "Lain") -> str:
    """A list of six people with a column of our choice."""
    places = ("Nangka", "Dadap")
    rows = (
        f"{at};000000000000000{at};{other};{places[at % 2]};{'LP'[at // 4]}\n"
        for at, other in enumerate(others, start=1)
    )
    return HEAD.replace("Lain", title) + "".join(rows)


def offered(text: str) -> list[str]:
    """By what a list may be counted."""
    (question,) = typed(text).receipt.questions
    return [choice.value for choice in question.choices]


def told(text: str, answers: dict[str, str] | None = None) -> str:
    return receipt_text(typed(text, answers).receipt)


TWICE = (*NAMES[:5], NAMES[0])
KIN = ("anak dari Rekawati", "", "", "anak dari Rekawati", "", "")
KINDS = ("Bantuan Tunai", "Bantuan Pangan") * 3


@pytest.mark.parametrize("title", ["KPM", "Penerima", "Ket", "Catatan"])
def test_names_are_no_group_whatever_their_heading(title: str) -> None:
    assert offered(people(TWICE, title)) == ["Kelurahan", "JK", "Kelurahan, JK"]


def test_kinship_with_somebody_named_is_no_group() -> None:
    assert "Ket" not in offered(people(KIN, "Ket"))


def test_a_column_of_names_is_told() -> None:
    assert "Kolom C (`Ket`) tidak ikut: isinya terbaca" in told(people(TWICE, "Ket"))


def test_no_name_stands_on_the_receipt() -> None:
    assert "Rekawati" not in told(people(TWICE, "Ket"))


def test_kinds_of_help_are_a_group() -> None:
    assert "Bantuan" in offered(people(KINDS, "Bantuan"))


def test_whoever_says_that_no_people_are_named_is_believed() -> None:
    answers = {"nama-orang Ket": "bukan", "hitung": "Kelurahan"}
    assert "terbaca sebagai nama orang" not in told(people(TWICE, "Ket"), answers)


def test_kinship_is_left_out_whatever_is_said() -> None:
    answers = {"nama-orang Ket": "bukan", "hitung": "Ket"}
    assert typed(people(KIN, "Ket"), answers).draft is None


def test_names_are_not_counted_by_though_it_is_asked_for() -> None:
    assert "Menurut `Ket` tidak dapat dihitung" in told(
        people(TWICE, "Ket"), {"hitung": "Ket, Kelurahan"}
    )


def test_groups_of_one_are_refused_with_the_reason() -> None:
    said = told(people(("1", "2", "3", "4", "5", "5"), "Umur"), {"hitung": "Umur"})
    assert "Menurut `Umur`, 4 dari 5 kelompok berisi satu orang saja" in said


def test_a_group_of_one_among_larger_ones_is_counted() -> None:
    made = typed(people(("a", "a", "a", "b", "b", "c"), "Kelas"), {"hitung": "Kelas"})
    assert draft_of(made).table.decode().splitlines()[1:] == ["a,3", "b,2", "c,1"]


def test_who_has_a_sex_and_an_age_is_a_person() -> None:
    rows = "".join(f"{at};{name};{'LP'[at % 2]};{60 + at}\n" for at, name in enumerate(TWICE))
    assert offered("No;Ket;JK;Umur\n" + rows) == ["JK"]


def test_columns_of_a_list_that_are_not_counted_are_told_with_why() -> None:
    said = told(people(("600000",) * 6, "Bantuan (Rp)"), {"hitung": "Kelurahan"})
    assert "Kolom A (`No`), C (`Bantuan (Rp)`), E (`JK`) tidak ikut: dari daftar orang" in said


def test_a_table_of_counts_is_no_list() -> None:
    text = "Kelurahan;JK;Usia;Jumlah\nNangka;L;10;4\nNangka;P;20;6\nDadap;L;10;8\nDadap;P;20;9\n"
    assert len(drafted(text).table.decode().splitlines()) == 5
