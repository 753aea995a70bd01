"""Rules for nginx, to be included in a `server` block: plain modules, no `map`, no outer block."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.messages import message
from ..render.layout import LOST
from . import facts
from .rules import ALWAYS, ANYBODY, CACHE, CORS, CSP, POLICY_RULES, REST, about, comment

_DEPTH = 3
"""So many folders deep a site may stand below the root of its host; the portal's agencies, too."""
_SMALLEST = 1024
"""Bytes: what is smaller fits one packet anyway."""


def nginx_rules() -> Iterator[str]:
    """The lines of the file."""
    yield from about(message("hosting.nginx"))
    yield "index index.html;"
    yield "absolute_redirect off;"
    yield from _types()
    yield from _packing()
    yield from _headers()
    yield from _lost()


def _types() -> Iterator[str]:
    yield ""
    yield from comment(message("hosting.types"))
    yield "types {"
    for media in facts.MEDIA_TYPES:
        yield f"  {media.name} {' '.join(media.extensions)};"
    yield "}"
    yield f"default_type {facts.UNKNOWN};"
    for named in facts.NAMED_FILES:
        yield f'location ~ "{named.pattern}" {{ types {{ }} default_type {named.media.name}; }}'
    yield "charset utf-8;"
    yield f"charset_types {' '.join(_but_html(facts.text_types()))};"


def _but_html(names: Iterator[str]) -> list[str]:
    """nginx has it in such lists by itself, and complains when it is said."""
    return [name for name in names if name != "text/html"]


def _packing() -> Iterator[str]:
    yield ""
    yield from comment(message("hosting.packing"))
    yield "gzip on;"
    yield "gzip_static on;"
    yield "gzip_vary on;"
    yield "gzip_proxied any;"
    yield f"gzip_min_length {_SMALLEST};"
    yield f"gzip_types {' '.join(_but_html(facts.packed_types()))};"
    yield from comment(message("hosting.nginx-brotli"))
    yield "# brotli_static on;"


def _headers() -> Iterator[str]:
    yield ""
    yield f'set $kebijakan_isi "{REST}";'
    for rule in POLICY_RULES:
        yield from comment(rule.what)
        yield _where(rule.pattern, "kebijakan_isi", str(rule.policy))
    yield from comment(message("hosting.caching"))
    yield f'set $disimpan "{facts.FRESH}";'
    yield _where(facts.UNCHANGING, "disimpan", facts.FOR_EVER)
    yield from comment(message("hosting.open"))
    yield 'set $boleh_dari "";'
    yield _where(facts.open_addresses(), "boleh_dari", ANYBODY)
    yield f"add_header {CSP} $kebijakan_isi always;"
    yield f"add_header {CACHE} $disimpan always;"
    yield f"add_header {CORS} $boleh_dari always;"
    for name, value in ALWAYS:
        yield f'add_header {name} "{value}" always;'


def _where(pattern: str, variable: str, value: str) -> str:
    return f'if ($uri ~ "{pattern}") {{ set ${variable} "{value}"; }}'


def _lost() -> Iterator[str]:
    """The nearest 404.html above the address; nothing is told of folders without a page."""
    yield ""
    yield from comment(message("hosting.lost"))
    yield f'set $hilang "/{LOST}";'
    yield 'set $bagian "";'
    for depth in range(1, _DEPTH + 1):
        yield f'if ($uri ~ "^({"/[^/]+" * depth})/") {{ set $bagian $1; }}'
        found = f"$document_root$bagian/{LOST}"
        yield f'if (-f "{found}") {{ set $hilang "$bagian/{LOST}"; }}'
    yield "error_page 404 $hilang;"
    yield "error_page 403 =404 $hilang;"
    yield from comment(message("hosting.hidden"))
    yield r'if ($uri ~ "/\.(?!well-known/)") { return 404; }'
