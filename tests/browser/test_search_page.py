"""Search in a real browser: what readers type, and what they find."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from support import OpenPage, Visit

Search = Callable[..., Page]


@pytest.fixture
def search(visit: Visit) -> Search:
    """Open a search page (of the portal when `site` is '') with a query and filters; no faults."""

    def start(site: str, query: str, **filters: str) -> Page:
        page = visit(f"{site}cari/?{urlencode({'q': query, **filters})}")
        expect(page.get_by_role("status")).to_contain_text("hasil untuk")
        assert page.problems == []  # type: ignore[attr-defined]
        return page

    return start


def found(page: Page) -> list[str]:
    """The results shown, as text."""
    return page.locator(".cari-hasil > li").all_inner_texts()


def total(page: Page) -> int:
    """The number of results that readers are told."""
    told = re.match(r"[\d.]+", page.get_by_role("status").inner_text())
    return int(told[0].replace(".", "")) if told else 0


def test_words_of_one_stem_find_the_same(search: Search) -> None:
    one, other = (search("pontianak/", word) for word in ("penerimaan", "penerima"))
    assert total(one) == total(other) > 10
    assert "penerima" in found(one)[0].lower()


@pytest.mark.parametrize("site", ["pontianak/", ""], ids=["agency", "portal"])
def test_a_place_and_a_programme_give_the_figure(search: Search, site: str) -> None:
    page = search(site, "Siantan Hulu PKH")
    result = page.locator(".cari-hasil > li", has_text="KPM PKH menurut kelurahan")
    expect(result).to_contain_text("691 KPM (2024) diragukan")
    link = result.get_by_role("link", name="Siantan Hulu")
    link.click()
    expect(page).to_have_url(re.compile(r"/pontianak/data/pkh/#pkh\.2024\.61\.71\.04\.1001$"))
    expect(page.locator(":target")).to_be_visible()


def test_the_year_chosen_is_the_year_shown(search: Search) -> None:
    page = search("pontianak/", "Siantan Hulu PKH")
    page.get_by_label("Tahun").select_option("2022")
    expect(page.locator(".cari-angka")).to_have_text(["979 KPM (2022)"])
    expect(page).to_have_url(re.compile("tahun=2022"))
    page.reload()
    expect(page.locator(".cari-angka")).to_have_text(["979 KPM (2022)"])
    expect(page.get_by_label("Tahun")).to_have_value("2022")
    page.get_by_label("Subjek").select_option("Anggaran")
    expect(page.get_by_role("status")).to_contain_text("Coba lepaskan saringannya")


def test_kind_and_subject_narrow_the_results(search: Search) -> None:
    page = search("palangka-raya/", "anak jalanan", jenis="Istilah", subjek="Layanan")
    kinds = page.locator(".cari-jenis b").all_inner_texts()
    assert set(kinds) == {"Istilah"}
    link = page.get_by_role("link", name="Anak Jalanan")
    assert "/layanan/istilah-ppks/#istilah-anak-jalanan" in str(link.get_attribute("href"))


def test_words_with_one_meaning_are_searched_together(search: Search) -> None:
    page = search("pontianak/", "lansia")
    expect(page.get_by_role("status")).to_contain_text("Juga dicari: lanjut usia")
    assert any("Lanjut Usia Terlantar" in text for text in found(page))


def test_the_portal_finds_every_agency(search: Search) -> None:
    page = search("", "pegawai")
    options = page.get_by_label("Instansi").locator("option").all_inner_texts()
    assert options[1:] == ["Dinas Sosial Kota Palangka Raya", "Dinas Sosial Kota Pontianak"]
    whole, parts = total(page), 0
    for name in options[1:]:
        page.get_by_label("Instansi").select_option(name)
        expect(page.locator(".cari-hasil > li").first).to_contain_text(name)
        expect(page.get_by_role("status")).not_to_contain_text("Mencari")
        assert all(name in text for text in found(page))
        parts += total(page)
    assert 0 < parts <= whole


def test_pages_lead_to_their_sections(search: Search) -> None:
    page = search("palangka-raya/", "orang di jalanan", jenis="Halaman")
    page.locator(".cari-bagian a").first.click()
    expect(page).to_have_url(re.compile(r"/palangka-raya/.*#.+"))


def test_nothing_found_says_what_to_do(search: Search) -> None:
    page = search("pontianak/", "xyzzyqq")
    expect(page.get_by_role("status")).to_contain_text("Tidak ada hasil")
    expect(page.get_by_role("link", name="Katalog data")).to_be_visible()


def test_typing_and_the_keyboard_suffice(open_page: OpenPage) -> None:
    page = open_page("pontianak/cari/")
    page.locator("main").get_by_role("searchbox", name="Kata yang dicari").focus()
    page.keyboard.type("pkh")
    expect(page.locator(".cari-hasil > li")).to_have_count(10)
    more = page.get_by_role("button", name="Tampilkan hasil berikutnya")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".cari-hasil > li")).to_have_count(20)
    expect(page.locator(".cari-hasil > li").nth(10).locator("a").first).to_be_focused()
    assert page.problems == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["", "pontianak/", "pontianak/data/pkh/", "pontianak/cari/"])
def test_nothing_is_loaded_before_it_is_used(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    names = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert not [name for name in names if "pagefind" in name]


def test_a_query_is_never_read_as_html(search: Search) -> None:
    page = search("pontianak/", '<img src=x onerror="alert(1)"> pkh')
    assert page.locator(".cari img").count() == 0
    page = search("pontianak/", "<b>pkh</b>")
    expect(page.get_by_role("status")).to_contain_text("<b>pkh</b>")
    assert page.locator(".cari-jumlah b").count() == 0


def test_without_javascript_the_page_says_so(open_page: OpenPage) -> None:
    page = open_page("palangka-raya/cari/?q=pkh", java_script_enabled=False)
    expect(page.get_by_text("memerlukan JavaScript")).to_be_visible()
    expect(page.locator("main").get_by_label("Kata yang dicari")).to_be_hidden()
    for name in ("Katalog data", "Layanan"):
        expect(page.locator(".cari").get_by_role("link", name=name)).to_be_visible()


@pytest.mark.parametrize("width", [320, 360])
def test_it_fits_a_telephone(search: Search, width: int) -> None:
    page = search("", "Siantan Hulu PKH")
    page.set_viewport_size({"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
