"""When search cannot work its page says why and what to do, and never that there is nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from conftest import browsing
from profil_terbuka.web import policy
from support import OpenPage

CSP = "content-security-policy"
CATALOGUE = "lewat katalog data dan halaman di bawah ini"
Spoil = Callable[[Route], None]


def told(page: Page, *parts: str) -> None:
    """The status tells all that, there are no results, and the catalogue is at hand."""
    status = page.get_by_role("status")
    for part in (*parts, CATALOGUE):
        expect(status).to_contain_text(part)
    expect(page.locator(".cari-hasil > li")).to_have_count(0)
    expect(page.locator(".cari").get_by_role("link", name="Katalog data")).to_be_visible()


@pytest.fixture(scope="module")
def searcher(browser: Browser, guarded: str) -> Iterator[Page]:
    """One page for many searches."""
    with browsing(browser, guarded) as page:
        yield page


@pytest.fixture
def search(searcher: Page, guarded: str) -> Iterator[Callable[..., Page]]:
    """Search for 'pkh' in a site of which some files are spoilt on their way.

    As long as a page has a route, its browser keeps no answer for the next search.
    """

    def start(site: str, spoilt: str | re.Pattern[str], spoil: Spoil) -> Page:
        searcher.route(spoilt, spoil)
        searcher.goto(f"{guarded}/{site}cari/?q=pkh")
        return searcher

    yield start
    searcher.unroute_all()
    searcher.goto("about:blank")


def missing(route: Route) -> None:
    route.fulfill(status=404, body="tidak ada")


def overloaded(route: Route) -> None:
    route.fulfill(status=503, body="sibuk")


def cut(route: Route) -> None:
    answer = route.fetch()
    body = answer.body()
    route.fulfill(status=200, body=body[: len(body) // 2], content_type="application/octet-stream")


def altered(route: Route) -> None:
    body = bytearray(route.fetch().body())
    body[len(body) // 2] ^= 0x55
    route.fulfill(status=200, body=bytes(body), content_type="application/octet-stream")


def replaced(route: Route) -> None:
    """A host that answers everything with its front page."""
    route.fulfill(status=200, body="<!doctype html><p>Selamat datang", content_type="text/html")


def cut_off(route: Route) -> None:
    route.abort("connectionfailed")


FILES = ["pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.id.pagefind", "index/*.pf_index"]
FILTER = "filter/*.pf_filter"


@pytest.mark.parametrize(
    ("site", "file"),
    [
        *(("pontianak/", file) for file in (*FILES, FILTER, "fragment/*.pf_fragment")),
        *(("", file) for file in (*FILES[:4], FILTER)),
    ],
)
def test_a_missing_file_is_named(
    search: Callable[..., Page], guarded: str, site: str, file: str
) -> None:
    page = search(site, f"{guarded}/{site}pagefind/{file}*", missing)
    told(page, "berkasnya tidak ada di server (pagefind/", "kode 404", "laporkan kepada pengelola")


@pytest.mark.parametrize("spoil", [cut, altered, replaced])
@pytest.mark.parametrize("file", FILES)
def test_a_damaged_file_is_named(
    search: Callable[..., Page], guarded: str, file: str, spoil: Spoil
) -> None:
    if spoil is altered and file.endswith((".js", ".json")):
        spoil = cut  # one other letter may well leave a program or a table as good as it was
    page = search("pontianak/", f"{guarded}/pontianak/pagefind/{file}*", spoil)
    told(page, "berkasnya rusak (pagefind/", "Muat ulang halaman ini")


def test_a_server_in_trouble_is_no_fault_of_the_site(
    search: Callable[..., Page], guarded: str
) -> None:
    page = search("pontianak/", f"{guarded}/pontianak/pagefind/pagefind-entry.json*", overloaded)
    told(page, "server situs sedang bermasalah (kode 503)", "Tekan Cari lagi")


def test_a_blocked_file_is_told_as_such(search: Callable[..., Page], guarded: str) -> None:
    page = search("pontianak/", f"{guarded}/pontianak/pagefind/**", cut_off)
    told(page, "server situs tidak menjawab", "memblokirnya", "tekan Cari lagi")


@pytest.mark.parametrize("site", ["pontianak/", ""], ids=["agency", "portal"])
def test_a_policy_that_forbids_the_engine(open_page: OpenPage, guarded: str, site: str) -> None:
    page = open_page(None, guarded)

    def narrow(route: Route) -> None:
        answer = route.fetch()
        strict = str(policy.PAGE.but("script-src", "'self'"))
        route.fulfill(response=answer, headers={**answer.headers, CSP: strict})

    page.route("**/cari/?q=pkh", narrow)
    page.goto(f"{guarded}/{site}cari/?q=pkh")
    told(page, "WebAssembly", "aturan keamanan di server situs", "Coba peramban lain")


def test_a_browser_without_the_engine(open_page: OpenPage, guarded: str) -> None:
    page = open_page(None, guarded)
    page.add_init_script("delete window.WebAssembly")
    page.goto(f"{guarded}/pontianak/cari/?q=pkh")
    told(page, "WebAssembly", "perambannya lama")


def test_without_a_connection_and_when_it_is_back(open_page: OpenPage, guarded: str) -> None:
    page = open_page("pontianak/cari/", guarded)
    page.context.set_offline(True)
    page.locator("main").get_by_role("searchbox", name="Kata yang dicari").fill("pkh")
    told(page, "tidak ada sambungan internet", "tekan Cari lagi")
    page.context.set_offline(False)
    page.locator("main").get_by_role("button", name="Cari", exact=True).click()
    expect(page.locator(".cari-hasil > li").first).to_be_visible(timeout=20_000)
    expect(page.get_by_role("status")).to_contain_text("hasil untuk")


def test_a_file_that_comes_back_is_found_again(search: Callable[..., Page], guarded: str) -> None:
    """Pagefind itself would remember the gap for good."""
    spoilt = f"{guarded}/pontianak/pagefind/index/*.pf_index"
    page = search("pontianak/", spoilt, missing)
    told(page, "kode 404")
    page.unroute(spoilt)
    page.locator("main").get_by_role("button", name="Cari", exact=True).click()
    expect(page.locator(".cari-hasil > li").first).to_be_visible(timeout=20_000)


@pytest.mark.parametrize("file", ["pagefind-entry.json", "*.pf_meta", FILTER])
def test_an_agency_that_cannot_be_searched_is_named_and_the_other_is(
    search: Callable[..., Page], guarded: str, file: str
) -> None:
    page = search("", f"{guarded}/palangka-raya/pagefind/{file}*", missing)
    status = page.get_by_role("status")
    expect(status).to_contain_text("hasil untuk “pkh”")
    expect(status).to_contain_text("Belum dapat dicari: Dinas Sosial Kota Palangka Raya.")
    expect(page.locator(".cari-judul[href*='/pontianak/']").first).to_be_visible()
    expect(page.locator(".cari-judul[href*='/palangka-raya/']")).to_have_count(0)


def test_a_gap_in_one_agencys_index_is_told(search: Callable[..., Page], guarded: str) -> None:
    page = search("", f"{guarded}/palangka-raya/pagefind/index/*.pf_index", altered)
    status = page.get_by_role("status")
    gap = "Belum dapat dicari: Dinas Sosial Kota Palangka Raya."
    expect(status).to_contain_text(gap)
    assert page.locator(".cari-hasil > li").count() > 0


def test_from_a_folder_of_the_computer(built: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{(built / 'pontianak/cari/index.html').as_uri()}?q=pkh")
    told(page, "dibuka dari folder komputer", "lewat alamat situs instansi")
    page.close()


def test_a_script_that_does_not_arrive(open_page: OpenPage, guarded: str) -> None:
    page = open_page(None, guarded)
    page.route("**/aset/cari.js", cut_off)
    page.goto(f"{guarded}/pontianak/cari/?q=pkh")
    notice = page.locator(".cari-mati")
    expect(notice).to_contain_text("tidak aktif atau tidak termuat")
    expect(notice).to_contain_text(CATALOGUE)
    expect(page.locator(".cari").get_by_role("link", name="Katalog data")).to_be_visible()
    expect(page.locator("main form.saring")).to_be_hidden()
