"""Satu Data Indonesia: what is a variable, what is told of it, and what stays open."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from invented import AGENCY
from profil_terbuka.catalogues.entries import CatalogueEntry
from profil_terbuka.catalogues.parties import CoveredRegion
from profil_terbuka.catalogues.satu_data import activity, indicator_form, table
from profil_terbuka.catalogues.satu_data.answered import answered_forms
from profil_terbuka.catalogues.satu_data.indicators import (
    SdiIndicator,
    composite,
    formula,
    indicators_of,
    interpretation,
    levels_text,
)
from profil_terbuka.catalogues.satu_data.variables import variables_of
from profil_terbuka.model import (
    Catalog,
    Constraints,
    Custody,
    Dataset,
    FormulaRule,
    MeasureKind,
    ReferenceRule,
    Role,
    Schema,
    Stewardship,
    SumRule,
    Table,
    measure_kind,
)
from profil_terbuka.model.invented import invented_dataset as dataset_of
from profil_terbuka.model.invented import invented_table as table_of
from profil_terbuka.read import agency

OPEN = "belum diisi"
MEANINGS = "variabel, nama, konsep, definisi, isian, kode_referensi, dasar, penyusun"
PLACES = "instansi, dataset, tabel, kolom, variabel"
PLACED = (AGENCY.slug, "data", "data")
COUNT = ("orang", "Jumlah orang", "Penduduk", "Banyaknya orang.", None, None, "Buku", "Tim")
KINDS = [
    ("orang", "jumlah", "Jumlah", True, MeasureKind.COUNT),
    ("", "jumlah", "Jumlah", False, MeasureKind.COUNT),
    ("kelurahan", "kelurahan_ber_psm", "Yang disebut", True, MeasureKind.COUNT),
    ("rupiah", "realisasi", "Realisasi", False, MeasureKind.MONEY),
    ("juta rupiah", "pagu", "Pagu", False, MeasureKind.MONEY),
    ("%", "cakupan", "Cakupan", False, MeasureKind.PERCENTAGE),
    ("", "persentase_miskin", "Miskin", False, MeasureKind.PERCENTAGE),
    ("rupiah", "rata_rata_belanja", "Rata-rata belanja", False, MeasureKind.MEAN),
    ("poin", "indeks_kepuasan", "Indeks kepuasan", False, MeasureKind.INDEX),
    ("", "peringkat", "Peringkat", True, MeasureKind.RANK),
    ("jiwa/km2", "kepadatan", "Kepadatan", True, MeasureKind.RATIO),
    ("m2", "luas", "Luas", True, MeasureKind.AREA),
    ("cc", "kapasitas", "Kapasitas", True, MeasureKind.VOLUME),
    ("kg", "beras", "Beras", False, MeasureKind.WEIGHT),
    ("km", "jalan", "Jalan", False, MeasureKind.LENGTH),
    ("derajat", "suhu", "Suhu", False, None),
    ("tahun", "usia", "Usia", True, None),
    ("", "nilai", "Nilai", True, None),
    ("orang", "penerima", "Penerima", False, None),
]


def meant(*places: tuple[str, str], **variables: tuple[object, ...]) -> Dataset:
    """A reference package that says what columns of the table `data` are, by variable."""
    rows = [COUNT, *variables.values()]
    columns = [(*PLACED, column, key) for column, key in places]
    main = table_of(MEANINGS, *rows, name="variabel")
    return dataset_of(main, table_of(PLACES, *columns, name="variabel-kolom"))


def catalog_of(*tables: Table, reference: tuple[Dataset, ...] = (), **more: object) -> Catalog:
    """An agency with one dataset of these tables."""
    return Catalog(AGENCY, (described(dataset_of(*tables, **more)),), reference)


def described(dataset: Dataset) -> Dataset:
    """The dataset with a descriptor of its columns, as validation reads it."""
    resources = [
        {
            "name": one.name,
            "schema": {"fields": [{"name": field.name} for field in one.schema.fields]},
        }
        for one in dataset.tables
    ]
    return replace(dataset, descriptor={"resources": resources})


def rows_of(catalog: Catalog) -> dict[tuple[str, str], dict[str, str]]:
    """metadata-sdi.csv by table and column; the dataset itself stands at ('', slug)."""
    data = table.metadata(catalog, entries_of(catalog)).decode()
    return {(row["tabel"], row["nama"]): row for row in csv.DictReader(io.StringIO(data))}


def entries_of(catalog: Catalog) -> list[CatalogueEntry]:
    place = CoveredRegion(AGENCY.region, "Kota Rekaan", None)
    return [CatalogueEntry(item, catalog.agency, place, ()) for item in catalog.datasets]


def told(catalog: Catalog, column: str) -> dict[str, str]:
    return rows_of(catalog)["data", column]


def with_values(given: Table, column: str, *values: str) -> Table:
    """The table with a list of what may stand in a column."""
    fields = tuple(
        replace(one, constraints=Constraints(enum=values)) if one.name == column else one
        for one in given.schema.fields
    )
    return replace(given, schema=Schema(fields, given.schema.primary_key))


@pytest.mark.parametrize(("unit", "name", "title", "whole", "kind"), KINDS)
def test_the_kind_of_a_measure(
    unit: str, name: str, title: str, whole: bool, kind: MeasureKind | None
) -> None:
    assert measure_kind(unit, name, title, whole=whole) is kind


# What is a variable


def test_measures_categories_and_time_are_variables_and_nothing_else() -> None:
    columns = "tahun, kode_desa, desa, urut, jumlah (orang), status, keterangan, halaman"
    given = table_of(columns, (2024, "1", "Utara", 1, 7, "A", "x", "3"))
    numbered = [
        replace(one, type="integer") if one.name == "urut" else one for one in given.schema.fields
    ]
    catalog = catalog_of(replace(given, schema=Schema(tuple(numbered))))
    assert [one.field.name for one in variables_of(catalog)] == ["tahun", "desa", "jumlah"]
    kinds = {name: row["jenis"] for (_, name), row in rows_of(catalog).items()}
    assert kinds["urut"] == kinds["kode_desa"] == kinds["status"] == "kolom"
    assert kinds["data"] == "dataset"


def test_a_row_number_that_begins_anew_names_rows_as_well() -> None:
    given = table_of("urut, jenis, jumlah (orang)", (1, "A", 3), (2, "A", 4), (1, "B", 5))
    fields = (replace(given.schema["urut"], type="integer"), *given.schema.fields[1:])
    catalog = catalog_of(replace(given, schema=Schema(fields)))
    assert [one.field.name for one in variables_of(catalog)] == ["jenis", "jumlah"]


def test_a_list_without_a_measure_is_no_statistics() -> None:
    assert variables_of(catalog_of(table_of("tahun, nama", (2024, "Utara")))) == ()


def test_what_people_call_no_variable_is_none() -> None:
    place = ("tempat", "Tempat", "Buku", "Bagian buku.", "bukan-variabel", None, "Buku", "Tim")
    reference = (meant(("jenis", "tempat"), tempat=place),)
    given = table_of("jenis, jumlah (orang)", ("A", 3))
    catalog = catalog_of(given, reference=reference)
    assert [one.field.name for one in variables_of(catalog)] == ["jumlah"]


def test_without_a_measure_that_is_a_variable_there_is_none() -> None:
    lines = ("butir", "Butir", "Buku", "Baris teks.", "bukan-variabel", None, "Buku", "Tim")
    reference = (meant(("jumlah", "butir"), butir=lines),)
    catalog = catalog_of(table_of("jenis, jumlah (butir)", ("A", 3)), reference=reference)
    assert variables_of(catalog) == ()


# What is told of it


def test_of_an_unknown_column_nothing_is_made_up() -> None:
    row = told(catalog_of(table_of("tahun, jenis, jumlah (orang)", (2024, "A", 3))), "jenis")
    open_ = f"{OPEN} oleh Dinas Rekaan"
    asked = ("konsep", "klasifikasi", "referensi_pemilihan", "kode_referensi")
    assert [row[name] for name in asked] == [open_] * len(asked)
    assert row["kalimat_pertanyaan"] == open_
    assert (row["ukuran"], row["satuan"]) == ("kategori", "tidak berlaku")
    assert row["nama_variabel"] == "Jenis"


def test_a_measure_of_no_known_kind_and_unit_stays_open() -> None:
    given = table_of("tahun, suhu (x)", (2024, 3))
    bare = replace(given.schema["suhu"], unit=None, type="number")
    catalog = catalog_of(replace(given, schema=Schema((given.schema.fields[0], bare))))
    row = told(catalog, "suhu")
    assert row["ukuran"].startswith(OPEN)
    assert row["satuan"].startswith(OPEN)


def test_what_people_have_written_is_told_of_that_column_alone() -> None:
    reference = (meant(("jumlah", "orang")),)
    catalog = catalog_of(table_of("tahun, jumlah (orang)", (2024, 3)), reference=reference)
    row = told(catalog, "jumlah")
    assert (row["nama_variabel"], row["konsep"]) == ("Jumlah orang", "Penduduk")
    assert row["definisi"] == "Banyaknya orang."
    assert row["referensi_pemilihan"] == "Buku; disusun oleh Tim"
    assert told(catalog, "tahun")["konsep"].startswith(OPEN)
    elsewhere = replace(catalog, agency=replace(AGENCY, slug="lain"))
    assert told(elsewhere, "jumlah")["konsep"].startswith(OPEN)


@pytest.mark.parametrize(
    ("filling", "expected"), [("kategori", "A; B"), ("bebas", "isian bebas"), (None, OPEN)]
)
def test_people_say_whether_values_are_categories(filling: str | None, expected: str) -> None:
    kind = ("jenis", "Jenis", "Golongan", "Golongan.", filling, None, "Buku", "Tim")
    given = table_of("jenis, jumlah (orang)", ("A", 3), ("B", 4), ("A", 5))
    catalog = catalog_of(given, reference=(meant(("jenis", "jenis"), jenis=kind),))
    row = told(catalog, "jenis")
    assert row["klasifikasi"].startswith(expected)
    assert row["kode_referensi"] == "tidak memakai kode referensi"


def test_many_categories_are_counted() -> None:
    kind = ("jenis", "Jenis", "Golongan", "Golongan.", "kategori", "Daftar", "Buku", "Tim")
    given = table_of("jenis, jumlah (orang)", *((f"J{at}", at) for at in range(41)))
    catalog = catalog_of(given, reference=(meant(("jenis", "jenis"), jenis=kind),))
    row = told(catalog, "jenis")
    assert row["klasifikasi"] == "41 kategori, semuanya ada di tabel"
    assert row["kode_referensi"] == "Daftar"


def test_a_declared_list_of_values_is_the_classification() -> None:
    given = with_values(table_of("jenis, jumlah (orang)", ("A", 3)), "jenis", "A", "B", "C")
    assert told(catalog_of(given), "jenis")["klasifikasi"] == "A; B; C"


@pytest.mark.parametrize(
    ("columns", "codes"),
    [
        ("kode, nama", "Kode wilayah administrasi pemerintahan (Kementerian Dalam Negeri)"),
        (
            "kode, nama, kode_bps",
            "Kode wilayah administrasi pemerintahan (Kementerian Dalam Negeri); padanan kode BPS "
            "ada di acuan wilayah",
        ),
    ],
)
def test_names_held_against_the_regions_are_told_by_their_codes(columns: str, codes: str) -> None:
    regions = dataset_of(table_of(columns, name="wilayah"))
    rule = ReferenceRule("data", ("kode_desa", "desa"), "wilayah", ("kode", "nama"))
    given = table_of("kode_desa, desa, jumlah (orang)", ("99.01.01", "Utara", 3))
    row = told(catalog_of(given, reference=(regions,), rules=(rule,)), "desa")
    assert row["klasifikasi"].startswith("nama wilayah dalam daftar wilayah administrasi")
    assert row["kode_referensi"] == codes


def test_a_level_of_regions_is_no_name_of_one() -> None:
    rule = ReferenceRule("data", ("tingkat",), "wilayah", ("tingkat",))
    given = with_values(table_of("tingkat, jumlah (orang)", ("kota", 3)), "tingkat", "kota")
    row = told(catalog_of(given, rules=(rule,)), "tingkat")
    assert (row["klasifikasi"], row["kode_referensi"][:11]) == ("kota", OPEN)


def test_a_reference_to_another_dataset_is_the_classification() -> None:
    rule = ReferenceRule("data", ("jenis",), "lain/lain", ("jenis",))
    other = dataset_of(table_of("jenis", ("A",), name="lain", title="Daftar jenis"))
    given = catalog_of(table_of("jenis, jumlah (orang)", ("A", 3)), rules=(rule,))
    catalog = replace(given, datasets=(*given.datasets, described(other)))
    row = told(catalog, "jenis")
    assert row["klasifikasi"] == "daftar dalam dataset “Daftar jenis”"
    assert row["aturan_validasi"] == "isinya harus ada di daftar dalam dataset “Daftar jenis”"


def test_units_may_be_named_row_by_row() -> None:
    given = table_of("jenis, jumlah (x), satuan", ("A", 3, "jiwa"), ("B", 4, "KK"))
    bare = replace(given.schema["jumlah"], unit=None)
    fields = (given.schema.fields[0], bare, given.schema.fields[2])
    row = told(catalog_of(replace(given, schema=Schema(fields))), "jumlah")
    assert (row["ukuran"], row["satuan"]) == ("jumlah", "jiwa; KK")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [(((2024, 3),), "tahun 2024"), (((2021, 3), (2024, 4)), "tahun 2021\N{EN DASH}2024")],
)
def test_the_years_of_a_table_are_its_time(
    rows: tuple[tuple[int, int], ...], expected: str
) -> None:
    catalog = catalog_of(table_of("tahun, jumlah (orang)", *rows))
    row = told(catalog, "jumlah")
    assert row["referensi_waktu"] == expected
    time = told(catalog, "tahun")
    assert (time["ukuran"], time["satuan"], time["klasifikasi"]) == (
        "waktu",
        "tahun",
        "tidak berlaku",
    )


@pytest.mark.parametrize(("day", "expected"), [("2024-12-31", "keadaan 31 Desember"), ("", OPEN)])
def test_without_years_it_is_the_day_of_the_book(day: str, expected: str) -> None:
    catalog = catalog_of(table_of("jenis, jumlah (orang)", ("A", 3)))
    dated = replace(catalog, agency=replace(AGENCY, as_of=day))
    assert told(dated, "jumlah")["referensi_waktu"].startswith(expected)


ADDS_UP = SumRule("data", "jumlah", "total", {})
IS_TOTAL = SumRule("rinci", "jumlah", "data", {})
IS_SUM = FormulaRule("data", ("a", "b"), "jumlah")
RULES = [
    (ADDS_UP, "jumlah", "jumlah barisnya harus sama dengan tabel total"),
    (IS_TOTAL, "jumlah", "harus sama dengan jumlah baris tabel rinci"),
    (IS_SUM, "jumlah", "harus sama dengan jumlah kolom a dan b"),
    (IS_SUM, "jenis", "tidak ada aturan"),
]


@pytest.mark.parametrize(("rule", "column", "expected"), RULES)
def test_declared_rules_are_told(rule: SumRule | FormulaRule, column: str, expected: str) -> None:
    catalog = catalog_of(table_of("jenis, jumlah (orang)", ("A", 3)), rules=(rule,))
    assert told(catalog, column)["aturan_validasi"] == expected


# Who looks after the data, and when they come


def steward_of(**told_: object) -> str:
    catalog = catalog_of(table_of("tahun, jumlah (orang)", (2024, 3)))
    own = replace(AGENCY, stewardship=Stewardship(**told_))
    return told(replace(catalog, agency=own), "jumlah")["walidata"]


TOLD = """
satu_data:
  walidata: Dinas Kabar
  cara_pengumpulan: survei
  tujuan: Supaya bantuan tepat.
  perlu_verifikasi: [walidata]
"""


def test_instansi_yml_tells_of_the_steward(data: Path) -> None:
    identity = data / "datasets/contoh/instansi.yml"
    identity.write_text(identity.read_text("utf-8") + TOLD, "utf-8")
    loaded, findings = agency.read_agency(identity.parent, "datasets/contoh/instansi.yml")
    assert not findings
    assert loaded is not None
    assert loaded.stewardship == Stewardship(
        steward="Dinas Kabar",
        collection="survei",
        purpose="Supaya bantuan tepat.",
        unverified=("steward",),
    )


def test_a_way_of_collecting_that_no_form_knows_is_refused(data: Path) -> None:
    identity = data / "datasets/contoh/instansi.yml"
    odd = TOLD.replace("survei", "menebak")
    identity.write_text(identity.read_text("utf-8") + odd, "utf-8")
    loaded, findings = agency.read_agency(identity.parent, "datasets/contoh/instansi.yml")
    assert loaded is None
    assert [finding.code.name for finding in findings] == ["deskriptor-tidak-sesuai"]


def test_the_steward_is_never_made_up() -> None:
    assert steward_of() == "belum ditetapkan; pemerintah daerah yang menetapkan walidata"
    assert steward_of(steward="Dinas Kabar") == "Dinas Kabar"
    unsure = steward_of(steward="Dinas Kabar", unverified=("steward",))
    assert unsure == "Dinas Kabar (belum dibenarkan instansi)"


def test_the_unit_that_holds_the_data_is_told_where_somebody_has_said_so() -> None:
    catalog = catalog_of(table_of("tahun, jumlah (orang)", (2024, 3)))
    assert told(catalog, "jumlah")["unit_penguasa"] == f"{OPEN} oleh {AGENCY.name}"
    held = replace(catalog, agency=replace(AGENCY, custody=Custody("Bidang Data")))
    assert told(held, "jumlah")["unit_penguasa"] == "Bidang Data"


@pytest.mark.parametrize(
    ("collection", "expected"),
    [
        ("", OPEN),
        ("survei", OPEN),
        ("kompilasi produk administrasi", "tidak ada kuesioner: kompilasi produk administrasi"),
    ],
)
def test_only_surveys_ask_people(collection: str, expected: str) -> None:
    catalog = catalog_of(table_of("tahun, jumlah (orang)", (2024, 3)))
    own = replace(AGENCY, stewardship=Stewardship(collection=collection))
    row = told(replace(catalog, agency=own), "jumlah")
    assert row["kalimat_pertanyaan"].startswith(expected)


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        ("tahunan", "2027-11-22"),
        ("sekali", "tidak ada lagi: terbit satu kali"),
        ("tidak-tentu", "tidak terjadwal"),
    ],
)
def test_the_next_release_follows_the_frequency(frequency: str, expected: str) -> None:
    given = table_of("tahun, jumlah (orang)", (2024, 3))
    row = told(catalog_of(given, frequency=frequency), "jumlah")
    assert (row["rilis_pertama"], row["rilis_berikutnya"]) == ("2026-11-22", expected)


# Indicators


def only(catalog: Catalog) -> SdiIndicator:
    (found,) = indicators_of(catalog)
    return found


def test_measures_of_one_meaning_are_one_indicator() -> None:
    tables = [
        table_of("jenis, jumlah (orang)", ("A", 3), name=name) for name in ("data", "data-total")
    ]
    assert len(indicators_of(catalog_of(*tables))) == 2
    places = table_of(
        PLACES,
        *((AGENCY.slug, "data", one.name, "jumlah", "orang") for one in tables),
        name="variabel-kolom",
    )
    package = dataset_of(table_of(MEANINGS, COUNT, name="variabel"), places)
    indicator = only(catalog_of(*tables, reference=(package,)))
    assert (len(indicator.measures), indicator.first.name) == (2, "Jumlah orang")


@pytest.mark.parametrize(
    ("unit", "name", "begins", "ends"),
    [
        ("orang", "jumlah", "Angka yang lebih besar berarti lebih banyak orang", "dijumlahkan."),
        ("rupiah", "belanja", "Angka yang lebih besar berarti lebih banyak uang", "buruk."),
        ("m2", "luas", "Angka yang lebih besar berarti luas yang lebih besar", "dijumlahkan."),
        ("persen", "cakupan", "", ""),
    ],
)
def test_a_plain_quantity_explains_itself(unit: str, name: str, begins: str, ends: str) -> None:
    indicator = only(catalog_of(table_of(f"tahun, {name} ({unit})", (2024, 3))))
    said = interpretation(indicator)
    assert said.startswith(begins)
    assert said.endswith(ends)
    assert bool(said) is bool(composite(indicator)) is bool(formula(indicator)) is bool(begins)


def test_a_declared_formula_is_told() -> None:
    rule = FormulaRule("data", ("lk", "pr"), "jumlah")
    given = table_of("tahun, jumlah (orang)", (2024, 3))
    assert formula(only(catalog_of(given, rules=(rule,)))) == "jumlah kolom lk dan pr"


def test_levels_are_those_of_the_codes_beside_a_measure() -> None:
    rule = ReferenceRule("data", ("kode_desa", "desa"), "wilayah", ("kode", "nama"))
    given = table_of("kode_desa, desa, jumlah (orang)", ("99.01.01", "U", 3), ("99.01", "K", 4))
    assert given.schema["kode_desa"].role is Role.CODE
    catalog = catalog_of(given, rules=(rule,))
    assert levels_text(only(catalog).measures, catalog) == "kabupaten/kota; kecamatan"
    bare = catalog_of(given)
    assert levels_text(only(bare).measures, bare) == "kabupaten/kota"


# The workbooks


def sheet_texts(data: bytes, name: str) -> list[tuple[str, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [
        tuple("" if value is None else str(value) for value in row)
        for row in book[name].iter_rows(values_only=True)
    ]


def test_every_question_of_the_activity_is_answered_or_says_who_answers() -> None:
    catalog = catalog_of(table_of("tahun, jumlah (orang)", (2024, 3)))
    rows = sheet_texts(activity.activity_book(catalog, entries_of(catalog)), "MS-Keg")
    head = rows.index(("No.", "Rincian", "Isian", "Yang mengisi"))
    asked = [row for row in rows[head + 1 :] if row[1]]
    assert len(asked) > 60
    assert all(row[2] and (row[2] == OPEN) is bool(row[3]) for row in asked)
    told_ = {row[1]: row[2] for row in asked}
    assert told_["Judul kegiatan"] == f"Penyusunan {AGENCY.book}"
    assert told_["Variabel yang dikumpulkan"] == "2 variabel, lihat lembar Variabel"
    assert told_["Jenis rancangan sampel"] == OPEN
    filled = sum(row[2] != OPEN for row in asked)
    assert rows[3][0] == f"Terisi {filled} dari {len(asked)} isian."


def test_an_agency_without_statistics_has_empty_forms() -> None:
    catalog = catalog_of(table_of("tahun, nama", (2024, "Utara")))
    rows = sheet_texts(indicator_form.indicator_book(catalog), "MS-Ind")
    assert rows[3][0] == "Belum ada yang dapat diisi: data instansi ini belum memuat ukuran."
    keg = sheet_texts(activity.activity_book(catalog, entries_of(catalog)), "MS-Keg")
    told_ = {row[1]: row[2] for row in keg}
    assert told_["Variabel yang dikumpulkan"] == told_["Unit analisis"] == OPEN
    assert told_["Kegiatan ini dilakukan"] == OPEN


def test_each_indicator_has_the_sixteen_questions() -> None:
    catalog = catalog_of(table_of("tahun, jumlah (orang), luas (m2)", (2024, 3, 4)))
    data = indicator_form.indicator_book(catalog)
    rows = sheet_texts(data, "MS-Ind")
    assert [row[0] for row in rows].count("16") == 2
    assert len(sheet_texts(data, "Daftar indikator")) == 5


def test_equal_data_give_equal_workbooks_that_print_on_a4() -> None:
    catalog = catalog_of(table_of("tahun, jumlah (orang)", (2024, 3)))
    made = activity.activity_book(catalog, entries_of(catalog))
    assert made == activity.activity_book(catalog, entries_of(catalog))
    assert indicator_form.indicator_book(catalog) == indicator_form.indicator_book(catalog)
    for sheet in openpyxl.load_workbook(io.BytesIO(made)):
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0  # as many pages as it takes, one page wide


def test_a_calendar_of_releases_lists_every_dataset() -> None:
    given = table_of("tahun, jumlah (orang)", (2024, 3))
    catalog = catalog_of(given, frequency="sekali")
    rows = sheet_texts(activity.activity_book(catalog, entries_of(catalog)), "Jadwal rilis")
    days = ("22 November 2026", "22 November 2026", "tidak ada lagi: terbit satu kali")
    assert rows[-1] == ("Data", "satu kali", *days)


# How far the forms are filled in


def test_the_fields_that_are_open_are_those_of_the_published_files() -> None:
    catalog = catalog_of(table_of("tahun, jenis, rasio ()", (2024, "A", 3)))
    told = answered_forms(catalog)
    variables = [row for row in rows_of(catalog).values() if row["jenis"] == "variabel"]
    own = set(variables[0]) - {"unit_penguasa", "walidata"}
    open_cells = [name for row in variables for name in own if row[name].startswith(OPEN)]
    assert told.variables.open == len(open_cells) > 0
    book = openpyxl.load_workbook(io.BytesIO(indicator_form.indicator_book(catalog)))
    cells = [cell.value for row in book["MS-Ind"].iter_rows() for cell in row]
    assert told.indicators.open == cells.count(OPEN) > 0
    assert f"Terisi {told.indicators.asked - told.indicators.open} dari" in " ".join(
        str(cell) for cell in cells
    )


def test_an_agency_without_statistics_is_asked_for_no_variables() -> None:
    told = answered_forms(catalog_of(table_of("tahun, nama", (2024, "Utara"))))
    assert (told.variables.asked, told.indicators.asked) == (0, 0)
    assert told.activity.asked > told.activity.open > 0
