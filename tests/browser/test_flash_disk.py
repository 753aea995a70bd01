"""The copy for a flash disk: opened from a folder, by a browser that has no server."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from page_types import PAGE_TYPES
from playwright.sync_api import Page, expect

from profil_terbuka import packing
from support import Once, OpenPage, until

LINK = re.compile(r'<(?:a|link|script|img|form)\b[^<>]*?\s(?:href|src|action)="([^"]*)"')
LETTERS = "getComputedStyle(document.body).fontFamily"


@pytest.fixture(scope="module")
def disk(once: Once, built: Path) -> Path:
    """The copy, unpacked."""

    def fill(folder: Path) -> None:
        packing.lay_folder(folder, packing.offline_files(packing.sealed_site(built)))

    return once("luring", fill)


@pytest.fixture
def from_disk(disk: Path, open_page: OpenPage) -> Page:
    """A browser at the first page of the copy."""
    page = open_page(None, disk.as_uri())
    page.goto((disk / "index.html").as_uri())
    return page


def test_every_link_of_the_copy_leads_to_a_file(disk: Path) -> None:
    broken = []
    for path in disk.rglob("*.html"):
        for link in set(LINK.findall(path.read_text("utf-8"))):
            target = urlsplit(unescape(link))
            if target.scheme or target.netloc or not target.path:
                continue
            file = path.parent / unquote(target.path)
            if not file.is_file():
                broken.append(f"{path.relative_to(disk)}: {link}")
    assert broken == []


def test_people_go_from_page_to_page(from_disk: Page, disk: Path) -> None:
    page = from_disk
    page.locator("main a[href$='/pontianak/index.html']").first.click()
    expect(page).to_have_url((disk / "pontianak/index.html").as_uri())
    page.goto((disk / "pontianak/data/index.html").as_uri())
    page.locator("main a[href$='/pkh/index.html']").first.click()
    expect(page.locator("h1")).to_contain_text("PKH")
    page.goto((disk / "pontianak/data/pkh/index.html").as_uri() + "?dari=peta#tabel")
    assert page.url.endswith("index.html?dari=peta#tabel")


def test_each_kind_of_page_looks_as_on_the_web(from_disk: Page, disk: Path) -> None:
    wrong = {}
    for path in PAGE_TYPES:
        if path.endswith("404.html"):
            continue  # nobody reads it without a server
        name = f"{path}index.html" if path.endswith("/") or not path else path
        from_disk.problems.clear()  # type: ignore[attr-defined]
        from_disk.goto((disk / name).as_uri())
        until(from_disk, "document.readyState === 'complete'")
        told = list(from_disk.problems)  # type: ignore[attr-defined]
        if "Times" in from_disk.evaluate(LETTERS):
            told.append("no style")
        wrong[path] = told
    assert {path: told for path, told in wrong.items() if told} == {}


def test_the_search_says_why_it_cannot(from_disk: Page, disk: Path) -> None:
    from_disk.goto((disk / "pontianak/cari/index.html").as_uri() + "?q=pkh")
    expect(from_disk.locator("main")).to_contain_text("folder")


def test_questions_in_sql_say_why_they_cannot(from_disk: Page, disk: Path) -> None:
    from_disk.goto((disk / "pontianak/data/sql/index.html").as_uri())
    from_disk.get_by_role("button", name="Muat mesin").click()
    expect(from_disk.locator(".sql-kabar")).to_contain_text("dibuka dari folder komputer")
    assert from_disk.problems == []  # type: ignore[attr-defined]


def test_the_explorer_is_not_offered(from_disk: Page, disk: Path) -> None:
    from_disk.goto((disk / "pontianak/data/pkh/index.html").as_uri())
    expect(from_disk.locator("h1")).to_be_visible()
    expect(from_disk.locator("#jelajahi")).to_be_hidden()
