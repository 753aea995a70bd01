"""What stands in the way of a sum: kinds of measures, wholes among parts, namesakes, filters."""

from __future__ import annotations

import pytest

from invented import dataset_of
from profil_terbuka import charts
from profil_terbuka.charts import sentence_of as sentence
from profil_terbuka.model import (
    Additivity,
    Field,
    PeriodKind,
    Role,
    View,
    usual_additivity,
)
from profil_terbuka.model.aggregation import additivity, obstacle
from profil_terbuka.model.findings import Finding
from profil_terbuka.model.products import ChartData
from profil_terbuka.words.catalogues import text
from profil_terbuka.words.obstacles import obstacle_reason


def dimension(name: str, type_: str = "string", **more: object) -> Field:
    return Field(name, name.capitalize(), type_, "D.", Role.DIMENSION, **more)


def measure(unit: str = "orang", **more: object) -> Field:
    return Field("jumlah", "Jumlah", "integer", "J.", Role.MEASURE, unit=unit, **more)


YEAR = dimension("tahun", "year")
STATUS = Field("status", "Status", "string", "S.", Role.STATUS)
CODE = Field("kode", "Kode", "string", "K.", Role.CODE, labels="nama")


def reason(fields: list[Field], rows: list[tuple], *by: str) -> str:
    table = dataset_of(fields, rows).main
    found = obstacle(table, "jumlah", table.rows, by)
    return text(obstacle_reason(found)) if found else ""


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ((("Laki-laki", 120), ("Perempuan", 109), ("Jumlah", 229)), "Jumlah"),
        ((("L", 120), ("P", 109), ("L+P", 229)), "L+P"),
        ((("Baik", 30), ("Rusak", 12), ("Baik dan rusak", 42)), "Baik dan rusak"),
        ((("Utara", 1290), ("Selatan", 310), ("Kota Contoh", 1600)), "Kota Contoh"),
        ((("Anggaran", 900), ("Realisasi", 800)), "rencana dan pelaksanaan"),
        ((("Pagu", 900), ("Sisa", 100)), "rencana dan pelaksanaan"),
        ((("kota", 900), ("kecamatan", 900)), "saling memuat"),
    ],
)
def test_a_whole_is_not_added_to_its_parts(values: tuple, word: str) -> None:
    assert word in reason([dimension("nama"), measure()], list(values))


@pytest.mark.parametrize(
    "values",
    [
        (("Kota Baru", 500), ("Sungai Jawi", 300), ("Tengah", 100)),
        (("Kabupaten A", 500), ("Kota B", 300), ("Kabupaten C", 100)),
        (("Seni dan budaya", 5), ("Olahraga", 7)),
    ],
)
def test_names_that_only_look_like_wholes_are_added(values: tuple) -> None:
    assert reason([dimension("nama"), measure()], list(values)) == ""


@pytest.mark.parametrize(
    "codes", [("61.71", "61.71.01", "61.71.02"), ("5", "5.1", "5.1.01"), ("5", "5.1", "6")]
)
def test_codes_within_codes_are_counted_twice(codes: tuple[str, ...]) -> None:
    rows = [(code, f"N{number}", 10) for number, code in enumerate(codes)]
    assert "saling memuat" in reason([CODE, dimension("nama"), measure("rupiah")], rows)


def test_a_city_among_its_districts_is_no_extreme() -> None:
    rows = [("99.01", "Kota", 90), *((f"99.01.0{n}", f"K{n}", 10 * n) for n in range(1, 6))]
    view = View("a", "Judul", "batang-mendatar", "data", "nama", "jumlah")
    data = charts.prepare_chart(view, dataset_of([CODE, dimension("nama"), measure()], rows))
    assert isinstance(data, ChartData)
    assert sentence(data) == "Terbanyak K5 (50 orang), paling sedikit K1 (10 orang)."


def test_two_villages_of_one_name_are_two() -> None:
    rows = [("Utara", "Mekar", 5), ("Timur", "Mekar", 6)]
    rows += [("Utara", f"Desa {letter}", 9) for letter in "ABCD"]
    rows += [("Timur", f"Desa {letter}", 9) for letter in "EFGH"]
    fields = [dimension("kecamatan"), dimension("desa"), measure()]
    assert reason(fields, rows, "desa") == "`Mekar` adalah nama beberapa hal"
    crossed = [(area, kind, 5) for area in ("Utara", "Timur") for kind in ("Anak", "Lansia")]
    assert reason(fields, crossed, "desa") == ""


def test_shares_declared_to_add_up_never_do_so_over_time() -> None:
    table = dataset_of([YEAR, measure("persen", additivity=Additivity.ADDITIVE)], [(2024, 5)]).main
    assert additivity(table, "jumlah", table.rows) is Additivity.SEMI_ADDITIVE


@pytest.mark.parametrize(
    ("unit", "name", "kind"),
    [
        ("rupiah", "Belanja pegawai", Additivity.ADDITIVE),
        ("rupiah", "Biaya satuan", Additivity.NON_ADDITIVE),
        ("rupiah", "Bantuan per KPM", Additivity.NON_ADDITIVE),
        ("rupiah", "Saldo kas", Additivity.SEMI_ADDITIVE),
        ("rupiah", "Realisasi s.d. triwulan", Additivity.SEMI_ADDITIVE),
        ("orang", "Penerima per kelurahan", Additivity.SEMI_ADDITIVE),
        ("orang", "Jumlah penduduk usia 60", Additivity.SEMI_ADDITIVE),
        ("orang", "Rata-rata anak", Additivity.NON_ADDITIVE),
        ("jiwa/km2", "Kepadatan", Additivity.NON_ADDITIVE),
        ("mm", "Curah hujan", Additivity.NON_ADDITIVE),
        ("laporan", "Pengaduan", Additivity.ADDITIVE),
        ("", "apa saja", Additivity.SEMI_ADDITIVE),
    ],
)
def test_what_is_usual_for_a_unit_and_a_name(unit: str, name: str, kind: Additivity) -> None:
    assert usual_additivity(unit, name) is kind


def over_time(rows: list[tuple], **more: object) -> ChartData | Finding:
    fields = [YEAR, dimension("bulan"), measure("kunjungan"), STATUS]
    view = View("a", "Kunjungan, Kota X", "garis", "data", "tahun", "jumlah", **more)
    return charts.prepare_chart(view, dataset_of(fields, rows))


def test_a_year_of_five_months_is_no_fall() -> None:
    rows = [(2023, f"B{n}", 10, "A") for n in range(12)]
    rows += [(2024, f"B{n}", 10, "A") for n in range(5)]
    data = over_time(rows)
    assert isinstance(data, ChartData)
    assert sentence(data) == "Kunjungan pada 2024: 50 kunjungan."
    assert data.caveats == (
        "Rincian pada 2024 tidak sama dengan periode sebelumnya: tidak dibandingkan.",
    )


def test_a_filter_by_status_may_not_cut_a_sum() -> None:
    rows = [(2024, "B1", 10, "A"), (2024, "B2", 12, "A"), (2024, "B3", 99, "u")]
    found = over_time(rows, where={"status": ("A",)})
    assert isinstance(found, Finding)
    assert "`status`" in text(found.message)
    single = over_time(rows[:1] + rows[2:], where={"status": ("A",)})
    assert isinstance(single, ChartData)


def test_provisional_values_are_told() -> None:
    data = over_time([(2023, "B1", 10, "A"), (2024, "B1", 12, "p")])
    assert isinstance(data, ChartData)
    assert data.caveats == ("Angka sementara: 2024.",)


def test_percentages_by_two_kinds_are_spoken_of_one_by_one() -> None:
    fields = [dimension("jenjang"), dimension("jenis"), measure("persen")]
    rows = [
        (level, kind, 10 * n + m)
        for n, level in enumerate("ABC")
        for m, kind in ((1, "L"), (2, "P"))
    ]
    view = View("a", "Judul", "batang-berkelompok", "data", "jenjang", "jumlah", series="jenis")
    data = charts.prepare_chart(view, dataset_of(fields, rows))
    assert isinstance(data, ChartData)
    assert sentence(data) == "Tertinggi C (P) (22 %), terendah A (L) (1 %)."


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (("2023-S1", "2023-S2"), PeriodKind.SEMESTER),
        (("2023-Q1", "2024-Q4"), PeriodKind.QUARTER),
        (("2022/2023", "2023/2024"), PeriodKind.SCHOOL_YEAR),
        (("2022/2023", "lain"), None),
        (("SD", "SMP"), None),
    ],
)
def test_text_is_time_only_where_all_of_it_is(values: tuple, kind: PeriodKind | None) -> None:
    table = dataset_of([dimension("periode"), measure()], [(value, 1) for value in values]).main
    assert table.period_kind("periode") is kind


def test_a_name_whose_code_changes_begins_anew() -> None:
    fields = [YEAR, CODE, dimension("nama"), measure()]
    rows = [(2023, "1.1", "Mekar", 90), (2024, "1.9", "Mekar", 80), (2023, "1.2", "Jati", 70)]
    rows += [(2024, "1.2", "Jati", 75)]
    view = View("a", "Judul", "garis", "data", "tahun", "jumlah", series="nama")
    data = charts.prepare_chart(view, dataset_of(fields, rows))
    assert isinstance(data, ChartData)
    assert data.breaks == (("Mekar", "2024"),)
