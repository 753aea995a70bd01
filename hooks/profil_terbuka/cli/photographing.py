"""Pages of a exit_status site in the browser of this machine. It needs Playwright."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from . import chromium


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Requests are not worth a line each."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address below which a exit_status site is served to this machine alone."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def opened() -> Iterator[Browser]:
    """The browser of this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.installed(), args=list(chromium.ARGUMENTS)
        )
        try:
            yield browser
        finally:
            browser.close()


def go(page: Page, address: str) -> None:
    """Open an address. Who follows a link to a place gets the whole page laid out at once."""
    page.goto(address if "#" in address else f"{address}#isi")


def printed(browser: Browser, html: bytes) -> bytes:
    """A document that needs no other file on paper, as its style says: PDF."""
    page = browser.new_page()
    try:
        page.set_content(html.decode())
        return page.pdf(prefer_css_page_size=True, print_background=True)
    finally:
        page.close()
