"""Who may speak to the bench: this machine's browser that was shown the key, and no other page.

The bench is guarded as if it were public. Other pages in the same browser can send requests to
127.0.0.1, and a host name of theirs can be made to lead there: so the Host header is held against
the two names there are, the cookie is never sent from elsewhere (SameSite=Strict), and every form
carries a seal that only pages of the bench know.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..importer.formats import MOST_BYTES
from ..web import policy
from .bench import Workbench
from .refusing import NO_COOKIE, TOO_LARGE, WRONG_HOST, WRONG_ORIGIN, Sorry, sorry_page

ENTRANCE = "/masuk"
OPEN = frozenset({ENTRANCE, "/gaya.css"})
"""What is answered without the cookie: how to get it, and how the page looks that tells so."""
_MORE = 1024 * 1024
"""Bytes that a form may have beside its file."""
MOST = MOST_BYTES + _MORE

_POLICY = policy.PAGE.but("script-src", "'self'").but("frame-ancestors", "'none'")
HEADERS: Mapping[str, str] = {
    "content-security-policy": str(_POLICY),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_METHODS = frozenset({"GET", "HEAD", "POST"})


class BodyTooLarge(Exception):
    """More came than any form may hold."""


class Guard:
    """Stands before the application; whoever may not speak is told why, in words."""

    def __init__(self, app: ASGIApp, bench: Workbench) -> None:
        self._app, self._bench = app, bench

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it with the reason why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        guarded = _with_headers(send, previewed=_is_preview(scope["path"]))
        refused = self._refusal(scope)
        if refused is not None:
            await sorry_page(refused)(scope, receive, guarded)
            return
        await self._app(scope, _limited(receive), guarded)

    def _refusal(self, scope: Scope) -> Sorry | None:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._bench.hosts:
            return WRONG_HOST
        if scope["method"] not in _METHODS:
            return WRONG_ORIGIN
        if scope["path"] not in OPEN and not self._knows_cookie(headers):
            return NO_COOKIE
        origin = headers.get("origin")
        own = {f"http://{host}" for host in self._bench.hosts}
        if scope["method"] == "POST" and origin is not None and origin not in own:
            return WRONG_ORIGIN
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > MOST:
            return TOO_LARGE
        return None

    def _knows_cookie(self, headers: Headers) -> bool:
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return False
        shown = cookies.get(self._bench.cookie_name)
        return shown is not None and secrets.compare_digest(
            shown.value.encode(), self._bench.cookie.encode()
        )


def _is_preview(path: str) -> bool:
    """Whether an address belongs to a site that is previewed, which brings its own policy."""
    parts = path.split("/")
    return len(parts) > 3 and parts[1] == "i" and parts[3] == "situs"


def _limited(receive: Receive) -> Receive:
    """The body of a request as far as it may go, however long it claims to be."""
    taken = 0

    async def take() -> Message:
        nonlocal taken
        part = await receive()
        taken += len(part.get("body", b""))
        if taken > MOST:
            raise BodyTooLarge
        return part

    return take


def _with_headers(send: Send, *, previewed: bool) -> Send:
    """Every answer says what a browser may do with it."""
    own = dict(HEADERS)
    if previewed:  # its search engine is WebAssembly
        own["content-security-policy"] = str(policy.PAGE.but("frame-ancestors", "'none'"))

    async def give(part: Message) -> None:
        if part["type"] == "http.response.start":
            known = {name.lower() for name, _ in part["headers"]}
            part["headers"] += [
                (name.encode(), value.encode())
                for name, value in own.items()
                if name.encode() not in known
            ]
        await send(part)

    return give
