"""What can be found on finished pages: their sections, and terms with a place of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from ...words.labels import SUBJECT
from .records import TERM, Record

_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
_MUTE = re.compile(r'<meta name="robots" content="noindex">')
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col", "area"})


@dataclass(frozen=True, slots=True)
class Webpage:
    """The main part of a finished page, as HTML; `address` is relative to the agency's root."""

    address: str
    subject: str
    html: str


def webpages(pages: Mapping[str, str]) -> tuple[Webpage, ...]:
    """The pages that say something: address of the file -> HTML in, those with <main> out.

    Those that ask not to be indexed only tell what became of an address.
    """
    found = []
    for file, html in sorted(pages.items()):
        main = _MAIN.search(html)
        if main and not _MUTE.search(html):
            address = file.removesuffix("index.html")
            subject = SUBJECT.get(address.partition("/")[0], "")
            found.append(Webpage(address, subject, main[0]))
    return tuple(found)


def terms(pages: tuple[Webpage, ...]) -> tuple[Record, ...]:
    """Every term of the glossaries (`dl.istilah`), each once, at its first place."""
    found: dict[tuple[str, str], Record] = {}
    for page in pages:
        reader = _Glossary()
        reader.feed(page.html)
        reader.close()
        for anchor, title, meaning in reader.terms():
            address = f"{page.address}#{anchor}"
            record = Record(address, TERM, title, meaning, page.subject)
            found.setdefault((title, meaning), record)
    return tuple(found.values())


class _Glossary(HTMLParser):
    """Reads dl.istilah > div#anchor > dt, dd; links that only lead to the place itself are mute."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[tuple[str, list[str], list[str]]] = []
        self._depth = 0
        self._into: list[str] | None = None
        self._mute = 0

    def terms(self) -> Iterator[tuple[str, str, str]]:
        """Anchor, term and meaning."""
        for anchor, title, meaning in self._found:
            yield anchor, " ".join("".join(title).split()), " ".join("".join(meaning).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        if tag == "dl" and (self._depth or "istilah" in classes):
            self._depth += 1
        elif self._depth:
            if tag == "div" and values.get("id"):
                self._found.append((str(values["id"]), [], []))
            elif tag in ("dt", "dd") and self._found:
                _, title, meaning = self._found[-1]
                self._into = title if tag == "dt" else meaning
                self._into.append(" ")
            elif self._mute or "headerlink" in classes:
                self._mute += tag not in _VOID

    def handle_endtag(self, tag: str) -> None:
        if tag == "dl" and self._depth:
            self._depth -= 1
        elif tag in ("dt", "dd"):
            self._into, self._mute = None, 0
        elif self._mute:
            self._mute -= 1

    def handle_data(self, data: str) -> None:
        if self._depth and self._into is not None and not self._mute:
            self._into.append(data)
