"""What a hand-written page may not contain: active content, dangerous links, forgotten text."""

from __future__ import annotations

import html
import re
import urllib.parse
from collections.abc import Iterator

from .. import codes
from ..checks.words import placeholder_in
from ..findings import Finding, Place

_ACTIVE = re.compile(
    r"<\s*(script|iframe|object|embed|style|form|link|meta|base|svg|math|template)\b"
    r"|<!\[|\son[a-z]+\s*=\s*[\"'\w]",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?:javascript|vbscript|data|file)\s*:", re.IGNORECASE)
_LINK = re.compile(
    r"\]\(\s*<?([^)\s>]*)|(?:href|src|action)\s*=\s*[\"']?([^\"'\s>]*)|<([a-z]+:[^>\s]*)>"
    r"|^\s*\[[^\]]+\]:\s*(\S+)",
    re.IGNORECASE | re.MULTILINE,
)
_INVISIBLE = re.compile(
    r"[\x00-\x20\x7f\u200b-\u200f\u2060\ufeff]|&(?:tab|newline|#0*9|#x0*9);", re.I
)


def check_safety(text: str, file: str) -> Iterator[Finding]:
    """A finding for each active element, dangerous link target or placeholder of a page."""
    for found in _ACTIVE.finditer(text):
        place = Place(file, _line(text, found.start()))
        message = f"`{found[0].strip()[:40]}` tidak boleh ada di halaman."
        yield Finding(codes.PAGE_ACTIVE, place, message)
    for found in _LINK.finditer(text):
        target = next(group for group in found.groups() if group is not None)
        if _SCHEME.match(_INVISIBLE.sub("", _decoded(target))):
            place = Place(file, _line(text, found.start()))
            yield Finding(codes.PAGE_ACTIVE, place, f"Tautan ke `{target[:40]}` tidak boleh.")
    if word := placeholder_in(text):
        line = _line(text, text.lower().index(word.lower()))
        message = f"Teks pengganti `{word}` tertinggal."
        yield Finding(codes.PLACEHOLDER, Place(file, line), message)


def _decoded(target: str) -> str:
    """A link target with character references and percent signs resolved, as a browser reads it."""
    return urllib.parse.unquote(html.unescape(target))


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
