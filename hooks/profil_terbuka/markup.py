"""What one HTML page says about itself, read in a single pass: links, ids, places left unfilled."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from html.parser import HTMLParser

_FETCHING = frozenset({"src", "srcset", "imagesrcset", "poster"})
_ADDRESSES = _FETCHING | {"href", "xlink:href", "action", "formaction"}
_FETCHED_BY_NAME = frozenset({"use", "image"})
_FETCHED_BY_RELATION = frozenset(
    {"stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect"}
)
_QUOTING = frozenset({"code", "pre", "script", "style"})
"""Elements whose text is shown or run as it stands: a directive in it is an example, not a gap."""

# What pages/directives.py and pages/fragments.py look for; a finished page holds none of it.
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
    """A page's links in order (each once), its ids, ids used twice, and what was not filled in."""

    links: tuple[Link, ...]
    ids: frozenset[str]
    repeated: tuple[str, ...]
    unfilled: tuple[str, ...]


def dumps(markup: Markup) -> bytes:
    """A Markup as JSON."""
    return json.dumps({**asdict(markup), "ids": sorted(markup.ids)}).encode()


def loads(data: bytes) -> Markup:
    """The Markup that `dumps` wrote."""
    found = json.loads(data)
    return Markup(
        tuple(Link(**link) for link in found["links"]),
        frozenset(found["ids"]),
        tuple(found["repeated"]),
        tuple(found["unfilled"]),
    )


def read(html: str) -> Markup:
    """Parse one page; broken HTML is read as a browser would, it never raises."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Markup(
        tuple(reader.links),
        frozenset(reader.ids) | reader.names,
        tuple(name for name, count in reader.ids.items() if count > 1),
        tuple(reader.unfilled),
    )


class _Reader(HTMLParser):
    """Collects; dicts stand for ordered sets: a link repeated a thousand times is judged once."""

    def __init__(self) -> None:
        # Data that only looks like a directive was written with references (`&#123;`): leave them.
        super().__init__(convert_charrefs=False)
        self.links: dict[Link, None] = {}
        self.ids: Counter[str] = Counter()
        self.names: set[str] = set()
        self.unfilled: dict[str, None] = {}
        self._quoting = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._quoting += tag in _QUOTING
        values = {name: value or "" for name, value in reversed(attrs)}
        for link in _links(tag, values):
            self.links[link] = None
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

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """`<![x[` is a comment to a browser; the standard parser stops there with an exception."""
        return self.parse_bogus_comment(i)

    def handle_data(self, data: str) -> None:
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
