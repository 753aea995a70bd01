"""A table is brought to the workbench: drawn, asked about, shown as it will be, kept, completed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from profil_terbuka.importer import read_book
from profil_terbuka.importer.annotating.places import areas_of
from profil_terbuka.model.messages import message
from profil_terbuka.system.canonical import zip_bytes
from profil_terbuka.workbench.filling import filled_document, open_places_of
from profil_terbuka.workbench.intakes import file_name
from profil_terbuka.workbench.sheet_drawing import MOST_COLUMNS, MOST_ROWS, drawn_sheet
from profil_terbuka.workbench.sheet_kinds import HIDDEN, CellPart, discreet, understood_sheet
from sheets import drawn
from sitting import HOME, Sitting, seated, words
from spreadsheets import xlsx
from support import change

PLAIN = b"Kecamatan;Penerima\nUtara;120\nSelatan;30\nTimur;55\n"
UNSURE = b"Kecamatan;Laju\nUtara;1.245\nSelatan;9\nTimur;11\n"
UGLY = drawn(
    {
        "Data": {
            "baris": [
                ["DINAS CONTOH"],
                [],
                ["No", "Kecamatan", "Penerima", None],
                [None, None, "Laki-laki", "Perempuan"],
                [1, "Utara", 31, 33],
                [2, "Selatan", 25, 21],
                ["JUMLAH", None, 56, 54],
                [],
                ["Sumber: Bidang Rekaan, 2024"],
            ],
            "gabung": ["C3:D3", "A3:A4", "B3:B4", "A7:B7"],
        }
    }
)
PEOPLE = (
    b"Nama Penerima;Kecamatan;Umur\nOrang Satu;Utara;40\nOrang Dua;Utara;41\nOrang Tiga;Timur;52\n"
)


@pytest.fixture
def sitting(data: Path) -> Sitting:
    return seated(data)


def part_at(book: bytes, name: str, place: str) -> CellPart:
    found = understood_sheet(read_book(book, name), {})
    assert found is not None
    (area,) = areas_of(message("importer.step-source", place=place))
    return found.part(area.top, area.left)


# The sheet as it is drawn


@pytest.mark.parametrize(
    ("place", "part"),
    [
        ("A1", CellPart.LETTERHEAD),
        ("C3", CellPart.HEADING),
        ("D4", CellPart.HEADING),
        ("B5", CellPart.DATA),
        ("C7", CellPart.TOTAL),
        ("A9", CellPart.LETTERHEAD),
        ("A8", CellPart.OUTSIDE),
    ],
)
def test_each_cell_is_drawn_as_what_it_was_read(place: str, part: CellPart) -> None:
    assert part_at(UGLY, "t.xlsx", place) is part


def test_merged_cells_are_drawn_as_one() -> None:
    found = understood_sheet(read_book(UGLY, "t.xlsx"), {})
    assert found is not None
    heading = drawn_sheet(found, ()).rows[2]
    assert [(cell.name, cell.rows, cell.columns) for cell in heading.cells] == [
        ("A3", 2, 1),
        ("B3", 2, 1),
        ("C3", 1, 2),
    ]


@pytest.mark.parametrize(
    ("number", "shown"), [(2024, "2024"), (12345, "12.345"), (7.5, "7,5"), (1234.5, "1.234,5")]
)
def test_a_number_is_drawn_so_that_a_year_is_one(number: float, shown: str) -> None:
    found = understood_sheet(read_book(xlsx([["Tahun", "Nilai"], [number, 1]]), "t.xlsx"), {})
    assert found is not None
    assert drawn_sheet(found, ()).rows[1].cells[0].text == shown


def test_of_a_large_sheet_a_part_is_drawn_and_the_rest_counted() -> None:
    head = ";".join(f"Kolom {at}" for at in range(40))
    lines = "\n".join(";".join(f"{row}{at}" for at in range(40)) for row in range(300))
    found = understood_sheet(read_book(f"{head}\n{lines}\n".encode(), "t.csv"), {})
    assert found is not None
    sheet = drawn_sheet(found, ())
    assert (len(sheet.rows), len(sheet.letters)) == (MOST_ROWS, MOST_COLUMNS)
    assert (sheet.more_rows, sheet.more_columns) == (301 - MOST_ROWS, 40 - MOST_COLUMNS)


def test_what_is_asked_is_marked_in_its_cell_and_leads_to_the_question(sitting: Sitting) -> None:
    page = sitting.bring("laju.csv", UNSURE).text
    assert re.search(r'id="sel-B2" class="[^"]*ditanya[^"]*"><a href="#tanya-1">1</a> 1.245', page)
    assert 'id="tanya-1"' in page
    assert 'href="#sel-B2"' in page


# Nobody's cells


def test_of_a_list_of_people_no_cell_is_shown_until_it_is_counted(sitting: Sitting) -> None:
    answer = sitting.bring("warga.csv", PEOPLE)
    for told in ("Orang Satu", "Orang Dua", "Timur", "52"):
        assert told not in answer.text
    assert HIDDEN in answer.text
    assert "Nama Penerima" in answer.text


def test_what_people_are_counted_by_is_shown_and_nothing_else(sitting: Sitting) -> None:
    asked = sitting.bring("warga.csv", PEOPLE)
    answer = sitting.send(asked.url.path, **{"jawab:hitung": "Kecamatan", "aksi": "jawab"})
    assert "Utara" in answer.text
    assert "Orang Satu" not in answer.text
    assert not re.search(r"\b52\b", words(answer))


def test_people_in_a_hidden_column_are_no_less_hidden() -> None:
    rows = [
        ["Kecamatan", "Nama Lengkap", "Nilai"],
        ["Utara", "Orang Satu", 1],
        ["Timur", "Orang Dua", 2],
    ]
    data = drawn({"Data": {"baris": rows, "sembunyi": {"kolom": ["B"]}}})
    assert part_at(data, "t.xlsx", "B2") is CellPart.PRIVATE


def test_people_in_a_table_that_is_not_read_are_no_less_hidden() -> None:
    counts = "Kecamatan;Penerima\nUtara;120\nTimur;55\nBarat;7\n"
    people = "Nama Lengkap;Umur\nOrang Satu;40\nOrang Dua;41\n"
    book = read_book(f"{counts};\n;\n{people}".encode(), "t.csv")
    found = understood_sheet(book, {"tabel": "1"})
    assert found is not None
    assert found.part(7, 0) is CellPart.PRIVATE


def test_a_private_number_is_hidden_wherever_it_stands() -> None:
    lines = b"Hubungi warga@contoh.example\n\nKecamatan;Penerima\nUtara;120\nTimur;55\n"
    assert part_at(lines, "t.csv", "A1") is CellPart.PRIVATE


def test_a_column_that_may_name_people_is_hidden_until_that_is_decided() -> None:
    lines = b"Nama;Nilai\nRekaan Satu;12\nRekaan Dua;13\n"
    book = read_book(lines, "t.csv")
    for answers, part in (({}, CellPart.PRIVATE), ({"nama-orang Nama": "bukan"}, CellPart.DATA)):
        found = understood_sheet(book, answers)
        assert found is not None
        assert found.part(1, 0) is part


def test_a_message_repeats_no_cell_that_is_hidden() -> None:
    found = understood_sheet(read_book(PEOPLE, "t.csv"), {})
    said = message("importer.formula-broken", place="A2", title="Nama", cell="Orang Satu")
    told = dict(discreet(said, found).values)
    assert (told["cell"], told["title"]) == (HIDDEN, "Nama")


def test_a_file_on_the_bench_is_deleted_when_it_is_thrown_away(sitting: Sitting) -> None:
    asked = sitting.bring("warga.csv", PEOPLE)
    folder = sitting.bench.root / ".cache" / "meja"
    assert list(folder.iterdir())
    sitting.send(asked.url.path, aksi="batal")
    assert not list(folder.iterdir())


# From the file to the dataset


def test_an_answer_that_is_clicked_is_taken_and_kept(sitting: Sitting, data: Path) -> None:
    asked = sitting.bring("laju.csv", UNSURE)
    assert "dapat dibaca dengan dua cara" in words(asked)
    path = asked.url.path
    shown = sitting.send(path, **{"jawab:desimal Laju": "koma", "aksi": "jawab"})
    assert "Inilah yang terbaca" in words(shown)
    sitting.keep(shown, judul="Laju", satuan="orang", subjek="statistik", nama="laju")
    assert (data / "datasets/contoh/laju/laju.csv").read_text().splitlines()[1].endswith("1245")
    assert "desimal Laju: koma" in (data / "datasets/contoh/laju/impor.yml").read_text()


def test_what_will_be_is_shown_with_its_sums_and_chart_before_it_is_kept(
    sitting: Sitting, data: Path
) -> None:
    answer = sitting.bring("Penerima Bantuan.csv", PLAIN)
    told = words(answer)
    assert "B Penerima 205 205" in told
    assert "<svg" in answer.text
    assert not (data / "datasets/contoh/penerima-bantuan").exists()


def test_a_new_dataset_is_made_and_leads_to_what_is_still_open(
    sitting: Sitting, data: Path
) -> None:
    shown = sitting.bring("t.csv", PLAIN)
    answer = sitting.keep(shown, judul="Bantuan", satuan="orang", nama="bantuan")
    assert answer.url.path == f"{HOME}isi/bantuan/"
    document = json.loads((data / "datasets/contoh/bantuan/datapackage.json").read_text())
    assert document["title"] == "Bantuan"
    assert not list((data / ".cache" / "meja").iterdir())


def test_what_is_pasted_is_read_as_well(sitting: Sitting) -> None:
    answer = sitting.send(f"{HOME}tabel/", tempel="Kecamatan\tPenerima\nUtara\t120\nTimur\t55\n")
    assert "B Penerima 175 175" in words(answer)


def test_rows_come_into_a_dataset_that_is_there(sitting: Sitting, data: Path) -> None:
    lines = b"Tahun;Kecamatan;Jumlah penerima\n2024;Utara;1320\n"
    shown = sitting.bring("t.csv", lines, dataset="penerima")
    assert "2024, Utara Jumlah penerima 1310 1320" in words(shown)
    sitting.keep(shown)
    table = (data / "datasets/contoh/penerima/penerima.csv").read_text()
    assert "2024,99.01.01,Utara,1320," in table


def test_what_no_choice_offers_is_written_beside_the_choices(sitting: Sitting) -> None:
    lines = b"Kecamatan;Jumlah penerima\nUtara;1320\n"
    shown = sitting.bring("t.csv", lines, dataset="penerima")
    field = 'type="text" class="pendek" name="jawab:isi tahun"'
    assert field in shown.text
    answered = sitting.see(sitting.send(shown.url.path, **{"jawab:isi tahun": "2031"}).url.path)
    assert field not in answered.text
    assert "2031" in words(answered)


def test_what_is_kept_is_what_was_seen(sitting: Sitting, data: Path) -> None:
    """A dataset that changed meanwhile is compared once more."""
    lines = b"Tahun;Kecamatan;Jumlah penerima\n2024;Utara;1320\n"
    shown = sitting.bring("t.csv", lines, dataset="penerima")
    table = data / "datasets/contoh/penerima/penerima.csv"
    change(table, "Selatan,290,A", "Selatan,291,A")
    answer = sitting.keep(shown)
    assert "Datasetnya berubah" in words(answer)
    assert "Selatan,291" in table.read_text()
    assert "Utara,1310" in table.read_text()


def test_a_name_that_is_taken_is_told_with_both_ways_on(sitting: Sitting) -> None:
    answer = sitting.bring("penerima.csv", PLAIN)
    assert answer.status_code == 422
    assert "Masukkan ke dataset itu" in words(answer)
    other = sitting.send(answer.url.path, nama="penerima-lain", aksi="lihat")
    assert "Inilah yang terbaca" in words(other)


def test_a_file_without_a_table_is_told_as_such(sitting: Sitting) -> None:
    answer = sitting.bring("surat.csv", b"Yth. Kepala Dinas\n")
    assert answer.status_code == 422
    assert "Berkas ini belum dapat dibaca" in words(answer)


def test_a_mended_file_keeps_the_answers(sitting: Sitting) -> None:
    asked = sitting.bring("laju.csv", UNSURE)
    sitting.send(asked.url.path, **{"jawab:desimal Laju": "koma", "aksi": "jawab"})
    answer = sitting.browser.post(
        asked.url.path,
        data={"tanda": sitting.bench.seal},
        files={"berkas": ("laju-baru.csv", UNSURE)},
    )
    assert answer.url.path != asked.url.path
    assert "Inilah yang terbaca" in words(sitting.see(answer.url.path))


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Data\\penduduk.xlsx", "penduduk.xlsx"),
        ("a\x00b\n.csv", "ab.csv"),
        ("", ""),
    ],
)
def test_no_folder_is_taken_from_the_name_of_a_file(told: str, shown: str) -> None:
    assert file_name(told) == shown


# What was decided may be meant otherwise

DASHED = b"Kecamatan;Penerima\nUtara;120\nSelatan;-\nTimur;55\n"
SHEET_WITH_HIDDEN = drawn(
    {
        "Data": {
            "baris": [["Kecamatan", "Penerima", "Anak"], ["Utara", 120, 3], ["Timur", 55, 4]],
            "sembunyi": {"kolom": ["C"]},
        }
    }
)


@pytest.mark.parametrize(
    ("file", "sheet", "question", "answer"),
    [
        ("t.csv", DASHED, "strip Penerima", "nol"),
        ("t.xlsx", SHEET_WITH_HIDDEN, "kolom-tersembunyi", "ikut"),
    ],
)
def test_another_answer_is_a_button_and_can_be_taken_back(
    sitting: Sitting, file: str, sheet: bytes, question: str, answer: str
) -> None:
    shown = sitting.bring(file, sheet)
    button = f'name="jawab:{question}" value="{answer}"'
    assert button in shown.text
    assert "jawab `" not in words(shown)
    assert f"{question}: {answer}" not in words(shown)
    answered = sitting.see(sitting.send(shown.url.path, **{f"jawab:{question}": answer}).url.path)
    assert button not in answered.text
    assert "sesuai jawaban" in words(answered)
    assert f"{question}: {answer}" in words(answered)
    again = sitting.see(sitting.send(shown.url.path, **{"tanya-lagi": question}).url.path)
    assert button in again.text


@pytest.mark.parametrize("name", ["Bukan nama", "mutu", "a" * 80])
def test_a_name_that_cannot_be_used_is_changed_on_the_page(sitting: Sitting, name: str) -> None:
    shown = sitting.bring("t.csv", PLAIN)
    refused = sitting.keep(shown, judul="Bantuan", nama=name)
    told = sitting.see(refused.url.path)
    assert told.status_code == 422
    assert "DATASET" not in words(told)
    assert 'name="nama"' in told.text
    named = sitting.see(sitting.send(shown.url.path, nama="bantuan", aksi="lihat").url.path)
    assert "Inilah yang terbaca" in words(named)


def test_a_package_whose_name_is_taken_is_given_another(sitting: Sitting) -> None:
    rows = [{"kecamatan": "Utara", "jumlah": 12}, {"kecamatan": "Timur", "jumlah": 15}]
    package = {"name": "penerima", "resources": [{"name": "isi", "data": rows}]}
    packed = zip_bytes({"datapackage.json": json.dumps(package).encode()}, "2000-01-01T00:00:00")
    refused = sitting.bring("paket.zip", packed)
    assert refused.status_code == 422
    assert "DATASET" not in words(refused)
    named = sitting.see(sitting.send(refused.url.path, nama="paket", aksi="lihat").url.path)
    assert "Nama paket penerima menjadi paket" in words(named)


# What was left open


def test_every_open_place_is_a_field_with_its_hint(sitting: Sitting, data: Path) -> None:
    shown = sitting.bring("t.csv", PLAIN)
    answer = sitting.keep(shown, judul="Bantuan", nama="bantuan")
    document = json.loads((data / "datasets/contoh/bantuan/datapackage.json").read_text())
    places = open_places_of(document)
    assert len(places) >= 4
    for place in places:
        assert f'name="{place.name}"' in answer.text
    assert "ISI:" not in answer.text


def test_what_is_filled_in_is_written_and_the_rest_stays_open(sitting: Sitting, data: Path) -> None:
    shown = sitting.bring("t.csv", PLAIN)
    here = sitting.keep(shown, judul="Bantuan", nama="bantuan").url.path
    answer = sitting.send(here, **{"isi:description": "Penerima rekaan menurut kecamatan."})
    assert answer.url.path == here
    document = json.loads((data / "datasets/contoh/bantuan/datapackage.json").read_text())
    assert document["description"] == "Penerima rekaan menurut kecamatan."
    assert document["sources"][0]["title"].startswith("ISI:")


def test_what_the_format_refuses_is_not_written(sitting: Sitting, data: Path) -> None:
    shown = sitting.bring("t.csv", PLAIN)
    here = sitting.keep(shown, judul="Bantuan", nama="bantuan").url.path
    file = data / "datasets/contoh/bantuan/datapackage.json"
    before = file.read_bytes()
    answer = sitting.send(here, **{"isi:description": "a" * 9000})
    assert answer.status_code == 422
    assert "Belum disimpan" in words(answer)
    assert file.read_bytes() == before


def test_only_open_places_can_be_written() -> None:
    document = {"title": "Judul", "description": "ISI: isinya"}
    said = {"isi:title": "Lain", "isi:description": "Baru", "isi:version": "9"}
    assert filled_document(document, said) == {"title": "Judul", "description": "Baru"}
