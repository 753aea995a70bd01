"""A sheet becomes a package that says what the sheet says, or a question."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from profil_terbuka.importer import (
    Draft,
    Unusable,
    dataset_slug,
    open_book,
    receipt_text,
    spoken_title,
)
from profil_terbuka.importer.formats import READERS
from profil_terbuka.model.identifiers import Identifier, identifier
from profil_terbuka.workbench.filling import filled_document, open_places_of
from sheets import draft_of, drafted, drafted_file, typed, understood
from spreadsheets import WRITERS, xlsx


def told(text: str) -> str:
    """The receipt of a table written with semicolons."""
    return receipt_text(typed(text).receipt)


def fields(made: Draft) -> dict[str, dict[str, Any]]:
    return {item["name"]: item for item in made.descriptor["resources"][0]["schema"]["fields"]}


def key(made: Draft) -> list[str]:
    return made.descriptor["resources"][0]["schema"]["primaryKey"]


def column(made: Draft, name: str) -> list[str]:
    lines = [line.split(",") for line in made.table.decode().splitlines()]
    return [line[lines[0].index(name)] for line in lines[1:]]


def numbered(cells: list[str]) -> str:
    return "\n".join(["Hal;Isi", *(f"n{at};{cell}" for at, cell in enumerate(cells))])


def workbook(path: Path, rows: list[list[object]], styles: dict[str, str] | None = None) -> Path:
    path.write_bytes(xlsx(rows, styles))
    return path


@pytest.mark.parametrize(
    ("cells", "type_", "written"),
    [
        (["2023", "2024"], "year", ["2023", "2024"]),
        (["1998", "2012"], "integer", ["1998", "2012"]),
        (["5", "1200"], "integer", ["5", "1200"]),
        (["5", "1.234.567"], "integer", ["5", "1234567"]),
        (["1,234,567", "2,000"], "integer", ["1234567", "2000"]),
        (["1.200,50", "3,25"], "number", ["1200.50", "3.25"]),
        (["1.245", "2.318,5"], "number", ["1245", "2318.5"]),
        (["0.125", "1.375"], "number", ["0.125", "1.375"]),
        (["0,125", "1,375"], "number", ["0.125", "1.375"]),
        (["1.5", "20"], "number", ["1.5", "20"]),
        (["(15)", "\N{MINUS SIGN}3", "-0"], "integer", ["-15", "-3", "0"]),
        (["1\N{NO-BREAK SPACE}500", "2 000 000"], "integer", ["1500", "2000000"]),
        (["2024-01-31", ""], "date", ["2024-01-31", ""]),
        (["2024-02-31", "2024-01-31"], "string", ["2024-02-31", "2024-01-31"]),
        (["a", "7"], "string", ["a", "7"]),
        (["0101", "0102"], "string", ["0101", "0102"]),
    ],
)
def test_types_are_read_from_the_cells(cells: list[str], type_: str, written: list[str]) -> None:
    made = drafted(numbered(cells))
    assert fields(made)["isi"]["type"] == type_
    assert column(made, "isi") == written


@pytest.mark.parametrize(
    ("cells", "unit", "written"),
    [
        (["Rp 1.500.000", "Rp. 250.000,-"], "rupiah", ["1500000", "250000"]),
        (["Rp 1.500.000,00", "Rp 2.000,00"], "rupiah", ["1500000", "2000"]),
        (["12,5%", "0 %"], "persen", ["12.5", "0"]),
        (["-Rp 10", "Rp -2"], "rupiah", ["-10", "-2"]),
    ],
)
def test_marks_beside_the_numbers_are_their_unit(
    cells: list[str], unit: str, written: list[str]
) -> None:
    made = drafted(numbered(cells), unit="orang")
    assert fields(made)["isi"]["satuan"] == unit
    assert column(made, "isi") == written


@pytest.mark.parametrize(("mark", "written"), [("koma", ["1245", "9"]), ("titik", ["1.245", "9"])])
def test_what_can_be_read_both_ways_is_asked(mark: str, written: list[str]) -> None:
    text = numbered(["1.245", "9"])
    receipt = told(text)
    assert "Kolom `Isi`, sel B2: `1.245` dapat dibaca dengan dua cara." in receipt
    assert 'JAWAB="desimal Isi=koma": 1245 (titik memisahkan ribuan' in receipt
    assert 'JAWAB="desimal Isi=titik": 1,245 (titik di depan desimal' in receipt
    assert column(drafted(text, {"desimal Isi": mark}), "isi") == written


def test_all_columns_that_are_unsure_are_asked_about_at_once() -> None:
    asked = typed("Hal;Satu;Dua;Tiga\na;1.245;2,318;0.5\n").receipt.questions
    assert [question.name for question in asked] == ["desimal Satu", "desimal Dua"]


@pytest.mark.parametrize(
    "cells", [["1.5", "1,5"], ["12%", "13"], ["Rp 5", "5%"]], ids=["tanda", "persen", "satuan"]
)
def test_a_column_written_in_two_ways_is_refused(cells: list[str]) -> None:
    receipt = told(numbered(cells))
    assert re.search(r"Kolom `Isi` ditulis dengan dua cara: B2 .*, B3", receipt), receipt


def test_cells_that_say_there_is_no_number_are_emptied_and_told() -> None:
    made = drafted(numbered(["5", "-", "n/a", "7"]))
    assert column(made, "isi") == ["5", "", "", "7"]
    assert column(made, "status") == ["A", "x", "x", "A"]
    assert "`-`, `n/a` di sel B3, B4 bukan bilangan" in told(numbered(["5", "-", "n/a", "7"]))


def test_one_slip_among_numbers_is_asked_about() -> None:
    text = numbered(["5", "1,2E+05", "7"])
    assert "berisi angka, tetapi sel B3 bukan bilangan (`1,2E+05`)" in told(text)
    assert column(drafted(text, {"bukan-angka Isi": "kosong"}), "isi") == ["5", "", "7"]
    assert fields(drafted(text, {"bukan-angka Isi": "teks"}))["isi"]["type"] == "string"


def test_numbers_of_excel_are_what_excel_shows(tmp_path: Path) -> None:
    rows = [["Hal", "Laju"], ["a", 1.245], ["b", 9.299999999999997], ["c", 1 / 3], ["d", 5.0]]
    made = drafted_file(workbook(tmp_path / "t.xlsx", rows))
    assert column(made, "laju") == ["1.245", "9.3", "0.3333333333", "5"]
    receipt = understood(open_book(tmp_path / "t.xlsx")).receipt
    assert "dibulatkan sampai 10 angka desimal" in receipt_text(receipt)


def test_formats_of_excel_say_what_people_see(tmp_path: Path) -> None:
    rows = [
        ["Kode", "Program", "Capaian", "Pagu", "Selesai", None],
        [101, "A", 0.125, 1500, datetime.datetime(2024, 1, 2), None],
        [102, "B", 0.5, 250, None, None],
    ]
    styles = {"A2": "0000", "A3": "0000", "C2": "0.0%", "C3": "0%", "D2": '"Rp"#,##0'}
    made = drafted_file(workbook(tmp_path / "t.xlsx", rows, styles))
    assert made.table.decode().splitlines()[1] == "0101,A,12.5,1500,2024-01-02"
    found = fields(made)
    assert (found["capaian"]["satuan"], found["pagu"]["satuan"]) == ("persen", "rupiah")
    assert (found["kode"]["peran"], found["kode"]["untuk"]) == ("kode", "program")


def test_broken_formulas_are_refused_by_place(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", [["Hal", "Isi"], ["a", 1], ["b", "#REF!"]])
    assert "B3, kolom `Isi`: `#REF!`" in receipt_text(understood(open_book(path)).receipt)


@pytest.mark.parametrize(
    ("heading", "unit", "name"),
    [
        ("Garis kemiskinan (Rp)", "rupiah", "garis_kemiskinan"),
        ("Pagu (dalam juta rupiah)", "juta rupiah", "pagu"),
        ("Pagu [Rp miliar]", "miliar rupiah", "pagu"),
        ("Penduduk (ribu jiwa)", "ribu jiwa", "penduduk"),
        ("Persentase penduduk miskin (%)", "persen", "persentase_penduduk_miskin"),
        ("Persentase guru", "persen", "persentase_guru"),
        ("Rasio murid-guru", "rasio", "rasio_murid_guru"),
        ("Luas (km\N{SUPERSCRIPT TWO})", "km2", "luas"),
        ("Luas, ha", "ha", "luas"),
        ("Jumlah KK", "KK", "jumlah_kk"),
        ("Laki-laki (L)", "unit", "laki_laki_l"),
        ("Stok (ribuan)", "ribu unit", "stok"),
        ("Penerima", "unit", "penerima"),
    ],
)
def test_units_are_read_from_the_headings(heading: str, unit: str, name: str) -> None:
    made = drafted(f"Hal;{heading}\na;5\n", unit="unit")
    assert fields(made)[name]["satuan"] == unit


def test_an_unknown_unit_stays_open() -> None:
    found = fields(drafted("Hal;Penerima;Stok (ribuan);Laba (orang)\na;5;6;7%\n"))
    assert found["penerima"]["satuan"] == "ISI: satuan (misalnya orang)"
    assert found["stok"]["satuan"] == "ISI: satuan dalam ribu (misalnya ribu orang)"
    assert found["laba"]["satuan"].startswith("ISI: satuan (judul kolom dan isi selnya berbeda")


def test_columns_that_only_their_unit_tells_apart_keep_it() -> None:
    found = fields(drafted("Hal;Penduduk (orang);Penduduk (%)\na;5;6\n"))
    assert found["penduduk_persen"]["title"] == "Penduduk (persen)"
    assert found["penduduk_orang"]["satuan"] == "orang"


def test_an_open_data_table_keeps_its_meaning() -> None:
    head = (
        "id;kode_provinsi;nama_provinsi;kode_kabupaten_kota;nama_kabupaten_kota;indeks;satuan;tahun"
    )
    rows = ["1;61;P;6101;DADAP;1.12;POIN;2023", "2;61;P;6102;DUKU;0.86;POIN;2023"]
    made = drafted("\n".join([head, *rows]))
    found = fields(made)
    assert "id" not in found
    assert found["kode_kabupaten_kota"]["untuk"] == "nama_kabupaten_kota"
    assert found["kode_provinsi"]["type"] == "string"
    assert (found["satuan"]["peran"], column(made, "satuan")) == ("satuan", ["poin", "poin"])
    assert [name for name, item in found.items() if item["peran"] == "ukuran"] == ["indeks"]
    view = made.descriptor["grafik"][0]
    assert (view["sumbu"], view["ukuran"]) == ("nama_kabupaten_kota", "indeks")
    assert view["saring"] == {"tahun": 2023}
    assert key(made) == ["nama_kabupaten_kota", "tahun"]


def test_a_row_number_tells_twins_apart_but_is_not_measured() -> None:
    text = "No;Desa;Kasus\n1;Dadap;2\n2;Dadap;3\n3;Duku;1\n"
    made = drafted(text)
    assert key(made) == ["no", "desa"]
    assert fields(made)["no"]["peran"] == "keterangan"
    assert "grafik" not in made.descriptor
    assert "Grafik belum dibuat" in told(text)


def test_a_row_number_that_is_not_needed_is_left_out_and_told() -> None:
    text = "#;Desa;Kasus\n1;Dadap;2\n2;Nangka;3\n3;Duku;1\n"
    assert list(fields(drafted(text))) == ["desa", "kasus"]
    assert "Kolom `#` tidak ikut: isinya hanya nomor urut baris." in told(text)


def test_a_year_of_the_thing_itself_is_no_period() -> None:
    made = drafted("Gedung;Tahun berdiri;Luas (m2)\nA;1998;30\nB;2011;40\n")
    assert (key(made), fields(made)["tahun_berdiri"]["peran"]) == (["gedung"], "keterangan")
    assert made.descriptor["cakupan"] == {"wilayah": "99.01"}


@pytest.mark.parametrize(
    ("text", "axis", "series", "where"),
    [
        ("Kec;Tahun;N\na;2023;1\na;2024;2\nb;2024;3", "tahun", "kec", None),
        ("Tahun;N\n2023;1\n2024;2", "tahun", None, None),
        ("Kec;Jenis;N\na;x;1\na;y;2\nb;x;3", "kec", "jenis", None),
        ("Kec;Tahun;Bulan;N\na;2023;1;5\na;2024;1;5\nb;2024;2;6", "kec", None, (2024, 2)),
        ("Bulan;N\nJanuari;1\nFebruari;2", "bulan", None, None),
    ],
    ids=["garis", "satu-garis", "berdampingan", "periode-terbaru", "bulan"],
)
def test_a_chart_adds_nothing_up(
    text: str, axis: str, series: str | None, where: tuple[int, ...] | None
) -> None:
    view = drafted(text).descriptor["grafik"][0]
    assert (view["sumbu"], view.get("seri")) == (axis, series)
    assert (tuple(view["saring"].values()) if where else view.get("saring")) == where


@pytest.mark.parametrize("count", [40, 41])
def test_more_names_than_a_chart_can_show_get_none(count: int) -> None:
    made = drafted("\n".join(["Desa;N", *(f"d{at};{at + 5}" for at in range(count))]))
    assert ("grafik" in made.descriptor) == (count == 40)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SD;SMP\n34;23\n", "Tabel hanya berisi angka"),
        ("a;b\nx;1\n\ny;3\nx;2\n", r"Baris 2 dan baris 5 sama-sama `x`"),
        (
            "Kec;Jenis;N\na;x;1\n;x;2\n",
            "Kolom `Kec`, sel A3: kosong, jadi diisi dengan nama di atasnya",
        ),
        ("Kec;N\n;1\nb;2\n", "`Kec` kosong di baris 2"),
        ("a b;A-B\nx;y\n", "Kolom A dan B akan sama-sama bernama `a_b`"),
        (";".join(f"k{at}" for at in range(61)) + "\n" + ";".join("x" * 61), "punya 61 kolom"),
    ],
    ids=["angka", "kembar", "lubang", "kosong", "nama", "lebar"],
)
def test_a_table_without_a_key_or_names_is_refused(text: str, reason: str) -> None:
    assert re.search(reason, told(text)), told(text)


def test_a_column_without_a_heading_is_to_be_mended() -> None:
    assert "Kolom C tidak punya judul, padahal berisi (C2: `2`)." in told("a;b;\nx;1;2\n")


def test_one_row_with_a_name_is_a_table() -> None:
    assert key(drafted("Kec;N\nDadap;5\n")) == ["kec"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a,b\n", "paling sedikit satu baris"),
        ('a,b\n"x,2\n', "tidak dapat dibaca"),
    ],
    ids=["kosong", "kutip"],
)
def test_an_unusable_file_is_refused_with_the_reason(
    text: str, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(text, "utf-8")
    with pytest.raises(Unusable, match=reason):
        understood(open_book(tmp_path / "t.csv"))


@pytest.mark.parametrize("suffix", READERS)
def test_every_format_becomes_the_same_package(suffix: str, tmp_path: Path) -> None:
    rows = [["Tahun", "Jenis", "Isi"], [2023, "A", 5], [2024, "A", None], [2024, "B", 7]]
    assert suffix in WRITERS, f"say in tests/spreadsheets.py how a test writes a {suffix} file"
    (tmp_path / "t").write_bytes(WRITERS[suffix](rows))
    made = draft_of(understood(open_book(tmp_path / "t")))
    assert made.files == drafted("Tahun;Jenis;Isi\n2023;A;5\n2024;A;\n2024;B;7").files


def test_empty_columns_at_the_right_of_a_workbook_are_none_of_it(tmp_path: Path) -> None:
    rows = [["Hal", "Isi", None], ["a", 1, None], ["b", 2, None]]
    styles = {"E2": "0.0"}  # a cell that only has a look
    made = drafted_file(workbook(tmp_path / "t.xlsx", rows, styles))
    assert list(fields(made)) == ["hal", "isi"]


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        ("id", [1.5], Identifier.ROW),
        ("kode_desa", [], Identifier.CODE),
        ("tahun", [3], Identifier.TIME),
        ("nomor", [1, 2, 3], Identifier.ROW),
        ("nomor", [4, 4], None),
        ("semester", [1, 2], Identifier.TIME),
        ("semester", [1, 14], None),
        ("kecamatan", [617101, 617102], Identifier.CODE),
        ("kecamatan", [11, 14], None),
        ("tahun_berdiri", [1998, 2011], Identifier.TIME),
        ("tahun_2023", [1998, 2011], None),
        ("lama_tahun", [3, 5], None),
        ("indeks", [1, 2, 3], None),
        ("jumlah", [2023, 2024], None),
    ],
)
def test_identifiers_are_known_by_name_and_values(
    name: str, values: list[int], kind: Identifier | None
) -> None:
    assert identifier(name, values) is kind


def test_names_are_cut_between_words() -> None:
    assert dataset_slug("Penduduk_Miskin 2024") == "penduduk-miskin-2024"
    assert (
        dataset_slug("kata " * 20) == "kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-kata"
    )
    assert len(dataset_slug("x" * 99)) == 60


def test_titles_are_sentences() -> None:
    assert spoken_title("nama_kabupaten_kota") == "Nama kabupaten kota"
    assert spoken_title("PKH 2023-2024") == "PKH 2023-2024"


# Totals are in the unit of what they add up

UNITS_BESIDE = "Uraian;Satuan;2023;2024\nA1;orang;1;2\nB1;{};3;4\nC1;orang;5;6\nJumlah;;9;12\n"


def unit_of_totals(made: Draft) -> str:
    _, total = made.descriptor["resources"]
    (measure,) = (item for item in total["schema"]["fields"] if item["peran"] == "ukuran")
    return str(measure["satuan"])


def test_a_total_has_the_unit_of_all_rows() -> None:
    assert unit_of_totals(drafted(UNITS_BESIDE.format("orang"))) == "orang"


def test_a_total_over_several_units_is_asked_for() -> None:
    assert unit_of_totals(drafted(UNITS_BESIDE.format("kasus"))).startswith("ISI:")


def test_the_unit_of_a_total_is_asked_for_once() -> None:
    made = drafted("Kecamatan;Penerima\nDadap;12\nDuku Hulu;30\nRambai;8\nJumlah;50\n")
    asked = [place for place in open_places_of(made.descriptor) if place.keys[-1] == "satuan"]
    assert [place.keys[1] for place in asked] == [0]
    filled = filled_document(made.descriptor, {asked[0].name: "orang"})
    units = [table["schema"]["fields"][-1]["satuan"] for table in filled["resources"]]
    assert units == ["orang", "orang"]
