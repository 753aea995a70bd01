"""`_headers`: Cloudflare Pages and Netlify read it; they pack, and find 404.html, by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.messages import message
from . import facts
from .rules import ALWAYS, ANYBODY, CACHE, CORS, CSP, POLICY_RULES, REST, about, comment

_KNOWN = frozenset({"html", "css", "js", "json", "xml", "svg", "png", "webp", "jpg", "txt", "pdf"})
"""Kinds that every host knows by itself."""


def listed_headers(above: str) -> Iterator[str]:
    """The lines of the file; `above` is the path of an agency below the site, '' for its own."""
    yield from about(message("hosting.headers"))
    yield "/*"
    for name, value in ((CSP, str(REST)), *ALWAYS, (CACHE, facts.FRESH)):
        yield f"  {name}: {value}"
    yield from _policies(above)
    yield from _types()
    yield from _unchanging(above)


def _policies(above: str) -> Iterator[str]:
    for rule in POLICY_RULES:
        yield from comment(rule.what)
        for glob in rule.globs:
            yield glob if glob.startswith("/*") else f"{above}{glob}"
            yield f"  ! {CSP}"
            yield f"  {CSP}: {rule.policy}"


def _types() -> Iterator[str]:
    yield from comment(message("hosting.types"))
    for media in facts.MEDIA_TYPES:
        for extension in media.extensions if media.is_data else ():
            yield f"/*.{extension}"
            yield f"  {CORS}: {ANYBODY}"
            if extension not in _KNOWN:
                yield f"  Content-Type: {media.told}"


def _unchanging(above: str) -> Iterator[str]:
    yield from comment(message("hosting.unchanging"))
    for folder in ("fragment", "index", "filter"):
        for place in dict.fromkeys(("", above)):
            yield f"{place}/pagefind/{folder}/*"
            yield f"  ! {CACHE}"
            yield f"  {CACHE}: {facts.FOR_EVER}"
