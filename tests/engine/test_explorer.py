"""What the explorer of a dataset's page may say: sums, shares, changes, statuses, order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from invented import AGENCY, dataset_with
from profil_terbuka.explorer import cube, explore
from profil_terbuka.model import (
    BreakRule,
    CellStatus,
    Dataset,
    Note,
    NoteStatus,
    SumRule,
    Table,
)
from profil_terbuka.model.invented import invented_dataset, invented_table
from profil_terbuka.web.dataset import Exhibits, dataset_page

PLACES = "tahun, kode_kecamatan, kecamatan, kode_kelurahan, kelurahan, jumlah (orang), status"
VILLAGES = (
    ("99.01.01", "Utara", "99.01.01.1001", "Batu"),
    ("99.01.01", "Utara", "99.01.01.1002", "Pasir"),
    ("99.01.02", "Barat", "99.01.02.1001", "Rawa"),
    ("99.01.02", "Barat", "99.01.02.1002", "Bukit"),
)


def villages(*values: object, year: int = 2024, status: str = "A") -> list[tuple]:
    return [(year, *place, value, status) for place, value in zip(VILLAGES, values, strict=True)]


def told(*tables: Table, **more: Any) -> dict[str, Any]:
    """What the explorer of a dataset of these tables loads."""
    return json.loads(explore(invented_dataset(*tables, **more), ()).data)


def found(document: dict[str, Any], *keys: str, period: int = 0, what: str = "nilai") -> Any:
    """What stands at the place with these keys, one an axis, in the first table and measure."""
    table = document["tabel"][0]
    place = 0
    for axis, key in zip(table["sumbu"], keys, strict=True):
        names = [item[0] for item in axis["butir"]]
        place = place * len(names) + names.index(key)
    periods = len(table["waktu"]["nilai"]) if table["waktu"] else 1
    return table["ukuran"][0][what][place * periods + period]


def shares(document: dict[str, Any], level: str, *keys: str, period: int = 0) -> str:
    flat = {**document["tabel"][0]["ukuran"][0]["bagi"]}
    holder = json.loads(json.dumps(document))
    holder["tabel"][0]["ukuran"][0]["bagi"] = flat[level]
    return str(found(holder, *keys, period=period, what="bagi"))


def test_villages_lie_within_their_districts_in_table_order() -> None:
    document = told(invented_table(PLACES, *villages(3, 4, 5, 6)))
    (axis,) = document["tabel"][0]["sumbu"]
    assert [(item[1], item[2], item[3]) for item in axis["butir"]][1:] == [
        ("Utara", 1, 0),
        ("Batu", 2, 1),
        ("Pasir", 2, 1),
        ("Barat", 1, 0),
        ("Rawa", 2, 4),
        ("Bukit", 2, 4),
    ]
    assert axis["tingkat"] == ["Kecamatan", "Kelurahan"]
    assert axis["wilayah"]


def test_what_is_complete_is_added_up_and_marked_as_our_sum() -> None:
    document = told(invented_table(PLACES, *villages(30, 40, 50, 60)))
    assert found(document, "utara") == 70
    assert found(document, "semua") == 180
    assert found(document, "semua", what="asal") == "h"
    assert found(document, "batu", what="asal") == "d"


def test_a_withheld_part_leaves_its_whole_without_a_number() -> None:
    rows = [*villages(30, None, 50, 60)]
    rows[1] = (*rows[1][:-1], "c")
    document = told(invented_table(PLACES, *rows))
    assert found(document, "pasir") is None
    assert found(document, "utara") is None
    assert found(document, "utara", what="status") == "c"
    assert found(document, "semua") is None
    assert found(document, "barat") == 110
    assert shares(document, "0:2", "utara") == "c"


@given(st.lists(st.sampled_from("Aruixczp"), min_size=4, max_size=4), st.integers(0, 10**9))
def test_no_value_is_told_that_its_status_hides(letters: Sequence[str], value: int) -> None:
    """Not even where a careless table still holds one."""
    rows = [
        (*row[:-1], letter) for row, letter in zip(villages(*[value] * 4), letters, strict=True)
    ]
    document = explore(invented_dataset(invented_table(PLACES, *rows)), ())
    if not document.data:
        return
    measure = json.loads(document.data)["tabel"][0]["ukuran"][0]
    for shown, letter in zip(measure["nilai"], measure["status"], strict=True):
        hidden = letter == "." or not CellStatus(letter).counts
        assert (shown is None) == hidden


@given(st.lists(st.one_of(st.none(), st.integers(-50, 10**6)), min_size=8, max_size=8))
def test_shares_are_told_only_of_what_adds_up(values: Sequence[int | None]) -> None:
    rows = [*villages(*values[:4]), *villages(*values[4:], year=2023)]
    offered = explore(invented_dataset(invented_table(PLACES, *rows)), ())
    if not offered.data:
        return
    document = json.loads(offered.data)
    for period, level in product(range(2), ("0:1", "0:2")):
        parts = ["utara", "barat"] if level == "0:1" else ["batu", "pasir", "rawa", "bukit"]
        known = [found(document, part, period=period) for part in parts]
        if shares(document, level, "semua", period=period) == "1":
            assert None not in known
            assert min(known) >= 0
            assert sum(known) == found(document, "semua", period=period)


def with_totals(*rows: tuple) -> tuple[Table, Table, SumRule]:
    totals = invented_table(
        "tahun, tingkat, kode_wilayah, wilayah, jumlah (orang), status", *rows, name="data-total"
    )
    where = {"tingkat": ("kecamatan",)}
    by = {"tahun": "tahun", "kode_kecamatan": "kode_wilayah"}
    return (
        invented_table(PLACES, *villages(30, 40, 50, 60)),
        totals,
        SumRule("data", "jumlah", "data-total", by, where),
    )


def test_printed_totals_stand_at_their_places_and_are_no_table_of_their_own() -> None:
    rows = [(2024, "kecamatan", "99.01.01", "Utara", 70, "A")]
    detail, totals, rule = with_totals(*rows, (2024, "kecamatan", "99.01.02", "Barat", 110, "A"))
    document = told(detail, totals, rules=(rule,))
    assert [table["nama"] for table in document["tabel"]] == ["data"]
    assert found(document, "utara", what="asal") == "t"
    assert found(document, "semua") == 180


def test_nothing_is_added_up_where_a_printed_total_contradicts_its_parts() -> None:
    rows = [(2024, "kecamatan", "99.01.01", "Utara", 71, "A")]
    detail, totals, rule = with_totals(*rows, (2024, "kecamatan", "99.01.02", "Barat", 110, "A"))
    document = told(detail, totals, rules=(rule,))
    assert found(document, "utara") == 71
    assert found(document, "semua") is None
    assert shares(document, "0:2", "utara") == "s"


def test_a_percentage_makes_no_sum_and_no_shares_and_says_why() -> None:
    rows = [(2024, name, value) for name, value in (("A", 20), ("B", 30), ("C", 40))]
    document = told(invented_table("tahun, jenis, tingkat_miskin (persen)", *rows))
    measure = document["tabel"][0]["ukuran"][0]
    assert found(document, "semua", what="status") == "."
    assert measure["rasio"]
    assert "tidak dapat dijumlahkan" in measure["alasan"]["0"]
    assert "`" not in measure["alasan"]["0"]


def test_categories_that_overlap_are_ranked_and_not_added_up() -> None:
    rows = [(2024, name, value) for name, value in (("A", 20), ("B", 30), ("C", 40))]
    table = invented_table("tahun, jenis, jumlah (orang)", *rows)
    fields = tuple(
        replace(field, not_across=("jenis",)) if field.name == "jumlah" else field
        for field in table.schema.fields
    )
    measure = told(replace(table, schema=replace(table.schema, fields=fields)))["tabel"][0][
        "ukuran"
    ][0]
    assert measure["nilai"][0] is None
    assert measure["unggul"] == [True]


def test_plans_and_what_became_of_them_have_no_largest() -> None:
    rows = [(year, kind, 10**9) for year in (2023, 2024) for kind in ("Anggaran", "Realisasi")]
    measure = told(invented_table("tahun, jenis, jumlah (rupiah)", *rows))["tabel"][0]["ukuran"][0]
    assert measure["unggul"] == [False]
    assert measure["nilai"][0] is None
    assert measure["teks"][-1] == "Rp1 miliar"


def test_amounts_before_and_after_a_revision_make_no_sum() -> None:
    stages = ("Sebelum perubahan", "Setelah perubahan")
    rows = [(year, stage, 10**9) for year in (2023, 2024) for stage in stages]
    document = told(invented_table("tahun, tahap, jumlah (rupiah)", *rows))
    assert found(document, "semua", what="status") == "."
    assert document["tabel"][0]["ukuran"][0]["alasan"]["0"].startswith("keadaan sebelum dan")


def test_a_missing_row_leaves_no_sum_in_that_year() -> None:
    rows = [*villages(30, 40, 50, 60), *villages(31, 41, 51, 61, year=2023)[:3]]
    document = told(invented_table(PLACES, *rows))
    assert found(document, "semua", period=1) == 180
    assert found(document, "semua", period=0, what="status") in ".x"
    assert found(document, "utara", period=0) == 72


def test_few_cases_have_no_shares() -> None:
    document = told(invented_table(PLACES, *villages(1, 2, 3, 4)))
    assert shares(document, "0:1", "semua") == "f"


def test_a_change_is_told_as_charts_tell_it() -> None:
    rows = [(year, "A", value) for year, value in ((2020, 100), (2021, 90), (2022, 90), (2024, 80))]
    document = told(invented_table("tahun, jenis, jumlah (orang)", *rows))
    measure = document["tabel"][0]["ukuran"][0]
    assert [item[0] for item in document["tabel"][0]["waktu"]["nilai"]] == [
        "2020",
        "2021",
        "2022",
        "2023",
        "2024",
    ]
    # The first has nothing before it, 2023 is not there, and 2024 follows upon nothing.
    assert measure["ubah"][-5:] == "-ps--"


def test_doubt_and_declared_breaks_stop_a_series() -> None:
    course = ((2021, 100, "A"), (2022, 900, "u"), (2023, 910, "A"), (2024, 950, "A"))
    rows = [(year, "A", value, letter) for year, value, letter in course]
    table = invented_table("tahun, jenis, jumlah (orang), status", *rows)
    rule = BreakRule("data", "tahun", "2024", "dihitung lain")
    measure = told(table, rules=(rule,))["tabel"][0]["ukuran"][0]
    assert measure["ubah"][-4:] == "----"
    assert measure["ruas"][-4:] == [0, 1, 1, 2]


def test_a_note_about_a_figure_is_found_by_its_name() -> None:
    note = Note("tertukar", "data", NoteStatus.DOUBTFUL, "-", "-", "-", "-", "2026-11-29",
                where={"kelurahan": ("Batu",)}, columns=("jumlah",))  # fmt: skip
    document = told(invented_table(PLACES, *villages(30, 40, 50, 60)), notes=(note,))
    (places,) = document["tabel"][0]["ukuran"][0]["catatan"].values()
    assert [document["tabel"][0]["sumbu"][0]["butir"][place][1] for place in places] == ["Batu"]


def test_names_in_addresses_differ_and_say_what_they_are() -> None:
    rows = [
        (2024, "99.01.01", "Utara", "99.01.01.1001", "Batu", 5, "A"),
        (2024, "99.01.02", "Barat", "99.01.02.1001", "Batu", 6, "A"),
        (2024, "99.01.02", "Barat", "99.01.02.1002", "Rawa", 7, "A"),
    ]
    items = told(invented_table(PLACES, *rows))["tabel"][0]["sumbu"][0]["butir"]
    keys = [item[0] for item in items]
    assert len(set(keys)) == len(keys)
    named = [item[1] for item in items if item[0].startswith("batu")]
    assert named == ["Batu (Utara)", "Batu (Barat)"]


def test_figures_of_several_units_are_never_seen_together() -> None:
    rows = [(2024, name, 5, unit) for unit in ("orang", "lembaga") for name in ("A", "B", "C")]
    rows = [(year, f"{name} {unit}", value, unit) for year, name, value, unit in rows]
    table = told(invented_table("tahun, jenis, jumlah (orang), satuan", *rows))["tabel"][0]
    assert [axis["satuan"] for axis in table["sumbu"]] == [False, True]


def test_words_alone_and_single_numbers_are_not_explored() -> None:
    words = invented_table("urut, jenis, keterangan", ("1", "A", "kata"), ("2", "B", "kata"))
    single = invented_table("tahun, jenis, jumlah (orang)", (2024, "A", 5), (2024, "B", 6))
    assert explore(invented_dataset(words), ()).data == b""
    assert explore(invented_dataset(single), ()).data == b""


def test_rows_that_nothing_tells_apart_are_not_explored() -> None:
    twice = [(2024, "A", value) for value in (5, 6, 7)]
    table = invented_table("tahun, jenis, jumlah (orang)", *twice)
    assert explore(invented_dataset(table), ()).data == b""


def test_a_long_table_is_not_loaded_and_the_page_says_so(monkeypatch: Any) -> None:
    monkeypatch.setattr(cube, "EXPLORED_FIGURES", 3)
    table = invented_table(PLACES, *villages(3, 4, 5, 6), title="Penerima")
    made = explore(invented_dataset(table), ())
    assert made.data == b""
    assert made.too_long == ("Penerima",)
    page = dataset_page(whole(table), AGENCY, Exhibits((), (), (), explorer=made)).page
    assert "Tabel “Penerima” terlalu panjang untuk dijelajahi" in page.html
    assert 'id="jelajahi"' not in page.html


def test_the_page_hides_what_only_a_script_can_use() -> None:
    table = invented_table(PLACES, *villages(3, 4, 5, 6))
    made = explore(invented_dataset(table), ())
    page = dataset_page(whole(table), AGENCY, Exhibits((), (), (), explorer=made)).page
    section = page.html.partition('<section id="jelajahi"')[2].partition("</section>")[0]
    assert section.partition(">")[0].endswith("hidden")


def whole(table: Table) -> Dataset:
    made = dataset_with(table)
    return replace(made, descriptor={**made.descriptor, "licenses": [], "sources": []})


def test_the_same_table_gives_the_same_bytes() -> None:
    table = invented_table(PLACES, *villages(3, Decimal("4.5"), 5, 6))
    first, second = (explore(invented_dataset(table), ()).data for _ in range(2))
    assert first == second
    assert b"4.5" in first
