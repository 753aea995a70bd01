"""What a page costs on prepaid data: everything its first view fetches, as a server sends it."""

from __future__ import annotations

import gzip
from contextlib import ExitStack
from pathlib import Path

import pytest
from page_types import PAGE_TYPES
from playwright.sync_api import Browser, Page, Response

from conftest import browsing
from profil_terbuka.packing.weights import FIRST_VIEW, SCRIPTS

SHARES = 4
"""Into so many tests the pages are dealt out, for processes that share the work."""


def weight(answer: Response) -> int:
    """Bytes on the wire of a server that compresses what can be compressed."""
    body = answer.body()
    return len(gzip.compress(body, 6))


@pytest.mark.parametrize("share", range(SHARES))
def test_first_views_are_light(share: int, browser: Browser, address: str) -> None:
    """Each in a browser that knows nothing yet, without the service worker, which fetches for later
    visits when the page is done; side by side, as each waits until nothing comes any more."""
    with ExitStack() as opened:
        views = {
            path: first_view(opened.enter_context(browsing(browser, address)), f"{address}/{path}")
            for path in [*PAGE_TYPES][share::SHARES]
        }
        for path, (page, answers) in views.items():
            page.wait_for_load_state("networkidle")
            assert {answer.status for answer in answers} == {200}, f"{path}: known before"
            fetched = {answer.url: weight(answer) for answer in answers}
            assert any(url.endswith(".css") for url in fetched), (path, fetched)
            scripts = sum(size for url, size in fetched.items() if url.endswith(".js"))
            assert scripts <= SCRIPTS, (path, fetched)
            assert sum(fetched.values()) <= FIRST_VIEW, (path, fetched)


def first_view(page: Page, url: str) -> tuple[Page, list[Response]]:
    """A page on its way there, and the answers that it gets."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(url)
    return page, answers


def test_all_our_script_together_is_small(built: Path) -> None:
    names = ("aset/situs.js", "aset/awal.js", "aset/cari.js", "pekerja.js")
    assert sum(len(gzip.compress((built / name).read_bytes())) for name in names) <= SCRIPTS
