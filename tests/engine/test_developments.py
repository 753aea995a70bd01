"""What changed between two years: which numbers are held against each other, and how it is told."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profil_terbuka.model import BreakRule, Dataset, Note, NoteStatus, Table, Value
from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
from profil_terbuka.reporting.development_table import developments_csv
from profil_terbuka.reporting.developments import (
    Incomparable,
    TableDevelopments,
    catalogue_developments,
    table_developments,
)
from profil_terbuka.reporting.largest import LISTED, YearChanges, changes_by_year
from profil_terbuka.web.changes_page import changes_page

COLUMNS = "tahun, desa, jumlah (orang), status"


def table_of_years(*rows: tuple[Value, ...], columns: str = COLUMNS) -> Table:
    return invented_table(columns, *rows)


def compared(table: Table, **more: object) -> TableDevelopments:
    dataset: Dataset = invented_dataset(table, **more)
    return table_developments(dataset, table, table.schema["jumlah"])


def pairs(found: TableDevelopments) -> list[tuple[object, ...]]:
    return [(item.thing, item.old, item.new) for item in found.developments]


def changes(*rows: tuple[Value, ...], columns: str = COLUMNS) -> YearChanges:
    table = table_of_years(*rows, columns=columns)
    (found,) = changes_by_year(catalogue_developments(invented_catalog(invented_dataset(table))))
    return found


def note(table: Table, **more: object) -> Note:
    fields = {"where": {}, "findings": ()} | more
    return Note(
        "a", table.name, NoteStatus.KEPT, "1", "1", "Begitu.", "Tim", "2026-11-22", **fields
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("status", ["u", "i", "x", "c", "z"])
@pytest.mark.parametrize("year", [2023, 2024])
def test_a_number_that_is_not_sure_in_either_year_is_left_out(status: str, year: int) -> None:
    rows = [(when, "A", 50, status if when == year else "A") for when in (2023, 2024)]
    found = compared(table_of_years(*rows, (2023, "B", 5, "A"), (2024, "B", 6, "A")))
    assert pairs(found) == [(("B",), 5, 6)]
    assert found.unusable == 1


def test_revised_and_provisional_numbers_count_and_the_latter_are_said_to_be() -> None:
    found = compared(table_of_years((2023, "A", 50, "r"), (2024, "A", 60, "p")))
    (item,) = found.developments
    assert (item.old, item.new, item.provisional) == (50, 60, True)


def test_only_the_newest_year_is_held_against_the_one_before() -> None:
    found = compared(table_of_years((2021, "A", 1, "A"), (2023, "A", 2, "A"), (2024, "A", 3, "A")))
    assert pairs(found) == [((), 2, 3)]


@pytest.mark.parametrize(
    ("rows", "barred"),
    [
        (((2024, "A", 3, "A"),), Incomparable.ONE_YEAR),
        (((2021, "A", 3, "A"), (2024, "A", 3, "A")), Incomparable.NOT_ADJACENT),
    ],
)
def test_a_table_without_two_years_in_a_row_says_so(
    rows: tuple[tuple[Value, ...], ...], barred: Incomparable
) -> None:
    found = compared(table_of_years(*rows))
    assert (found.barred, found.developments) == (barred, ())


def test_months_are_not_held_against_each_other() -> None:
    rows = (("2024-S1", "A", 3), ("2024-S2", "A", 3))
    table = invented_table("periode, desa, jumlah (orang)", *rows)
    assert compared(table).barred is Incomparable.NO_WHOLE_YEARS


def test_nothing_is_told_across_a_declared_break() -> None:
    table = table_of_years((2023, "A", 50, "A"), (2024, "A", 60, "A"))
    cut = BreakRule("data", "tahun", "2024", "Cara menghitung lain.")
    found = compared(table, rules=(cut,))
    assert (found.barred, found.reasons) == (
        Incomparable.COUNTED_OTHERWISE,
        ("Cara menghitung lain.",),
    )
    earlier = compared(table, rules=(replace(cut, since="2023"),))
    assert pairs(earlier) == [((), 50, 60)]


def test_a_break_of_some_rows_leaves_the_others() -> None:
    rows = [(year, place, 40, "A") for year in (2023, 2024) for place in "AB"]
    cut = BreakRule("data", "tahun", "2024", "Desa A dimekarkan.", {"desa": ("A",)})
    found = compared(table_of_years(*rows), rules=(cut,))
    assert (pairs(found), found.broken) == ([(("B",), 40, 40)], 1)


def test_a_jump_that_a_note_tells_of_is_no_development() -> None:
    table = table_of_years(*((y, p, n, "A") for y, p, n in ((2023, "A", 9), (2024, "A", 90))))
    told = note(table, where={"tahun": (2024,)}, findings=("lonjakan",))
    assert compared(table, notes=(told,)).broken == 1
    assert pairs(compared(table)) == [((), 9, 90)]


def test_places_in_a_list_do_not_part_what_is_the_same() -> None:
    columns = "tahun, urut, desa, jumlah (orang)"
    table = invented_table(columns, (2023, 1, "A", 4), (2023, 2, "B", 5), (2024, 1, "B", 6))
    fields = tuple(
        replace(field, type="integer") if field.name == "urut" else field
        for field in table.schema.fields
    )
    numbered = replace(table, schema=replace(table.schema, fields=fields))
    found = compared(numbered)
    assert [(item.old, item.new) for item in found.developments] == [(5, 6)]
    assert found.unpaired == 1


def test_a_place_under_another_code_is_another_place() -> None:
    columns = "tahun, kode_desa, desa, jumlah (orang)"
    table = invented_table(columns, (2023, "9.1", "A", 4), (2024, "9.2", "A", 8))
    found = compared(table)
    assert (pairs(found), found.unpaired) == ([], 2)


def test_what_holds_others_is_told_apart_from_its_parts() -> None:
    rows = [
        (year, name, 40 + year - 2023, "A") for year in (2023, 2024) for name in ("A", "Jumlah")
    ]
    found = changes(*rows)
    assert [told.development.thing for told in found.wholes.shown] == [("Jumlah",)]
    assert [told.development.thing for told in found.parts.shown] == [("A",)]


def test_from_one_to_four_is_told_in_numbers() -> None:
    found = changes(
        (2023, "A", 1, "A"), (2023, "B", 40, "A"), (2024, "A", 4, "A"), (2024, "B", 60, "A")
    )
    (few,), (sure,) = found.counts.shown, found.parts.shown
    assert (few.development.thing, few.is_percent, few.difference) == (("A",), False, 3)
    assert sure.development.thing == ("B",)


@pytest.mark.parametrize(("old", "new"), [(0, 30), (30, 0), (20, 90), (-5, -9)])
def test_no_percentage_of_nothing_of_leaps_or_of_what_is_owed(old: int, new: int) -> None:
    found = changes(
        (2023, "A", old, "A"), (2023, "B", 1, "A"), (2024, "A", new, "A"), (2024, "B", 1, "A")
    )
    told = (*found.counts.shown, *found.leaps.shown, *found.parts.shown)
    assert [item.difference for item in told] == [new - old]
    if (old, new) != (30, 0):
        assert not any(item.is_percent for item in told)


def test_what_is_equal_to_the_last_of_the_largest_is_told_too() -> None:
    places = [f"D{number:02}" for number in range(LISTED + 3)]
    rows = [(year, place, 40 * (year - 2022), "A") for year in (2023, 2024) for place in places]
    found = changes(*rows)
    assert (len(found.parts.shown), found.parts.more) == (LISTED + 3, 0)


def test_a_listing_ends_where_too_many_are_equal() -> None:
    places = [f"D{number:03}" for number in range(100)]
    rows = [(year, place, 40 * (year - 2022), "A") for year in (2023, 2024) for place in places]
    found = changes(*rows)
    assert len(found.parts.shown) + found.parts.more == 100
    assert found.parts.more == 75


def test_unchanged_numbers_are_counted_and_not_listed() -> None:
    rows = [(year, place, 40, "A") for year in (2023, 2024) for place in "AB"]
    found = changes(*rows)
    assert (found.total, found.same, found.parts.shown) == (2, 2, ())


def test_the_file_gives_a_percentage_only_where_the_page_does() -> None:
    table = table_of_years(
        *((2023, place, old, "A") for place, old in (("A", 1), ("B", 40), ("C", 40))),
        *((2024, place, new, "A") for place, new in (("A", 4), ("B", 30), ("C", 40))),
    )
    catalog = invented_catalog(invented_dataset(table))
    data = developments_csv(catalog.agency, catalogue_developments(catalog))
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    assert [(row["hal"], row["selisih"], row["persen"], row["bacaan"]) for row in rows] == [
        ("A", "3", "", "angka-kecil"),
        ("B", "-10", "-25.0", "persen"),
        ("C", "0", "", "tetap"),
    ]


def test_the_page_says_both_numbers_and_what_is_left_out() -> None:
    table = table_of_years(
        (2023, "A", 40, "A"), (2023, "B", 9, "u"), (2024, "A", 60, "A"), (2024, "B", 8, "A")
    )
    catalog = invented_catalog(invented_dataset(table))
    html = changes_page(catalog.agency, catalogue_developments(catalog)).html
    assert "naik 50 % dari 2023" in html
    assert "+20 orang" in html
    assert "1 angka kosong, diragukan, atau tidak sahih" in html


def test_an_agency_without_two_years_has_a_page_that_says_so() -> None:
    catalog = invented_catalog(invented_dataset(table_of_years((2024, "A", 40, "A"))))
    html = changes_page(catalog.agency, catalogue_developments(catalog)).html
    assert "Belum ada tabel yang dua tahun terakhirnya dapat dibandingkan" in html
    assert "1 tabel hanya memuat satu tahun" in html


NUMBERS = st.one_of(st.none(), st.integers(-5, 500))
STATUS = st.sampled_from(["A", "r", "p", "u", "i", "x", "c", "z"])


@given(st.lists(st.tuples(st.integers(2021, 2024), st.sampled_from("ABC"), NUMBERS, STATUS)))
def test_whatever_a_table_holds_each_pair_is_two_sure_numbers_of_adjacent_years(
    rows: list[tuple[int, str, int | None, str]],
) -> None:
    unique = {(year, place): (year, place, number, status) for year, place, number, status in rows}
    table = table_of_years(*unique.values())
    if not table.rows:
        return
    found = compared(table)
    for item in found.developments:
        assert item.later.year - item.earlier.year == 1
        assert item.later.year == max(year for year, _ in unique)
        for year, number in ((item.earlier.year, item.old), (item.later.year, item.new)):
            sure = [row for row in unique.values() if row[0] == year and row[2] == number]
            assert any(row[3] in "Arp" for row in sure)
