"""What search finds of the agencies' figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka.publish import search
from profil_terbuka.publish.search.record import FIGURE
from profil_terbuka.system.cache import Cache


def test_one_record_per_thing_with_the_newest_year_first() -> None:
    found = [
        record
        for record in search.records(catalog_of("pontianak"))
        if record.title == "Pontianak Utara, Siantan Hulu" and "/pkh/" in record.address
    ]
    assert len(found) == 1
    assert found[0].address == "data/pkh/#pkh.2024.61.71.04.1001"
    figures = json.loads(found[0].meta["nilai"])
    years = [year for year, _, _ in figures]
    assert years == sorted(years, reverse=True)
    assert years[0] == "2024"
    assert "2021" not in years, "the book's column of 2021 is not valid"
    assert all(value.endswith(" KPM") for _, value, _ in figures)
    assert figures[0][2] == "diragukan"


@pytest.mark.parametrize("slug", AGENCIES)
def test_only_values_that_count_are_found(slug: str) -> None:
    whole = catalog_of(slug)
    kept = {
        (dataset.slug, table.name)
        for dataset in whole.datasets
        for table in dataset.tables
        if any(table.status(row).counts for row in table.rows)
    }
    for record in search.records(whole):
        if record.kind == FIGURE:
            _, dataset, anchor = record.address.split("/")
            table = anchor.removeprefix("#").removeprefix("tabel-").partition(".")[0]
            assert (dataset, table) in kept
            assert "None" not in record.meta["nilai"]


def test_same_input_same_bytes_and_only_what_is_needed(tmp_path: Path) -> None:
    records = search.records(catalog_of("palangka-raya"))
    first, second = (search.build((), records, Cache(tmp_path / name)) for name in "ab")
    assert first == second
    names = {name.removeprefix("pagefind/").split("/")[0] for name in first}
    assert {"pagefind.js", "wasm.id.pagefind", "pagefind-entry.json"} <= names
    assert not [name for name in names if name.endswith(".css") or "ui" in name]
    assert list(json.loads(first["pagefind/pagefind-entry.json"])["languages"]) == ["id"]
    assert sum(map(len, first.values())) < 500_000
