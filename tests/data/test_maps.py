"""Boundaries, classes of values, and maps: every area drawn, nothing invalid coloured."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from agencies import AGENCIES, catalog_of
from invented import dataset_with, table_of
from profil_terbuka import charts
from profil_terbuka.charts.maps.classes import bands, class_of
from profil_terbuka.model import (
    CellStatus,
    Dataset,
    Denominator,
    Field,
    Role,
    Source,
    View,
)
from profil_terbuka.model.findings import Finding
from profil_terbuka.model.geo import Boundaries, level_of, outline, simplified, upper
from profil_terbuka.model.products import ChartData, Choropleth
from profil_terbuka.read import catalog
from profil_terbuka.read.atlas import PREFIX, boundaries
from profil_terbuka.system.cache import Cache
from profil_terbuka.web.grid import chart_grid
from profil_terbuka.words import numbers
from profil_terbuka.words.catalogues import text
from support import ROOT

REFERENCE = catalog.reference(ROOT)
BUDGET = 8_000
"""Bytes, gzipped, that one map may add to a page."""


def maps() -> list[tuple[Dataset, View]]:
    """Every map of every agency."""
    datasets = (dataset for slug in AGENCIES for dataset in catalog_of(slug).datasets)
    return [(item, view) for item in datasets for view in item.views if view.kind == "peta"]


MAPS = maps()
NAMES = [f"{dataset.slug}/{view.name}" for dataset, view in MAPS]


def drawn(dataset: Dataset, view: View) -> ChartData:
    data = charts.prepare_chart(view, dataset, REFERENCE)
    assert isinstance(data, ChartData), data
    assert data.map is not None
    return data


def regions_known() -> list[str]:
    return [item.coverage.region for item in REFERENCE if item.slug.startswith(PREFIX)]


def shapes_of(region: str) -> Boundaries:
    found = boundaries(region, REFERENCE)
    assert found is not None
    return found


def officially(region: str) -> dict[str, str]:
    """Code and local name of everything inside a region, from the table of region codes."""
    table = next(item for item in REFERENCE if item.slug == "wilayah").main
    return {
        str(code): str(name)
        for code, name in (table.key(row, ("kode", "nama_lokal")) for row in table.rows)
        if level_of(str(code)) > 1 and upper(str(code), 2) == region
    }


def area_km2(code: str, found: Boundaries) -> float:
    """Shoelace on a plane at the equator: both cities lie within three degrees of it."""
    total = 0.0
    for ring in outline(code, found.borders):
        for (x, y), (next_x, next_y) in zip(ring, (*ring[1:], ring[0]), strict=True):
            total += x * next_y - next_x * y
    return total / 2 * 111.32**2


# Boundaries


@pytest.mark.parametrize("region", regions_known())
def test_every_area_has_an_outline_its_own_name_and_a_tile(region: str) -> None:
    found = shapes_of(region)
    assert {area.code: area.name for area in found.areas} == officially(region)
    for area in found.areas:
        assert outline(area.code, found.borders), area.name
        assert area.tile or area.code == region, area.name
    for level in (3, 4):
        tiles = [area.tile for area in found.at_level(level)]
        assert len(set(tiles)) == len(tiles)


@pytest.mark.parametrize("region", regions_known())
def test_areas_are_about_as_large_as_they_should_be(region: str) -> None:
    found = shapes_of(region)
    table = next(item for item in REFERENCE if item.slug == "wilayah").main
    sizes = {str(table.value(row, "kode")): table.value(row, "luas_km2") for row in table.rows}
    for area in found.areas:
        known = float(str(sizes[area.code]))
        assert area_km2(area.code, found) == pytest.approx(known, rel=0.02), area.name


@pytest.mark.parametrize("region", regions_known())
def test_parts_add_up_to_the_whole_without_gaps(region: str) -> None:
    found = shapes_of(region)
    whole = area_km2(region, found)
    for level in (3, 4):
        parts = sum(area_km2(area.code, found) for area in found.at_level(level))
        assert parts == pytest.approx(whole, rel=1e-9)


def test_an_open_line_gives_no_outline() -> None:
    found = shapes_of(regions_known()[0])
    area = found.at_level(4)[0]
    touching = [line for line in found.borders if area.code in (line.left, line.right)]
    assert outline(area.code, found.borders)
    assert outline(area.code, [line for line in found.borders if line is not touching[0]]) == ()


def test_simplifying_keeps_ends_and_corners_that_matter() -> None:
    line = [(0.0, 0.0), (0.001, 0.00001), (0.002, 0.0), (0.002, 0.002)]
    assert simplified(line, 10) == [(0.0, 0.0), (0.002, 0.0), (0.002, 0.002)]
    assert simplified(line, 0.1) == line


# Classes


def test_a_few_different_values_get_a_class_each() -> None:
    assert [band.text for band in bands([0, 2, 2, 1, 0])] == ["0", "1", "2"]


def test_limits_are_round_and_classes_about_equally_full() -> None:
    values = [40, 48, 92, 97, 103, 110, 113, 140, 145, 152, 177, 193, 194, 225, 273, 275, 297, 297]
    values += [313, 343, 430, 517, 553, 632, 642, 659, 777, 1000, 1122]
    chosen = bands(values)
    assert [band.text for band in chosen] == [
        "40\N{EN DASH}139",
        "140\N{EN DASH}199",
        "200\N{EN DASH}299",
        "300\N{EN DASH}599",
        "600\N{EN DASH}1.122",
    ]
    sizes = [sum(class_of(value, chosen) == index for value in values) for index in range(5)]
    assert max(sizes) - min(sizes) <= 2


def test_a_value_on_a_limit_belongs_to_the_class_that_begins_there() -> None:
    chosen = bands(list(range(0, 200, 10)))
    for index, band in enumerate(chosen):
        assert class_of(band.low, chosen) == index


def test_many_equal_values_do_not_break_the_classes() -> None:
    chosen = bands([0] * 20 + [1, 2, 3, 4, 5, 60])
    lows = [band.low for band in chosen]
    assert lows == sorted(set(lows))
    assert chosen[-1].text.endswith("60")


def test_decimals_leave_no_doubt_about_the_limit() -> None:
    chosen = bands([0.5, 1.25, 2.5, 3.75, 4.5, 5.25, 7.5, 9.75])
    assert chosen[0].text == f"0,5 sampai di bawah {str(chosen[1].low).replace('.', ',')}"


# Drawing


@pytest.mark.parametrize(("dataset", "view"), MAPS, ids=NAMES)
def test_a_map_shows_every_area_of_its_level(dataset: Dataset, view: View, tmp_path: Path) -> None:
    data = drawn(dataset, view)
    region_map = cast(Choropleth, data.map)
    level = level_of(region_map.regions[0].code)
    expected = shapes_of(dataset.coverage.region).at_level(level)
    assert {region.code for region in region_map.regions} == {area.code for area in expected}
    inline = charts.draw_chart(data, Cache(tmp_path)).inline
    assert inline.count("<title>") == 2 * len(expected)
    for region in region_map.regions:
        assert inline.count(f"<title>{region.name}") >= 2


@pytest.mark.parametrize(("dataset", "view"), MAPS, ids=NAMES)
def test_a_map_stays_light(dataset: Dataset, view: View, tmp_path: Path) -> None:
    inline = charts.draw_chart(drawn(dataset, view), Cache(tmp_path)).inline
    assert len(gzip.compress(inline.encode(), mtime=0)) <= BUDGET


@pytest.mark.parametrize(("dataset", "view"), MAPS, ids=NAMES)
def test_a_map_says_that_its_lines_are_not_official(
    dataset: Dataset, view: View, tmp_path: Path
) -> None:
    drawing = charts.draw_chart(drawn(dataset, view), Cache(tmp_path))
    assert "Batas indikatif, bukan batas resmi. Batas: cahyadsn/wilayah" in drawing.inline
    words = " ".join(re.findall(">([^<]+)</text>", drawing.svg.decode()))
    assert "Batas indikatif, bukan batas resmi. Batas: cahyadsn/wilayah" in words


def example() -> ChartData:
    return drawn(*MAPS[0])


def altered(data: ChartData, place: int, value: float | None, status: CellStatus) -> ChartData:
    region_map = cast(Choropleth, data.map)
    regions = list(region_map.regions)
    regions[place] = replace(regions[place], value=value, status=status)
    return replace(data, map=replace(region_map, regions=tuple(regions)))


@pytest.mark.parametrize("status", [CellStatus.INVALID, CellStatus.WITHHELD, CellStatus.MISSING])
def test_areas_without_a_valid_value_are_hatched_and_explained(
    status: CellStatus, tmp_path: Path
) -> None:
    data = altered(example(), 3, None, status)
    inline = charts.draw_chart(data, Cache(tmp_path)).inline
    hatched = f'fill="url(#{data.slug}-{data.view.name}-kosong)"'
    assert inline.count(hatched) == 3  # on the map, among the tiles, in the legend
    assert hatched not in charts.draw_chart(example(), Cache(tmp_path)).inline


@pytest.mark.parametrize("status", ["i", "c", "x"])
def test_values_that_do_not_count_never_reach_a_map(status: str) -> None:
    dataset, view = next(item for item in MAPS if item[0].slug == "pkh")
    table = dataset.table(view.table)
    column, state = table.schema.position[view.measure], table.schema.position["status"]
    number, row = next(iter(table.select(view.where)))
    cells = list(row)
    cells[state], value = status, cells[column]
    rows = (*table.rows[: number - 2], tuple(cells), *table.rows[number - 1 :])
    tables = (replace(table, rows=rows), *(item for item in dataset.tables if item is not table))
    data = drawn(replace(dataset, tables=tables), view)
    region = next(item for item in cast(Choropleth, data.map).regions if item.code in row)
    assert value is not None
    assert (region.value, region.status) == (None, CellStatus(status))
    assert data.values[-1] == (None,)
    assert f"di antara {len(data.values) - 1} " in charts.sentence_of(data)
    assert "paling sedikit" not in charts.sentence_of(data)


def test_a_year_without_valid_values_is_refused() -> None:
    dataset, view = next(item for item in MAPS if item[0].slug == "pkh")
    assert not isinstance(
        charts.prepare_chart(replace(view, where={"tahun": (2021,)}), dataset, REFERENCE), ChartData
    )


def test_doubtful_values_are_coloured_and_marked(tmp_path: Path) -> None:
    dataset, view = next(item for item in MAPS if item[0].slug == "pkh")
    data = drawn(dataset, replace(view, where={"tahun": (2024,)}))
    assert data.doubtful
    inline = charts.draw_chart(data, Cache(tmp_path)).inline
    assert f"url(#{data.slug}-{data.view.name}-ragu)" in inline
    assert "diragukan (*)" in inline
    assert "*</text>" in inline


def test_the_stray_row_of_another_district_is_not_on_the_map() -> None:
    dataset, view = next(item for item in MAPS if item[0].slug == "pbi")
    data = drawn(dataset, view)
    table = dataset.table(view.table)
    twice = [row for _, row in table.select({"tahun": (2024,), "kelurahan": ("Sungai Jawi",)})]
    assert len(twice) == 2
    shown = dict(zip(data.categories, data.values, strict=True))["Sungai Jawi"]
    right = next(row for row in twice if table.value(row, "kecamatan") == "Pontianak Kota")
    assert shown == (table.value(right, "jumlah"),)


def test_the_same_map_is_the_same_bytes(tmp_path: Path) -> None:
    one, two = (charts.draw_chart(example(), Cache(tmp_path / name)) for name in "ab")
    assert one == two
    again = Cache(tmp_path / "a")
    charts.draw_chart(example(), again)
    assert again.made == {}


def test_names_from_data_are_escaped(tmp_path: Path) -> None:
    data = example()
    region_map = cast(Choropleth, data.map)
    evil = replace(region_map.regions[0], name="<script>x</script>")
    data = replace(data, map=replace(region_map, regions=(evil, *region_map.regions[1:])))
    drawing = charts.draw_chart(data, Cache(tmp_path))
    assert "<script" not in drawing.inline
    assert b"<script" not in drawing.svg


# Rates


def population(*rows: tuple[str, int | None]) -> Dataset:
    """A dataset of invented inhabitants of each region."""
    fields = (
        Field("tahun", "Tahun", "year", "Tahun.", Role.DIMENSION),
        Field("kode", "Kode", "string", "Kode.", Role.CODE, labels="nama"),
        Field("jumlah", "Jumlah", "integer", "Jumlah.", Role.MEASURE, unit="jiwa"),
    )
    table = table_of(fields, ((2024, code, value) for code, value in rows), "penduduk")
    source = Source("Sensus Contoh", "1", "A")
    return dataset_with(table, title="Penduduk contoh", sources=(source,))


def per_thousand() -> tuple[Dataset, View, list[str]]:
    """A map of counts that asks for rates, and the codes of its regions."""
    dataset, view = next(item for item in MAPS if item[0].slug == "pkh")
    view = replace(view, where={**view.where, "tahun": (2024,)})
    by = Denominator("penduduk/penduduk", "jumlah", 1000)
    codes = [region.code for region in cast(Choropleth, drawn(dataset, view).map).regions]
    return dataset, replace(view, denominator=by), codes


def test_rates_are_coloured_and_counts_stay_in_reach(tmp_path: Path) -> None:
    dataset, view, codes = per_thousand()
    people = population(*((code, 1000 * (place + 1)) for place, code in enumerate(codes)))
    data = charts.prepare_chart(view, dataset, (*REFERENCE, people))
    assert isinstance(data, ChartData), data
    counts = {
        item.code: item
        for item in cast(Choropleth, drawn(dataset, replace(view, denominator=None)).map).regions
    }
    region = cast(Choropleth, data.map).regions[0]
    assert region.value == pytest.approx(1000 * region.count / region.base, abs=0.05)
    assert region.count == counts[region.code].value
    assert data.unit == "KPM per 1.000 jiwa"
    assert data.caveats == ("Pembagi: Penduduk contoh (Sensus Contoh).",)
    drawing = charts.draw_chart(data, Cache(tmp_path))
    assert (
        f"({numbers.number(region.count)} KPM, {numbers.number(region.base)} jiwa)"
        in drawing.inline
    )
    assert "bukan perbandingan" not in drawing.inline + drawing.svg.decode() + str(drawing.remarks)
    assert [head.text for head in chart_grid(data).headings][-2:] == ["KPM", "jiwa"]


def test_a_map_of_counts_says_so(tmp_path: Path) -> None:
    drawing = charts.draw_chart(example(), Cache(tmp_path))
    assert "(jumlah, bukan per penduduk)" in drawing.inline
    assert any("bukan perbandingan" in remark for remark in drawing.remarks)
    words = " ".join(re.findall(">([^<]+)</text>", drawing.svg.decode()))
    assert "bukan perbandingan" in words


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda rows: rows[1:], "tidak ada"),
        (lambda rows: [*rows, rows[0]], "ada 2 baris"),
        (lambda rows: [(rows[0][0], None), *rows[1:]], "tidak punya angka yang sah"),
        (lambda rows: [(rows[0][0], 0), *rows[1:]], "nol atau kurang"),
    ],
)
def test_a_region_without_a_divisor_is_a_finding(change: Callable, reason: str) -> None:
    dataset, view, codes = per_thousand()
    people = population(*change([(code, 900) for code in codes]))
    found = charts.prepare_chart(view, dataset, (*REFERENCE, people))
    assert isinstance(found, Finding)
    assert reason in text(found.message)


@pytest.mark.parametrize(
    "by",
    [
        Denominator("penduduk/pendudk", "jumlah", 1000),
        Denominator("penduduk/penduduk", "jumlh", 1000),
    ],
)
def test_an_unknown_divisor_is_a_finding_that_helps(by: Denominator) -> None:
    dataset, view, codes = per_thousand()
    people = population(*((code, 900) for code in codes))
    found = charts.prepare_chart(replace(view, denominator=by), dataset, (*REFERENCE, people))
    assert isinstance(found, Finding)
    assert "Mungkin" in text(found.message)
