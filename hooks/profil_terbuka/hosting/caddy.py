"""Rules for Caddy 2, to be imported in the block of an address."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.messages import message
from ..render.layout import LOST
from . import facts
from .rules import ALWAYS, ANYBODY, CACHE, CORS, CSP, POLICY_RULES, REST, about, comment

_DEPTH = 3
"""So many folders deep a site may stand below the root of its host; the portal's agencies, too."""
_PAGE = facts.media_of("index.html").told


def caddy_rules() -> Iterator[str]:
    """The lines of the file."""
    yield from about(message("hosting.caddy"))
    yield "header {"
    for name, value in ALWAYS:
        yield f'  {name} "{value}"'
    yield "}"
    yield from _policies()
    yield from _caching()
    yield from _types()
    yield from _serving()


def _policies() -> Iterator[str]:
    for number, rule in enumerate(POLICY_RULES, start=1):
        name = f"@khusus{number}"
        yield from comment(rule.what)
        yield f"{name} path_regexp {rule.pattern}"
        yield f'header {name} {CSP} "{rule.policy}"'
    yield f"@umum not path_regexp {'|'.join(rule.pattern for rule in POLICY_RULES)}"
    yield f'header @umum {CSP} "{REST}"'


def _caching() -> Iterator[str]:
    yield from comment(message("hosting.caching"))
    yield f"@tetap path_regexp {facts.UNCHANGING}"
    yield f'header @tetap {CACHE} "{facts.FOR_EVER}"'
    yield f"@berubah not path_regexp {facts.UNCHANGING}"
    yield f'header @berubah {CACHE} "{facts.FRESH}"'
    yield from comment(message("hosting.open"))
    yield f"@terbuka path_regexp {facts.open_addresses()}"
    yield f'header @terbuka {CORS} "{ANYBODY}"'


def _types() -> Iterator[str]:
    yield from comment(message("hosting.types"))
    yield "map {path} {jenis} {"
    named = [(item.pattern, item.media) for item in facts.NAMED_FILES]
    usual = [(facts.ending(media.extensions), media) for media in facts.MEDIA_TYPES]
    for pattern, media in (*named, *usual):
        yield f'  ~{pattern} "{media.told}"'
    yield f'  ~/$ "{_PAGE}"'
    yield f"  default {facts.UNKNOWN}"
    yield "}"
    yield "header Content-Type {jenis}"


def _serving() -> Iterator[str]:
    yield from comment(message("hosting.packing"))
    yield "file_server {"
    yield "  precompressed br gzip"
    yield "}"
    yield "encode gzip"
    yield from comment(message("hosting.hidden"))
    yield "@tersembunyi {"
    yield r"  path_regexp /\."
    yield "  not path /.well-known/*"
    yield "}"
    yield "error @tersembunyi 404"
    yield from comment(message("hosting.lost"))
    yield "handle_errors {"
    yield "  @hilang file {"
    yield f"    try_files {' '.join(_lost_pages())}"
    yield "  }"
    yield "  rewrite @hilang {http.matchers.file.relative}"
    yield f'  header Content-Type "{_PAGE}"'
    yield f'  header {CSP} "{REST}"'
    yield f'  header {CACHE} "{facts.FRESH}"'
    yield "  file_server"
    yield "}"


def _lost_pages() -> Iterator[str]:
    """Where the nearest page for lost addresses may be, the deepest first."""
    for depth in range(_DEPTH, -1, -1):
        parts = [f"{{path.{number}}}" for number in range(depth)]
        yield "/".join(("", *parts, LOST))
