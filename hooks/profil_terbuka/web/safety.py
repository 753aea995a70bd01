"""What a hand-written page may not contain: active content, dangerous links, forgotten text.

Told here because here the line is known. What slips through stops at the finished page, which is
held against the whole list (`allowed`, `verify`).
"""

from __future__ import annotations

import html
import re
import urllib.parse
from collections.abc import Iterator

from ..check.kinds.placeholders import placeholder_in
from ..model import codes
from ..model.findings import Finding, Place
from ..model.messages import message
from . import allowed

_LONGEST = 40
_CODE = re.compile(r"^(```|~~~).*?^\1|(`+)(?!`).*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)
"""Shown as it stands, so it may hold anything."""
_TAG = re.compile(r"<\s*([a-zA-Z][\w-]*)(?=[\s/>])|<!\[|<!--|<[!?]")
_HOLDER = re.compile(r"<[a-zA-Z][^>]*|\{[^{}\n]*\}")
"""What may hold attributes: a tag, or braces behind what Markdown makes a tag of."""
_ATTRIBUTE = re.compile(r"[\s/\"'{:](?:on[a-z]+|style)\s*=\s*[\"'\w]?", re.IGNORECASE)
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
    for position, written in _active(_CODE.sub(_blank, text)):
        said = message("web.page-element-refused", written=written.strip()[:_LONGEST])
        yield Finding(codes.PAGE_ACTIVE, Place(file, _line(text, position)), said)
    for found in _LINK.finditer(text):
        target = next(group for group in found.groups() if group is not None)
        if _SCHEME.match(_INVISIBLE.sub("", _decoded(target))):
            place = Place(file, _line(text, found.start()))
            said = message("web.link-refused", target=target[:_LONGEST])
            yield Finding(codes.PAGE_ACTIVE, place, said)
    if word := placeholder_in(text):
        line = _line(text, text.lower().index(word.lower()))
        said = message("web.placeholder-left", word=word)
        yield Finding(codes.PLACEHOLDER, Place(file, line), said)


def _active(text: str) -> Iterator[tuple[int, str]]:
    """Where tags and attributes stand that no page may hold, and how they are written."""
    for found in _TAG.finditer(text):
        if found[1] is None or found[1].lower() not in allowed.TAGS:
            yield found.start(), found[0]
    for holder in _HOLDER.finditer(text):
        for found in _ATTRIBUTE.finditer(holder[0]):
            yield holder.start() + found.start(), found[0].lstrip("/\"'{:")


def _blank(found: re.Match[str]) -> str:
    """Spaces instead of the match; its line breaks stay, so that places stay true."""
    return re.sub(r"[^\n]", " ", found[0])


def _decoded(target: str) -> str:
    """A link target with character references and percent signs resolved, as a browser reads it."""
    return urllib.parse.unquote(html.unescape(target))


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
