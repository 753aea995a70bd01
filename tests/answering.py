"""A small web server that answers what a test tells it to, on this machine alone."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from support import QUICK


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent for a path."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def answering(answers: Mapping[str, Answer], asked: list[str] | None = None) -> Iterator[str]:
    """The address below which paths ('data/pkh/') are answered; whatever else is 404.

    Paths go into `asked` as they come. A status of 0 ends the connection without a word.
    """

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.removeprefix("/")
            if asked is not None:
                asked.append(path)
            answer = answers.get(path, Answer(b"tidak ada", 404))
            if not answer.status:
                self.close_connection = True
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            """Requests are not worth a line each."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(QUICK,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def as_served(files: Mapping[str, bytes]) -> dict[str, Answer]:
    """A site's files at the paths that readers ask for: a page at that of its folder."""
    return {name.removesuffix("index.html"): Answer(data) for name, data in files.items()}
