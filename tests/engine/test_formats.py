"""Each format of downloads: nobody's number gets out in it, lists name it, catalogues know it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from profil_terbuka import downloads
from profil_terbuka.catalogues.entries import entry
from profil_terbuka.downloads.formats import OF_AGENCIES, OF_DATASETS, OF_TABLES
from profil_terbuka.model import Catalog, Dataset
from profil_terbuka.privacy.contents import Part, Piece, Unread, searchable_parts
from profil_terbuka.read import catalog
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.catalogues import text
from support import BASE

PHONE = "0812-0000-0000"
ELSEWHERE = {"HTML"}
"""Formats that pages make; `test_the_gate_reads_what_pages_make` is about them."""


@pytest.fixture
def planted() -> Catalog:
    """The invented agency with a phone number in the place of every area's name."""
    found = catalog.load(BASE, "contoh").catalog
    assert found is not None
    dataset = found.datasets[0]
    place = dataset.main.schema.position["kecamatan"]
    names = list(dict.fromkeys(row[place] for row in dataset.main.cells))

    def marked(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return (*row[:place], f"{PHONE} {names.index(str(row[place]))}", *row[place + 1 :])

    table = replace(
        dataset.main,
        cells=tuple(map(marked, dataset.main.cells)),
        rows=tuple(map(marked, dataset.main.rows)),
    )
    tables = tuple(table if item.name == table.name else item for item in dataset.tables)
    return replace(found, datasets=(replace(dataset, tables=tables),))


@pytest.fixture
def made(planted: Catalog, tmp_path: Path) -> dict[str, bytes]:
    (dataset,) = planted.datasets
    own = downloads.dataset_downloads(dataset, planted.agency, Cache(tmp_path))
    return {**own, **downloads.agency_downloads(planted, {dataset.slug: own})}


def expected(dataset: Dataset) -> dict[str, str]:
    """Name -> format of every file that is written for a dataset's main table and its agency."""
    names = {item.name(dataset.main): item.kind.name for item in OF_TABLES}
    names |= {item.name(dataset): item.kind.name for item in OF_DATASETS if item.write}
    return names | {item.name: item.kind.name for item in OF_AGENCIES if item.holds_tables}


def read_back(name: str, data: bytes) -> list[Part]:
    found = list(searchable_parts(name, data))
    assert not [part for part in found if isinstance(part, Unread)]
    return found


def test_the_gate_reads_whatever_is_written(planted: Catalog, made: dict[str, bytes]) -> None:
    """A format whose files the gate cannot look into would let a number out."""
    names = expected(planted.datasets[0])
    assert names.keys() <= made.keys()
    for name in names:
        told = [part.text for part in read_back(name, made[name]) if isinstance(part, Piece)]
        assert any(PHONE in found for found in told), name


def test_the_gate_reads_what_pages_make(planted: Catalog) -> None:
    elsewhere = [item for item in OF_DATASETS if item.write is None]
    assert {item.kind.name for item in elsewhere} == ELSEWHERE
    for item in elsewhere:
        name = item.name(planted.datasets[0])
        told = read_back(name, f"<p>Hubungi {PHONE}</p>".encode())
        assert PHONE in "".join(part.text for part in told if isinstance(part, Piece))


def test_lists_and_catalogues_name_every_file(planted: Catalog, made: dict[str, bytes]) -> None:
    (dataset,) = planted.datasets
    names = expected(dataset)
    offer = downloads.dataset_offer(dataset, made)
    whole = downloads.agency_offer(made)
    listed = {item.name: item for item in (*offer, *whole)}
    assert names.keys() <= listed.keys()
    for name, kind in names.items():
        line = listed[name]
        assert (line.format.name, line.bytes) == (kind, len(made[name]))
        assert line.title
        assert "/" in line.format.media_type
    foreign = {item.name for item in offer if item.name.endswith(".id-excel.csv")}
    offered = entry(dataset, planted, offer, made).offers
    assert {item.name for item in offered} == {item.name for item in offer} - foreign


def test_titles_differ(planted: Catalog) -> None:
    """Whoever chooses between two files must see in what they differ."""
    (dataset,) = planted.datasets
    titles = [text(item.title(dataset.main)) for item in OF_TABLES]
    titles += [text(item.title) for item in (*OF_DATASETS, *OF_AGENCIES)]
    assert len(titles) == len(set(titles))
