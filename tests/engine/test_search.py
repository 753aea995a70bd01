"""The search index: what is in it, what is not, and that the same input gives the same bytes."""

from __future__ import annotations

import datetime
import gzip
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from profil_terbuka.model.products import PageHead, Term
from profil_terbuka.publish import search
from profil_terbuka.publish.search import packed
from profil_terbuka.publish.search.record import FIGURE
from profil_terbuka.publish.search.webpages import Webpage
from profil_terbuka.read import catalog
from profil_terbuka.render import LayoutPage, Website, WrittenPage
from profil_terbuka.system.cache import Cache
from support import ROOT

ARTICLE = """<nav>menu</nav><h1>Layanan<a class="headerlink" href="#l">¶</a></h1>
<p>Keluarga penerima bantuan.</p><h2 id="syarat">Syarat</h2><p>Membawa kartu.</p>
<table><tr><td>rahasia-tabel</td></tr></table>
<dl class="istilah"><div><dt>Lanjut usia</dt><dd>Seseorang berusia tua.</dd></div></dl>
<div data-sisip="kartu pkh"></div>"""
AGED = Term("istilah-lansia", "Lanjut usia", "Seseorang berusia tua.", (("Kriteria", "renta"),))


def written(path: str, *terms: Term) -> WrittenPage:
    card = {"kartu pkh": '<p>919 peserta</p><a href="akar:/data/pkh/">Data</a>'}
    return WrittenPage(path, "", "", PageHead(), card, terms)


def website(*pages: WrittenPage) -> Website:
    """A site of which only the hand-written pages matter."""
    frame: Any = None
    day = datetime.date(2026, 11, 22)
    return Website("Dinas Contoh", "", "", day, frame, "", (), pages, (), {}, {})


SITE = website(written("layanan/index.md", AGED))


def indexed(article: str = ARTICLE) -> tuple[Webpage, ...]:
    moved = LayoutPage("pindah/", "Pindah", "<p>Pindah</p>", head=PageHead(noindex=True))
    return search.webpages([moved, LayoutPage("layanan/", "Layanan", article)], SITE)


def fragments(files: Mapping[str, bytes]) -> list[dict[str, object]]:
    """What the results of an index are shown with."""
    return [
        json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
        for name, data in files.items()
        if "/fragment/" in name
    ]


def test_withheld_values_are_absent(data: Path) -> None:
    folder = next((data / "datasets").glob("*/*/datapackage.json")).parent
    slug = folder.parent.name
    loaded = catalog.load(data, slug).catalog
    assert loaded is not None
    withheld = 0
    for dataset in loaded.datasets:
        for table in dataset.tables:
            columns = [field for field in table.schema.fields if field.role.value == "status"]
            if not columns or not table.rows:
                continue
            place = table.schema.position[columns[0].name]
            rows = tuple((*row[:place], "c", *row[place + 1 :]) for row in table.rows)
            hidden = replace(dataset, tables=(replace(table, rows=rows),))
            found = search.records(replace(loaded, datasets=(hidden,)))
            assert not [record for record in found if record.kind == FIGURE]
            withheld += 1
    assert withheld


def test_pages_are_read_without_menus_and_tables_and_terms_stand_alone(tmp_path: Path) -> None:
    pages = indexed()
    assert [(page.address, page.subject) for page in pages] == [("layanan/", "Layanan")]
    terms = search.term_records(SITE)
    shown = fragments(search.build(pages, terms, Cache(tmp_path)))
    (page,) = [item for item in shown if item["filters"]["Jenis"] == ["Halaman"]]  # type: ignore[index]
    assert page["url"] == "/layanan/"
    assert page["meta"] == {"title": "Layanan"}
    assert "penerima" in str(page["content"])
    assert "919 peserta" in str(page["content"])
    for absent in ("menu", "rahasia-tabel", "berusia tua", "¶"):
        assert absent not in str(page["content"])
    assert "syarat" in {anchor["id"] for anchor in page["anchors"]}  # type: ignore[attr-defined]


def test_a_term_is_found_once_where_it_is_explained_first() -> None:
    other = replace(AGED, meaning="Warga berusia 60 tahun ke atas.")
    elsewhere = replace(AGED, anchor="istilah-lain")
    site = website(
        written("tentang/index.md", elsewhere),
        written("layanan/lansia.md", other),
        written("layanan/index.md", AGED),
    )
    assert [(term.address, term.title, term.content) for term in search.term_records(site)] == [
        (
            "layanan/#istilah-lansia",
            "Lanjut usia",
            "Seseorang berusia tua. Kriteria: renta",
        ),
        (
            "layanan/lansia/#istilah-lansia",
            "Lanjut usia",
            "Warga berusia 60 tahun ke atas. Kriteria: renta",
        ),
    ]


def test_an_unchanged_site_is_not_indexed_again(tmp_path: Path) -> None:
    cold, warm, changed = Cache(tmp_path), Cache(tmp_path), Cache(tmp_path)
    first = search.build(indexed(), (), cold)
    assert search.build(indexed(), (), warm) == first
    search.build(indexed(ARTICLE.replace("Membawa", "Menunjukkan")), (), changed)
    assert [cache.made.get("indeks-cari", 0) for cache in (cold, warm, changed)] == [1, 0, 1]


@pytest.mark.parametrize(
    "item", [0, 23, 24, 255, 256, 70_000, 2**33, "", "é" * 300, [1, ["a", []]]]
)
def test_packed_items_survive(item: packed.Item) -> None:
    assert packed.loads(packed.dumps(item)) == item


@pytest.mark.parametrize("data", [b"\xf6", b"\x9f\xff", b"\x01\x02"])
def test_another_format_is_noticed(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  each says what it met
        packed.loads(data)


def test_synonyms_come_in_groups_and_each_word_opens_one_group() -> None:
    groups = search.synonyms(catalog.reference(ROOT))
    assert ("lansia", "lanjut usia") in groups
    assert any({"pegawai", "asn", "pns"} <= set(group) for group in groups)
    words = [word for group in groups for word in group]
    assert len(words) == len(set(words)), "a word in two groups would be replaced twice"
    assert search.synonyms(()) == ()
