"""Rules for Apache 2.4 as `.htaccess`: they need `AllowOverride FileInfo`, and no module for sure.

Without a module its part is missing, and nothing else breaks. LiteSpeed, which reads these files
too, packs by itself: the part for files that are packed already is not for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.messages import message
from ..render.layout import LOST
from . import facts
from .rules import ALWAYS, ANYBODY, CACHE, CORS, CSP, POLICY_RULES, REST, about, comment

_PACKINGS = (("br", "br", "br"), ("gzip", "gz", "gzip"))
"""What a browser says it takes, the end of the file's name, what is sent: the smaller one first."""
_MARK = "padat"
"""Tells the second look at an address, after it was led to a packed file, from the first."""


def apache_rules(base: str) -> Iterator[str]:
    """The lines of the file, for a site that stands at the path `base` of its host."""
    yield from about(message("hosting.apache"))
    yield from lost_page_rule(base)
    yield from _within("mod_mime.c", _types())
    yield from _within("mod_headers.c", _headers())
    yield from _within("mod_rewrite.c", _rewriting())
    yield from _within("mod_filter.c", _within("mod_deflate.c", _deflating()))


def lost_page_rule(base: str) -> Iterator[str]:
    """Which page is shown for addresses that do not exist."""
    yield from comment(message("hosting.lost-apache"))
    yield f"ErrorDocument 404 {base}{LOST}"


def _within(module: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"<IfModule {module}>"
    yield from (f"  {line}" for line in lines)
    yield "</IfModule>"


def _types() -> Iterator[str]:
    yield from comment(message("hosting.types"))
    for media in facts.MEDIA_TYPES:
        ends = " ".join(f".{extension}" for extension in media.extensions)
        yield f"AddType {media.name} {ends}"
        if media.is_text:
            yield f"AddCharset utf-8 {ends}"
    for named in facts.NAMED_FILES:
        pattern = named.pattern.removeprefix("/").replace("$", _OR_PACKED)
        yield f'<FilesMatch "{pattern}">'
        yield f'  ForceType "{named.media.told}"'
        yield "</FilesMatch>"


_OR_PACKED = rf"(\.({'|'.join(end for _, end, _ in _PACKINGS)}))?$"


def _headers() -> Iterator[str]:
    yield f'Header always set {CSP} "{REST}"'
    for rule in POLICY_RULES:
        yield from comment(rule.what)
        yield f'Header always set {CSP} "{rule.policy}" {_where(rule.pattern)}'
    yield from comment(message("hosting.caching"))
    yield f'Header always set {CACHE} "{facts.FRESH}"'
    yield f'Header always set {CACHE} "{facts.FOR_EVER}" {_where(facts.UNCHANGING)}'
    yield from comment(message("hosting.open"))
    yield f'Header always set {CORS} "{ANYBODY}" {_where(facts.open_addresses())}'
    for name, value in ALWAYS:
        yield f'Header always set {name} "{value}"'


def _where(pattern: str) -> str:
    """A condition on the address, also where it was led to a packed file."""
    return f'"expr=%{{REQUEST_URI}} =~ m#{pattern.replace("$", _OR_PACKED)}#"'


def _rewriting() -> Iterator[str]:
    yield "RewriteEngine On"
    yield from comment(message("hosting.hidden"))
    yield r"RewriteRule (^|/)\.(?!well-known/) - [R=404,L]"
    yield from comment(message("hosting.no-listing"))
    yield "RewriteCond %{REQUEST_FILENAME} -d"
    yield "RewriteCond %{REQUEST_FILENAME}/index.html !-f"
    yield "RewriteRule ^ - [R=404,L]"
    # Without mod_mime nobody would say how a file is packed.
    yield from _within("!LiteSpeed", _within("mod_mime.c", _packed()))


def _packed() -> Iterator[str]:
    yield from comment(message("hosting.packing"))
    ends = "|".join(facts.packed_extensions())
    for taken, end, sent in _PACKINGS:
        for name, more in ((rf"(.+\.({ends}))", ""), ("(.+/|)", "index.html")):
            yield f"RewriteCond %{{HTTP:Accept-Encoding}} \\b{taken}\\b"
            yield f"RewriteCond %{{REQUEST_FILENAME}}{more}.{end} -f"
            yield f"RewriteRule ^{name}$ $1{more}.{end} [E={_MARK}:{sent},L]"
    for _, end, sent in _PACKINGS:
        yield f"<If \"reqenv('REDIRECT_{_MARK}') == '{sent}'\">"
        yield f"  RemoveType .{end}"
        yield f"  RemoveLanguage .{end}"
        yield f"  AddEncoding {sent} .{end}"
        yield "</If>"
    where = _where(facts.ending(facts.packed_extensions()))
    yield from _within("mod_headers.c", [f"Header always merge Vary Accept-Encoding {where}"])


def _deflating() -> Iterator[str]:
    yield f"AddOutputFilterByType DEFLATE {' '.join(facts.packed_types())}"
