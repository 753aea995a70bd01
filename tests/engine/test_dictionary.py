"""The dictionary tells where invalid values have gone, and only where they have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from profil_terbuka.model import Dataset, Value
from profil_terbuka.read import catalog, dictionary
from support import BASE

SAID = "Jumlah penerima. Nilai yang tidak sahih dikosongkan"


def with_first(**changed: Value) -> Dataset:
    """The invented dataset with other values in the first row of its main table."""
    found = catalog.load(BASE, "contoh").catalog
    assert found
    dataset = found.datasets[0]
    table = dataset.main
    first = list(table.rows[0])
    for name, value in changed.items():
        first[table.schema.position[name]] = value
    main = replace(table, rows=(tuple(first), *table.rows[1:]))
    return replace(dataset, tables=(main, *dataset.tables[1:]))


def test_schema_and_descriptor_tell_of_emptied_values() -> None:
    made = dictionary.with_emptied_told(with_first(jumlah=None, status="i"))
    kept = f"{SAID}; yang tercetak ada di kolom nilai_tercetak tabel penerima."
    assert made.main.schema["jumlah"].description == kept
    resource = made.descriptor["resources"][0]  # type: ignore[index]
    told = [column["description"] for column in resource["schema"]["fields"]]
    assert told.count(kept) == 1
    assert sum("dikosongkan" in text for text in told) == 1


@pytest.mark.parametrize(
    "changed",
    [{"status": "u"}, {"jumlah": None, "status": "x"}, {"jumlah": 1200, "status": "i"}],
    ids=["diragukan", "tidak-tersedia", "edisi-lama"],
)
def test_nothing_is_told_where_nothing_was_emptied(changed: dict[str, Value]) -> None:
    dataset = with_first(**changed)
    assert dictionary.with_emptied_told(dataset) is dataset
