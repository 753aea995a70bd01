"""What a server answers for files of a site, held against the site as it was built.

Each file is asked for once, never more of it than it may be long. Nothing is followed to another
host: what stands there was published by somebody else.
"""

from __future__ import annotations

import datetime
import hashlib
import http.client
import io
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import IO
from urllib.parse import quote, urlsplit

from ..history.ledger import HOME
from ..model.messages import Message, message
from ..model.release import VERSION
from ..words.refusals import Refusal

SECONDS = 20.0
"""Without a word from the server."""
LONGEST = 600.0
"""Seconds for one file, however slowly it drips."""
PATIENCE = 3
"""Files without an answer, one after the other, until no more are asked for."""
_PIECE = 1 << 16
_GONE = (404, 410)
_HEADERS = {"User-Agent": f"profil-terbuka/{VERSION}", "Cache-Control": "no-cache"}


class Unreachable(Refusal):
    """Why a server does not answer at all: nothing can be stated of what it serves."""


class Sight(StrEnum):
    """What was seen of a file."""

    SAME = "same"
    OTHER = "other"
    ABSENT = "absent"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Expected:
    """A file as the site was built."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ServedLook:
    """What was served at `root`, from the moment `began` to `ended`."""

    root: str
    began: datetime.datetime
    ended: datetime.datetime
    files: Mapping[str, Sight]

    @property
    def unlike(self) -> tuple[str, ...]:
        """Files that were not served as they were built."""
        return tuple(file for file, sight in self.files.items() if sight is not Sight.SAME)


class _Elsewhere(Exception):
    """The server leads to another host."""


class _SameHost(urllib.request.HTTPRedirectHandler):
    def redirect_request(  # noqa: PLR0913, PLR0917  as urllib calls it
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The next request; _Elsewhere where it would go to another host."""
        if not is_same_host(req.full_url, newurl):
            raise _Elsewhere
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_same_host(old: str, new: str) -> bool:
    """Whether `new` is asked from the host that was asked; from http to https is an improvement.

    >>> is_same_host("http://data.contoh.go.id/a", "https://data.contoh.go.id/a/")
    True
    >>> is_same_host("https://data.contoh.go.id/", "http://data.contoh.go.id/")
    False
    >>> is_same_host("http://127.0.0.1:8000/", "http://127.0.0.1:8001/")
    False
    """
    one, other = urlsplit(old), urlsplit(new)
    if (one.scheme, other.scheme) == ("http", "https"):
        return one.hostname == other.hostname
    return (one.scheme, one.netloc) == (other.scheme, other.netloc)


def look_at(
    root: str, expected: Mapping[str, Expected], now: Callable[[], datetime.datetime]
) -> ServedLook:
    """Ask the site at `root` for files, in their order; raises Unreachable where nobody answers.

    A page is asked for as readers do, by the address of its folder.
    """
    opener = urllib.request.build_opener(_SameHost())
    began, silent, seen = now(), 0, {}
    for file, one in expected.items():
        if silent == PATIENCE:
            seen[file] = Sight.SILENT
            continue
        try:
            seen[file], silent = _sight(opener, f"{root}{_asked(file)}", one), 0
        except (OSError, http.client.HTTPException) as problem:
            if not seen:
                raise Unreachable(_why(root, problem)) from None
            seen[file], silent = Sight.SILENT, silent + 1
    return ServedLook(root, began, now(), seen)


def _asked(file: str) -> str:
    """'data/pkh/' for 'data/pkh/index.html'.

    >>> _asked("data/pkh/index.html"), _asked("index.html"), _asked("data/a b.csv")
    ('data/pkh/', '', 'data/a%20b.csv')
    """
    folder, slash, name = file.rpartition("/")
    return quote(f"{folder}{slash}" if name == HOME else file)


def _sight(opener: urllib.request.OpenerDirector, address: str, one: Expected) -> Sight:
    request = urllib.request.Request(address, headers=_HEADERS)  # noqa: S310  checked before
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            data = read_at_most(answer, one.size + 1)
    except _Elsewhere:
        return Sight.ELSEWHERE
    except urllib.error.HTTPError as refusal:
        refusal.close()
        return Sight.ABSENT if refusal.code in _GONE else Sight.REFUSED
    return Sight.SAME if hashlib.sha256(data).hexdigest() == one.sha256 else Sight.OTHER


def read_at_most(answer: io.BufferedIOBase, most: int) -> bytes:
    """So many bytes of an answer, however long it is; TimeoutError where they come too slowly.

    >>> read_at_most(io.BytesIO(b"tahun,jumlah"), 5), read_at_most(io.BytesIO(b"a"), 5)
    (b'tahun', b'a')
    """
    until, data = time.monotonic() + LONGEST, bytearray()
    while len(data) < most and (piece := answer.read1(min(_PIECE, most - len(data)))):
        data += piece
        if time.monotonic() > until:
            raise TimeoutError
    return bytes(data)


def _why(root: str, problem: OSError | http.client.HTTPException) -> Message:
    reason = getattr(problem, "reason", problem)
    why = message("attestation.no-answer")
    if isinstance(reason, socket.gaierror):
        why = message("attestation.no-such-host")
    elif isinstance(reason, ssl.SSLError):
        why = message("attestation.no-trust")
    elif isinstance(reason, TimeoutError):
        why = message("attestation.too-slow")
    return message("attestation.unreachable", address=root, why=why)
