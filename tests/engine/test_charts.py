"""What is drawn and said: sums, statuses, folding, sentences, pictures."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from invented import dataset_of
from profil_terbuka import charts
from profil_terbuka.charts import look, metrics
from profil_terbuka.charts import sentence_of as sentence
from profil_terbuka.charts.kinds import kind_of
from profil_terbuka.charts.kinds.lines import _runs
from profil_terbuka.model import (
    Field,
    Role,
    View,
)
from profil_terbuka.model.findings import Finding
from profil_terbuka.model.products import ChartData
from profil_terbuka.system.cache import Cache
from profil_terbuka.web.guide import CHART_KINDS, chart_kinds
from profil_terbuka.words.catalogues import text
from shapes import chart, prepared
from support import ROOT


def test_rows_of_one_category_are_added_up() -> None:
    data = chart([(2024, "A", 1, "A"), (2024, "A", 2, "A"), (2024, "B", 5, "A")])
    assert list(data.points()) == [("A", "", 3), ("B", "", 5)]


def test_people_are_not_added_up_over_the_years() -> None:
    found = prepared([(2023, "A", 1, "A"), (2024, "A", 2, "A"), (2024, "B", 5, "A")])
    assert isinstance(found, Finding)
    assert "`tahun` belum dipilih (`2023`, `2024`)" in text(found.message)
    assert '"saring": {"tahun": 2024}' in text(found.remedy)


@pytest.mark.parametrize(("status", "value"), [("i", 5), ("x", None), ("c", None)])
def test_a_sum_that_lacks_a_part_is_no_sum(status: str, value: int | None) -> None:
    data = chart([(2024, "A", 1, "A"), (2024, "A", value, status), (2024, "B", 5, "A")])
    assert list(data.points()) == [("B", "", 5)]
    assert data.caveats == ("Tidak digambar karena rinciannya tidak lengkap: A.",)


@pytest.mark.parametrize("status", ["x", "c", "z"])
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
    data = chart(rows, kind="batang-mendatar", by_value=True)
    assert data.categories[:2] == ("J30", "J29")
    assert len(data.categories) == 30


TERMS = (
    Field("nama", "Nama", "string", "Nama.", Role.DIMENSION),
    Field("mulai", "Mulai", "string", "Mulai.", Role.REMARK),
    Field("selesai", "Selesai", "string", "Selesai.", Role.REMARK),
)


def terms(*rows: tuple[str, str | None, str | None]) -> ChartData | Finding:
    """A timeline of rows (nama, mulai, selesai)."""
    view = View("a", "Judul", "garis-waktu", "data", "nama", start="mulai", end="selesai")
    return charts.prepare_chart(view, dataset_of(TERMS, rows))


KINDS = {kind.name: kind for kind in charts.kinds.KINDS}
DRAWN = [name for name in KINDS if name != "peta"]
"""A map needs boundaries: its tests are about those."""


def example(kind: str) -> ChartData:
    """Two years of two series where a kind asks for series, else two groups of one year."""
    if kind == "garis-waktu":
        found = terms(("A", "2010-05-26", "2012"), ("B", "2014-10", None))
        assert isinstance(found, ChartData)
        return found
    rows = [(2023, "A", 1000, "A"), (2024, "A", 2500, "A"), (2024, "B", 5, "A")]
    if kind == "garis" or "seri" in KINDS[kind].keys.needs:
        return chart(rows, kind=kind, axis="tahun", series="jenis")
    return chart(rows[1:], kind=kind)


@pytest.mark.parametrize("kind", DRAWN)
def test_every_kind_is_drawn(kind: str, tmp_path: Path) -> None:
    drawing = charts.draw_chart(example(kind), Cache(tmp_path))
    assert drawing.inline.count("<svg") == 2
    assert "var(--grafik-1)" in drawing.inline
    assert "var(--" not in drawing.svg.decode()
    assert "Sumber: Buku" in drawing.svg.decode()
    assert "X-axis" not in drawing.inline


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize("width", [look.NARROW, look.WIDE])
def test_every_specification_is_sound(kind: str, width: int) -> None:
    """Altair's own check, which a build leaves out because it takes longer than the drawing."""
    pictures = kind_of(example(kind).view).pictures
    assert pictures.specification(example(kind), width, validated=True)["config"]


@pytest.mark.parametrize("kind", DRAWN)
def test_a_drawing_keeps_to_its_width(kind: str, tmp_path: Path) -> None:
    drawing = charts.draw_chart(example(kind), Cache(tmp_path))
    widths = [float(found) for found in re.findall(r'<svg [^>]*? width="([\d.]+)"', drawing.inline)]
    assert widths[0] <= look.NARROW + 6
    assert widths[1] <= look.WIDE + 6


def test_a_year_without_values_keeps_its_place() -> None:
    rows = [(2020, "A", 5, "A"), (2021, "A", 9, "i"), (2023, "A", 7, "A")]
    data = chart(rows, axis="tahun")
    assert data.categories == ("2020", "2021", "2022", "2023")
    assert data.values == ((5,), (None,), (None,), (7,))


def test_a_missing_year_is_a_hole_in_a_line() -> None:
    rows = [(year, "A", 5, "A") for year in (2020, 2021, 2023, 2024)]
    data = chart(rows, axis="tahun", series="jenis", kind="garis")
    runs = {str(row["kategori"]): row["ruas"] for row in _runs(data)}
    assert runs["2020"] == runs["2021"] != runs["2023"] == runs["2024"]


@pytest.mark.parametrize(("status", "broken"), [("u", True), ("A", False)])
def test_a_marked_jump_breaks_the_line(status: str, broken: bool, tmp_path: Path) -> None:
    rows = [(2022, "A", 100, "A"), (2023, "A", 900, status), (2024, "A", 950, "A")]
    data = chart(rows, axis="tahun", series="jenis", kind="garis")
    assert data.breaks == ((("A", "2023"),) if broken else ())
    drawing = charts.draw_chart(data, Cache(tmp_path))
    assert ("deret terputus" in drawing.inline) is broken


def test_lines_name_themselves_without_a_legend(tmp_path: Path) -> None:
    rows = [(year, name, 5, "A") for year in (2023, 2024) for name in ("Sama", "Serupa")]
    data = chart(rows, axis="tahun", series="jenis", kind="garis")
    drawing = charts.draw_chart(data, Cache(tmp_path))
    assert drawing.inline.count(">Sama<") == drawing.inline.count(">Serupa<") == 2


@pytest.mark.parametrize("count", [1, 3])
def test_opposed_bars_need_two_sides(count: int) -> None:
    rows = [(2024, f"J{n}", 5, "A") for n in range(count)]
    found = prepared(rows, axis="tahun", series="jenis", kind="batang-berlawanan")
    assert isinstance(found, Finding)


def test_a_category_in_two_groups_is_a_finding() -> None:
    rows = [(2024, "A", 5, "A"), (2024, "A", 6, "r")]
    found = prepared(rows, group="status", kind="batang-mendatar")
    assert isinstance(found, Finding)
    assert "`A`" in text(found.message)


def test_a_ranking_names_the_groups(tmp_path: Path) -> None:
    rows = [(2023, "A", 5, "A"), (2024, "B", 6, "A")]
    data = chart(rows, group="tahun", kind="batang-mendatar", by_value=True)
    assert (data.categories, data.groups) == (("B", "A"), ("2024", "2023"))


@pytest.mark.parametrize(
    "row",
    [("A", "kapan", None), ("A", "2020-13", None), ("A", "2020", "2019"), ("A", None, "2020")],
)
def test_a_timeline_needs_dates_in_order(row: tuple[str, str | None, str | None]) -> None:
    assert isinstance(terms(row), Finding)


def test_a_timeline_is_told_with_its_gap() -> None:
    found = terms(
        ("A", "2010-05-26", "2012"),
        ("B", "2014-10", None),
        ("C", None, None),
        ("D", "2013", "2013-05"),
    )
    assert isinstance(found, ChartData)
    assert found.excluded == ("C",)
    assert sentence(found) == (
        "3 masa tercatat sejak 26 Mei 2010. Masa terlama yang sudah selesai: A (2 tahun 7 bulan). "
        "Masih berjalan menurut sumber: B sejak Oktober 2014. "
        "Tidak ada yang tercatat antara Mei 2013 dan Oktober 2014."
    )


def test_labels_are_spread_apart_in_order() -> None:
    places = metrics.spread_apart([50, 52, 10, 51], [14, 14, 14, 14], 0, 100)
    assert places[2] == 10
    ordered = [places[0], places[3], places[1]]
    assert ordered == sorted(ordered)
    assert all(after - before >= 14 for before, after in pairwise(ordered))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 9, [0, 2, 4, 6, 8, 10]),
        (0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (41, 45, [41, 42, 43, 44, 45]),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert metrics.ticks(low, high) == expected


def test_bars_begin_at_zero_and_a_line_that_does_not_says_so() -> None:
    assert look.amounts([98, 100], "orang").domain[0] == 0
    assert "tidak mulai dari nol" in look.amounts([98, 100], "orang", free=True).title
    assert look.amounts([10, 100], "orang", free=True).domain[0] == 0


def test_numbers_are_written_the_indonesian_way(tmp_path: Path) -> None:
    drawing = charts.draw_chart(chart([(2024, "A", 12500, "A")]), Cache(tmp_path))
    assert ">12.500<" in drawing.inline


def test_an_equal_chart_comes_from_the_cache(tmp_path: Path) -> None:
    first, again = Cache(tmp_path), Cache(tmp_path)
    one = charts.draw_chart(chart([(2024, "A", 1, "A")]), first)
    two = charts.draw_chart(chart([(2024, "A", 1, "A")]), again)
    assert (first.made, again.made) == ({"gambar": 4}, {})
    assert one == two


def test_the_staff_guide_tells_every_kind_of_chart() -> None:
    page = (ROOT / "docs/portal/panduan/grafik.md").read_text("utf-8")
    assert page.count(f'data-sisip="{CHART_KINDS}"') == 1
    table = chart_kinds(charts.guide())[CHART_KINDS]
    for kind in charts.kinds.KINDS:
        assert f"<td><code>{kind.name}</code></td>" in table
