"""What is published of a very long table is bounded, and each product says what it leaves out."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from invented import AGENCY, dataset_with, table_of
from profil_terbuka import downloads
from profil_terbuka.downloads.formats import records_json
from profil_terbuka.model import Catalog, Dataset, Field, Role, limits
from profil_terbuka.publish import search
from profil_terbuka.publish.search.record import DATA, FIGURE
from profil_terbuka.web.dataset import Exhibits, dataset_page
from profil_terbuka.web.search import search_page
from profil_terbuka.web.standalone import dossier

FIELDS = (
    Field("tahun", "Tahun", "year", "Tahun.", Role.DIMENSION),
    Field("desa", "Desa", "string", "Desa.", Role.DIMENSION),
    Field("jumlah", "Jumlah", "integer", "Jumlah.", Role.MEASURE, unit="orang"),
)
VILLAGES = ("Utara", "Timur", "Selatan")
ROWS = tuple((year, village, year) for village in VILLAGES for year in (2023, 2024))
CSV = {"data.csv": b"tahun,desa,jumlah\n2023,Utara,2023\n"}


@pytest.fixture
def dataset() -> Dataset:
    """Six rows about three villages; any limit below six makes it long."""
    table = table_of(FIELDS, ROWS, cells=tuple(tuple(map(str, row)) for row in ROWS))
    made = dataset_with(table)
    return replace(made, descriptor={**made.descriptor, "licenses": [], "sources": []})


def catalog_of(dataset: Dataset) -> Catalog:
    return Catalog(AGENCY, (dataset,), ())


def about(dataset: Dataset, name: str) -> str:
    """What the list of downloads says of a file besides its title."""
    (line,) = downloads.dataset_offer(dataset, {name: b"x"})
    return line.about


def test_of_a_long_table_the_search_knows_the_names(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SEARCHED_ROWS", 5)
    monkeypatch.setattr(limits, "NAMES_TOGETHER", 2)
    found = search.records(catalog_of(dataset))
    assert {record.kind for record in found} == {DATA}
    assert [(record.title, record.content, record.address) for record in found[1:]] == [
        ("Data: Desa Selatan sampai Timur", "Selatan, Timur", "data/data/#tabel-data"),
        ("Data: Desa Utara sampai Utara", "Utara", "data/data/#tabel-data"),
    ]


def test_a_table_within_the_limit_is_searched_figure_by_figure(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SEARCHED_ROWS", 6)
    found = search.records(catalog_of(dataset))
    assert [record.title for record in found if record.kind == FIGURE] == [*VILLAGES]


@pytest.mark.parametrize(("most", "announced"), [(5, True), (6, False)])
def test_the_search_page_names_what_is_found_by_names(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch, most: int, announced: bool
) -> None:
    monkeypatch.setattr(limits, "SEARCHED_ROWS", most)
    html = search_page(catalog_of(dataset), ()).html
    assert ("menurut nama-nama di dalamnya" in html) is announced
    assert ("/data/data/#tabel-data" in html) is announced


@pytest.mark.parametrize(("most", "announced"), [(5, True), (6, False)])
def test_the_page_of_a_dataset_says_how_its_table_is_found(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch, most: int, announced: bool
) -> None:
    monkeypatch.setattr(limits, "SEARCHED_ROWS", most)
    html = dataset_page(dataset, AGENCY, Exhibits((), (), ())).page.html
    said = "Tabel “Data” berisi 6 baris, terlalu banyak untuk dicari satu per satu."
    assert (said in html) is announced


def test_a_long_json_holds_the_first_rows_and_says_so(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records_json, "MAX_ROWS", 2)
    table = json.loads(records_json.records_json(dataset))["tables"]["data"]
    assert [row["tahun"] for row in table["rows"]] == [2023, 2024]
    assert table["total_rows"] == 6
    said = "Berkas ini memuat 2 baris pertama dari 6 baris. Semua baris ada di berkas data.csv"
    assert table["note"].startswith(said)
    assert about(dataset, "data.json") == "2 baris pertama; semua baris ada di CSV"


def test_a_json_with_all_rows_says_nothing_of_it(dataset: Dataset) -> None:
    table = json.loads(records_json.records_json(dataset))["tables"]["data"]
    assert table.keys() == {"title", "fields", "rows"}
    assert about(dataset, "data.json") == ""


def test_a_dossier_leaves_a_long_table_to_its_csv(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CARRIED_ROWS", 5)
    html = dossier(dataset, AGENCY, (), CSV).decode()
    assert "data:text/csv" not in html
    assert "Tabel “Data” berisi 6 baris, terlalu panjang untuk berkas ini." in html
    assert "Berkas ini utuh" not in html
    said = "tanpa semua baris tabel yang lebih dari 5 baris; semua baris ada di CSV"
    assert about(dataset, "data-dosir.html") == said


def test_a_dossier_carries_any_other_table(dataset: Dataset) -> None:
    html = dossier(dataset, AGENCY, (), CSV).decode()
    assert "data:text/csv" in html
    assert "Berkas ini utuh" in html
    assert about(dataset, "data-dosir.html") == ""
