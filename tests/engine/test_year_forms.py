"""The year's forms: what they ask for, what may be typed, and how they come back by themselves."""

from __future__ import annotations

import datetime
import json
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from forms import AGENCY, FORM, blank, filled, headings, opened, owed, returned
from profil_terbuka.disclosure import withhold
from profil_terbuka.editing import Brought, keep, target_of
from profil_terbuka.editing.notes import Reason, with_notes
from profil_terbuka.editing.year import (
    YearRound,
    checklist_text,
    forget_day,
    kept_day,
    lay_round,
    round_folder,
    round_years,
    year_round,
)
from profil_terbuka.editing.year.checklist import checklist_csv, round_calendar
from profil_terbuka.editing.year.form import SPARE_ROWS, form_sheets
from profil_terbuka.editing.year.standing import YearState
from profil_terbuka.editing.year.workbook import form_bytes
from profil_terbuka.importer import LONGEST, Unusable, read_book, receipt_text
from profil_terbuka.importer.merging import FormCode, IncomingRow, amended_rows, into
from profil_terbuka.importer.merging.asked import asked_tables
from profil_terbuka.model import SumRule
from profil_terbuka.model.invented import invented_dataset, invented_table
from profil_terbuka.pipeline import examine
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.catalogues import text
from sheets import NOWHERE
from spreadsheets import saved
from support import LAW, MATERIAL, add_material, change, names

CODE = FormCode("data", 2025)
DAY = datetime.date(2026, 2, 1)
ALL = {"D2": 1400, "D3": 300, "D4": 0}
"""The three numbers that the form of `penerima` asks for."""


@pytest.fixture
def form(data: Path) -> bytes:
    """The form of the invented agency's dataset, as it goes out."""
    return blank(data, "penerima")


def rows(brought: Brought, table: str = "penerima") -> list[tuple[str, ...]]:
    """The rows of 2025 that a form brings into a table."""
    assert brought.renewal, brought.receipt
    (merge,) = (item for item in brought.renewal.merges if item.table.name == table)
    return [cells for cells in merge.cells if cells[0] == "2025"]


# What is asked


def test_a_form_has_the_things_of_the_newest_year_and_no_numbers(form: bytes) -> None:
    sheet = opened(form)[FORM]
    lines = [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=2, max_row=4)]
    assert lines == [
        [2025, "99.01.01", "Utara", None],
        [2025, "99.01.02", "Selatan", None],
        [2025, "99.01.03", "Timur", None],
    ]


def test_last_years_number_stands_beside_each_blank(form: bytes) -> None:
    sheet = opened(form)[FORM]
    assert headings(sheet)[3:5] == ["Jumlah penerima (orang)", "Jumlah penerima (orang) tahun 2024"]
    assert [row[4].value for row in sheet.iter_rows(min_row=2, max_row=4)] == [1310, 290, 520]


def test_what_a_source_prints_is_not_asked(form: bytes) -> None:
    assert not {"Nilai tercetak", "Baris naskah"} & set(headings(opened(form)[FORM]))


def test_a_withheld_number_is_told_in_words_alone(data: Path) -> None:
    add_material(data, "kasus")
    withhold(data, AGENCY)
    sheet = opened(blank(data, "kasus"))[FORM]
    at = headings(sheet).index("Jumlah penerima (orang) tahun 2024")
    shown = [row[at].value for row in sheet.iter_rows(min_row=2, max_row=10)]
    assert "dirahasiakan" in shown
    assert 2 not in shown


def test_totals_are_not_asked_for(data: Path) -> None:
    assert [sheet.table.name for sheet in owed(data, "penerima").sheets] == ["penerima"]


def test_of_totals_is_asked_what_no_rule_adds_up() -> None:
    main = invented_table("tahun, desa, jumlah (orang)", (2024, "A", 3), name="data")
    head = "tahun, bagian, jumlah (orang)"
    total = invented_table(head, (2024, "semua", 3), (2024, "lain", 9), name="jumlah")
    rule = SumRule("data", "jumlah", "jumlah", {"tahun": "tahun"}, {"bagian": ("semua",)})
    _, asked = asked_tables(invented_dataset(main, total, rules=(rule,)))
    assert asked.rows_of(2024) == ((2024, "lain", 9),)


@pytest.mark.parametrize(
    "columns", ["desa, jumlah (orang)", "tahun, desa"], ids=["tanpa-tahun", "tanpa-angka"]
)
def test_a_table_without_years_or_numbers_is_not_asked_for(columns: str) -> None:
    assert asked_tables(invented_dataset(invented_table(columns))) == ()


def test_a_dataset_that_is_not_yearly_is_not_asked_for() -> None:
    table = invented_table("tahun, desa, jumlah (orang)", (2024, "A", 3))
    assert asked_tables(invented_dataset(table, frequency="tidak-tentu")) == ()


def test_a_year_that_is_partly_there_is_asked_for_the_rest(data: Path) -> None:
    file = data / "datasets/contoh/penerima/penerima.csv"
    file.write_text(file.read_text("utf-8") + "2025,99.01.01,Utara,1350,A,1350,19\n", "utf-8")
    form = owed(data, "penerima")
    assert (form.standing.state, form.standing.lacking) == (YearState.PARTLY, 2)
    assert [row[2] for row in form.sheets[0].rows] == ["Selatan", "Timur"]


def test_a_year_that_is_there_is_done(data: Path) -> None:
    form = owed(data, "penerima", 2024)
    assert (form.standing.state, form.open_sheets) == (YearState.DONE, ())


# What may be typed


def test_only_what_is_to_be_filled_in_is_open(form: bytes) -> None:
    sheet = opened(form)[FORM]
    open_cells = {
        cell.coordinate
        for row in sheet.iter_rows(max_row=4)
        for cell in row
        if not cell.protection.locked
    }
    assert sheet.protection.sheet
    assert open_cells == {f"{letter}{row}" for letter in "DF" for row in (2, 3, 4)}


def test_new_things_have_blank_rows_at_the_end(form: bytes) -> None:
    sheet = opened(form)[FORM]
    last = sheet[4 + SPARE_ROWS]
    assert [cell.value for cell in last[:4]] == [2025, None, None, None]
    assert [cell.protection.locked for cell in last[:4]] == [True, False, False, False]


def rules(form: bytes) -> dict[str, str]:
    """What may be typed in which column, as Excel keeps it: its letter -> kind of rule."""
    found = opened(form)[FORM].data_validations.dataValidation
    return {str(rule.sqref)[0]: rule.type for rule in found}


def test_numbers_are_limited_and_names_are_chosen(form: bytes) -> None:
    assert rules(form) == {"B": "list", "C": "list", "D": "custom", "F": "list"}


def test_a_number_may_also_be_a_dash(form: bytes) -> None:
    found = opened(form)[FORM].data_validations.dataValidation
    (rule,) = (rule for rule in found if rule.type == "custom")
    assert rule.formula1 == 'OR(AND(ISNUMBER(D2),D2>=0,D2=INT(D2)),TRIM(D2)="-")'
    assert "bilangan bulat" in rule.error


def test_headings_stay_in_sight_and_the_page_is_a4_across(form: bytes) -> None:
    sheet = opened(form)[FORM]
    assert sheet.freeze_panes == "D2"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$1"


def test_the_instructions_say_what_whom_and_by_when(data: Path) -> None:
    sheet = opened(blank(data, "penerima"))["Petunjuk"]
    told = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert told["Kode isian (jangan diubah)"] == "penerima 2025"
    assert told["Dikembalikan ke"] == "Dinas Contoh"
    assert told["Paling lambat"] == "tenggat tidak ditetapkan"
    assert "tanda hubung (-)" in told["3."]
    assert "program menghitungnya" in told["6."]


def test_equal_forms_are_equal_bytes(data: Path) -> None:
    assert blank(data, "penerima") == blank(data, "penerima")


# How it comes back


def test_an_untouched_form_brings_nothing(data: Path, form: bytes) -> None:
    brought = returned(data, "penerima", form)
    assert brought.renewal is None
    assert [said.name for said in brought.receipt.unfilled] == ["importer.form-untouched"]
    assert not brought.receipt.questions


def test_a_filled_form_brings_exactly_its_rows(data: Path, form: bytes) -> None:
    assert rows(returned(data, "penerima", filled(form, ALL))) == [
        ("2025", "99.01.01", "Utara", "1400", "A", "1400", "2"),
        ("2025", "99.01.02", "Selatan", "300", "A", "300", "3"),
        ("2025", "99.01.03", "Timur", "0", "A", "0", "4"),
    ]


def test_the_total_follows(data: Path, form: bytes) -> None:
    brought = returned(data, "penerima", filled(form, ALL))
    assert rows(brought, "penerima-total") == [("2025", "1700", "r", "", "2")]


@pytest.mark.parametrize("nothing", ["-", "tidak ada", " - "])
def test_a_dash_says_that_there_is_no_number(data: Path, form: bytes, nothing: str) -> None:
    brought = returned(data, "penerima", filled(form, {**ALL, "D4": nothing}))
    assert rows(brought)[2][3:5] == ("", "x")


def test_a_status_is_taken_as_chosen(data: Path, form: bytes) -> None:
    brought = returned(data, "penerima", filled(form, {**ALL, "F2": "p"}))
    assert [row[4] for row in rows(brought)] == ["p", "A", "A"]


def test_a_blank_is_no_value_and_keeps_the_form_from_being_written(data: Path, form: bytes) -> None:
    brought = returned(data, "penerima", filled(form, {"D2": 1400}))
    assert brought.renewal is None
    (said,) = brought.receipt.unfilled
    assert "D3, D4 masih kosong (2 baris)" in text(said)


def test_something_new_in_a_spare_row_comes_along(data: Path, form: bytes) -> None:
    new = {"B5": "99.01.04", "C5": "Barat", "D5": 75}
    assert rows(returned(data, "penerima", filled(form, {**ALL, **new})))[3] == (
        "2025", "99.01.04", "Barat", "75", "A", "75", "5"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "value", "kind"),
    [
        ("D2", "12 orang", "importer.cell-misfits"),
        ("D2", 12.5, "importer.cell-misfits"),
        ("D2", -3, "importer.cell-outside"),
        ("F2", "baik", "importer.cell-unlisted"),
        ("B5", "99.01.01", "importer.twins-in-file"),
    ],
)
def test_a_faulty_cell_is_told(
    data: Path, form: bytes, cell: str, value: object, kind: str
) -> None:
    spare = {"C5": "Utara", "D5": 1} if cell == "B5" else {}
    brought = returned(data, "penerima", filled(form, {**ALL, **spare, cell: value}))
    (said,) = brought.receipt.obstacles
    assert said.name == kind
    assert brought.renewal is None


@pytest.mark.parametrize(
    ("cells", "place", "title"),
    [
        ({"C5": "Baru", "D5": 4}, "B5", "Kode kecamatan"),
        ({"A4": None}, "A4", "Tahun"),
    ],
)
def test_a_row_that_cannot_be_told_apart_is_told(
    data: Path, cells: Mapping[str, object], place: str, title: str
) -> None:
    add_material(data, "penduduk")
    numbers = {"D2": 41000, "D3": 18000, "D4": 23000}
    form = filled(blank(data, "penduduk"), {**numbers, **cells})
    (said,) = returned(data, "penduduk", form).receipt.obstacles
    told = dict(said.values)
    assert (said.name, told["place"], told["title"]) == ("importer.key-cell-blank", place, title)


def test_a_code_follows_from_the_name_beside_it(data: Path) -> None:
    add_material(data, "penduduk")
    cells = {"B3": None, "D2": 41000, "D3": 18000, "D4": 23000}
    brought = returned(data, "penduduk", filled(blank(data, "penduduk"), cells))
    assert brought.renewal
    assert ("2025", "99.01.02", "Selatan", "18000") in brought.renewal.merges[0].cells


def test_a_form_without_its_comparison_is_still_a_form(data: Path, form: bytes) -> None:
    book = opened(filled(form, {"D2": 5}))
    book[FORM].delete_cols(5)
    brought = returned(data, "penerima", saved(book))
    assert brought.renewal is None
    assert brought.receipt.unfilled


def test_changed_headings_are_told_by_name(data: Path, form: bytes) -> None:
    brought = returned(data, "penerima", filled(form, {**ALL, "D1": "Banyaknya"}))
    (said,) = brought.receipt.obstacles
    assert said.name == "importer.form-headings-changed"
    assert "Yang hilang: `Jumlah penerima (orang)`. Yang tidak dikenal: `Banyaknya`." in text(said)


def test_a_form_that_was_written_changes_nothing_when_it_comes_again(
    data: Path, form: bytes
) -> None:
    done = filled(form, ALL)
    keep(target_of(data, AGENCY, "penerima"), returned(data, "penerima", done), {}, "", DAY)
    again = returned(data, "penerima", done)
    assert again.renewal
    assert not again.renewal.alters


def test_a_year_that_was_changed_in_a_form_is_named_with_its_cell(data: Path, form: bytes) -> None:
    brought = returned(data, "penerima", filled(form, {**ALL, "A3": 2024}))
    (said,) = brought.receipt.obstacles
    assert said.name == "importer.form-other-year"
    assert "Lembar `Isian` A3, kolom `Tahun`: tertulis 2024" in text(said)


def test_the_form_is_told_as_the_source(data: Path, form: bytes) -> None:
    target = target_of(data, AGENCY, "penerima")
    keep(target, returned(data, "penerima", filled(form, ALL)), {}, "", DAY)
    dataset = target_of(data, AGENCY, "penerima").dataset
    assert dataset
    source = dataset.sources[-1]
    assert (source.title, source.version, source.section) == (
        "Isian data tahun 2025",
        "2025",
        "Isian",
    )


@pytest.mark.parametrize("slug", ["penduduk", "tiada"])
def test_a_form_comes_into_no_other_dataset(data: Path, form: bytes, slug: str) -> None:
    add_material(data, "penduduk")
    with pytest.raises(Unusable, match="untuk dataset `penerima`"):
        returned(data, slug, form)


def test_a_form_of_a_dataset_that_is_gone_makes_no_new_one(data: Path, form: bytes) -> None:
    shutil.rmtree(data / "datasets/contoh/penerima")
    with pytest.raises(Unusable, match="Tidak ada dataset"):
        returned(data, "penerima", form)


def test_a_total_that_is_asked_for_comes_beside_one_that_follows() -> None:
    main = invented_table("tahun, desa, jumlah (orang)", (2024, "A", 3), name="data")
    head = "tahun, bagian, jumlah (orang)"
    total = invented_table(head, (2024, "lain", 9), (2024, "semua", 3), name="jumlah")
    rule = SumRule("data", "jumlah", "jumlah", {"tahun": "tahun"}, {"bagian": ("semua",)})
    dataset = invented_dataset(main, total, rules=(rule,))
    made = form_bytes(
        form_sheets(dataset, 2025), [("Kode isian (jangan diubah)", "data 2025")], CODE
    )
    made = filled(filled(made, {"C2": 5}), {"C2": 11}, "Isian 2")
    merges = into(read_book(made, CODE.file), dataset, {}, NOWHERE).merges
    assert [(merge.table.name, merge.cells[-2:]) for merge in merges] == [
        ("data", (("2024", "A", "3"), ("2025", "A", "5"))),
        ("jumlah", (("2025", "lain", "11"), ("2025", "semua", "5"))),
    ]


def test_notes_on_totals_with_long_keys_have_names_of_their_own() -> None:
    names_ = [f"panti asuhan yang bernama sangat panjang sekali nomor {at}" for at in range(12)]
    table = invented_table("tahun, desa, jumlah (orang), status", (2024, "A", 1, "A"), name="total")
    rows = [
        IncomingRow({"tahun": "2025", "desa": name, "jumlah": "1", "status": "r"}, "")
        for name in names_
    ]
    document = with_notes({}, [amended_rows(table, rows)], Reason("Dihitung.", "Staf", DAY))
    made = [note["nama"] for note in document["catatan"]]
    assert len(set(made)) == len(names_)
    assert max(map(len, made)) <= LONGEST


# Who owes what


def a_round(data: Path, year: int = 2025) -> YearRound:
    return year_round(data, AGENCY, year)


def test_the_division_is_who_holds_the_information(data: Path) -> None:
    change(
        data / "datasets/contoh/penerima/datapackage.json",
        '  "frekuensi": "tahunan",',
        '  "frekuensi": "tahunan",\n  "dip": {"penguasa": "Bidang Bantuan"},',
    )
    assert a_round(data).divisions == ("Bidang Bantuan",)


def test_without_a_holder_it_is_the_agency(data: Path) -> None:
    assert a_round(data).divisions == ("Dinas Contoh",)


def test_the_day_comes_from_the_obligation_it_meets(data: Path) -> None:
    add_material(data, *LAW)
    change(
        data / "datasets/contoh/penerima/datapackage.json",
        '  "frekuensi": "tahunan",',
        '  "frekuensi": "tahunan",\n  "kewajiban": ["perki-berkala-akses-jumlah"],',
    )
    due = owed(data, "penerima").due
    assert due
    assert due.day == datetime.date(2026, 6, 30)


def test_the_agency_may_set_a_day_itself(data: Path) -> None:
    (form,) = year_round(data, AGENCY, 2025, datetime.date(2026, 3, 31)).forms
    assert form.due
    assert form.due.day == datetime.date(2026, 3, 31)


def test_the_list_tells_rows_states_and_days(data: Path) -> None:
    assert "penerima: Penerima bantuan per kecamatan. Belum ada, 3 baris ditunggu; tenggat" in (
        checklist_text(a_round(data))
    )
    head, line = checklist_csv(a_round(data)).decode("utf-8-sig").splitlines()
    assert head.startswith("Diisi oleh;Dataset;")
    assert ";3;0;3;tenggat tidak ditetapkan;" in line


def test_the_calendar_has_a_day_for_each_division_that_owes(data: Path) -> None:
    owing = year_round(data, AGENCY, 2025, datetime.date(2026, 3, 31))
    done = year_round(data, AGENCY, 2024, datetime.date(2026, 3, 31))
    assert round_calendar(owing, DAY).count(b"BEGIN:VEVENT") == 1
    assert b"DTSTART;VALUE=DATE:20260331" in round_calendar(owing, DAY)
    assert b"BEGIN:VEVENT" not in round_calendar(done, DAY)


def test_forms_that_are_there_are_not_written_anew(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "isian"
    first = lay_round(folder, a_round(data), DAY)
    (folder / "dinas-contoh-2025.zip").write_bytes(b"diisi")
    second = lay_round(folder, a_round(data), DAY)
    assert names(folder) == [
        "daftar-2025.csv",
        "daftar-2025.txt",
        "dinas-contoh-2025.zip",
        "tenggat-2025.ics",
    ]
    assert not first.left
    assert [path.name for path in second.left] == ["dinas-contoh-2025.zip"]
    assert (folder / "dinas-contoh-2025.zip").read_bytes() == b"diisi"


def test_forms_made_again_keep_those_that_lie_there(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "isian"
    lay_round(folder, a_round(data), DAY)
    made = folder / "dinas-contoh-2025.zip"
    fresh = made.read_bytes()
    assert not lay_round(folder, a_round(data), DAY, anew=True).kept
    for number, filled_in in enumerate((b"diisi", b"diisi lagi"), start=1):
        made.write_bytes(filled_in)
        (kept,) = lay_round(folder, a_round(data), DAY, anew=True).kept
        assert kept.name == f"dinas-contoh-2025-lama{'' if number == 1 else '-2'}.zip"
        assert (kept.read_bytes(), made.read_bytes()) == (filled_in, fresh)


def test_forms_made_again_ask_for_the_rest_alone(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "isian"
    lay_round(folder, a_round(data), DAY)
    file = data / "datasets/contoh/penerima/penerima.csv"
    file.write_text(file.read_text("utf-8") + "2025,99.01.01,Utara,1350,A,1350,19\n", "utf-8")
    lay_round(folder, a_round(data), DAY, anew=True)
    with zipfile.ZipFile(folder / "dinas-contoh-2025.zip") as archive:
        sheet = opened(archive.read("penerima-2025.xlsx"))[FORM]
    assert [row[2].value for row in sheet.iter_rows(min_row=2, max_row=3)] == ["Selatan", "Timur"]


def test_a_day_that_is_forgotten_is_set_no_more(data: Path) -> None:
    folder = round_folder(data, AGENCY, 2025)
    lay_round(folder, year_round(data, AGENCY, 2025, datetime.date(2026, 5, 4)), DAY)
    forget_day(folder, 2025)
    assert kept_day(folder, 2025) is None


def test_the_day_that_was_set_holds_the_next_time(data: Path) -> None:
    folder = round_folder(data, AGENCY, 2025)
    wanted = datetime.date(2026, 5, 4)
    assert kept_day(folder, 2025) is None
    lay_round(folder, year_round(data, AGENCY, 2025, wanted), DAY)
    lay_round(folder, year_round(data, AGENCY, 2025), DAY)
    assert kept_day(folder, 2025) == wanted
    assert round_years(data, AGENCY) == (2025,)


def test_an_agency_without_yearly_data_is_told(data: Path) -> None:
    change(
        data / "datasets/contoh/penerima/datapackage.json",
        '"frekuensi": "tahunan"',
        '"frekuensi": "tidak-tentu"',
    )
    with pytest.raises(Unusable, match="belum punya dataset tahunan"):
        a_round(data)


def test_a_faulty_dataset_is_told_in_the_list(data: Path) -> None:
    add_material(data, "penduduk")
    (data / "datasets/contoh/penduduk/penduduk.csv").unlink()
    assert "Tidak dapat dinilai" in checklist_text(a_round(data))


# Notes about rows of another year


def noted(data: Path, **said: object) -> None:
    """The dataset with a note about a row that names no year."""
    file = data / "datasets/contoh/penerima/datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    table = data / "datasets/contoh/penerima/penerima.csv"
    for year in ("2022", "2023"):  # else the note is wrong from the beginning
        change(table, f"{year},99.01.03,Timur,", f"{year},99.01.03,Timur sana,")
    note = {
        "nama": "timur",
        "tabel": "penerima",
        "baris": {"kecamatan": "Timur"},
        "kolom": ["jumlah"],
        "status": "dipertahankan",
        "tercetak": "520",
        "terbit": "520",
        "alasan": "Rekaan.",
        "oleh": "Tim Contoh",
        "tanggal": "2026-01-02",
    }
    told = {key: value for key, value in {**note, **said}.items() if value is not None}
    document["catatan"].append(told)
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2), "utf-8")


def note_faults(data: Path) -> list[str]:
    findings = examine(data, AGENCY, Cache(data / ".cache")).findings
    return [finding.code.name for finding in findings if finding.code.name.startswith("catatan")]


def test_a_note_about_a_row_stays_with_its_year(data: Path, form: bytes) -> None:
    noted(data)
    assert note_faults(data) == []
    brought = returned(data, "penerima", filled(form, ALL))
    assert "Catatan `timur` tetap hanya tentang 2024" in receipt_text(brought.receipt)
    keep(target_of(data, AGENCY, "penerima"), brought, {}, "", DAY)
    assert note_faults(data) == []
    document = json.loads((data / "datasets/contoh/penerima/datapackage.json").read_text("utf-8"))
    (kept,) = (note for note in document["catatan"] if note["nama"] == "timur")
    assert kept["baris"] == {"tahun": [2024], "kecamatan": "Timur"}


@pytest.mark.parametrize(
    "said",
    [
        {"baris": {"tahun": 2024, "kecamatan": "Timur"}},
        {"baris": {"kecamatan": "Timur sana"}, "terbit": "Seperti tercetak"},
        {"baris": None, "kolom": None, "terbit": "Seperti tercetak"},
    ],
    ids=["dengan-tahun", "baris-lain", "seluruh-tabel"],
)
def test_other_notes_stay_as_they_are(data: Path, form: bytes, said: dict[str, object]) -> None:
    noted(data, **said)
    brought = returned(data, "penerima", filled(form, ALL))
    assert brought.renewal
    assert brought.renewal.pinned == ()


# Programs other than Excel


@pytest.mark.parametrize("ending", ["ods", "xlsx", "xls"])
def test_a_form_that_went_through_libreoffice_comes_in_exactly(data: Path, ending: str) -> None:
    """Forms as LibreOffice 7.4 saved them: as ODS, from that as XLSX again, and as XLS."""
    file = f"penerima-2025.{ending}"
    form = (MATERIAL / "isian-libreoffice" / file).read_bytes()
    assert [line[2:6] for line in rows(returned(data, "penerima", form, file))] == [
        ("Utara", "1400", "p", "1400"),
        ("Selatan", "", "x", "-"),
        ("Timur", "0", "A", "0"),
    ]


def test_rows_are_as_high_as_their_texts_need(form: bytes) -> None:
    book = opened(form)
    assert book[FORM].row_dimensions[1].height > 30  # the longest heading has several lines
    assert book[FORM].row_dimensions[2].height is None
    heights = [book["Petunjuk"].row_dimensions[row].height for row in range(1, 12)]
    assert any(height and height > 15 for height in heights)
