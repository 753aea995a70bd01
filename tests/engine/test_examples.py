"""Other people's tables (tests/bahan): what the page must say of each, and what it must refuse."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from profil_terbuka import charts, pipeline
from profil_terbuka.model.products import ChartData
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.catalogues import text
from support import BASE, MATERIAL


def checked(tmp_path: Path, cache: Cache, name: str, page: str = "") -> pipeline.Prepared:
    """The invented agency with one more dataset, and perhaps one more page."""
    root = Path(shutil.copytree(BASE, tmp_path / "repo"))
    shutil.copytree(MATERIAL / name, root / "datasets" / "contoh" / name)
    if page:
        (root / "docs/contoh/lain.md").write_text(f"# Lain\n\n{page}\n", "utf-8")
    return pipeline.examine(root, "contoh", cache)


def charts_of(made: pipeline.Prepared, name: str) -> list[ChartData]:
    return [data for data in made.charts if data.slug == name]


def test_months_are_named_at_the_axis_and_in_the_headline(tmp_path: Path, cache: Cache) -> None:
    made = checked(tmp_path, cache, "bulan-tanggal")
    assert made.findings == ()
    (data,) = charts_of(made, "bulan-tanggal")
    assert data.axis_labels[0] == "Jan 2024"
    assert data.axis_labels[-1] == "Des"
    drawing = charts.draw_chart(data, Cache(tmp_path / "gambar"))
    assert drawing.sentence.startswith("Grafik 0 bulan-tanggal pada Desember 2024: 54 laporan")
    assert "2024-01-01" not in drawing.inline


@pytest.mark.parametrize("frequency", ["bulanan", "triwulanan", "semesteran", "lima-tahunan"])
def test_frequencies_of_the_national_list_are_accepted(
    tmp_path: Path, frequency: str, cache: Cache
) -> None:
    name = "bulan-tanggal"
    root = Path(shutil.copytree(BASE, tmp_path / "repo"))
    shutil.copytree(MATERIAL / name, root / "datasets" / "contoh" / name)
    path = root / "datasets/contoh" / name / "datapackage.json"
    document = json.loads(path.read_text("utf-8"))
    document["frekuensi"] = frequency
    document["resources"][0]["schema"]["fields"][0]["type"] = "yearmonth"
    path.write_text(json.dumps(document), "utf-8")
    csv = path.with_name(f"{name}.csv")
    csv.write_text(csv.read_text("utf-8").replace("-01,", ","), "utf-8")
    made = pipeline.examine(root, "contoh", cache)
    assert made.findings == ()
    assert made.catalog is not None
    assert made.catalog.by_slug[name].coverage.start == 2024


def test_extremes_are_single_things_whatever_is_drawn_together(
    tmp_path: Path, cache: Cache
) -> None:
    made = checked(tmp_path, cache, "empat-puluh")
    assert made.findings == ()
    for data in charts_of(made, "empat-puluh"):
        told = charts.draw_chart(data, Cache(tmp_path / "gambar")).sentence
        assert "Lainnya" not in told
        assert "(349 keluarga)" in told
        assert "(108 keluarga)" in told


def test_percentages_of_two_surveys_are_no_sum(tmp_path: Path, cache: Cache) -> None:
    page = '{{ angka: semester tahun=2024 wilayah="Kota Contoh" }}'
    made = checked(tmp_path, cache, "semester", page)
    assert not made.publishable
    (finding,) = [found for found in made.findings if found.place.file.endswith("e.json")]
    assert "`semester` belum dipilih (`Maret`, `September`)" in text(finding.message)
    assert '"saring": {"semester": "September"}' in text(finding.remedy)


def test_a_reference_to_percentages_names_the_filter(tmp_path: Path, cache: Cache) -> None:
    name = "semester"
    root = Path(shutil.copytree(BASE, tmp_path / "repo"))
    shutil.copytree(MATERIAL / name, root / "datasets" / "contoh" / name)
    path = root / "datasets/contoh/semester/datapackage.json"
    document = json.loads(path.read_text("utf-8"))
    document["grafik"][0]["saring"] = {"semester": "September"}
    path.write_text(json.dumps(document), "utf-8")
    page = '# Lain\n\n{{ angka: semester tahun=2024 wilayah="Kota Contoh" }}\n'
    (root / "docs/contoh/lain.md").write_text(page, "utf-8")
    (finding,) = pipeline.examine(root, "contoh", cache).findings
    assert "`semester` belum dipilih" in text(finding.message)
    assert "`semester=September`" in text(finding.remedy)
