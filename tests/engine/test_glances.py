"""What a glance at a long table clears holds nothing: the same is found as in a short one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profil_terbuka import check
from profil_terbuka.check.kinds import jumps
from profil_terbuka.check.panel import number_panels
from profil_terbuka.model import Catalog, Value, tables
from profil_terbuka.model.findings import Finding
from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
from support import examples

NEVER = 10**9
UNITS = ("orang", "panti", "persen", "rupiah", "KK", "laporan")
STATUSES = ("A",) * 12 + ("u", "i", "c", "r")
YEARS = tuple(range(2018, 2024))
GROUPS = ("Utara", "Selatan")
THINGS = ("Mawar", "Melati", "Dahlia", "Kenanga", "Teratai", "Jumlah")

Row = tuple[Value, ...]


@st.composite
def series(draw: st.DrawFn) -> list[int | None]:
    """What one thing counts from year to year: steady, growing, copied, jumping or missing."""
    level = draw(st.sampled_from((0, 3, 12, 40, 120, 1500, 123_457)))
    numbers: list[int | None] = []
    for _ in YEARS:
        kind = draw(st.sampled_from(("same", "near", "near", "near", "jump", "blip", "none")))
        if kind == "near":
            level += draw(st.integers(-max(1, level // 12), max(1, level // 12)))
        elif kind == "jump":
            level = draw(st.sampled_from((level * 5, level // 5, level * 2, level + 400)))
        odd = {"none": None, "blip": draw(st.sampled_from((0, level * 4, level // 3)))}
        numbers.append(odd.get(kind, level))
    return numbers


@st.composite
def measured(draw: st.DrawFn, name: str) -> tuple[str, list[Row]]:
    """The columns of a table and its rows, a few of them twice or marked."""
    unit = draw(st.sampled_from(UNITS))
    grouped = draw(st.booleans())
    things = [(group, thing) for group in GROUPS for thing in THINGS[: draw(st.integers(3, 6))]]
    rows: list[Row] = []
    for group, thing in things:
        for year, number in zip(YEARS, draw(series()), strict=True):
            status = draw(st.sampled_from(STATUSES))
            if draw(st.integers(0, 14)) or number is None:
                rows.append((year, group, thing, number, status))
    if draw(st.booleans()):
        rows += draw(st.lists(st.sampled_from(rows), max_size=2))
    if not grouped:
        rows = [(year, f"{group} {thing}", *rest) for year, group, thing, *rest in rows]
    columns = "kecamatan, desa" if grouped else "desa"
    return f"tahun, {columns}, {name} ({unit}), status", draw(st.permutations(rows))


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Two tables about the same things; sometimes one repeats the other."""
    columns, rows = draw(measured("jumlah"))
    one = invented_table(columns, *rows, name="satu")
    if draw(st.booleans()):
        columns, rows = draw(measured("jumlah"))
    other = invented_table(columns, *rows, name="dua")
    return invented_catalog(
        invented_dataset(one, slug="satu", file="satu/datapackage.json"),
        invented_dataset(other, slug="dua", file="dua/datapackage.json"),
    )


def found(catalog: Catalog, many: int) -> tuple[Finding, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "MANY_ROWS", many)
        return check.run(catalog).findings


@given(catalog=catalogs())
@settings(max_examples=examples(40), deadline=None)
def test_the_same_is_found_at_a_glance(catalog: Catalog) -> None:
    assert found(catalog, 0) == found(catalog, NEVER)


def regular() -> dict[tuple[str, int], int | None]:
    """Things that keep their order and grow by a tenth a year, none like another."""
    levels = {thing: 200 + 90 * at for at, thing in enumerate(THINGS[:5])}
    return {
        (thing, year): level + (year - YEARS[0]) * (level // 10) + year % 3
        for thing, level in levels.items()
        for year in YEARS
    }


def damaged(**changes: int | None) -> Catalog:
    """A regular table in which some numbers are others: Mawar_2020=7."""
    numbers = regular()
    for place, number in changes.items():
        thing, _, year = place.partition("_")
        numbers[thing, int(year)] = number
    rows = [(year, thing, number, "A") for (thing, year), number in numbers.items()]
    table = invented_table("tahun, desa, jumlah (orang), status", *rows)
    return invented_catalog(invented_dataset(table))


def year_as(year: int, other: int, *things: str) -> dict[str, int | None]:
    """The numbers of another year in a year."""
    numbers = regular()
    return {f"{thing}_{year}": numbers[thing, other] for thing in things}


DAMAGES: dict[str, dict[str, int | None]] = {
    "lonjakan": {"Mawar_2023": 3000},
    "naik-turun": {"Mawar_2020": 110, "Mawar_2021": 300},
    "nilai-terbawa": year_as(2021, 2020, "Kenanga"),
    "tahun-kembar": year_as(2021, 2019, *THINGS[:5]),
    "nilai-kembar": {"Mawar_2020": 1_234_567, "Dahlia_2019": 1_234_567},
    "deret-tetap": {f"Melati_{year}": 290 for year in YEARS},
    "urutan-teracak": {
        f"{thing}_2021": regular()[other, 2021]
        for thing, other in zip(THINGS[:5], reversed(THINGS[:5]), strict=True)
    },
    "total-di-antara-rincian": {
        "Mawar_2020": sum(regular()[thing, 2020] or 0 for thing in THINGS[1:5])
    },
}


@pytest.mark.parametrize("code", DAMAGES)
def test_a_glance_does_not_clear_what_is_damaged(code: str) -> None:
    catalog = damaged(**DAMAGES[code])
    of_all = found(catalog, NEVER)
    assert code in {finding.code.name for finding in of_all}
    assert found(catalog, 0) == of_all


def test_of_a_regular_table_a_glance_clears_everything() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "MANY_ROWS", 0)
        [panel] = number_panels(damaged())
        assert list(jumps.jumps(panel)) == []
        assert "points" not in vars(panel), "no value was looked at by itself"
