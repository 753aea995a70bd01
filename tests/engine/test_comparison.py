"""Agencies side by side: years, categories, what cannot be compared, and what never gets there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from comparable import declare
from profil_terbuka import pipeline
from profil_terbuka.comparison import (
    Category,
    Comparison,
    Concept,
    compare,
    comparison_chart,
    deciders,
    meanings_sentence,
    snapshot,
    without_counterpart,
    years_sentence,
)
from profil_terbuka.comparison.snapshot import Contribution, Observation, Snapshot
from profil_terbuka.disclosure.closing import close_small_counts
from profil_terbuka.read import catalog
from profil_terbuka.system.cache import Cache
from profil_terbuka.web import lone_concept_page
from profil_terbuka.words.catalogues import text as text_of
from support import change, written

PORTAL = "https://portal.go.id"
PLAIN = Concept("anggaran", "Anggaran", "Uang.", "dinas", "satu tahun", ("rupiah",), ())
DEGREES = (Category("s1", "S1"), Category("s2", "S2"))
SORTED = Concept("pegawai", "Pegawai", "Orang.", "dinas", "31 Desember", ("orang",), DEGREES)


def agency(
    name: str,
    concept: Concept,
    *observed: Observation,
    unmatched: Sequence[str] = (),
    meaning: str = "uang dinas",
    equal: bool = True,
    unit_read: bool = False,
) -> Snapshot:
    """An agency with figures for one concept."""
    contribution = Contribution(
        concept=concept.name,
        dataset="data",
        title="Data",
        meaning=meaning,
        equal=equal,
        remark="Menurut buku.",
        decided_by=f"Penyusun {name}",
        decided_on="2026-01-02",
        additive=False,
        unit_read=unit_read,
        observations=observed,
        unmatched=tuple(unmatched),
    )
    return Snapshot(name, f"Dinas {name}", name, "-", f"Buku {name}", (), (), (contribution,))


def only(snapshots: Sequence[Snapshot], concept: Concept) -> Comparison:
    (found,) = compare(snapshots, [concept])
    return found


def test_years_in_common_are_compared_newest_first() -> None:
    one = agency("A", PLAIN, Observation(2022, "", 5), Observation(2023, "", 6))
    other = agency(
        "B", PLAIN, Observation(2021, "", 1), Observation(2022, "", 2), Observation(2023, "", 3)
    )
    made = only([one, other], PLAIN)
    assert made.common == (2022, 2023)
    assert [line.years for line in made.lines] == [(2023, 2023), (2022, 2022)]
    assert comparison_chart(made).categories == ("2022", "2023")


def test_without_a_year_in_common_the_newest_of_each_stands_and_it_is_said() -> None:
    one = agency("A", PLAIN, Observation(2024, "", 5))
    other = agency("B", PLAIN, Observation(2022, "", 2), Observation(2023, "", 3))
    made = only([one, other], PLAIN)
    assert made.common == ()
    assert [line.years for line in made.lines] == [(2024, 2023)]
    assert "Tidak ada tahun yang sama" in years_sentence(made)
    assert comparison_chart(made).series == ("A (2024)", "B (2023)")


def test_a_category_that_one_agency_lacks_is_told_apart() -> None:
    one = agency("A", SORTED, Observation(2023, "s1", 4), Observation(2023, "s2", 2))
    other = agency("B", SORTED, Observation(2023, "s1", 3), unmatched=["SMK"])
    made = only([one, other], SORTED)
    assert [line.category.name for line in made.lines if line.category] == ["S1"]
    assert made.one_sided == (("A", ("S2",)), ("B", ("SMK",)))


def test_an_empty_value_is_not_compared() -> None:
    one = agency("A", PLAIN, Observation(2022, "", 5), Observation(2023, "", None))
    other = agency("B", PLAIN, Observation(2022, "", 2), Observation(2023, "", 3))
    assert only([one, other], PLAIN).common == (2022,)


def test_one_agency_alone_is_no_comparison() -> None:
    assert compare([agency("A", PLAIN, Observation(2022, "", 5))], [PLAIN]) == ()


def test_what_no_other_agency_states_keeps_a_page_of_its_own() -> None:
    alone = agency("A", PLAIN, Observation(2022, "", 5))
    ((concept, (party,)),) = without_counterpart([alone], [PLAIN, SORTED], ())
    assert (concept, party.agency) == (PLAIN, alone)
    page = lone_concept_page(concept, [party])
    assert page.address == "perbandingan/anggaran/"
    assert 'href="../../A/data/data/">Data</a>' in page.html
    assert without_counterpart([alone, alone], [PLAIN], [only([alone, alone], PLAIN)]) == ()


@pytest.mark.parametrize(
    ("others", "portal", "own", "expected"),
    [
        ([], None, None, ""),
        ([], PORTAL, None, ""),
        (["lain"], None, None, "../perbandingan/"),
        (["lain"], f"{PORTAL}/", None, f"{PORTAL}/perbandingan/"),
        (["lain"], None, "https://contoh.go.id", ""),
        (["lain"], PORTAL, "https://contoh.go.id", f"{PORTAL}/perbandingan/"),
    ],
)
def test_the_way_to_comparisons_is_known_or_not_told(
    data: Path, others: Sequence[str], portal: str | None, own: str | None, expected: str
) -> None:
    for name in others:
        (data / "datasets" / name).mkdir()
    if own:
        with (data / "datasets/contoh/instansi.yml").open("a", encoding="utf-8") as file:
            file.write(f"alamat_situs: {own}\n")
    read = catalog.load(data, "contoh", portal).catalog
    assert read is not None
    assert read.agency.comparisons_url == expected


def test_a_doubtful_value_keeps_its_mark() -> None:
    one = agency("A", PLAIN, Observation(2022, "", 5, doubtful=True))
    made = only([one, agency("B", PLAIN, Observation(2022, "", 2))], PLAIN)
    assert comparison_chart(made).doubtful == (("2022", "A"),)


def test_the_headline_passes_over_a_doubtful_value() -> None:
    one = agency(
        "A", SORTED, Observation(2023, "s1", 90, doubtful=True), Observation(2023, "s2", 4)
    )
    other = agency("B", SORTED, Observation(2023, "s1", 3), Observation(2023, "s2", 0))
    assert (
        comparison_chart(only([one, other], SORTED)).finding
        == "Pada 2023, S2: A 4 orang dan B 0 orang."
    )


def test_without_a_sound_value_there_is_no_headline_figure() -> None:
    one = agency("A", PLAIN, Observation(2022, "", 5, doubtful=True))
    made = only([one, agency("B", PLAIN, Observation(2022, "", 2))], PLAIN)
    assert not any(letter.isdigit() for letter in comparison_chart(made).finding)


def test_one_unequal_definition_makes_all_unequal_and_tells_each() -> None:
    parties = [
        agency("A", PLAIN, Observation(2022, "", 5), meaning="yang terdata"),
        agency("B", PLAIN, Observation(2022, "", 2), meaning="yang ditangani", equal=False),
        agency("C", PLAIN, Observation(2022, "", 1), meaning="yang terdata juga"),
    ]
    made = only(parties, PLAIN)
    assert not made.equal
    assert meanings_sentence(made) == (
        "Pengertiannya berbeda, jangan dibandingkan langsung: A mencatat yang terdata; "
        "B mencatat yang ditangani; C mencatat yang terdata juga."
    )


def test_equal_definitions_need_no_warning_and_come_first() -> None:
    observed = Observation(2022, "", 5), Observation(2022, "s1", 5)
    concepts = [PLAIN, SORTED]
    parties = [
        replace(
            agency(name, PLAIN, observed[0], equal=False),
            contributions=(
                *agency(name, PLAIN, observed[0], equal=False).contributions,
                *agency(name, SORTED, observed[1]).contributions,
            ),
        )
        for name in "AB"
    ]
    made = compare(parties, concepts)
    assert [item.concept.name for item in made] == ["pegawai", "anggaran"]
    assert meanings_sentence(made[0]) == ""
    assert deciders(made) == ("Penyusun A", "Penyusun B")


def test_agencies_without_a_category_in_common_stand_nowhere() -> None:
    one = agency("A", SORTED, Observation(2023, "s1", 4))
    assert compare([one, agency("B", SORTED, Observation(2023, "s2", 3))], [SORTED]) == ()


def test_a_unit_that_no_book_prints_is_named_so_in_the_title() -> None:
    one = agency("A", PLAIN, Observation(2022, "", 5), unit_read=True)
    made = only([one, agency("B", PLAIN, Observation(2022, "", 2))], PLAIN)
    assert comparison_chart(made).view.title == "Anggaran (rupiah, satuan bacaan kami)"


def test_a_snapshot_survives_its_file() -> None:
    made = agency("A", SORTED, Observation(2023, "s1", 4.5, True), unmatched=["x"])
    assert snapshot.read_snapshot(snapshot.written_snapshot(made)) == made


def taken(data: Path, cache: Cache) -> Contribution:
    """The invented agency's contribution as its site publishes it."""
    checked = pipeline.examine(data, "contoh", cache)
    assert checked.publishable, checked.findings
    made = written(checked, cache)
    return snapshot.read_snapshot(made.files[snapshot.NAME]).contributions[0]


def test_rows_of_a_year_are_added_up(data: Path, cache: Cache) -> None:
    declare(data, ukuran="jumlah")
    found = taken(data, cache).observations
    assert [(item.year, item.value) for item in found] == [(2022, 1950), (2023, 1990), (2024, 2120)]


def test_a_full_stop_after_the_meaning_does_not_reach_the_sentence(
    data: Path, cache: Cache
) -> None:
    declare(data, ukuran="jumlah", pengertian="penerima bantuan tunai.")
    assert taken(data, cache).meaning == "penerima bantuan tunai"


def test_a_unit_that_is_a_reading_is_published_as_one(data: Path, cache: Cache) -> None:
    declare(data, ukuran="jumlah")
    file = data / "datasets/contoh/penerima/datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    fields = document["resources"][0]["schema"]["fields"]
    next(item for item in fields if item["name"] == "jumlah")["satuan_bacaan"] = True
    file.write_text(json.dumps(document), "utf-8")
    assert taken(data, cache).unit_read


def test_a_printed_unit_is_no_reading(data: Path, cache: Cache) -> None:
    declare(data, ukuran="jumlah")
    assert not taken(data, cache).unit_read


def test_different_values_can_be_counted(data: Path, cache: Cache) -> None:
    declare(data, hitung="kecamatan")
    assert {item.value for item in taken(data, cache).observations} == {3}


def test_categories_are_translated_and_the_rest_is_named(data: Path, cache: Cache) -> None:
    declare(
        data,
        konsep="penerima-jenis",
        ukuran="jumlah",
        kategori="kecamatan",
        padanan={"Utara": "utara", "Timur": "lain"},
    )
    found = taken(data, cache)
    assert found.unmatched == ("Selatan",)
    assert [item.value for item in found.observations if item.year == 2022] == [450, 1200]


def test_a_withheld_count_makes_the_sum_empty(data: Path, cache: Cache) -> None:
    declare(data, ukuran="jumlah", saring={"kecamatan": ["Selatan"]})
    file = data / "datasets/contoh/penerima/datapackage.json"
    change(
        file,
        '"frekuensi": "tahunan",',
        '"frekuensi": "tahunan", "privasi": [{"tabel": "penerima", "ukuran": "jumlah", '
        '"saring": {"tahun": 2022, "kecamatan": "Selatan"}, "ambang": 100}],',
    )
    table = data / "datasets/contoh/penerima/penerima.csv"
    change(table, "Selatan,300,A,300,", "Selatan,50,A,50,")
    change(table, "Timur,450,A,450,", "Timur,700,A,700,")
    found = catalog.load(data, "contoh").catalog
    assert found
    close_small_counts(data, found, found)
    values = {item.year: item.value for item in taken(data, cache).observations}
    assert values[2022] is None
    assert values[2023] is not None


def test_two_datasets_cannot_fill_one_concept(data: Path, cache: Cache) -> None:
    declare(data, ukuran="jumlah")
    folder = data / "datasets/contoh"
    shutil.copytree(folder / "penerima", folder / "salinan")
    file = folder / "salinan/datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    document["name"] = document["resources"][0]["name"] = "salinan"
    document["resources"][0]["path"] = "penerima.csv"
    document |= {"grafik": [], "aturan": [], "catatan": []}
    document["perbandingan"][0]["tabel"] = "salinan"
    del document["resources"][1:]
    file.write_text(json.dumps(document), "utf-8")
    (folder / "salinan/penerima-total.csv").unlink()
    checked = pipeline.examine(data, "contoh", cache)
    told = " ".join(text_of(item.message) for item in checked.findings)
    assert "diisi lebih dari satu dataset" in told


def test_unknown_fields_of_a_snapshot_are_refused() -> None:
    made = agency("A", PLAIN, Observation(2022, "", 1))
    damaged = snapshot.written_snapshot(replace(made, slug="B")).replace(b'"slug"', b'"slugg"')
    with pytest.raises(TypeError):
        snapshot.read_snapshot(damaged)
