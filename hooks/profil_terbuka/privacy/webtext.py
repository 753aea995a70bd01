"""The texts of HTML, XML and SVG that a person or a program could read, without parsing fully."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

BREAK = "\0"
"""Stands between texts that do not touch on the page: no number runs on across it."""

_STYLE = re.compile(r"<style\b[^>]*>.*?</style\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"<!--(?P<comment>.*?)-->"
    r"|<[/?!]?(?P<name>[a-zA-Z][\w:-]*)(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:@.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_INLINE = re.compile(
    r"a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|time"
    r"|tspan|u|wbr|text:(?:span|a)|[wa]:(?!(?:p|tc|tr|tbl|br|tab|cr|body)\Z)\w+"
)
_GEOMETRY = re.compile(
    r"d|points|transform|viewbox|style|width|height|[xyr][12]?|[dcr][xy]|offset|class|id|for"
    r"|xmlns.*|integrity|nonce|srcset|sizes|s|t|spans|ref|sqref|min|max|.*uid"
)
"""Attributes that hold numbers and names of machines, never words of people."""

_MAY_TELL = re.compile(r"\d\D{0,5}\d\D{0,5}\d\D{0,5}\d|@|\bat\b|\bno", re.IGNORECASE)
"""Without this an attribute holds nothing private: most of a million need no closer look."""

_CARRIED = re.compile(r"data:[\w.+-]+/[\w.+-]+(?:;[\w=.-]+)*,", re.IGNORECASE)
"""Begins an address that is a file, which is read as one (`carried_files`) and not as words."""

_BASE64 = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/]{14,}={0,2}(?![\w+/=])")
_ANY_TAG = re.compile(r"<[^>]*>")


def cells(markup: str) -> str:
    """The texts of a sheet of a workbook, each once; its attributes are addresses and styles."""
    return decoded(BREAK.join(dict.fromkeys(_ANY_TAG.split(markup))))


@lru_cache(maxsize=64)
def markup_texts(markup: str) -> str:
    """All texts, attribute values and comments, each once, with BREAK between them."""
    aside: list[str] = []

    def open_up(tag: re.Match[str]) -> str:
        if tag["name"] is None:
            aside.append(tag["comment"])
            return ""
        aside.extend(_values(tag["attributes"]))
        name = tag["name"].lower()
        return "" if _INLINE.fullmatch(name) else "\n" if name == "br" else BREAK

    body = _TAG.sub(open_up, _STYLE.sub(BREAK, markup))
    pieces = dict.fromkeys(piece.strip() for piece in (*body.split(BREAK), *aside))
    return decoded(BREAK.join(pieces))


def carried_files(markup: str) -> Iterator[str]:
    """The addresses in a page that hold a whole file (`data:...`)."""
    if not _CARRIED.search(markup):
        return
    for tag in _TAG.finditer(markup):
        for _, *values in _ATTRIBUTE.findall(tag["attributes"] or ""):
            if _CARRIED.match(value := "".join(values)):
                yield html.unescape(value)


def decoded(text: str) -> str:
    """`text` with character references (`&nbsp;`), percent signs (`%20`) and base64 resolved."""
    plain = html.unescape(text) if "&" in text else text
    plain = unquote(plain) if "%" in plain else plain
    return BREAK.join((plain, *_packed(plain)))


def _packed(text: str) -> Iterator[str]:
    """Readable texts that stand in base64; checksums and pictures do not become readable."""
    for found in _BASE64.finditer(text):
        try:
            data = base64.b64decode(found[0] + "=" * (-len(found[0].rstrip("=")) % 4))
            plain = data.decode("ascii")
        except ValueError:
            continue
        if plain.isprintable() or plain.replace("\n", "").replace("\r", "").isprintable():
            yield plain


def _values(attributes: str) -> list[str]:
    if not _MAY_TELL.search(attributes):
        return []
    return [
        "".join(values)
        for name, *values in _ATTRIBUTE.findall(attributes)
        if not _GEOMETRY.fullmatch(name.lower()) and not _CARRIED.match("".join(values))
    ]
