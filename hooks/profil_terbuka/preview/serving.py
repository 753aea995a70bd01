"""The preview over HTTP, for browsers on this machine."""

from __future__ import annotations

import contextlib
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from .latest import Latest
from .replying import NEWS, STATE, Reply, own_file, reply_to

HOST = "127.0.0.1"
BETWEEN_LOOKS = 0.5
"""Seconds between two looks at the files while nobody asks for anything."""
PATIENCE = 25.0
"""Seconds that a page waits for news before it asks again."""


class PreviewServer(ThreadingHTTPServer):
    """Serves `latest` on a port of this machine, 0: any free one; OSError where it is taken.

    Of the files that are saved it takes note by itself, so that a new edition is under way before
    the browser asks for it.
    """

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # there two programs would share a port

    def __init__(self, latest: Latest, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.latest = latest
        self._over = threading.Event()

    @property
    def port(self) -> int:
        """The one that is served."""
        return int(self.server_address[1])

    @property
    def hosts(self) -> frozenset[str]:
        """Names under which it is asked: a page elsewhere cannot make its own name lead here."""
        return frozenset({f"{HOST}:{self.port}", f"localhost:{self.port}"})

    def serve_until_closed(self) -> None:
        """Answer, and look after the files, until `close` or Ctrl+C."""
        threading.Thread(target=self._keep_looking, daemon=True).start()
        try:
            self.serve_forever(poll_interval=BETWEEN_LOOKS)
        finally:
            self.close()

    def close(self) -> None:
        """Give the port back."""
        self._over.set()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def _keep_looking(self) -> None:
        while not self._over.wait(BETWEEN_LOOKS):
            self.latest.edition()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"  # a connection serves many requests
    disable_nagle_algorithm = True  # a body need not wait until its head has arrived
    timeout = 2 * PATIENCE

    def do_GET(self) -> None:
        """Answer with a page, a file, or the news that there is a newer one."""
        with contextlib.suppress(ConnectionError):  # the page was left before it came
            self._give(self._reply())

    def do_HEAD(self) -> None:
        """The same without its body."""
        self.do_GET()

    def _reply(self) -> Reply:
        if self.headers.get("host", "") not in self.server.hosts:
            return Reply(400, b"", "text/plain")
        address, _, query = self.path.partition("?")
        path = unquote(address)
        if path == NEWS:
            known = parse_qs(query).get(STATE, [""])[0]
            seen = self.server.latest.watch.other_than(known, PATIENCE)
            return Reply(200, seen.encode(), "text/plain")
        return own_file(path) or reply_to(self.server.latest.edition(), path)

    def _give(self, given: Reply) -> None:
        self.send_response(given.status)
        if given.leads_to:
            self.send_header("Location", quote(given.leads_to))
        self.send_header("Content-Type", given.kind)
        self.send_header("Content-Length", str(len(given.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(given.body)

    def log_message(self, *_: object) -> None:
        """Nobody reads which files a browser asked for."""
