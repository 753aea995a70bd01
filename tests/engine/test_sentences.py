"""Every sentence about a chart: of one, ties, doubt, gaps, money, percentages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from invented import dataset_of
from profil_terbuka import charts
from profil_terbuka.charts import sentence_of as sentence
from profil_terbuka.model import (
    Additivity,
    BreakRule,
    Field,
    Role,
    SumRule,
    View,
)
from profil_terbuka.model.products import ChartData
from profil_terbuka.words.amounts import percentage, quantity, shift_clause

FIVE = {"A": 10, "B": 20, "C": 40, "D": 5, "E": 25}
Rows = list[tuple[object, str, int | float | None, str]]


def told(
    rows: Rows, unit: str = "orang", time: str = "year", rules: tuple = (), **view: object
) -> str:
    """The sentence about a chart of rows (tahun, jenis, jumlah, status)."""
    fields = (
        Field("tahun", "Tahun", time, "Tahun.", Role.DIMENSION),
        Field("jenis", "Jenis", "string", "Jenis.", Role.DIMENSION),
        Field("jumlah", "Jumlah", "number", "Jumlah.", Role.MEASURE, unit=unit),
        Field("status", "Status", "string", "Status.", Role.STATUS),
    )
    asked = View("a", "Penerima (orang), Kota X", "batang-mendatar", "data", "jenis", "jumlah")
    rows = [(w, k, None if n is None else Decimal(str(n)), s) for w, k, n, s in rows]
    made = dataset_of(fields, rows, rules=rules)
    found = charts.prepare_chart(replace(asked, **view), made)
    assert isinstance(found, ChartData), found
    return sentence(found)


def year(when: int, factor: float = 1, **status: str) -> Rows:
    """The five kinds in one year; `status` of those that are not plain."""
    return [(when, name, round(n * factor), status.get(name, "A")) for name, n in FIVE.items()]


WHOLE = (SumRule("data", "jumlah", "total", {"tahun": "tahun"}),)
TIME = {"axis": "tahun", "series": "jenis", "kind": "garis"}
LINE = {"axis": "tahun", "kind": "garis"}
YEARS = {"series": "tahun", "kind": "batang-berkelompok"}

CASES: list[tuple[str, Rows, dict, str]] = [
    ("one", [(2024, "A", 7, "A")], {}, "Pada 2024, A: 7 orang."),
    ("nothing", [(2024, "A", 0, "A")], {}, "Pada 2024, A: 0 orang."),
    (
        "two",
        [(2024, "A", 3, "A"), (2024, "B", 1200, "A")],
        {},
        "Pada 2024, A 3 orang dan B 1.200 orang.",
    ),
    (
        "two alike",
        [(2024, "A", 3, "A"), (2024, "B", 3, "A")],
        {},
        "Pada 2024, A dan B sama: masing-masing 3 orang.",
    ),
    (
        "all alike",
        [(2024, name, 3, "A") for name in FIVE],
        {},
        "Pada 2024, semuanya sama: masing-masing 3 orang.",
    ),
    (
        "many",
        year(2024),
        {},
        "Pada 2024, terbanyak C (40 orang), paling sedikit D (5 orang).",
    ),
    (
        "a tie at the top",
        [(2024, n, v, "A") for n, v in zip("ABCDE", (5, 9, 9, 1, 2), strict=True)],
        {"rules": WHOLE},
        "Pada 2024, terbanyak B dan C (masing-masing 9 orang), paling sedikit D (1 orang).",
    ),
    (
        "many at the bottom",
        [(2024, n, v, "A") for n, v in zip("ABCDE", (5, 0, 0, 0, 0), strict=True)],
        {},
        "Pada 2024, terbanyak A (5 orang), paling sedikit 4 jenis (masing-masing 0 orang).",
    ),
    (
        "a share of enough",
        year(2024),
        {"rules": WHOLE},
        "Pada 2024, terbanyak C (40 orang, 40 %), paling sedikit D (5 orang).",
    ),
    (
        "a share of too few",
        [(2024, n, v, "A") for n, v in zip("ABCDE", (1, 2, 6, 0, 3), strict=True)],
        {"rules": WHOLE},
        "Pada 2024, terbanyak C (6 dari 12 orang), paling sedikit D (0 orang).",
    ),
    (
        "a doubtful value is no extreme, and may be less than the least",
        year(2024, C="u"),
        {"rules": WHOLE},
        "Pada 2024, di antara 4 jenis yang angkanya pasti, terbanyak E (25 orang).",
    ),
    (
        "a withheld value may be the least",
        [*year(2024), (2024, "F", None, "c")],
        {},
        "Pada 2024, di antara 5 jenis yang angkanya pasti, terbanyak C (40 orang).",
    ),
    (
        "all doubtful",
        year(2024, **dict.fromkeys(FIVE, "u")),
        {},
        "Pada 2024 semua nilai diragukan; lihat catatan mutu.",
    ),
    (
        "a total among its parts is no kind",
        [*year(2024), (2024, "Jumlah", 100, "A")],
        {},
        "Pada 2024, terbanyak C (40 orang), paling sedikit D (5 orang).",
    ),
    (
        "two years",
        year(2023, 2) + year(2024),
        YEARS,
        "Pada 2024, terbanyak C (40 orang, turun 50 % dari 2023), paling sedikit D (5 orang).",
    ),
    (
        "a gap of a year",
        year(2022, 2) + year(2024),
        TIME,
        "Pada 2024, terbanyak C (40 orang), paling sedikit D (5 orang).",
    ),
    (
        "a break",
        year(2023, 6) + year(2024),
        TIME,
        "Pada 2024, terbanyak C (40 orang), paling sedikit D (5 orang).",
    ),
    (
        "doubt in the year before, of another kind",
        year(2023, 2, A="u") + year(2024),
        TIME,
        "Pada 2024, terbanyak C (40 orang, turun 50 % dari 2023), paling sedikit D (5 orang).",
    ),
    (
        "doubt in the year before, of the same kind",
        year(2023, 2, C="u") + year(2024),
        TIME,
        "Pada 2024, terbanyak C (40 orang), paling sedikit D (5 orang).",
    ),
    (
        "no change",
        year(2023) + year(2024),
        TIME,
        "Pada 2024, terbanyak C (40 orang, sama dengan 2023), paling sedikit D (5 orang).",
    ),
    (
        "a whole over time",
        year(2023) + year(2024, 2),
        {**TIME, "rules": WHOLE},
        "Penerima pada 2024 seluruhnya 200 orang, naik 100 % dari 2023. "
        "Terbanyak C (80 orang, 40 %), paling sedikit D (10 orang).",
    ),
    (
        "a member missing in the newest year: the whole is not known",
        year(2023) + year(2024)[:-1],
        {**TIME, "rules": WHOLE},
        "Pada 2024, di antara 4 jenis yang angkanya pasti, terbanyak C (40 orang, sama dengan "
        "2023).",
    ),
    (
        "a declared break",
        year(2023, 2) + year(2024),
        {**TIME, "rules": (BreakRule("data", "tahun", "2024", "Cara hitung berganti."),)},
        "Pada 2024, terbanyak C (40 orang), paling sedikit D (5 orang).",
    ),
    (
        "years that cannot be compared",
        year(2023, 2) + year(2024),
        {**YEARS, "rules": (BreakRule("data", "tahun", "", "Sumber berganti-ganti."),)},
        "Pada 2024, terbanyak C (40 orang), paling sedikit D (5 orang).",
    ),
    (
        "one thing over time",
        [(when, "A", value, "A") for when, value in ((2022, 50), (2023, 80), (2024, 60))],
        LINE,
        "Penerima pada 2024: 60 orang, turun 25 % dari 2023. "
        "Tertinggi 80 orang pada 2023, terendah 50 orang pada 2022.",
    ),
    (
        "one thing over time, the last year doubtful",
        [(2022, "A", 50, "A"), (2023, "A", 80, "A"), (2024, "A", 60, "u")],
        LINE,
        "Penerima pada 2023: 80 orang, naik 60 % dari 2022.",
    ),
    (
        "one thing over time, all doubtful",
        [(2023, "A", 80, "u"), (2024, "A", 60, "u")],
        LINE,
        "Penerima: semua nilai diragukan; lihat catatan mutu.",
    ),
    (
        "months",
        [(f"2024-{month:02}", "A", 30 + month, "A") for month in range(1, 13)],
        {**LINE, "time": "yearmonth"},
        "Penerima pada Desember 2024: 42 orang, naik 2,4 % dari November 2024. "
        "Tertinggi 42 orang pada Desember 2024, terendah 31 orang pada Januari 2024.",
    ),
    (
        "dates that stand for months",
        [(f"2024-{month:02}-01", "A", 30 + month, "A") for month in (11, 12)],
        {**LINE, "time": "date"},
        "Penerima pada Desember 2024: 42 orang, naik 2,4 % dari November 2024.",
    ),
    (
        "percentages",
        [(2024, n, v, "A") for n, v in zip("ABCDE", (9.3, 9.1, 12.5, 0.3, 3.3), strict=True)],
        {"unit": "persen"},
        "Pada 2024, tertinggi C (12,5 %), terendah D (0,3 %).",
    ),
    (
        "percentages over time",
        [(2023, "A", 9.3, "A"), (2024, "A", 9.1, "A")],
        {**LINE, "unit": "persen"},
        "Penerima pada 2024: 9,1 %, turun 0,2 poin persen dari 2023.",
    ),
    (
        "negative values",
        [(2024, n, v, "A") for n, v in zip("ABCDE", (5, -9, 9, 1, 2), strict=True)],
        {"rules": WHOLE},
        "Pada 2024, tertinggi C (9 orang), terendah B (\N{MINUS SIGN}9 orang).",
    ),
    (
        "budget and spending",
        [(2024, "Anggaran", 15_447_851_952, "A"), (2024, "Realisasi", 14_576_047_081, "A")],
        {"unit": "rupiah", "axis": "tahun", "series": "jenis", "kind": "batang-berkelompok"},
        "Pada 2024, anggaran Rp15,4 miliar; terpakai Rp14,6 miliar (94,4 %).",
    ),
    (
        "half of it is not there",
        [(2023, "Sebelum", 10, "A"), (2023, "Sesudah", 12, "A"), (2024, "Sebelum", 11, "A")],
        TIME,
        "Pada 2024, Sebelum: 11 orang; angka Sesudah tidak ada.",
    ),
    (
        "money spent over the years adds up",
        [(year_, n, v, "A") for year_ in (2023, 2024) for n, v in (("A", 5e6), ("B", 7e6))],
        {"unit": "rupiah"},
        "Pada 2023\N{EN DASH}2024, A Rp10 juta dan B Rp14 juta.",
    ),
]


@pytest.mark.parametrize(
    ("rows", "options", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_sentence(rows: Rows, options: dict, expected: str) -> None:
    assert told(rows, **options) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (0, "orang", "0 orang"),
        (-15, "orang", "\N{MINUS SIGN}15 orang"),
        (18.4, "persen", "18,4 %"),
        (15_447_851_952, "rupiah", "Rp15,4 miliar"),
        (999_960_000, "rupiah", "Rp1 miliar"),
        (950, "rupiah", "Rp950"),
        (950_000, "rupiah", "Rp950.000"),
        (-1_500_000, "rupiah", "\N{MINUS SIGN}Rp1,5 juta"),
        (15_447, "juta rupiah", "Rp15,4 miliar"),
        (2_345_000_000_000, "Rp", "Rp2,3 triliun"),
        (0.301, "rasio", "0,301 rasio"),
    ],
)
def test_quantity(value: float, unit: str, expected: str) -> None:
    assert quantity(value, unit) == expected


@pytest.mark.parametrize(
    ("new", "old", "unit", "expected"),
    [
        (5, 7, "orang", "turun 2 orang dari 2023"),
        (20, 18, "orang", "naik 2 orang dari 2023"),
        (1, 0, "orang", "naik 1 orang dari 2023"),
        (100, 0, "orang", "naik 100 orang dari 2023"),
        (0, 100, "orang", "turun 100 % dari 2023"),
        (100, 20, "orang", ""),
        (5, 5, "orang", "sama dengan 2023"),
        (100_001, 100_000, "orang", "hampir sama dengan 2023"),
        (0.34, 0.3, "rasio", "naik 0,04 dari 2023"),
        (9.1, 9.3, "%", "turun 0,2 poin persen dari 2023"),
        (15, 10, "miliar rupiah", "naik 50 % dari 2023"),
        (-5, 10, "orang", "turun 15 orang dari 2023"),
    ],
)
def test_change(new: float, old: float, unit: str, expected: str) -> None:
    assert shift_clause(new, old, "2023", unit) == expected


def sides(withheld: str = "") -> str:
    """The sentence about two sexes in five kinds, of which one value may be withheld."""
    rows: Rows = []
    for name, count in FIVE.items():
        for sex, value in (("Laki-laki", count), ("Perempuan", 2 * count)):
            closed = f"{name} {sex}" == withheld
            rows.append((sex, name, None if closed else value, "c" if closed else "A"))
    view = {"axis": "jenis", "series": "tahun", "kind": "batang-berlawanan"}
    return told(rows, time="string", rules=WHOLE, **view)  # type: ignore[arg-type]


def test_both_sides_are_added_up_where_all_is_known() -> None:
    assert sides().startswith("Laki-laki 100 orang dan Perempuan 200 orang. ")


def test_sides_with_a_withheld_part_are_not_added_up() -> None:
    assert "dan Perempuan" not in sides("D Laki-laki")


def test_no_share_of_too_few_or_of_nothing() -> None:
    assert percentage(5, 20, "orang") == "25 %"
    assert percentage(5, 19, "orang") == ""
    assert percentage(0, 0, "rupiah") == ""
    assert percentage(30, 20, "orang") == ""


def test_additivity_is_what_the_descriptor_says() -> None:
    assert {kind.value for kind in Additivity} == {"aditif", "semi-aditif", "nonaditif"}
