"""A host that does what the published `_headers` tell, as Cloudflare Pages documents them."""

from __future__ import annotations

import http.server
import re
from functools import cache
from http import HTTPStatus
from pathlib import Path

from profil_terbuka.hosting import HEADERS

Rules = list[tuple[re.Pattern[str], list[tuple[str, str | None]]]]
"""Pattern of addresses -> headers to send; None takes one back that an earlier rule gave."""


def rules(folder: Path) -> Rules:
    """What the site in a folder asks of its host."""
    return _rules((folder / HEADERS).read_text("utf-8"))


@cache
def _rules(text: str) -> Rules:
    found: Rules = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append((_pattern(line), []))
        elif line.startswith("  ! "):
            found[-1][1].append((line[4:], None))
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
        else:
            assert line == "" or line.startswith("#"), line
    return found


def headers(found: Rules, path: str) -> dict[str, str]:
    """The headers of one address; of a name given twice the values are joined."""
    sent: dict[str, str] = {}
    for pattern, lines in found:
        if not pattern.fullmatch(path):
            continue
        for name, value in lines:
            if value is None:
                sent.pop(name, None)
            else:
                sent[name] = f"{sent[name]}, {value}" if name in sent else value
    return sent


def _pattern(glob: str) -> re.Pattern[str]:
    parts = re.split(r"(\*|:[A-Za-z]\w*)", glob)
    return re.compile("".join(map(_part, parts)))


def _part(text: str) -> str:
    if text == "*":
        return ".*"
    return "[^/]+" if text.startswith(":") else re.escape(text)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and keeps it to itself; what is not there is answered with its 404.html."""

    protocol_version = "HTTP/1.1"  # a connection serves many requests
    disable_nagle_algorithm = True  # and the next answer does not wait until the last is confirmed

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Guarded(Quiet):
    """Sends the headers as well."""

    def send_header(self, keyword: str, value: str) -> None:
        if keyword not in self._asked():
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        for name, value in self._asked().items():
            super().send_header(name, value)
        super().end_headers()

    def _asked(self) -> dict[str, str]:
        return headers(rules(Path(self.directory)), self.path.partition("?")[0])
