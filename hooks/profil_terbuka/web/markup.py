"""What one HTML page says about itself, read in a single pass.

Links, ids, places left unfilled, and whatever may not stand in a page.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from html.parser import HTMLParser

from ..system.message_store import message_data, message_of
from . import allowed
from .allowed import Breach

_FETCHING = frozenset({"src", "srcset", "imagesrcset", "poster"})
_ADDRESSES = _FETCHING | {"href", "xlink:href", "action", "formaction"}
_FETCHED_BY_NAME = frozenset({"use", "image"})
_FETCHED_BY_RELATION = frozenset(
    {"stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect"}
)
_QUOTING = frozenset({"code", "pre", "script", "style"})
"""Elements whose text is shown or run as it stands: a directive in it is an example, not a gap."""

_VERBATIM = frozenset({"script", "style"})
"""Elements whose text is no markup to a browser."""
_LINKED_DATA = "application/ld+json"

# What directives.py and fragments.py look for; a finished page holds none of it.
_GAP = "{{ "
_MARK = "data-sisip"
_ROOT = "akar:"


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a page; `fetched` when the browser gets it without being asked."""

    target: str
    fetched: bool


@dataclass(frozen=True)
class Markup:
    """A page's links in order (each once), its ids, ids used twice, and what was not filled in.

    `breaches` may not stand in any page.
    """

    links: tuple[Link, ...]
    ids: frozenset[str]
    repeated: tuple[str, ...]
    unfilled: tuple[str, ...]
    breaches: tuple[Breach, ...]


def markup_bytes(markup: Markup) -> bytes:
    """A Markup as JSON."""
    breaches = [[message_data(one.what), message_data(one.mend)] for one in markup.breaches]
    told = {**asdict(markup), "ids": sorted(markup.ids), "breaches": breaches}
    return json.dumps(told).encode()


def markup_of(data: bytes) -> Markup:
    """The Markup that `markup_bytes` wrote."""
    found = json.loads(data)
    return Markup(
        tuple(_link(**link) for link in found["links"]),
        frozenset(found["ids"]),
        tuple(found["repeated"]),
        tuple(found["unfilled"]),
        tuple(Breach(message_of(what), message_of(mend)) for what, mend in found["breaches"]),
    )


@lru_cache(1000)
def _link(target: str, fetched: bool) -> Link:
    """One value for what stands in the frame of every page."""
    return Link(target, fetched)


def read_markup(html: str, body: bool = False) -> Markup:
    """Parse one page; broken HTML is read as a browser would, it never raises.

    `body`: it is no whole page but what may stand in one, as a drawing.

    >>> found = read_markup('<p id="a">{{ angka: pkh }} <a href="b/">b</a></p>', body=True)
    >>> found.links, sorted(found.ids), found.unfilled
    ((Link(target='b/', fetched=False),), ['a'], ('{{ angka: pkh }} ',))
    """
    reader = _Reader(body)
    if "\0" in html:
        reader.breaches[allowed.NUL] = None
    reader.feed(html)
    reader.close()
    return Markup(
        tuple(reader.links),
        frozenset(reader.ids) | reader.names,
        tuple(name for name, count in reader.ids.items() if count > 1),
        tuple(reader.unfilled),
        tuple(reader.breaches),
    )


class _Reader(HTMLParser):
    """Collects; dicts stand for ordered sets: a link repeated a thousand times is judged once."""

    def __init__(self, body: bool) -> None:
        # Data that only looks like a directive was written with references (`&#123;`): leave them.
        super().__init__(convert_charrefs=False)
        self.links: dict[Link, None] = {}
        self.ids: Counter[str] = Counter()
        self.names: set[str] = set()
        self.unfilled: dict[str, None] = {}
        self.breaches: dict[Breach, None] = {}
        self._quoting = 0
        self._body = body
        self._verbatim = ""
        self._harmless: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._quoting += tag in _QUOTING
        values = {name: value or "" for name, value in reversed(attrs)}
        self._judge(tag, values)
        if not _ADDRESSES.isdisjoint(values):
            self.links |= dict.fromkeys(_links(tag, values))
        if "id" in values:
            self.ids[values["id"]] += 1
        if tag == "a" and "name" in values:
            self.names.add(values["name"])
        for name, value in values.items():
            if name == _MARK or value.startswith(_ROOT):
                self.unfilled[value] = None
        if _GAP in (self.get_starttag_text() or ""):
            self.unfilled[next(value for value in values.values() if _GAP in value)] = None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _QUOTING and self._quoting:
            self._quoting -= 1
        self._verbatim = ""

    def updatepos(self, i: int, j: int) -> int:
        """Nobody asks in which line something stands; counting them takes a twentieth of all."""
        return j

    def _judge(self, tag: str, values: Mapping[str, str]) -> None:
        """Note what is wrong with the start tag just read; the same one is judged once a page."""
        raw = self.get_starttag_text() or ""
        if raw not in self._harmless:
            found = tuple(allowed.tag_breaches(raw, tag, values, self._body))
            self.breaches |= dict.fromkeys(found)
            if not found and self._body:
                self._harmless.add(raw)
        self._body |= tag == "body"
        if tag in _VERBATIM:
            data = values.get("type") == _LINKED_DATA
            self._verbatim = _LINKED_DATA if data else tag

    def handle_comment(self, data: str) -> None:
        self.breaches[allowed.COMMENT] = None

    def handle_pi(self, data: str) -> None:
        self.breaches[allowed.COMMENT] = None

    def unknown_decl(self, data: str) -> None:
        self.breaches[allowed.COMMENT] = None

    def handle_decl(self, decl: str) -> None:
        if self._body or decl.lower() != "doctype html":
            self.breaches[allowed.COMMENT] = None

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """`<![x[` is a comment to a browser; the standard parser stops there with an exception."""
        return self.parse_bogus_comment(i)

    def handle_data(self, data: str) -> None:
        if breach := allowed.text_breach(data, self._verbatim):
            self.breaches[breach] = None
        if not self._quoting and _GAP in data:
            self.unfilled[data[data.index(_GAP) :].partition("\n")[0]] = None


def _links(tag: str, values: Mapping[str, str]) -> Iterator[Link]:
    """The addresses in one start tag, except those that are still marked as unfilled."""
    relations = values.get("rel", "").lower().split()
    named = tag in _FETCHED_BY_NAME or not _FETCHED_BY_RELATION.isdisjoint(relations)
    for name in filter(_ADDRESSES.__contains__, values):
        fetched = name in _FETCHING or named
        for target in _targets(name, values[name]):
            if not target.startswith(_ROOT):
                yield Link(target, fetched)


def _targets(name: str, value: str) -> Iterator[str]:
    if not name.endswith("srcset"):
        yield value.strip()
        return
    for candidate in value.split(","):
        if words := candidate.split():
            yield words[0]
