"""Workbenches as a browser finds them: served on a port of their own."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Page

from profil_terbuka.workbench import Workbench, open_workbench, workbench_app


@contextmanager
def served(repository: Path) -> Iterator[Workbench]:
    """A workbench for a repository, until the end of the block."""
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    made = open_workbench(repository, bound.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(workbench_app(made), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield made
    server.should_exit = True
    thread.join(timeout=10)
    bound.close()


def drawn_whole(page: Page) -> None:
    """Wait for a page with its style sheet and scripts.

    One that was written in the place of a waiting page has no load that the driver hears of.
    """
    page.wait_for_load_state()
    while page.evaluate("document.readyState") != "complete":
        page.wait_for_timeout(20)
