"""A cell that is written wrongly comes back with the right form; a quote with where it opened."""

from __future__ import annotations

import csv

import pytest

from profil_terbuka.read import layout, spelling
from profil_terbuka.words import catalogues as words

NUMBERS = [
    ("1.200", True, "Tulis `1200` bila ribuan."),
    ("1.200.000", True, "Tulis `1200000` bila ribuan."),
    ("1 200", True, "Tulis `1200` bila ribuan."),
    (" 300", True, "Tulis `300`."),
    ("0300", True, "Tulis `300`."),
    ("12,5", False, "Tulis `12.5`."),
    ("1.200,5", False, "Tulis `1200.5`."),
    ("300 orang", True, "Tulis `300` saja;"),
    ("12%", False, "Tulis `12` saja;"),
    ("Rp 1.200.000", True, "Tulis `1200000`."),
    ("12,5", True, "Tulis bilangan bulat; `12.5` adalah pecahan"),
    ("=A1+A2", True, "Salin hasilnya"),
    ("1,2E+05", True, "Excel memendekkan"),
    ("-", True, "Kosongkan selnya"),
    ("nihil", True, "Kosongkan selnya"),
    ("banyak", True, ""),
    ("#REF!", True, ""),
]
OTHERS = [
    ("01/02/2024", "date", "Tulis `2024-02-01` bila maksudnya 1 Februari 2024."),
    ("1-2-2024", "date", "Tulis `2024-02-01`"),
    ("31 Desember 2024", "date", "Tulis `2024-12-31`"),
    ("17 Agt 2024", "date", "31 Desember 2024 menjadi `2024-12-31`"),
    ("45292", "date", "Tulis `2024-01-01` bila maksudnya 1 Januari 2024."),
    ("2024-02-30", "date", "Periksa harinya"),
    ("31/02/2024", "date", "31 Desember 2024 menjadi `2024-12-31`"),
    ("kemarin", "date", "31 Desember 2024 menjadi `2024-12-31`"),
    ("2024.0", "year", "Tulis `2024` saja."),
    ("Tahun 2024", "year", "Tulis `2024` saja."),
    ("24", "year", "misalnya `2024`"),
    ("Ya", "boolean", "Tulis `true`."),
    ("tidak", "boolean", "Tulis `false`."),
    ("mungkin", "boolean", "`true` untuk ya"),
]


@pytest.mark.parametrize(("text", "whole", "mend"), NUMBERS)
def test_a_number_comes_back_in_its_right_form(text: str, whole: bool, mend: str) -> None:
    told = words.text(spelling.number_mend(text, whole=whole))
    assert told.startswith(mend) if mend else told == ""


@pytest.mark.parametrize(("text", "type_", "mend"), OTHERS)
def test_a_date_a_year_and_a_yes_come_back_in_their_right_form(
    text: str, type_: str, mend: str
) -> None:
    assert mend in words.text(spelling.type_mend(text, type_))


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_called_as_in_a_spreadsheet(index: int, name: str) -> None:
    assert layout.column_letter(index) == name


QUOTES = [
    ('a,b\n1,"x\n2,y\n', 2, "kolom B"),
    ('a,b\n1,"baris\nkedua"\n2,"x\n', 3, "kolom B"),
    ('a,b\n"x, ""y"" dan",2\n"z,3\n', 3, "kolom A"),
    ('a,b\n1,"x" y\n2,"z"\n', 2, "kolom B"),
    ('a,b\n1,"x\n2,"y"\n', 2, "kolom B"),
    ('a,"b\n', 1, "kolom B"),
]


@pytest.mark.parametrize(("text", "row", "column"), QUOTES)
def test_a_quote_is_reported_where_it_was_opened(text: str, row: int, column: str) -> None:
    with pytest.raises(csv.Error) as problem:
        list(csv.reader(text.splitlines(keepends=True), strict=True))
    finding = layout.quote_fault(text, problem.value, "x.csv", ",")
    assert finding.place.row == row
    assert column in words.text(finding.message)
