"""Nothing is added up that does not add up: any table, any additivity, held against plain counting.

The oracle below knows nothing of the engine: it groups rows, adds them where the rules of the
drawn additivity allow it, and lists every number that may be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from invented import AGENCY, dataset_of
from profil_terbuka import charts
from profil_terbuka.charts import sentence_of as sentence
from profil_terbuka.model import (
    Additivity,
    Catalog,
    Dataset,
    Field,
    Role,
    SumRule,
    View,
)
from profil_terbuka.model.findings import Finding
from profil_terbuka.model.products import ChartData
from profil_terbuka.references import Unresolved, quoted_figure
from profil_terbuka.web.cards import card
from profil_terbuka.words.catalogues import text

DIMENSIONS = ("tahun", "semester", "wilayah", "jenis")
TIMES = {"tahun", "semester"}
VALUES = {
    "tahun": (2022, 2023, 2024),
    "semester": ("Semester 1", "Semester 2"),
    "wilayah": ("Dadap", "Duku", "Manggis", "Salak", "Nangka"),
    "jenis": ("Anak", "Dewasa", "Lansia"),
}
STATUSES = ("A", "A", "A", "A", "A", "r", "u", "i", "x", "c")
STACKED = ("batang-bertumpuk", "batang-mendatar")
KINDS = ("batang", "batang-berkelompok", "garis", *STACKED)
Row = tuple[object, ...]


@dataclass(frozen=True)
class Drawn:
    """A table as drawn, and what may be added up in it."""

    rows: tuple[Row, ...]
    additivity: Additivity
    overlapping: tuple[str, ...]

    def adds(self, dimension: str) -> bool:
        """Whether values that differ in this dimension may be added."""
        if self.additivity is Additivity.NON_ADDITIVE or dimension in self.overlapping:
            return False
        return self.additivity is Additivity.ADDITIVE or dimension not in TIMES


def at(row: Row, dimension: str) -> object:
    return row[DIMENSIONS.index(dimension)]


def usable(row: Row) -> bool:
    return row[4] is not None and row[5] in ("A", "r", "u")


@st.composite
def tables(draw: st.DrawFn) -> Drawn:
    """Some rows of every combination, each with a number of its own that is no year or count.

    Often all of one time: a chart without time has sentences of its own.
    """
    one_time = draw(st.booleans())
    held = [VALUES[name][:1] if one_time and name in TIMES else VALUES[name] for name in DIMENSIONS]
    keys = list(product(*held))
    chosen = draw(st.lists(st.sampled_from(keys), min_size=1, max_size=24, unique=True))
    numbers = draw(
        st.lists(st.integers(3000, 90000), min_size=len(chosen), max_size=len(chosen), unique=True)
    )
    rows = []
    for key, value in sorted(zip(chosen, numbers, strict=True)):
        status = draw(st.sampled_from(STATUSES))
        rows.append((*key, None if status in "ixc" else value, status))
    kind = draw(st.sampled_from(list(Additivity)))
    overlapping = ("jenis",) if draw(st.booleans()) and kind is not Additivity.NON_ADDITIVE else ()
    return Drawn(tuple(rows), kind, overlapping)


@st.composite
def filters(draw: st.DrawFn) -> dict[str, tuple[object, ...]]:
    names = draw(st.lists(st.sampled_from(DIMENSIONS), max_size=4, unique=True))
    return {name: (draw(st.sampled_from(VALUES[name])),) for name in names}


def selected(table: Drawn, where: dict[str, tuple[object, ...]]) -> list[Row]:
    return [row for row in table.rows if all(at(row, name) in held for name, held in where.items())]


def groups(rows: Iterable[Row], by: Sequence[str]) -> dict[tuple[object, ...], list[Row]]:
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(at(row, name) for name in by), []).append(row)
    return found


def may_add(table: Drawn, rows: Sequence[Row]) -> bool:
    """Whether these rows make a sum."""
    open_ = [name for name in DIMENSIONS if len({at(row, name) for row in rows}) > 1]
    return all(table.adds(name) for name in open_)


def dataset(table: Drawn, view: View | None = None, whole: bool = False) -> Dataset:
    fields = (
        *(
            Field(
                name,
                name.capitalize(),
                "year" if name == "tahun" else "string",
                "D.",
                Role.DIMENSION,
            )
            for name in DIMENSIONS
        ),
        Field(
            "jumlah",
            "Jumlah",
            "integer",
            "J.",
            Role.MEASURE,
            unit="orang",
            additivity=table.additivity,
            not_across=table.overlapping,
        ),
        Field("status", "Status", "string", "S.", Role.STATUS),
    )
    rules = (SumRule("data", "jumlah", "data", {}),) if whole else ()
    return dataset_of(fields, table.rows, views=(view,) if view else (), rules=rules)


views = st.builds(
    View,
    name=st.just("a"),
    title=st.just("Judul, Kota X"),
    kind=st.sampled_from(KINDS),
    table=st.just("data"),
    axis=st.sampled_from(DIMENSIONS),
    measure=st.just("jumlah"),
    series=st.one_of(st.none(), st.sampled_from(DIMENSIONS)),
    where=filters(),
    by_value=st.booleans(),
)


def is_stacked(view: View) -> bool:
    return view.kind == "batang-bertumpuk" or (
        view.kind == "batang-mendatar" and view.series is not None
    )


def sums(view: View) -> list[tuple[str, ...]]:
    """By which columns the chart adds up rows."""
    by = (view.axis, view.series) if view.series else (view.axis,)
    return [by, (view.axis,)] if is_stacked(view) else [by]


@given(table=tables(), view=views, whole=st.booleans())
def test_a_chart_adds_up_only_what_adds_up(table: Drawn, view: View, whole: bool) -> None:
    assume(view.axis != view.series)
    rows = selected(table, view.where)
    assume(rows)
    found = charts.prepare_chart(view, dataset(table, view, whole))
    allowed = all(may_add(table, group) for by in sums(view) for group in groups(rows, by).values())
    if not allowed:
        assert isinstance(found, Finding)
        assert re.search("belum dipilih|batang bertumpuk menjumlahkan", text(found.message))
        return
    by = sums(view)[0]
    expected = {
        tuple(map(str, key)): sum(row[4] for row in group)
        for key, group in groups(rows, by).items()
        if all(map(usable, group))
    }
    if not expected:
        assert isinstance(found, Finding)
        return
    if isinstance(found, Finding) and "nama beberapa hal" in text(found.message):
        assert looks_nested(table, view.axis) or (view.series and looks_nested(table, view.series))
        return
    assert isinstance(found, ChartData), found
    drawn = {
        (category, series) if view.series else (category,): value
        for category, series, value in found.points()
    }
    blanks = {key: value for key, value in drawn.items() if key not in expected}
    assert {key: drawn[key] for key in expected if key in drawn} == expected
    assert not any(blanks.values())
    if not may_add(table, rows):  # a gap is 0 only where a printed sum leaves nothing for it
        assert all(value is None for value in blanks.values())
    held_against(sentence(found), table, view, rows)


def looks_nested(table: Drawn, name: str) -> bool:
    """Whether most names stand beside one value of another column, as villages do in districts."""
    for other in {"wilayah", "semester", "jenis"} - {name}:
        beside = [
            {at(row, other) for row in group} for (_,), group in groups(table.rows, (name,)).items()
        ]
        if 5 * sum(len(values) == 1 for values in beside) >= 4 * len(beside):
            return True
    return False


def numbers_in(text: str) -> Iterator[float]:
    for found in re.findall(r"\d[\d.]*(?:,\d+)?", text):
        yield float(found.rstrip(".").replace(".", "").replace(",", "."))


def held_against(text: str, table: Drawn, view: View, rows: Sequence[Row]) -> None:
    """Every number of a sentence is a time, a count of rows, or follows from sure values alone."""
    names = " ".join(map(str, (*VALUES["tahun"], *VALUES["semester"])))
    counts = map(float, range(len(table.rows) + 1))
    allowed = {*numbers_in(names), *counts, *sayable(table, view, rows)}
    for number in numbers_in(text):
        assert any(abs(number - other) < 0.051 for other in allowed), (number, text)
    doubtful = {float(row[4]) for row in rows if row[5] == "u"}
    single = [group for group in groups(rows, sums(view)[0]).values() if len(group) == 1]
    alone = {float(group[0][4]) for group in single if group[0][5] == "u"}
    assert not alone & doubtful & set(numbers_in(text)), text


def sayable(table: Drawn, view: View, rows: Sequence[Row]) -> Iterator[float]:
    """Values, the sums that may be made of them, and shares and changes between those."""
    by = sums(view)[0]
    levels = [by, *((name,) for name in by), ()]
    values: list[tuple[frozenset[Row], float]] = []
    for level in dict.fromkeys(levels):
        for group in groups(rows, level).values():
            if all(row[5] in ("A", "r") for row in group) and may_add(table, group):
                values.append((frozenset(group), float(sum(row[4] for row in group))))
    for part, value in values:
        yield value
        for other, whole in values:
            if part < other and whole:
                yield round(100 * value / whole, 1)
            if not part & other and whole:
                yield round(100 * abs(value - whole) / whole, 1)
                yield abs(value - whole)


@given(table=tables(), where=filters())
def test_a_figure_is_a_sum_that_may_be_made_or_none_at_all(
    table: Drawn, where: dict[str, tuple[object, ...]]
) -> None:
    catalog = Catalog(AGENCY, (dataset(table),))
    options = [f"{name}={held[0]}" for name, held in where.items()]
    rows = selected(table, where)
    fine = bool(rows) and all(map(usable, rows)) and may_add(table, rows)
    if not fine:
        with pytest.raises(Unresolved):
            quoted_figure("data", options, catalog)
        return
    found = quoted_figure("data", options, catalog)
    assert found.value == sum(row[4] for row in rows)
    assert found.doubtful == any(row[5] == "u" for row in rows)


@given(table=tables(), where=filters())
def test_a_card_shows_a_sure_sum_and_a_change_between_sure_sums(
    table: Drawn, where: dict[str, tuple[object, ...]]
) -> None:
    catalog = Catalog(AGENCY, (dataset(table),))
    options = [f"{name}={held[0]}" for name, held in where.items()]
    rows = selected(table, where)
    sure = bool(rows) and all(row[5] in ("A", "r") for row in rows) and may_add(table, rows)
    if not sure:
        with pytest.raises(Unresolved):
            card("data", [*options, "label=penerima"], catalog)
        return
    html = card("data", [*options, "label=penerima"], catalog)
    value = sum(row[4] for row in rows)
    shown = f"{value:,}".replace(",", ".")
    assert f">{shown} <" in html
    before = _year_before(table, where)
    told = re.search(r"(naik|turun) ([\d,.]+) % dari", html)
    assert told is None or before
    if told:
        percent = round(100 * abs(value - before) / before, 1)
        assert float(told[2].replace(".", "").replace(",", ".")) == percent


def _year_before(table: Drawn, where: dict[str, tuple[object, ...]]) -> int:
    """The sum of the year before the one asked for; 0 where it may not be told."""
    if "tahun" not in where:
        return 0
    rows = selected(table, {**where, "tahun": (where["tahun"][0] - 1,)})
    sure = bool(rows) and all(row[5] in ("A", "r") for row in rows)
    return sum(row[4] for row in rows) if sure else 0


@given(
    count=st.integers(45, 120),
    kind=st.sampled_from(list(Additivity)),
    seed=st.randoms(use_true_random=False),
)
def test_what_is_gathered_is_no_extreme_and_only_gathered_where_it_adds_up(
    count: int, kind: Additivity, seed: object
) -> None:
    values = seed.sample(range(3000, 90000), count)
    fields = (
        Field("wilayah", "Wilayah", "string", "W.", Role.DIMENSION),
        Field("jumlah", "Jumlah", "integer", "J.", Role.MEASURE, unit="orang", additivity=kind),
    )
    rows = tuple((f"Desa {chr(65 + n % 26)}{'x' * (n // 26)}", v) for n, v in enumerate(values))
    made = dataset_of(fields, rows)
    view = View("a", "Judul", "batang-mendatar", "data", "wilayah", "jumlah", by_value=True)
    data = charts.prepare_chart(view, made)
    assert isinstance(data, ChartData)
    text = sentence(data)
    assert {float(max(values)), float(min(values))} == set(numbers_in(text))
    assert "Lainnya" not in text
    rest = [name for name in data.categories if name.startswith("Lainnya")]
    assert bool(rest) == (kind is not Additivity.NON_ADDITIVE)
    if rest:
        assert sum(value for _, _, value in data.points()) == sum(values)
    assert replace(data, gathered=()) != data
