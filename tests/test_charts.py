"""What is drawn and said: sums, statuses, folding, sentences, pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from profil_terbuka import charts
from profil_terbuka.cache import Cache
from profil_terbuka.charts.summary import sentence
from profil_terbuka.findings import Finding
from profil_terbuka.model import Dataset, Field, Role, Schema, Source, Table, View, ViewKind
from profil_terbuka.products import ChartData

FIELDS = (
    Field("tahun", "Tahun", "year", "Tahun.", Role.DIMENSION),
    Field("jenis", "Jenis", "string", "Jenis.", Role.DIMENSION),
    Field("jumlah", "Jumlah", "integer", "Jumlah.", Role.MEASURE, unit="orang"),
    Field("status", "Status", "string", "Status.", Role.STATUS),
)


def prepared(rows: list[tuple[int, str, int | None, str]], **view: object) -> ChartData | Finding:
    """A chart of rows (tahun, jenis, jumlah, status)."""
    schema = Schema(FIELDS)
    table = Table("data", "Data", "Data.", "data.csv", "data.csv", schema, rows=tuple(rows))
    asked = View("a", "Judul", ViewKind.BAR, "data", "jenis", "jumlah")
    dataset = Dataset.__new__(Dataset)
    values = {
        "slug": "data",
        "tables": (table,),
        "file": "datapackage.json",
        "sources": (Source("Buku", "1", "A"),),
        "rules": (),
        "notes": (),
    }
    for name, value in values.items():
        object.__setattr__(dataset, name, value)
    return charts.prepare(replace(asked, **view), dataset)


def chart(rows: list[tuple[int, str, int | None, str]], **view: object) -> ChartData:
    found = prepared(rows, **view)
    assert isinstance(found, ChartData)
    return found


def test_rows_of_one_category_are_added_up() -> None:
    data = chart([(2023, "A", 1, "A"), (2024, "A", 2, "A"), (2024, "B", 5, "A")])
    assert list(data.points()) == [("A", "", 3), ("B", "", 5)]


@pytest.mark.parametrize("status", ["i", "x", "c", "z"])
def test_values_that_do_not_count_are_left_out_and_named(status: str) -> None:
    data = chart([(2024, "A", 1, "A"), (2024, "B", 5, status)])
    assert data.categories == ("A",)
    assert data.excluded == ("B",)


@pytest.mark.parametrize("status", ["r", "p"])
def test_mended_and_provisional_values_are_drawn(status: str) -> None:
    assert chart([(2024, "A", 1, status)]).categories == ("A",)


def test_doubtful_values_are_drawn_with_a_star() -> None:
    data = chart([(2024, "A", 1, "A"), (2024, "B", 5, "u")])
    assert [data.label(name) for name in data.categories] == ["A", "B*"]


def test_nothing_valid_is_a_finding() -> None:
    assert isinstance(prepared([(2024, "A", 1, "i"), (2024, "B", None, "x")]), Finding)


def test_too_many_series_is_a_finding() -> None:
    rows = [(2024, f"J{n}", n, "A") for n in range(9)]
    assert isinstance(prepared(rows, axis="tahun", series="jenis"), Finding)


def test_small_categories_are_added_up_as_others() -> None:
    rows = [(2024, f"J{n:02}", n, "A") for n in range(1, 31)]
    data = chart(rows)
    assert len(data.categories) == 20
    assert data.categories[-1] == "Lainnya (11)"
    assert sum(value for _, _, value in data.points()) == sum(range(1, 31))


def test_a_ranking_has_room_for_more() -> None:
    rows = [(2024, f"J{n:02}", n, "A") for n in range(1, 31)]
    data = chart(rows, kind=ViewKind.HORIZONTAL_BAR, by_value=True)
    assert data.categories[:2] == ("J30", "J29")
    assert len(data.categories) == 30


SENTENCES = [
    ([(2024, "A", 7, "A")], {}, "A: 7 orang."),
    ([(2024, "A", 0, "A")], {}, "A: 0 orang."),
    ([(2024, "A", 3, "A"), (2024, "B", 3, "A")], {}, "Semuanya sama: 3 orang."),
    ([(2024, "A", 3, "A"), (2024, "B", 1200, "A")], {}, "A 3 orang dan B 1.200 orang."),
    (
        [(2024, name, value, "A") for name, value in zip("ABCDE", (5, 9, 9, 1, 2), strict=True)],
        {},
        "Terbanyak B dan C (9 orang), paling sedikit D (1 orang).",
    ),
    (
        [(2023, "A", 9, "A"), (2024, "A", 4, "A"), (2024, "B", 5, "A")],
        {"series": "tahun"},
        "Pada 2024, A 4 orang dan B 5 orang.",
    ),
    (
        [(2023, "A", 9, "A"), (2024, "A", 4, "i"), (2023, "B", 5, "A")],
        {"axis": "tahun", "series": "jenis"},
        "Pada 2023, A 9 orang dan B 5 orang.",
    ),
]


FIVE = {"A": 10, "B": 20, "C": 40, "D": 5, "E": 25}
SENTENCES += [
    (
        [(2023, name, value * 2, "A") for name, value in FIVE.items()]
        + [(2024, name, value, "A") for name, value in FIVE.items()],
        {"series": "tahun"},
        "Pada 2024, terbanyak C (40 orang, turun 50 % dari 2023), paling sedikit D (5 orang).",
    ),
    (
        [(2022, name, value * 2, "A") for name, value in FIVE.items()]
        + [(2024, name, value, "A") for name, value in FIVE.items()],
        {"series": "tahun"},
        "Pada 2024, terbanyak C (40 orang), paling sedikit D (5 orang).",
    ),
    (
        [(2023, name, value * 6, "A") for name, value in FIVE.items()]
        + [(2024, name, value, "A") for name, value in FIVE.items()],
        {"series": "tahun"},
        "Pada 2024, terbanyak C (40 orang), paling sedikit D (5 orang).",
    ),
    (
        [(2023, name, value, "u") for name, value in FIVE.items()]
        + [(2024, name, value, "A") for name, value in FIVE.items()],
        {"axis": "tahun", "series": "jenis"},
        "Pada 2024, terbanyak C (40 orang), paling sedikit D (5 orang).",
    ),
    (
        [(year, name, value, "A") for year in (2023, 2024) for name, value in FIVE.items()],
        {"axis": "tahun", "series": "jenis"},
        "Pada 2024, terbanyak C (40 orang, sama dengan 2023), paling sedikit D (5 orang).",
    ),
]


def test_parts_of_a_whole_are_told_with_level_change_and_share() -> None:
    rows = [(2023, name, value, "A") for name, value in FIVE.items()]
    rows += [(2024, name, value * 2, "A") for name, value in FIVE.items()]
    data = replace(chart(rows, series="tahun"), additive=True)
    assert sentence(data) == (
        "Pada 2024 seluruhnya 200 orang, naik 100 % dari 2023. "
        "Terbanyak C (80 orang, 40 %), paling sedikit D (10 orang)."
    )


@pytest.mark.parametrize(("rows", "view", "expected"), SENTENCES)
def test_sentence(rows: list[tuple[int, str, int, str]], view: dict, expected: str) -> None:
    assert sentence(chart(rows, **view)) == expected


@pytest.mark.parametrize("kind", list(ViewKind))
def test_every_kind_is_drawn(kind: ViewKind, tmp_path: Path) -> None:
    rows = [(2023, "A", 1000, "A"), (2024, "A", 2500, "A"), (2024, "B", 5, "A")]
    series = {"axis": "tahun", "series": "jenis"} if "ber" in kind or kind == "garis" else {}
    drawing = charts.draw(chart(rows, kind=kind, **series), Cache(tmp_path))
    assert drawing.inline.startswith("<svg")
    assert "var(--grafik-1)" in drawing.inline or "var(--grafik-tahun" in drawing.inline
    assert "var(--" not in drawing.svg.decode()
    assert "Sumber: Buku" in drawing.svg.decode()
    assert "X-axis" not in drawing.inline


def test_numbers_are_written_the_indonesian_way(tmp_path: Path) -> None:
    drawing = charts.draw(chart([(2024, "A", 12500, "A")]), Cache(tmp_path))
    assert ">12.500<" in drawing.inline


def test_an_equal_chart_comes_from_the_cache(tmp_path: Path) -> None:
    first, again = Cache(tmp_path), Cache(tmp_path)
    one = charts.draw(chart([(2024, "A", 1, "A")]), first)
    two = charts.draw(chart([(2024, "A", 1, "A")]), again)
    assert (first.made, again.made) == ({"gambar": 3}, {})
    assert one == two
