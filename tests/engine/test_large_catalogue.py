"""A catalogue of more datasets than one page can hold: by subject, so many on a page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from profil_terbuka import web
from profil_terbuka.comparison.snapshot import take_snapshot
from profil_terbuka.model import Catalog, Dataset
from profil_terbuka.read import catalog
from profil_terbuka.web import catalogue, portal
from support import BASE

LINK = re.compile(r'href="[^"]*/data/(d\d+)/"')


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """Eighteen datasets, where a page holds eight."""
    monkeypatch.setattr(catalogue, "MOST_LISTED", 8)
    monkeypatch.setattr(portal, "MOST_LISTED", 8)
    found = catalog.load(BASE, "contoh").catalog or pytest.fail("the base does not load")
    (dataset,) = found.datasets
    statistics = [named(dataset, f"d{number}") for number in range(17)]
    budget = replace(named(dataset, "d17"), subject="anggaran")
    return replace(found, datasets=(*statistics, budget))


def named(dataset: Dataset, slug: str) -> Dataset:
    """The same under another name, which its main table has as well."""
    return replace(dataset, slug=slug, tables=(replace(dataset.main, name=slug),))


def test_every_dataset_is_on_a_page_of_its_subject(known: Catalog) -> None:
    pages = {page.address: page for page in web.catalogue_pages(known, ())}
    listed = {address: LINK.findall(page.html) for address, page in pages.items()}
    assert list(listed) == [
        "data/",
        "data/subjek/statistik/",
        "data/subjek/statistik/2/",
        "data/subjek/statistik/3/",
        "data/subjek/anggaran/",
    ]
    shelves = [slug for address, slugs in listed.items() for slug in slugs if address != "data/"]
    assert shelves == [dataset.slug for dataset in known.datasets]


def test_the_first_page_shows_the_first_and_leads_to_all(known: Catalog) -> None:
    front, *_ = web.catalogue_pages(known, ())
    assert LINK.findall(front.html) == ["d0", "d1", "d2", "d3", "d4", "d5", "d17"]
    assert "Semua 17 kumpulan data Statistik" in front.html
    assert "kumpulan data Anggaran" not in front.html
    assert "data-saring" not in front.html


def test_pages_of_a_subject_follow_each_other(known: Catalog) -> None:
    _, first, second, third, alone = web.catalogue_pages(known, ())
    assert ('rel="prev"' in first.html, 'rel="next"' in first.html) == (False, True)
    assert ('rel="prev"' in second.html, 'rel="next"' in second.html) == (True, True)
    assert ('rel="prev"' in third.html, 'rel="next"' in third.html) == (True, False)
    assert "Halaman 2 dari 3." in second.html
    assert "Halaman" not in alone.html


def test_a_catalogue_that_fits_stays_on_one_page(known: Catalog) -> None:
    few = replace(known, datasets=known.datasets[:8])
    (front,) = web.catalogue_pages(few, ())
    assert len(LINK.findall(front.html)) == 8
    assert "data-saring" in front.html


def test_a_portal_of_many_datasets_lists_its_agencies(known: Catalog) -> None:
    made = web.portal_catalogue([take_snapshot(known, (), ())])
    assert not LINK.findall(made.html)
    assert 'contoh/data/">Dinas Contoh' in made.html
    assert "18 kumpulan data" in made.html
