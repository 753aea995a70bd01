"""A doubtful value carries its doubt wherever it is shown, and leads nothing.

Rows and statuses are drawn; who is doubtful is counted here, by plain loops over the rows.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import AGENCY, dataset_of
from profil_terbuka import charts
from profil_terbuka.comparison.snapshot import take_snapshot
from profil_terbuka.model import (
    Additivity,
    Catalog,
    CellStatus,
    Comparable,
    Field,
    Role,
    View,
)
from profil_terbuka.model.products import ChartData
from profil_terbuka.publish.search import records
from profil_terbuka.publish.search.record import FIGURE
from profil_terbuka.quality.criteria import DOUBTFUL
from profil_terbuka.quality.figures import figure_measurements
from profil_terbuka.references import Unresolved, quoted_figure
from profil_terbuka.references.figure import key_figure
from profil_terbuka.web.grid import Reader
from profil_terbuka.web.ranking import LEAST_THINGS, ranking

REPORTS: Any = {"unit": "laporan", "additivity": Additivity.ADDITIVE}
"""A measure that adds up across everything."""
FIELDS = (
    Field("tahun", "Tahun", "year", "T.", Role.DIMENSION),
    Field("nama", "Nama", "string", "N.", Role.DIMENSION),
    Field("jumlah", "Jumlah", "integer", "J.", Role.MEASURE, **REPORTS),
    Field("status", "Status", "string", "S.", Role.STATUS),
)
YEARS = (2023, 2024)
COUNTING = ("A", "r", "u", "p")
Row = tuple[int, str, int | None, str]


@st.composite
def tables(draw: st.DrawFn, things: int = 4, statuses: Sequence[str] = tuple(CellStatus)) -> list:
    """One row for each thing and year, each with a number of its own."""
    names = [f"Hal {chr(65 + n)}" for n in range(things)]
    keys = [(year, name) for year in YEARS for name in names]
    size = {"min_size": len(keys), "max_size": len(keys)}
    numbers = draw(st.lists(st.integers(100, 99_000), unique=True, **size))
    marks = draw(st.lists(st.sampled_from(statuses), **size))
    return [
        (*key, value if mark in COUNTING else None, str(mark))
        for key, value, mark in zip(keys, numbers, marks, strict=True)
    ]


def catalog_with(rows: list[Row]) -> Catalog:
    return Catalog(AGENCY, (dataset_of(FIELDS, rows),))


def chosen(rows: list[Row], year: int) -> list[Row]:
    return [row for row in rows if row[0] == year]


@given(tables())
def test_a_chart_stars_each_value_that_a_doubtful_row_is_part_of(rows: list[Row]) -> None:
    view = View("a", "Judul", "garis", "data", "tahun", "jumlah", series="nama")
    data = charts.prepare_chart(view, dataset_of(FIELDS, rows))
    if not isinstance(data, ChartData):
        assert not [row for row in rows if row[3] in COUNTING]
        return
    doubtful = {(str(row[0]), row[1]) for row in rows if row[3] == "u"}
    assert set(data.doubtful) == doubtful
    for category in data.categories:
        for series in data.series:
            assert data.star(category, series) == ("*" if (category, series) in doubtful else "")


@given(tables())
def test_a_doubtful_part_makes_the_sum_of_a_chart_doubtful(rows: list[Row]) -> None:
    view = View("a", "Judul", "garis", "data", "tahun", "jumlah")
    data = charts.prepare_chart(view, dataset_of(FIELDS, rows))
    whole = {year for year in YEARS if all(row[3] in COUNTING for row in chosen(rows, year))}
    expected = {str(y) for y in whole if any(row[3] == "u" for row in chosen(rows, y))}
    found = {category for category, _ in data.doubtful} if isinstance(data, ChartData) else set()
    assert found == expected


@given(tables(statuses=COUNTING))
def test_a_sentence_says_no_doubtful_number(rows: list[Row]) -> None:
    view = View("a", "Judul", "batang", "data", "nama", "jumlah", where={"tahun": (2024,)})
    data = charts.prepare_chart(view, dataset_of(FIELDS, rows))
    assert isinstance(data, ChartData)
    said = charts.sentence_of(data)
    for row in chosen(rows, 2024):
        if row[3] == "u":
            assert f"{row[2]:,}".replace(",", ".") not in said
    sure = [row for row in chosen(rows, 2024) if row[3] != "u"]
    if len(sure) == len(chosen(rows, 2024)):
        top = max(sure, key=lambda row: row[2] or 0)
        assert f"{top[2]:,}".replace(",", ".") in said


@given(tables())
def test_a_figure_in_the_prose_says_that_it_is_doubtful_and_no_card_shows_it(
    rows: list[Row],
) -> None:
    whole = catalog_with(rows)
    own = chosen(rows, 2024)
    if not all(row[3] in COUNTING for row in own):
        with pytest.raises(Unresolved):
            quoted_figure("data", ["tahun=2024"], whole)
        return
    found = quoted_figure("data", ["tahun=2024"], whole)
    doubtful, early = (any(row[3] == mark for row in own) for mark in ("u", "p"))
    assert (found.doubtful, found.provisional) == (doubtful, early)
    assert found.mark == (" (diragukan)" if doubtful else " (sementara)" if early else "")
    if doubtful:
        with pytest.raises(Unresolved, match="diragukan"):
            key_figure("data", ["tahun=2024"], whole)
    else:
        assert key_figure("data", ["tahun=2024"], whole) == found


@given(tables())
def test_what_the_portal_compares_keeps_its_doubt(rows: list[Row]) -> None:
    claim = Comparable(
        "konsep", "data", "yang dicatat", True, "-", "Tim", "2026-01-02", "jumlah", time="tahun"
    )
    dataset = dataset_of(FIELDS, rows, comparables=(claim,))
    taken = take_snapshot(Catalog(AGENCY, (dataset,)), (), ())
    seen = {item.year: item for item in taken.contributions[0].observations}
    for year in YEARS:
        own = chosen(rows, year)
        assert seen[year].doubtful == any(row[3] == "u" for row in own)
        counted = all(row[3] in COUNTING for row in own)
        assert seen[year].value == (sum(row[2] or 0 for row in own) if counted else None)


@given(tables())
def test_search_tells_the_doubt_of_each_figure(rows: list[Row]) -> None:
    told: dict[str, list] = {}
    for record in records(catalog_with(rows)):
        if record.kind == FIGURE:
            told[record.title] = json.loads(record.meta["nilai"])
    expected: dict[str, dict[str, str]] = defaultdict(dict)
    word = {"u": "diragukan", "p": "sementara"}
    for year, name, _, status in rows:
        if status in COUNTING:
            expected[name][str(year)] = word.get(status, "")
    assert {name: {y: mark for y, _, mark in found} for name, found in told.items()} == expected
    for found in told.values():
        assert [y for y, _, _ in found] == sorted((y for y, _, _ in found), reverse=True)


@given(tables(things=LEAST_THINGS, statuses=("A", "A", "A", "r", "u")))
def test_a_ranking_ranks_sure_values_only_and_compares_with_sure_ones(rows: list[Row]) -> None:
    dataset = dataset_of(FIELDS, rows)
    made = ranking(Reader(dataset.main), dataset)
    assert made is not None
    by_name = {year: {row[1]: row for row in chosen(rows, year)} for year in YEARS}
    new, old = by_name[2024], by_name[2023]
    sure = sorted((row for row in new.values() if row[3] != "u"), key=lambda row: -(row[2] or 0))
    places = {row[1]: n for n, row in enumerate(sure, start=1)}
    assert [cells[1].text for cells in made.rows[: len(sure)]] == [row[1] for row in sure]
    for cells in made.rows:
        name = cells[1].text
        assert cells[0].text == str(places.get(name, "\N{EM DASH}"))
        doubt = "u" in (new[name][3], old[name][3])
        assert (cells[4].text == "") == doubt
        if not doubt:
            change = (new[name][2] or 0) - (old[name][2] or 0)
            shown = cells[4].text.replace("\N{MINUS SIGN}", "-").replace("+", "").replace(".", "")
            assert int(shown) == change
    doubted = any(row[3] == "u" for row in new.values())
    assert ("yang tidak diragukan" in made.title) == doubted


@given(tables())
def test_quality_counts_the_doubtful_and_is_met_only_without_any(rows: list[Row]) -> None:
    doubtful = sum(row[3] in ("u", "i") for row in rows)
    (measured,) = (
        item for item in figure_measurements(dataset_of(FIELDS, rows)) if item.criterion is DOUBTFUL
    )
    assert measured.met == (doubtful == 0)
    assert measured.value == pytest.approx(doubtful / len(rows), abs=0.0051)
