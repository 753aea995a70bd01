"""What a page costs on prepaid data: everything its first view fetches, as a server sends it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from page_types import PAGE_TYPES
from playwright.sync_api import Response

from support import OpenPage

FIRST_VIEW = 60_000
SCRIPT = 20_000
"""Bytes after gzip."""


def weight(answer: Response) -> int:
    """Bytes on the wire of a server that compresses what can be compressed."""
    body = answer.body()
    return len(gzip.compress(body, 6))


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_a_first_view_is_light(path: str, open_page: OpenPage) -> None:
    """Without the service worker, which fetches for later visits when the page is done."""
    fetched: dict[str, int] = {}
    page = open_page("pontianak/aset/ikon.svg")
    page.on("response", lambda answer: fetched.update({answer.url: weight(answer)}))
    page.goto(page.url.replace("pontianak/aset/ikon.svg", path), wait_until="networkidle")
    scripts = sum(size for url, size in fetched.items() if url.endswith(".js"))
    assert scripts <= SCRIPT, fetched
    assert sum(fetched.values()) <= FIRST_VIEW, fetched


def test_all_our_script_together_is_small(built: Path) -> None:
    names = ("aset/situs.js", "aset/awal.js", "aset/cari.js", "pekerja.js")
    assert sum(len(gzip.compress((built / name).read_bytes())) for name in names) <= SCRIPT
