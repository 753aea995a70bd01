#!/usr/bin/env python3
"""Photograph pages of site/: potret.py FOLDER [PAGE ...]

Every page at 360, 768 and 1280 px, light and dark, as FOLDER/<page>-<width>-<scheme>.png, and as
it is printed, as FOLDER/<page>.pdf. Without pages one of every kind (browser/page_types.py).
"""

import functools
import http.server
import itertools
import runpy
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

import peramban

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
KINDS = ROOT / "tests/browser/page_types.py"
WIDTHS = (360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HEIGHT = 800


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Requests are not worth a line each."""


@contextmanager
def served() -> Iterator[str]:
    """The address below which site/ is served to this machine alone."""
    handler = functools.partial(_Quiet, directory=str(SITE))
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
            executable_path=peramban.installed(), args=list(peramban.ARGUMENTS)
        )
        try:
            yield browser
        finally:
            browser.close()


def go(page: Page, address: str) -> None:
    """Open an address. Who follows a link to a place gets the whole page laid out at once."""
    page.goto(address if "#" in address else f"{address}#isi")


def main(folder: Path, pages: Iterable[str]) -> None:
    """Write the pictures; `pages` are addresses below site/ such as '<instansi>/data/'."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {address: address.strip("/").replace("/", "_") or "portal" for address in pages}
    with served() as root, opened() as browser:
        for width, scheme in itertools.product(WIDTHS, SCHEMES):
            page = browser.new_page(
                viewport={"width": width, "height": HEIGHT}, color_scheme=scheme
            )
            for address, name in names.items():
                go(page, f"{root}{address}")
                path = folder / f"{name}-{width}-{scheme}.png"
                page.screenshot(path=str(path), full_page=True)
            page.close()
        page = browser.new_page()
        for address, name in names.items():
            go(page, f"{root}{address}")
            page.pdf(path=str(folder / f"{name}.pdf"), prefer_css_page_size=True)


def one_of_every_kind() -> Iterable[str]:
    """The pages on which browser tests try what every page must withstand."""
    return runpy.run_path(str(KINDS))["PAGE_TYPES"]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or one_of_every_kind())
