"""A real Chromium and a server for site/; a missing browser is a failure, not a skip."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hosts import Quiet
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    ViewportSize,
    expect,
    sync_playwright,
)

import servers
from profil_terbuka.cli import chromium
from support import QUICK, OpenPage, Serve, Visit

DESK: ViewportSize = {"width": 1280, "height": 800}
PATIENCE = 20_000
"""Milliseconds until what is expected must be so, also on a machine that has other things to do."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve a folder, by a host that sends nothing of its own or by another; returns where."""
    servers = []

    def start(folder: Path, host: type[Quiet] = Quiet) -> str:
        handler = functools.partial(host, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, args=(QUICK,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(built: Path, serve: Serve) -> str:
    """Where the built site is served."""
    return serve(built)


@pytest.fixture(scope="session")
def guarded(built: Path) -> Iterator[str]:
    """Where the built site is served by a real nginx, told the rules published with it."""
    rules = (built / "server/nginx.conf").read_text("utf-8")
    with servers.running(servers.nginx(rules), built) as address:
        yield address


@pytest.fixture(scope="session")
def bench_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the workbenches of this process keep what they have drawn. It is no other process's:
    a bench that opens clears away what lies there half done."""
    return tmp_path_factory.mktemp("singgahan-meja")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.quickest() or chromium.installed()
    assert path, "no Chromium: python scripts/peramban.py installs one"
    with sync_playwright() as playwright:
        arguments = list(chromium.ARGUMENTS)
        opened = playwright.chromium.launch(executable_path=path, args=arguments)
        yield opened
        opened.close()


def watch(page: Page, address: str) -> list[str]:
    """A list that fills with console errors, failed answers and requests to foreign hosts."""
    problems: list[str] = []

    def on_console(note: ConsoleMessage) -> None:
        if note.type == "error":
            problems.append(note.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            problems.append(f"foreign request: {request.url}")

    def on_response(answer: Response) -> None:
        if answer.status >= 400:
            problems.append(f"{answer.status}: {answer.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", on_request)
    page.on("response", on_response)
    return problems


def open_tab(context: BrowserContext, address: str) -> Page:
    """One more page in a browser; `problems` tells what goes wrong in it."""
    page = context.new_page()
    page.problems = watch(page, address)  # type: ignore[attr-defined]
    return page


@contextmanager
def browsing(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """A page of a browser that knows nothing yet; `problems` tells what goes wrong in it.

    `address` is the host whose answers are its own; `options` are those of a browser context.
    """
    # The service worker fetches ahead: only the tests about it want it.
    chosen = {"service_workers": "block", **options}
    context = browser.new_context(**chosen)  # type: ignore[arg-type]
    yield open_tab(context, address)
    context.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Open a path of site/ (or of `address`) in a browser that knows nothing yet.

    For whoever leaves something behind in it or needs options of its own: half a second more than
    `visit`. open_page(None) visits nothing.
    """
    with ExitStack() as opened:

        def start(path: str | None, address: str = address, **options: object) -> Page:
            page = opened.enter_context(browsing(browser, address, **options))
            if path is not None:
                page.goto(f"{address}/{path}")
            return page

        yield start


@pytest.fixture(scope="session")
def visitor(browser: Browser, address: str) -> Iterator[Page]:
    """One page that many tests send around the site; `problems` tells what went wrong."""
    with browsing(browser, address, reduced_motion="reduce") as page:
        yield page


@pytest.fixture
def visit(visitor: Page, address: str) -> Visit:
    """Send the page that is there already to a path of site/, in a window of that size.

    For tests that leave nothing behind in the browser; style sheets it has read already.
    """

    def start(path: str, viewport: ViewportSize = DESK) -> Page:
        visitor.goto("about:blank")
        visitor.emulate_media(color_scheme="light", reduced_motion="reduce")
        visitor.set_viewport_size(viewport)
        visitor.problems.clear()  # type: ignore[attr-defined]
        visitor.goto(f"{address}/{path}")
        return visitor

    return start
