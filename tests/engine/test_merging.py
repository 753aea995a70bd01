"""Rows of a file come into a dataset that is there: by key, with its names, codes and totals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invented import dataset_with
from profil_terbuka.importer import read_book, receipt_text
from profil_terbuka.importer.merging import Renewal, into
from profil_terbuka.model import Dataset, SumRule, Table
from profil_terbuka.model.invented import invented_table
from sheets import KNOWN

ROWS = (
    (2023, "99.01.01", "Dadap", 30),
    (2023, "99.01.02", "Duku Hulu", 20),
    (2024, "99.01.01", "Dadap", 33),
    (2024, "99.01.02", "Duku Hulu", 25),
)
TOTALS = ((2023, 50), (2024, 58))


def dataset() -> Dataset:
    """Two years of two districts, and their totals."""
    table = invented_table("tahun, kode_kecamatan, kecamatan, jumlah (orang)", *ROWS)
    total = invented_table("tahun, jumlah (orang)", *TOTALS, name="total")
    rule = SumRule(table.name, "jumlah", "total", {"tahun": "tahun"})
    return dataset_with(table, total, rules=(rule,))


def brought(text: str, answers: dict[str, str] | None = None, name: str = "data.csv") -> Renewal:
    """What a table written with semicolons changes."""
    return into(read_book(text.encode(), name), dataset(), answers or {}, KNOWN)


def rows(found: Renewal, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table after the file came in."""
    return next(merge.cells for merge in found.merges if merge.table.name == name)


def main() -> str:
    return dataset().main.name


def test_a_new_year_is_added_with_codes_and_a_total() -> None:
    found = brought("Tahun 2025;\nKecamatan;Jumlah\nDADAP;40\nKec. Duku Hulu;26\n")
    assert found.receipt.questions == (), receipt_text(found.receipt)
    assert rows(found, main())[-2:] == (
        ("2025", "99.01.01", "Dadap", "40"),
        ("2025", "99.01.02", "Duku Hulu", "26"),
    )
    assert rows(found, "total")[-1] == ("2025", "66")


def test_the_year_of_the_file_name_is_taken() -> None:
    found = brought("Kecamatan;Jumlah\nDadap;40\n", name="penerima-2025.csv")
    assert rows(found, main())[-1][0] == "2025"


def test_a_year_that_nothing_tells_is_asked_for() -> None:
    text = "Kecamatan;Jumlah\nDadap;40\n"
    assert [question.name for question in brought(text).receipt.questions] == ["isi tahun"]
    assert rows(brought(text, {"isi tahun": "2025"}), main())[-1][0] == "2025"


def test_a_changed_number_is_told_with_what_it_was() -> None:
    found = brought("Kecamatan;2023;2024\nDadap;30;34\nDuku Hulu;20;25\n")
    told = receipt_text(found.receipt)
    assert "~ 2024, Dadap: Jumlah 33 menjadi 34" in told
    assert "0 baris baru, 1 berubah, 3 tetap" in told
    assert rows(found, "total")[-1] == ("2024", "59")


def test_what_the_file_does_not_mention_stays() -> None:
    found = brought("Tahun;Kecamatan;Jumlah\n2024;Dadap;33\n")
    assert "? 2024, Duku Hulu: tidak disebut di berkas, dibiarkan" in receipt_text(found.receipt)
    assert len(rows(found, main())) == len(ROWS)
    assert not found.alters


def test_a_printed_total_comes_in_as_it_is_printed() -> None:
    found = brought("Tahun 2025;\nKecamatan;Jumlah\nDadap;40\nDuku Hulu;26\nJUMLAH;70\n")
    assert rows(found, "total")[-1] == ("2025", "70")
    assert "tertulis 70, tetapi rinciannya berjumlah 66" in receipt_text(found.receipt)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Tahun;Kecamatan;Bantuan\n2025;Dadap;4\n", "kolom Bantuan"),
        ("Tahun;Kecamatan;Jumlah\n2025;Duku Hulo;4\n2025;Dadap;4\n", "kategori Duku Hulo"),
    ],
)
def test_what_fits_nowhere_is_asked(text: str, question: str) -> None:
    assert [item.name for item in brought(text).receipt.questions] == [question]


def test_a_column_goes_where_it_is_said_to_go() -> None:
    text = "Tahun;Kecamatan;Bantuan\n2025;Dadap;4\n"
    assert rows(brought(text, {"kolom Bantuan": "jumlah"}), main())[-1][3] == "4"


def test_a_name_nearly_known_is_asked_about() -> None:
    kinds = invented_table("tahun, jenis, jumlah (orang)", (2024, "Lansia terlantar", 3))
    held = dataset_with(kinds)
    book = read_book(b"Tahun;Jenis;Jumlah\n2025;Lansia telantar;4\n", "d.csv")
    asked = into(book, held, {}, KNOWN).receipt.questions
    assert [item.name for item in asked] == ["kategori Lansia telantar"]
    told = into(book, held, {"kategori Lansia telantar": "Lansia terlantar"}, KNOWN)
    assert told.merges[0].cells[-1] == ("2025", "Lansia terlantar", "4")


def test_our_own_file_says_only_what_was_changed_in_it() -> None:
    table: Table = dataset().main
    head = ";".join(field.name for field in table.schema.fields)
    lines = [";".join(cells) for cells in table.cells]
    text = "\n".join([head, *lines]).replace("Dadap;33", "Dadap;35")
    found = brought(text)
    assert [change.new for change in found.merges[0].changed] == ["35"]
    assert "Dikenali sebagai berkas terbitan kami" in receipt_text(found.receipt)


def test_a_cell_of_our_own_file_that_is_no_number_is_named() -> None:
    table: Table = dataset().main
    head = ";".join(field.name for field in table.schema.fields)
    text = "\n".join([head, "2025;99.01.01;Dadap;tiga puluh"])
    told = receipt_text(brought(text).receipt)
    assert "D2, kolom `Jumlah`: `tiga puluh` bukan bilangan bulat" in told


def test_the_same_thing_twice_is_to_be_mended() -> None:
    told = receipt_text(brought("Tahun;Kecamatan;Jumlah\n2025;Dadap;4\n2025;Dadap;5\n").receipt)
    assert "Baris 2 dan baris 3 sama-sama tentang" in told


@pytest.mark.parametrize("year", ["duaribu", "25", "20255"])
def test_an_answer_that_is_no_year_is_refused(year: str) -> None:
    told = receipt_text(brought("Kecamatan;Jumlah\nDadap;40\n", {"isi tahun": year}).receipt)
    assert f"Jawaban `{year}` untuk `isi tahun` bukan tahun" in told


def test_the_question_for_a_year_offers_the_next_one() -> None:
    asked = brought("Kecamatan;Jumlah\nDadap;40\n").receipt.questions[0]
    assert [choice.value for choice in asked.choices] == ["2025", "2023", "2024"]


def held_beside(*rows: tuple[object, ...]) -> Renewal:
    """What a sheet without time or stage changes in a dataset with one or more of them."""
    table = invented_table("tahun, tahap, desa, jumlah (orang)", *rows)
    book = read_book(b"Desa;Jumlah\nDadap;40\nJati;41\n", "d.csv")
    return into(book, dataset_with(table), {}, KNOWN)


def test_a_year_is_asked_for_though_all_rows_have_one() -> None:
    found = held_beside((2024, "I", "Dadap", 3), (2024, "I", "Jati", 4))
    assert [question.name for question in found.receipt.questions] == ["isi tahun"]


def test_a_stage_that_differs_between_rows_is_asked_for() -> None:
    found = held_beside((2024, "I", "Dadap", 3), (2024, "II", "Jati", 4))
    assert [item.name for item in found.receipt.questions] == ["isi tahun", "isi tahap"]


def test_an_answer_that_names_nothing_known_makes_no_new_name() -> None:
    text = "Tahun;Kecamatan;Jumlah\n2025;Duku Hulo;4\n2025;Dadap;4\n"
    found = brought(text, {"kategori Duku Hulo": "Duku Hul"})
    assert "Jawaban `Duku Hul` untuk `kategori Duku Hulo`" in receipt_text(found.receipt)


BOOK = "tahun, desa, jumlah (orang), status, nilai_tercetak, halaman"
PRINTED_ROWS = ((2024, "Dadap", 20840, "A", "20.840", 7), (2024, "Jati", 9, "A", "9", 8))


def in_print(text: str) -> Renewal:
    """What a table changes in a dataset that keeps how its numbers are printed, and where."""
    table = invented_table(BOOK, *PRINTED_ROWS)
    return into(read_book(text.encode(), "d.csv"), dataset_with(table), {}, KNOWN)


def test_an_old_number_that_a_sheet_changes_is_marked_and_keeps_its_print() -> None:
    found = in_print("Tahun;Desa;Jumlah\n2024;Dadap;20850\n2024;Jati;9\n")
    assert found.merges[0].cells == (
        ("2024", "Dadap", "20850", "r", "20.840", "7"),
        ("2024", "Jati", "9", "A", "9", "8"),
    )


def test_printed_evidence_that_excel_changed_is_left_and_told_once() -> None:
    head = "tahun;desa;jumlah;status;nilai_tercetak;halaman"
    found = in_print(f"{head}\n2024;Dadap;20840;A;2084;7\n2024;Jati;10;A;9;8\n")
    assert found.merges[0].cells == (
        ("2024", "Dadap", "20840", "A", "20.840", "7"),
        ("2024", "Jati", "10", "r", "9", "8"),
    )
    assert [step.name for step in found.receipt.steps].count("importer.step-evidence-left") == 1


HEAD = "tahun;desa;jumlah;status;nilai_tercetak;halaman"


def test_a_column_added_to_a_download_is_left_and_told() -> None:
    found = in_print(f"{HEAD};Catatan saya\n2024;Dadap;20850;A;20.840;7;cek\n")
    assert [change.new for change in found.merges[0].changed] == ["20850", "r"]
    assert "Kolom `Catatan saya` (G1) bukan kolom tabel `data`" in receipt_text(found.receipt)


@pytest.mark.parametrize(
    ("head", "row", "told"),
    [
        ("desa;jumlah;status;nilai_tercetak", "Dadap;3;A;3", "kolom `Tahun` hilang."),
        (
            "tahun;desa;Banyak;status;nilai_tercetak",
            "2024;Dadap;3;A;3",
            "kolom `Jumlah (orang)` hilang. Yang tidak dikenal: `Banyak` (C1).",
        ),
    ],
)
def test_a_column_missing_from_a_download_is_named(head: str, row: str, told: str) -> None:
    assert told in receipt_text(in_print(f"{head}\n{row}\n").receipt)


def test_years_are_never_added_together_in_a_total() -> None:
    table = invented_table("tahun, desa, jumlah (orang)", (2024, "Dadap", 3))
    total = invented_table("desa, jumlah (orang)", ("Dadap", 3), name="total")
    rule = SumRule(table.name, "jumlah", "total", {"desa": "desa"})
    book = read_book(b"Tahun;Desa;Jumlah\n2025;Dadap;4\n", "d.csv")
    found = into(book, dataset_with(table, total, rules=(rule,)), {}, KNOWN)
    assert [said.name for said in found.receipt.obstacles] == ["importer.totals-without-time"]


@pytest.mark.parametrize(
    ("columns", "cells", "status"),
    [
        ("tahun, jumlah (orang), status", (50, "A"), "A"),
        ("tahun, jumlah (orang), status, nilai_tercetak", (50, "A", "50"), "r"),
    ],
    ids=["nothing-printed", "others-printed"],
)
def test_a_sum_is_a_plain_value_where_nothing_is_printed(
    columns: str, cells: tuple[str | int, ...], status: str
) -> None:
    table = invented_table("tahun, kecamatan, jumlah (orang)", (2023, "Dadap", 50))
    total = invented_table(columns, (2023, *cells), name="total")
    rule = SumRule(table.name, "jumlah", "total", {"tahun": "tahun"})
    book = read_book(b"Tahun;Kecamatan;Jumlah\n2024;Dadap;60\n", "data.csv")
    found = into(book, dataset_with(table, total, rules=(rule,)), {}, KNOWN)
    assert [row[2] for row in rows(found, "total") if row[0] == "2024"] == [status]


def test_a_printed_total_without_a_place_is_told() -> None:
    found = in_print("Tahun;Desa;Jumlah\n2025;Dadap;4\n2025;Jati;5\n;Jumlah;10\n")
    told = receipt_text(found.receipt)
    assert "tertulis 10, tetapi rinciannya berjumlah 9" in told
    assert "Jumlah yang tercetak di sel C4 tidak ditulis" in told


# A name that has no code yet


def brought_villages(text: str, answers: dict[str, str] | None = None) -> Renewal:
    """What a sheet changes in a table of villages with their codes."""
    table = invented_table(
        "tahun, kode_kelurahan, kelurahan, jumlah (orang)",
        (2024, "99.01.01.1001", "Sungai Manggis", 30),
        (2024, "99.01.01.1002", "Nangka", 20),
        (2024, "99.01.02.1001", "Tanjung Kemiri", 25),
    )
    return into(read_book(text.encode(), "data.csv"), dataset_with(table), answers or {}, KNOWN)


def village_sheet(*names: str) -> str:
    lines = [f"{name};{40 + at}" for at, name in enumerate(names)]
    return "\n".join(["Tahun 2025;", "Kelurahan;Jumlah", *lines, ""])


def test_the_register_knows_the_code_of_a_new_village() -> None:
    found = brought_villages("tahun,kelurahan,jumlah\n2025,Rambai Timur,40\n")
    assert found.receipt.questions == (), receipt_text(found.receipt)
    assert found.merges[0].cells[-1] == ("2025", "99.01.02.1002", "Rambai Timur", "40")
    assert "`Rambai Timur` baru di dataset ini" in receipt_text(found.receipt)


def test_nothing_is_written_with_an_empty_code() -> None:
    found = brought_villages(village_sheet("Nangka", "Sungai Manggis", "Kampung Anyar"))
    assert [question.name for question in found.receipt.questions] == ["kode Kampung Anyar"]
    assert 'JAWAB="kode Kampung Anyar=...": kode lain' in receipt_text(found.receipt)
    assert found.merges == ()


def test_the_code_that_people_say_is_written() -> None:
    sheet = village_sheet("Nangka", "Sungai Manggis", "Kampung Anyar")
    found = brought_villages(sheet, {"kode Kampung Anyar": "99.01.01.1009"})
    assert found.receipt.questions == (), receipt_text(found.receipt)
    assert ("2025", "99.01.01.1009", "Kampung Anyar", "42") in found.merges[0].cells


@pytest.mark.parametrize("code", ["9", "99.01.01.1002", "kode"])
def test_a_code_that_is_none_or_of_another_is_refused(code: str) -> None:
    sheet = village_sheet("Nangka", "Sungai Manggis", "Kampung Anyar")
    found = brought_villages(sheet, {"kode Kampung Anyar": code})
    assert [said.name for said in found.receipt.obstacles] == ["importer.answer-no-code"]


def test_namesakes_are_told_apart_by_the_district_beside_them() -> None:
    known = replace(
        KNOWN,
        names={**KNOWN.names, "99.01.01.1003": "Kembar", "99.01.02.1003": "Kembar"},
        codes={**KNOWN.codes, "kembar": ("99.01.01.1003", "99.01.02.1003")},
    )
    table = invented_table(
        "tahun, kecamatan, kode_kelurahan, kelurahan, jumlah (orang)",
        (2024, "Dadap", "99.01.01.1001", "Sungai Manggis", 30),
        (2024, "Duku Hulu", "99.01.02.1001", "Tanjung Kemiri", 25),
    )
    sheet = "tahun,kecamatan,kelurahan,jumlah\n2025,Duku Hulu,Kembar,40\n"
    found = into(read_book(sheet.encode(), "data.csv"), dataset_with(table), {}, known)
    assert found.merges[0].cells[-1][2] == "99.01.02.1003"


def test_a_table_with_names_that_never_had_a_code_is_left_so() -> None:
    table = invented_table(
        "tahun, kode_kelurahan, kelurahan, jumlah (orang)",
        (2024, "99.01.01.1001", "Sungai Manggis", 30),
        (2024, "", "Luar wilayah", 20),
    )
    sheet = "tahun,kelurahan,jumlah\n2025,Kampung Anyar,40\n"
    found = into(read_book(sheet.encode(), "data.csv"), dataset_with(table), {}, KNOWN)
    assert found.receipt.questions == ()
    assert found.merges[0].cells[-1] == ("2025", "", "Kampung Anyar", "40")
