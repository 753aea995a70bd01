"""Agencies side by side: years, categories, what cannot be compared, and what never gets there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from profil_terbuka import site, snapshot
from profil_terbuka.cache import Cache
from profil_terbuka.comparison import Category, Comparison, Concept, chart, compare, years_sentence
from profil_terbuka.snapshot import Contribution, Observation, Snapshot
from support import Run, change, fill_open_places

PLAIN = Concept("anggaran", "Anggaran", "Uang.", ("rupiah",), ())
SORTED = Concept(
    "pegawai", "Pegawai", "Orang.", ("orang",), (Category("s1", "S1"), Category("s2", "S2"))
)


def agency(
    name: str, concept: Concept, *observed: Observation, unmatched: Sequence[str] = ()
) -> Snapshot:
    """An agency with figures for one concept."""
    contribution = Contribution(
        concept.name, "data", "Data", "Sama.", False, observed, tuple(unmatched)
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
    assert chart(made).categories == ("2022", "2023")


def test_without_a_year_in_common_the_newest_of_each_stands_and_it_is_said() -> None:
    one = agency("A", PLAIN, Observation(2024, "", 5))
    other = agency("B", PLAIN, Observation(2022, "", 2), Observation(2023, "", 3))
    made = only([one, other], PLAIN)
    assert made.common == ()
    assert [line.years for line in made.lines] == [(2024, 2023)]
    assert "Tidak ada tahun yang sama" in years_sentence(made)
    assert chart(made).series == ("A (2024)", "B (2023)")


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


def test_a_doubtful_value_keeps_its_mark() -> None:
    one = agency("A", PLAIN, Observation(2022, "", 5, doubtful=True))
    made = only([one, agency("B", PLAIN, Observation(2022, "", 2))], PLAIN)
    assert chart(made).doubtful == ("2022",)


def test_a_snapshot_survives_its_file() -> None:
    made = agency("A", SORTED, Observation(2023, "s1", 4.5, True), unmatched=["x"])
    assert snapshot.loads(snapshot.dumps(made)) == made


SAME = {"konsep": "penerima", "tabel": "penerima", "waktu": "tahun", "beda": "Sama."}


def declare(data: Path, **more: object) -> None:
    """Declare the invented table comparable."""
    text = json.dumps({**SAME, **more})
    file = data / "datasets/contoh/penerima/datapackage.json"
    old = '"subjek": "statistik",'
    change(file, old, f'{old} "perbandingan": [{text}],')


def taken(data: Path, tmp_path: Path) -> Contribution:
    """The invented agency's contribution as its site publishes it."""
    checked = site.check(data, "contoh", Cache(tmp_path / "cache"))
    assert checked.publishable, checked.findings
    made = site.assemble(checked, Cache(tmp_path / "cache"))
    return snapshot.loads(made.files[snapshot.NAME]).contributions[0]


def test_rows_of_a_year_are_added_up(data: Path, tmp_path: Path) -> None:
    declare(data, ukuran="jumlah")
    found = taken(data, tmp_path).observations
    assert [(item.year, item.value) for item in found] == [(2022, 1950), (2023, 1990), (2024, 2120)]


def test_different_values_can_be_counted(data: Path, tmp_path: Path) -> None:
    declare(data, hitung="kecamatan")
    assert {item.value for item in taken(data, tmp_path).observations} == {3}


def test_categories_are_translated_and_the_rest_is_named(data: Path, tmp_path: Path) -> None:
    declare(
        data,
        konsep="penerima-jenis",
        ukuran="jumlah",
        kategori="kecamatan",
        padanan={"Utara": "utara", "Timur": "lain"},
    )
    found = taken(data, tmp_path)
    assert found.unmatched == ("Selatan",)
    assert [item.value for item in found.observations if item.year == 2022] == [450, 1200]


def test_a_withheld_count_makes_the_sum_empty(data: Path, tmp_path: Path) -> None:
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
    values = {item.year: item.value for item in taken(data, tmp_path).observations}
    assert values[2022] is None
    assert values[2023] is not None


def test_two_datasets_cannot_fill_one_concept(data: Path, tmp_path: Path) -> None:
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
    checked = site.check(data, "contoh", Cache(tmp_path / "cache"))
    assert "diisi lebih dari satu dataset" in " ".join(item.message for item in checked.findings)


@pytest.fixture
def two(project: Path, run: Run) -> Path:
    """A repository with two agencies that share a concept."""
    declare(project, ukuran="jumlah")
    assert run("baru.py", "dinas-lain", "--nama", "Dinas Lain").returncode == 0
    fill_open_places(project, "dinas-lain")
    example = project / "datasets/dinas-lain/contoh-penerima/datapackage.json"
    document = json.loads(example.read_text("utf-8"))
    document["perbandingan"] = [{**SAME, "tabel": "contoh-penerima", "ukuran": "jumlah"}]
    example.write_text(json.dumps(document), "utf-8")
    return project


def test_the_portal_compares_what_agencies_declare(two: Path, run: Run) -> None:
    assert run("bangun.py").returncode == 0
    table = (two / "site/perbandingan/penerima/penerima.csv").read_text("utf-8")
    assert "penerima,2024,,,Dinas Contoh,2120,orang,contoh/data/penerima/" in table
    assert "penerima,2024,,,Dinas Lain,183,orang,dinas-lain/data/contoh-penerima/" in table
    assert "perbandingan/penerima/" in (two / "site/index.html").read_text("utf-8")


def test_a_broken_agency_stays_in_the_portal_as_it_was(two: Path, run: Run) -> None:
    assert run("bangun.py").returncode == 0
    old = (two / "site/contoh/data/penerima/index.html").read_bytes()
    change(two / "datasets/contoh/penerima/penerima.csv", "Utara,1310,A", "Utara,banyak,A")
    change(
        two / "datasets/dinas-lain/contoh-penerima/contoh-penerima.csv",
        "2024,Bantuan pangan,132",
        "2024,Bantuan pangan,142",
    )
    result = run("bangun.py")
    assert result.returncode == 1
    assert "Tidak diperbarui karena kesalahan di atas: contoh." in result.stderr
    assert (two / "site/contoh/data/penerima/index.html").read_bytes() == old
    table = (two / "site/perbandingan/penerima/penerima.csv").read_text("utf-8")
    assert "Dinas Contoh,2120," in table
    assert "Dinas Lain,193," in table


def test_reserved_addresses_are_no_agency(project: Path, run: Run) -> None:
    (project / "datasets/contoh").rename(project / "datasets/data")
    result = run("periksa.py")
    assert result.returncode == 1
    assert "`data` sudah menjadi alamat di portal" in result.stderr


def test_unknown_fields_of_a_snapshot_are_refused() -> None:
    made = agency("A", PLAIN, Observation(2022, "", 1))
    damaged = snapshot.dumps(replace(made, slug="B")).replace(b'"slug"', b'"slugg"')
    with pytest.raises(TypeError):
        snapshot.loads(damaged)
