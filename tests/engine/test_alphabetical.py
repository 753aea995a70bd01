"""The alphabetical index: order, letters, and what becomes of it where there is much."""

from __future__ import annotations

from profil_terbuka.model.messages import message
from profil_terbuka.web import IndexEntry, alphabetical_pages
from profil_terbuka.web.alphabetical import MOST_TOGETHER

PAGE = message("publish.kind-page")


def entry(title: str, address: str = "") -> IndexEntry:
    return IndexEntry(title, address or f"{title.lower()}/", PAGE)


def test_entries_stand_under_their_letter_in_order() -> None:
    (page,) = alphabetical_pages(
        [entry("pkh"), entry("Élite"), entry("“Panti”", "panti/"), entry("26 jenis", "jenis/")],
        "Dinas Contoh",
    )
    places = [page.html.index(f">{title}</a>") for title in ("26 jenis", "Élite", "“Panti”", "pkh")]
    assert places == sorted(places)
    assert page.html.index('id="huruf-e"') < page.html.index("Élite")
    assert 'href="#huruf-p"' in page.html
    assert 'href="#huruf-q"' not in page.html
    assert page.address == "a-z/"
    assert 'href="../pkh/"' in page.html


def test_the_same_thing_stands_there_once() -> None:
    (page,) = alphabetical_pages([entry("PKH"), entry("PKH")], "Dinas Contoh")
    assert page.html.count('href="../pkh/"') == 1


def test_titles_are_text() -> None:
    (page,) = alphabetical_pages([entry("<b>PKH</b> & PBI", "pkh/")], "Dinas Contoh")
    assert "&lt;b&gt;PKH&lt;/b&gt; &amp; PBI" in page.html


def test_a_large_site_has_a_page_a_letter_and_none_is_long() -> None:
    many = [entry(f"Angka {number:04}", f"data/a{number}/") for number in range(MOST_TOGETHER + 5)]
    pages = alphabetical_pages([*many, entry("Zakat")], "Dinas Contoh")
    assert [page.address for page in pages] == ["a-z/", "a-z/a/", "a-z/a/2/", "a-z/z/"]
    front, first, second, _ = pages
    assert 'href="../a-z/a/"' in front.html
    assert "data/a1/" not in front.html
    assert first.html.count("<small>") == MOST_TOGETHER
    assert second.html.count("<small>") == 5
    assert 'href="../../../a-z/a/">Sebelumnya' in second.html


def test_a_site_without_anything_has_an_empty_index() -> None:
    (page,) = alphabetical_pages([], "Dinas Contoh")
    assert "0 halaman" in page.html
