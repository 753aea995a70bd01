#!/usr/bin/env python3
"""Photograph pages of site/: potret.py FOLDER [PAGE ...]

Every page at 360 and 1280 px, light and dark, as FOLDER/<page>-<width>-<scheme>.png.
"""

import functools
import http.server
import sys
import threading
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

import peramban

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Requests are not worth a line each."""


def main(folder: Path, pages: list[str]) -> None:
    """Write the pictures; `pages` are addresses below site/ such as '<instansi>/data/'."""
    handler = functools.partial(_Quiet, directory=str(ROOT / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=peramban.installed(), args=list(peramban.ARGUMENTS)
        )
        for width in WIDTHS:
            for scheme in SCHEMES:
                page = browser.new_page(
                    viewport={"width": width, "height": 800}, color_scheme=scheme
                )
                for address in pages:
                    # Who follows a link to a place gets the whole page laid out at once.
                    page.goto(f"http://127.0.0.1:{server.server_port}/{address}#isi")
                    name = address.strip("/").replace("/", "_") or "portal"
                    path = folder / f"{name}-{width}-{scheme}.png"
                    page.screenshot(path=str(path), full_page=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or [""])
