"""How people call a row, and the total of several."""

from __future__ import annotations

import pytest

from profil_terbuka.editing.row_names import NamedTotal, total_called
from profil_terbuka.model import Dataset, SumRule, Table
from profil_terbuka.model.invented import invented_dataset, invented_table

ROWS = ((2024, "Timur", "Dadap", 7), (2024, "Timur", "Duku", 8), (2024, "Barat", "Salak", 4))
VILLAGES = invented_table("tahun, kecamatan, desa, jumlah (orang)", *ROWS, name="bantuan")
DISTRICTS = invented_table(
    "tahun, kecamatan, jumlah (orang)", (2024, "Timur", 15), (2024, "Barat", 4), name="kecamatan"
)


@pytest.fixture
def dataset() -> Dataset:
    """Villages, and what those of each district add up to."""
    by = {"tahun": "tahun", "kecamatan": "kecamatan"}
    rule = SumRule(table="bantuan", measure="jumlah", total="kecamatan", by=by, where={})
    return invented_dataset(VILLAGES, DISTRICTS, rules=(rule,))


def named(dataset: Dataset, words: str) -> NamedTotal | None:
    """The total that words name in the dataset of a town."""
    main: Table = dataset.main
    return total_called(dataset, main, words, "Kota Contoh")


def test_a_group_is_the_total_of_its_rows(dataset: Dataset) -> None:
    found = named(dataset, "2024 Timur")
    assert found == NamedTotal(list(VILLAGES.cells[:2]), "kecamatan", "2024 timur")


@pytest.mark.parametrize("words", ["2024 Kota Contoh", "Jumlah 2024"])
def test_the_whole_is_the_total_of_all_though_no_table_holds_it(
    words: str, dataset: Dataset
) -> None:
    assert named(dataset, words) == NamedTotal(list(VILLAGES.cells))


@pytest.mark.parametrize("words", ["2024", "Dadap", "2024 Timur Dadap", "2024 Jambu"])
def test_what_is_no_total_is_named_as_none(words: str, dataset: Dataset) -> None:
    assert named(dataset, words) is None
