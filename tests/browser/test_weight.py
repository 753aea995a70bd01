"""What a page costs on prepaid data: everything its first view fetches, as a server sends it."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from page_types import PAGE_TYPES
from playwright.sync_api import Browser, Page, Response

from conftest import browsing

FIRST_VIEW = 60_000
SCRIPT = 20_000
"""Bytes after gzip."""


def weight(answer: Response) -> int:
    """Bytes on the wire of a server that compresses what can be compressed."""
    body = answer.body()
    return len(gzip.compress(body, 6))


Empty = Callable[[], Page]


@pytest.fixture(scope="module")
def emptied(browser: Browser, address: str) -> Iterator[Empty]:
    """One page for all visits, of which each is the first: what was fetched before is forgotten.

    Without the service worker, which fetches for later visits when the page is done.
    """
    with browsing(browser, address) as page:
        inside = page.context.new_cdp_session(page)

        def forget() -> Page:
            page.goto("about:blank")
            inside.send("Network.clearBrowserCache")
            return page

        yield forget


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_a_first_view_is_light(path: str, emptied: Empty, address: str) -> None:
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page = emptied()
    page.on("response", note)
    page.goto(f"{address}/{path}", wait_until="networkidle")
    page.remove_listener("response", note)
    assert {answer.status for answer in answers} == {200}, "something was known before"
    fetched = {answer.url: weight(answer) for answer in answers}
    assert any(url.endswith(".css") for url in fetched), fetched
    scripts = sum(size for url, size in fetched.items() if url.endswith(".js"))
    assert scripts <= SCRIPT, fetched
    assert sum(fetched.values()) <= FIRST_VIEW, fetched


def test_all_our_script_together_is_small(built: Path) -> None:
    names = ("aset/situs.js", "aset/awal.js", "aset/cari.js", "pekerja.js")
    assert sum(len(gzip.compress((built / name).read_bytes())) for name in names) <= SCRIPT
