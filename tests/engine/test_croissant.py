"""croissant.json as mlcroissant reads it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from clients import read_by
from profil_terbuka import catalogues, downloads
from profil_terbuka.read import catalog
from profil_terbuka.system.cache import Cache
from support import BASE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented agency's dataset as its folder is published."""
    where = tmp_path_factory.mktemp("penerima")
    known = catalog.load(BASE, "contoh").catalog or pytest.fail("the base does not load")
    (dataset,) = known.datasets
    agency = replace(known.agency, site_url=None)
    files = downloads.dataset_downloads(dataset, agency, Cache(where / "made"))
    files[catalogues.CROISSANT] = catalogues.croissant(dataset, agency, files)
    for name, data in files.items():
        (where / name).write_bytes(data)
    return where


def test_mlcroissant_finds_nothing_wrong_and_reads_the_rows(folder: Path) -> None:
    told = read_by("croissant", folder / catalogues.CROISSANT, "penerima")
    assert (told["errors"], told["warnings"]) == ([], [])
    assert len(told["rows"]) == 9
    first = told["rows"][0]
    assert first["kode_kecamatan"].startswith("99.01")
    assert int(first["jumlah"]) == 1200


def test_what_must_be_heeded_comes_first(folder: Path) -> None:
    document = json.loads((folder / catalogues.CROISSANT).read_text("utf-8"))
    assert document["description"].startswith("Rincian 2023 berjumlah 1.990")
