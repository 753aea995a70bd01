"""The preview in a real browser: an open page follows what is saved, by itself."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import browsing
from profil_terbuka.preview import Latest, PreviewedAgency, PreviewServer, Watch
from profil_terbuka.system.cache import Cache
from support import BASE, change

TABLE = "datasets/contoh/penerima/penerima.csv"
GOOD, BETTER, WRONG = "Utara,1240,A,1.240", "Utara,1241,A,1.241", "Utara,banyak,A,1.240"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "repo"))


@pytest.fixture
def page(repository: Path, kept: Path, browser: Browser) -> Iterator[Page]:
    """The page of a dataset, open in a browser."""
    agency = PreviewedAgency(repository, "contoh", Cache(kept))
    latest = Latest(Watch(repository, "contoh"), agency.made, lambda _: None)
    server = PreviewServer(latest, 0)
    thread = threading.Thread(target=server.serve_until_closed, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.port}"
    with browsing(browser, address) as opened:
        opened.goto(f"{address}/data/penerima/")
        yield opened
    server.shutdown()
    thread.join()


def test_an_open_page_shows_what_is_saved(page: Page, repository: Path) -> None:
    expect(page.get_by_role("cell", name="1.240", exact=True).first).to_be_attached()
    change(repository / TABLE, GOOD, BETTER)
    expect(page.get_by_role("cell", name="1.241", exact=True).first).to_be_attached()
    assert page.problems == []  # type: ignore[attr-defined]  # no policy is broken either


def test_an_open_page_tells_a_fault_and_comes_back(page: Page, repository: Path) -> None:
    change(repository / TABLE, GOOD, WRONG)
    expect(page.get_by_role("heading", level=1)).to_have_text("Pratinjau menunggu perbaikan")
    expect(page.get_by_text("banyak bukan bilangan bulat.")).to_be_visible()
    expect(page.locator(".temuan")).to_have_css("border-left-width", "5px")
    change(repository / TABLE, WRONG, GOOD)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Pratinjau menunggu perbaikan")
