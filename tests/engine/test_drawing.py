"""Geometry read back from the pictures: signs, zero lines, labels, breaks, doubt, words around."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pictures import Line, Picture, read
from profil_terbuka import charts
from profil_terbuka.charts import look
from profil_terbuka.charts import remarks_on as remarks_of
from profil_terbuka.charts.cuts import cut_label
from profil_terbuka.charts.kinds import kind_of
from profil_terbuka.charts.kinds.nested_bars import TINT
from profil_terbuka.charts.look import GROUND, INK
from profil_terbuka.charts.order import natural_order
from profil_terbuka.charts.remarks import shows_counts
from profil_terbuka.charts.render import WIDTHS as NAMES
from profil_terbuka.model.findings import Finding
from profil_terbuka.model.products import ChartData
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.catalogues import text as told
from shapes import chart, prepared
from support import examples

FLOWS = (
    (2022, "Masuk", 40, "A"),
    (2022, "Keluar", -15, "A"),
    (2022, "Lahir", 10, "A"),
    (2023, "Masuk", 20, "A"),
    (2023, "Keluar", -35, "A"),
    (2023, "Lahir", 5, "A"),
    (2024, "Masuk", -10, "A"),
    (2024, "Keluar", -20, "A"),
    (2024, "Lahir", 30, "A"),
)
NEWEST = FLOWS[6:]
YEARLY = {"axis": "tahun", "series": "jenis"}
NARROW, WIDE = NAMES
ACCENT = look.SERIES[0]
WIDTHS = pytest.mark.parametrize("width", [NARROW, WIDE])
STANDING = {
    "batang": chart(list(NEWEST)),
    "berkelompok": chart(list(FLOWS), kind="batang-berkelompok", **YEARLY),
    "bertumpuk": chart(list(FLOWS), kind="batang-bertumpuk", **YEARLY),
    "panel": chart(list(FLOWS), kind="kecil-berganda", **YEARLY),
}
LONG = "Pemberdayaanmasyarakatsetempatdansekitarnya"
"""No column has room for it."""
LYING = {
    "mendatar": chart(list(NEWEST), kind="batang-mendatar", by_value=True),
    "mendatar-bertumpuk": chart(list(FLOWS), kind="batang-mendatar", **YEARLY),
    "mendatar-berkelompok": chart(
        [(year, f"{LONG} {name}", value, "A") for year, name, value, _ in FLOWS],
        kind="batang-berkelompok",
        axis="jenis",
        series="tahun",
    ),
}


def svg(data: ChartData, width: str) -> str:
    return kind_of(data.view).pictures.svg(data, width, "uji")


def drawn(data: ChartData, width: str = NARROW) -> Picture:
    return read(svg(data, width))


def zero_lines(picture: Picture, upright: bool) -> list[Line]:
    """The lines that bars start from, in ink and in one direction."""
    return [
        line
        for line in picture.lines
        if line.colour == INK and (line.x == line.x2 if upright else line.y == line.y2)
    ]


def assert_labels_are_clear(picture: Picture) -> None:
    """Text in ink lies on no solid bar; text in the page's colour lies inside of one bar."""
    solid = [bar for bar in picture.bars if not bar.hatched]
    for text in picture.texts:
        met = [bar for bar in solid if text.meets(bar)]
        assert len(met) == (1 if text.colour == GROUND else 0), (text, met)


@WIDTHS
@pytest.mark.parametrize("name", STANDING)
def test_standing_bars_below_zero_hang_from_a_drawn_line(name: str, width: str) -> None:
    data = STANDING[name]
    picture = drawn(data, width)
    zeros = {round(line.y) for line in zero_lines(picture, upright=False)}
    assert len(zeros) == 1
    zero = zeros.pop()
    values = [value for _, _, value in data.points()]
    assert sum(bar.top >= zero - 1 for bar in picture.bars) == sum(value < 0 for value in values)
    assert sum(bar.bottom <= zero + 1 for bar in picture.bars) == sum(value > 0 for value in values)
    assert_labels_are_clear(picture)


@WIDTHS
@pytest.mark.parametrize("name", LYING)
def test_lying_bars_below_zero_lie_to_the_left_of_a_drawn_line(name: str, width: str) -> None:
    data = LYING[name]
    picture = drawn(data, width)
    zeros = {round(line.x) for line in zero_lines(picture, upright=True)}
    assert len(zeros) == 1
    zero = zeros.pop()
    values = [value for _, _, value in data.points()]
    assert sum(bar.right <= zero + 1 for bar in picture.bars) == sum(value < 0 for value in values)
    assert sum(bar.left >= zero - 1 for bar in picture.bars) == sum(value > 0 for value in values)
    assert_labels_are_clear(picture)


def test_lengths_follow_from_the_values_on_both_sides() -> None:
    picture = drawn(STANDING["batang"])
    tall = sorted(bar.bottom - bar.top for bar in picture.bars)
    assert [round(height / tall[0], 1) for height in tall] == [1, 2, 3]


@WIDTHS
def test_the_net_of_mixed_parts_stands_apart(width: str) -> None:
    picture = drawn(STANDING["bertumpuk"], width)
    assert [text.text for text in picture.texts].count("selisih") == 3
    assert max(bar.bottom for bar in picture.bars) <= picture.text("35").top


def test_nets_without_room_make_the_bars_lie() -> None:
    rows = [
        (2024 - old, f"J{n:02}", (-1) ** (n + old) * 100 * n, "A")
        for n in range(1, 12)
        for old in (0, 1)
    ]
    data = chart(rows, kind="batang-berkelompok", axis="jenis", series="tahun")
    # Only money may be laid over years; how it is drawn does not depend on the unit.
    picture = drawn(replace(data, view=replace(data.view, kind="batang-bertumpuk")))
    assert sum(text.text.startswith("selisih ") for text in picture.texts) == 11
    assert_labels_are_clear(picture)


def test_values_of_one_sign_need_no_zero_line_and_no_net() -> None:
    rows = [(year, name, abs(value), "A") for year, name, value, _ in FLOWS]
    picture = drawn(chart(rows, kind="batang-bertumpuk", **YEARLY))
    assert not [line for line in picture.lines if line.colour == INK]
    assert "selisih" not in [text.text for text in picture.texts]


def test_only_negative_sums_stand_below_their_bars() -> None:
    rows = [(year, name, -abs(value), "A") for year, name, value, _ in FLOWS]
    picture = drawn(chart(rows, kind="batang-bertumpuk", **YEARLY))
    lowest = max(bar.bottom for bar in picture.bars)
    assert picture.text("\N{MINUS SIGN}65").top > lowest - 1
    assert_labels_are_clear(picture)


SIGNED = st.lists(
    st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=2), min_size=1, max_size=4
)
BARS = [
    "batang-berkelompok",
    "batang-bertumpuk",
    "batang-mendatar",
    "kecil-berganda",
]


@settings(max_examples=examples(12))
@given(values=SIGNED, kind=st.sampled_from(BARS))
def test_whatever_the_signs_no_label_lies_on_a_bar(values: list[list[int]], kind: str) -> None:
    rows = [
        (2020 + year, name, value, "A")
        for year, pair in enumerate(values)
        for name, value in zip("AB", pair, strict=True)
    ]
    assert_labels_are_clear(drawn(chart(rows, kind=kind, **YEARLY)))


def test_a_tiny_value_beside_a_huge_one_is_told() -> None:
    rows = [(2023, "A", 1_500_000, "A"), (2023, "B", -1_200_000, "A"), (2024, "A", -3, "A")]
    data = chart([*rows, (2024, "B", 5, "A")], kind="batang-berkelompok", **YEARLY)
    assert drawn(data).text("\N{MINUS SIGN}3")


def test_what_millions_cannot_show_is_not_called_nothing() -> None:
    scale = look.amounts([25_000_000, -300], "orang")
    assert scale.text(-300) == look.NEARLY
    assert scale.text(0) == "0"
    assert scale.named(-300) == "\N{MINUS SIGN}300"


@pytest.mark.parametrize("values", [[1, 0], [3], [-2, 1], [0]])
def test_things_are_counted_whole(values: list[int]) -> None:
    assert all(isinstance(tick, int) for tick in look.amounts(values, "orang").ticks)


def test_measured_values_may_have_ticks_between() -> None:
    assert 0.2 in look.amounts([0.9, 0.4], "km2").ticks


# Small multiples

UNLIKE = [
    (year, name, value, "A") for year in (2023, 2024) for name, value in (("A", 5), ("B", 80))
]


def test_panels_share_a_scale_and_a_low_bar_keeps_its_value() -> None:
    picture = drawn(chart(UNLIKE, kind="kecil-berganda", **YEARLY))
    tall = sorted(round(bar.bottom - bar.top, 1) for bar in picture.bars)
    assert tall[-1] / tall[0] == pytest.approx(16, rel=0.05)
    assert [text.text for text in picture.texts].count("5") == 2


def test_a_wide_label_lies_over_no_longer_bar_beside_it() -> None:
    rows = [(2010 + n, "A", -100_000 - n % 2 * 50_000, "A") for n in range(14)]
    rows += [(2010 + n, "B", 90_000, "A") for n in range(14)]
    picture = drawn(chart(rows, kind="kecil-berganda", **YEARLY))
    assert_labels_are_clear(picture)
    assert "\N{MINUS SIGN}150.000" in [text.text for text in picture.texts]


def test_panels_with_scales_of_their_own_say_so() -> None:
    data = chart(UNLIKE, kind="kecil-berganda", own_scale=True, **YEARLY)
    tall = [bar.bottom - bar.top for bar in drawn(data).bars]
    assert max(tall) / min(tall) < 2
    assert any("jangan dibandingkan" in remark for remark in remarks_of(data))


# Breaks

JUMP = [(2021, "A", 100, "A"), (2022, "A", 120, "A"), (2023, "A", 900, "u"), (2024, "A", 950, "A")]
STEADY = [(year, "B", 300, "A") for year in range(2021, 2025)]


@WIDTHS
@pytest.mark.parametrize("kind", ["batang", "batang-bertumpuk", "kecil-berganda", "garis"])
def test_a_break_is_a_mark_between_two_years(kind: str, width: str) -> None:
    series = {} if kind == "batang" else {"series": "jenis"}
    rows = JUMP if kind == "batang" else JUMP + STEADY
    data = chart(rows, kind=kind, axis="tahun", **series)
    assert data.breaks
    picture = drawn(data, width)
    named = {
        text.text.strip("*").strip("\N{RIGHT SINGLE QUOTATION MARK}"): text
        for text in picture.texts
    }
    middle = {
        name[-2:]: (box.left + box.right) / 2 for name, box in named.items() if name.isdigit()
    }
    if kind != "kecil-berganda":
        marks = [line for line in picture.lines if abs(line.x - line.x2) < 5 and line.y != line.y2]
        assert len(marks) == 2
        assert all(middle["22"] < line.x < middle["23"] for line in marks)
        assert picture.text(cut_label())
    assert any(remark.startswith("Deret terputus pada 2023") for remark in remarks_of(data))


def test_no_line_runs_across_a_break() -> None:
    data = chart(JUMP, kind="garis", **YEARLY)
    strokes = re.findall(r'<path d="(M[^"]*)"[^>]*stroke-width="2.2"', svg(data, WIDE))
    assert [stroke.count("L") for stroke in strokes] == [1, 1]


def test_the_same_line_without_a_mark_is_whole() -> None:
    data = chart([(*row[:3], "A") for row in JUMP], kind="garis", **YEARLY)
    strokes = re.findall(r'<path d="(M[^"]*)"[^>]*stroke-width="2.2"', svg(data, WIDE))
    assert [stroke.count("L") for stroke in strokes] == [3]


def test_a_break_beside_a_missing_year_is_marked_too() -> None:
    rows = [(2021, "A", 5, "A"), (2023, "A", 9, "A"), (2024, "A", 8, "A")]
    data = replace(chart(rows, kind="garis", **YEARLY), breaks=(("A", "2023"),))
    assert drawn(data).text(cut_label())


# Doubt and gaps


@pytest.mark.parametrize("kind", ["batang", "batang-mendatar"])
def test_a_doubtful_bar_is_hatched_in_its_colour_and_starred(kind: str) -> None:
    data = chart([(2024, "A", 10, "u"), (2024, "B", 7, "A")], kind=kind)
    picture = drawn(data)
    assert [bar.hatched for bar in picture.bars] == [True, False]
    assert {bar.colour for bar in picture.bars} == {look.SERIES[0]}
    assert picture.text("10*")
    assert remarks_of(data) == ("Diarsir dan bertanda *: nilai diragukan.",)


def test_hatching_is_its_own_in_each_drawing_of_a_page(tmp_path: Path) -> None:
    rows = [(2024, "A", 10, "u"), (2024, "B", 7, "u"), (2023, "A", 9, "A"), (2023, "B", 8, "A")]
    data = chart(rows, kind="batang-bertumpuk", **YEARLY)
    drawing = charts.draw_chart(data, Cache(tmp_path))
    ids = re.findall(r'<pattern id="([^"]+)"', drawing.inline)
    assert len(ids) == len(set(ids)) == 4
    assert set(re.findall(r"url\(#([^)]*arsir[^)]*)\)", drawing.inline)) == set(ids)
    assert "--" not in drawing.svg.decode()


def test_a_file_is_hatched_as_well(tmp_path: Path) -> None:
    rows = [(2024, "A", 10, "A"), (2024, "B", 7, "A")]
    sure = charts.draw_chart(chart(rows), Cache(tmp_path))
    doubted = charts.draw_chart(chart([(2024, "A", 10, "u"), rows[1]]), Cache(tmp_path))
    accent = 'fill="#39465a"'
    assert f'<rect width="2.4" height="6" {accent}' in doubted.svg.decode()
    inked = [dark_pixels(drawing.png) for drawing in (sure, doubted)]
    assert 0.3 < inked[1] / inked[0] < 0.85


def test_a_specification_tells_doubt_as_vega_can(tmp_path: Path) -> None:
    drawing = charts.draw_chart(chart([(2024, "A", 10, "u"), (2024, "B", 7, "A")]), Cache(tmp_path))
    told = json.loads(drawing.specification)
    (bars,) = [layer for layer in told["layer"] if layer["mark"]["type"] == "bar"]
    assert bars["encoding"]["fillOpacity"]["condition"]["test"] == "datum.ragu"
    assert bars["encoding"]["strokeDash"]["condition"]["test"] == "datum.ragu"


def dark_pixels(png: bytes) -> int:
    """How many px of a picture are the accent's."""
    with Image.open(BytesIO(png)) as picture:
        colours = picture.convert("RGB").getcolors(picture.width * picture.height) or []
        return sum(count for count, colour in colours if colour == (0x39, 0x46, 0x5A))


def test_the_other_series_of_a_doubtful_year_stay_solid() -> None:
    rows = [(2024, "A", 10, "u"), (2024, "B", 7, "A")]
    picture = drawn(chart(rows, kind="batang-berkelompok", **YEARLY))
    assert sum(bar.hatched for bar in picture.bars) == 1


@WIDTHS
@pytest.mark.parametrize(
    ("status", "words", "remark"),
    [
        ("i", "tidak sahih", ()),
        ("x", "\N{EN DASH}", ("Tanda \N{EN DASH}: tidak ada angka yang dapat digambar.",)),
    ],
)
def test_a_value_that_is_not_there_leaves_words_and_no_bar(
    status: str, words: str, remark: tuple[str, ...], width: str
) -> None:
    rows = [(2023, "A", 4, "A"), (2023, "B", 9, status), (2024, "A", 10, "A"), (2024, "B", 7, "A")]
    data = chart(rows, kind="batang-berkelompok", **YEARLY)
    picture = drawn(data, width)
    assert len(picture.bars) == 3
    assert picture.text(words)
    assert remarks_of(data) == remark


@WIDTHS
@pytest.mark.parametrize("kind", ["batang", "batang-mendatar", "garis"])
def test_what_is_not_valid_keeps_its_place(kind: str, width: str) -> None:
    rows = [(2021, "A", 5, "A"), (2022, "A", 900, "i"), (2023, "A", 9, "A"), (2024, "A", 8, "A")]
    data = chart(rows, kind=kind, axis="tahun")
    assert data.categories == ("2021", "2022", "2023", "2024")
    assert "tidak sahih" in " ".join(text.text for text in drawn(data, width).texts)
    assert drawn(data, width).bars == () if kind == "garis" else len(drawn(data, width).bars) == 3


def test_an_invalid_name_is_drawn_empty_and_told() -> None:
    rows = [(2024, "A", 5, "A"), (2024, "B", 70, "i"), (2024, "C", 9, "A")]
    data = chart(rows, kind="batang-mendatar", by_value=True)
    assert data.categories == ("C", "A", "B")
    assert "tidak sahih" in " ".join(text.text for text in drawn(data).texts)
    assert remarks_of(data) == ("Tidak digambar karena tidak sahih: B.",)
    assert charts.sentence_of(data) == "Pada 2024, C 9 orang dan A 5 orang; angka B tidak ada."


def test_a_bar_of_invalid_parts_says_so() -> None:
    rows = [(2023, "A", 4, "i"), (2023, "B", 9, "i"), (2024, "A", 10, "A"), (2024, "B", 7, "A")]
    picture = drawn(chart(rows, kind="batang-bertumpuk", **YEARLY))
    assert len(picture.bars) == 2
    assert "tidak sahih" in " ".join(text.text for text in picture.texts)


@pytest.mark.parametrize(("status", "told"), [("A", True), ("i", False)])
def test_a_sum_is_told_only_of_known_parts(status: str, told: bool) -> None:
    rows = [(2023, "A", 4, "A"), (2023, "B", 9, status), (2024, "A", 10, "A"), (2024, "B", 7, "A")]
    picture = drawn(chart(rows, kind="batang-bertumpuk", **YEARLY))
    words = [text.text for text in picture.texts]
    assert "17" in words
    assert ("13" in words) is told


# A part inside of its whole

BUDGET = [
    (2023, "Realisasi", 3, "A"),
    (2023, "Anggaran", 9, "A"),
    (2024, "Anggaran", 12, "A"),
    (2024, "Realisasi", 11, "A"),
]
NESTED = {"kind": "batang-dalam-batang", **YEARLY}


@WIDTHS
def test_a_part_lies_inside_of_its_whole_in_one_hue(width: str) -> None:
    picture = drawn(chart(BUDGET, **NESTED), width)
    wholes, parts = ([bar for bar in picture.bars if bar.colour == ink] for ink in (TINT, ACCENT))
    assert len(wholes) == len(parts) == 2
    for whole, part in zip(wholes, parts, strict=True):
        assert (part.left, part.right, part.bottom) == (whole.left, whole.right, whole.bottom)
        assert part.top > whole.top
    assert [text.text for text in picture.texts if text.colour == GROUND] == ["3", "11"]
    for value in ("9", "12"):
        assert not [bar for bar in picture.bars if picture.text(value).meets(bar)]


@WIDTHS
def test_a_part_too_low_for_its_value_has_it_above(width: str) -> None:
    picture = drawn(
        chart([(2024, "Anggaran", 900, "A"), (2024, "Realisasi", 2, "A")], **NESTED), width
    )
    assert picture.text("2").colour == INK
    assert picture.text("2").bottom <= max(picture.bars, key=lambda bar: bar.top).top + 1


@WIDTHS
@pytest.mark.parametrize(
    "rows",
    [
        [(2023, "Anggaran", 900, "A"), (2024, "Anggaran", 3, "A"), (2024, "Realisasi", 2, "A")],
        [(1990 + n, name, 9_000 + n, "A") for n in range(30) for name in ("Anggaran", "Realisasi")],
    ],
)
def test_values_without_room_make_part_and_whole_lie(
    rows: list[tuple[int, str, int, str]], width: str
) -> None:
    picture = drawn(chart(rows, **NESTED), width)
    said = [text.text for text in picture.texts]
    name, _, part, _ = rows[-1]
    whole = next(value for year, what, value, _ in rows if (year, what) == (name, "Anggaran"))
    assert f"{look.number(part)} dari {look.number(whole)}" in said
    assert_labels_are_clear(picture)


@WIDTHS
@pytest.mark.parametrize("lost", ["Anggaran", "Realisasi"])
def test_a_part_or_whole_that_is_not_valid_says_so(lost: str, width: str) -> None:
    rows = [(y, n, v, "i" if (y, n) == (2024, lost) else "A") for y, n, v, _ in BUDGET]
    picture = drawn(chart(rows, **NESTED), width)
    assert len(picture.bars) == 3
    assert picture.text("tidak sahih")


def test_doubt_about_a_whole_is_hatched_in_its_tint() -> None:
    rows = [(y, n, v, "u" if y == 2024 else "A") for y, n, v, _ in BUDGET]
    hatched = [bar.colour for bar in drawn(chart(rows, **NESTED)).bars if bar.hatched]
    assert hatched == [TINT, ACCENT]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([(2024, "A", 3, "A"), (2024, "B", 4, "A"), (2024, "C", 9, "A")], "perlu dua seri"),
        ([(2023, "A", 3, "A"), (2024, "B", 4, "A")], "perlu dua seri"),
        ([(2024, "A", -3, "A"), (2024, "B", 4, "A")], "nilai negatif"),
    ],
)
def test_nothing_lies_inside_of_what_it_is_no_part_of(
    rows: list[tuple[int, str, int, str]], reason: str
) -> None:
    found = prepared(rows, **NESTED)
    assert isinstance(found, Finding)
    assert reason in told(found.message)


# The file


def test_a_file_says_all_that_its_reader_must_know(tmp_path: Path) -> None:
    data = chart(JUMP, kind="garis", **YEARLY)
    data = replace(data, caveats=("Dasar hitung berganti.",))
    drawing = charts.draw_chart(data, Cache(tmp_path))
    words = " ".join(re.findall(">([^<]+)</text>", drawing.svg.decode()))
    for wanted in (
        "Judul",
        drawing.sentence,
        "Satuan: orang.",
        "Titik berongga dan bertanda *: nilai diragukan.",
        "Deret terputus pada 2023 (A)",
        "Dasar hitung berganti.",
        "Sumber: Buku. Data: Dinas Contoh, edisi 1.0.0 (22 November 2026).",
    ):
        assert wanted in words, wanted
    assert "Dasar hitung berganti." in drawing.remarks


def test_a_clean_chart_has_no_remarks() -> None:
    assert remarks_of(STANDING["batang"]) == ()


def test_rates_are_told_from_counts() -> None:
    counts = STANDING["batang"]
    assert shows_counts(counts)
    assert not shows_counts(replace(counts, ratio=True))


# Order

SORTED = [
    ("< 5", "5-9 tahun", "10-59", "60+"),
    ("0 sampai 17 tahun", "18 - 59 Tahun", "60 tahun ke atas"),
    ("Januari", "Mei", "Desember"),
    ("Des 2023", "Jan 2024"),
    ("Senin", "Jum'at", "Minggu"),
    ("Semester I", "Semester II"),
    ("2022", "2024"),
    ("0-4", "5-9", "Lainnya (3)"),
    ("0-11 bulan", "1-4 tahun"),
]


@pytest.mark.parametrize("names", SORTED)
def test_what_everybody_can_order_is_ordered(names: tuple[str, ...]) -> None:
    assert natural_order(names[::-1], by_value=True) == names


@pytest.mark.parametrize(
    "names",
    [("B", "A"), ("10", "2"), ("Golongan II", "Golongan I"), ("5-9", "Hulu"), ("SMP", "SD")],
)
def test_other_names_keep_their_order(names: tuple[str, ...]) -> None:
    assert natural_order(names) is None


def test_schools_may_be_ranked() -> None:
    names = ("S1", "SD", "SMP")
    assert natural_order(names) == ("SD", "SMP", "S1")
    assert natural_order(names, by_value=True) is None


def test_a_ranking_of_ages_stays_in_the_order_of_life() -> None:
    rows = [(2024, "60+", 90, "A"), (2024, "0-17", 5, "A"), (2024, "18-59", 40, "A")]
    assert chart(rows, by_value=True).categories == ("0-17", "18-59", "60+")
