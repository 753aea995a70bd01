"""What pages cost on prepaid data: bytes after gzip and requests of a first view, against a budget.

Told from the files alone: the page, its style sheets, scripts, icon, and the pictures that a
browser fetches before anybody scrolls. What a script fetches later is not in it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote, urlsplit

from ..model.messages import Message, message
from ..system.canonical import csv_text
from ..words.catalogues import text
from .sealed import SealedSite
from .squeezed import gzip_bytes

FIRST_VIEW = 60_000
SCRIPTS = 20_000
"""Bytes after gzip that a first view, and its scripts, may have."""

_KINDS = (
    ("offline", r"data/[^/]+/.*-dosir\.html$", message("packing.kind-offline")),
    ("embedded", r"data/.*/sematan/", message("packing.kind-embedded")),
    ("edition", r"data/[^/]+/v/", message("packing.kind-edition")),
    ("catalogue", r"data/(index\.html$|subjek/)", message("packing.kind-catalogue")),
    ("quality", r"data/mutu/", message("packing.kind-quality")),
    ("dataset", r"data/[^/]+/", message("packing.kind-dataset")),
    ("comparison", r"perbandingan/", message("packing.kind-comparison")),
    ("guide", r"panduan/", message("packing.kind-guide")),
    ("desk", r"ppid/", message("packing.kind-desk")),
    ("service", r"layanan/", message("packing.kind-service")),
    ("home", r"index\.html$", message("packing.kind-home")),
)
"""Kinds of pages, how their addresses below a site begin (the first that fits), what they are."""
_OTHER = "other"
_NAMES = {kind: what for kind, _, what in _KINDS} | {_OTHER: message("packing.kind-other")}
_WITHOUT_BUDGET = frozenset({"offline"})
"""A dossier is a file to keep, not a page that is looked at in passing."""
_FETCHING = re.compile(r"<(link|script|img)\b([^<>]*)>")
_ATTRIBUTE = re.compile(r'\b(href|src|rel|loading)="([^"]*)"')
_FETCHED_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload"})


@dataclass(frozen=True, slots=True)
class PageWeight:
    """A first view of one page: bytes after gzip in all and of scripts alone, and its requests."""

    address: str
    kind: str
    bytes: int
    scripts: int
    requests: int

    @property
    def is_within(self) -> bool:
        """Whether it costs no more than it may."""
        cheap = self.bytes <= FIRST_VIEW and self.scripts <= SCRIPTS
        return cheap or self.kind in _WITHOUT_BUDGET


@dataclass(frozen=True, slots=True)
class TypeWeight:
    """All pages of a kind: how many, the heaviest of them, and how many are too heavy."""

    kind: str
    pages: int
    heaviest: PageWeight
    too_heavy: int

    @property
    def what(self) -> Message:
        """The kind's name."""
        return _NAMES[self.kind]


def page_weights(site: SealedSite) -> tuple[PageWeight, ...]:
    """The first view of each page, in order of their addresses."""
    sizes = _Sizes(site)
    return tuple(sizes.weight(name) for name in site.files if name.endswith(".html"))


def by_type(weights: Iterable[PageWeight]) -> tuple[TypeWeight, ...]:
    """The same by kind, the heaviest first.

    >>> one = PageWeight("index.html", "home", 9_000, 5_000, 4)
    >>> two = PageWeight("kota-a/index.html", "home", 61_000, 5_000, 5)
    >>> (told,) = by_type([one, two])
    >>> told.pages, told.heaviest.address, told.too_heavy
    (2, 'kota-a/index.html', 1)
    """
    groups: dict[str, list[PageWeight]] = {}
    for weight in weights:
        groups.setdefault(weight.kind, []).append(weight)
    told = [
        TypeWeight(
            kind,
            len(group),
            max(group, key=lambda one: (one.bytes, one.address)),
            sum(not one.is_within for one in group),
        )
        for kind, group in groups.items()
    ]
    return tuple(sorted(told, key=lambda one: (-one.heaviest.bytes, one.kind)))


def weights_table(weights: Iterable[PageWeight]) -> bytes:
    """All pages as CSV, the heaviest first."""
    head = ("alamat", "jenis", "bita", "bita_skrip", "permintaan", "sesuai_batas")
    listed = sorted(weights, key=lambda one: (-one.bytes, one.address))
    return csv_text(head, (_row(weight) for weight in listed))


def _row(weight: PageWeight) -> tuple[str, ...]:
    counts = (weight.bytes, weight.scripts, weight.requests)
    kind = text(_NAMES[weight.kind])
    return (weight.address, kind, *map(str, counts), "ya" if weight.is_within else "tidak")


def page_kind(address: str) -> str:
    """The kind of a page by its address below its own site.

    >>> page_kind("data/pkh/index.html"), page_kind("profil/index.html")
    ('dataset', 'other')
    """
    return next((kind for kind, begins, _ in _KINDS if re.match(begins, address)), _OTHER)


@dataclass
class _Sizes:
    """Sizes of files after gzip, each packed once."""

    site: SealedSite
    _known: dict[str, int] = field(default_factory=dict)

    def weight(self, address: str) -> PageWeight:
        page = self.site.read(address)
        fetched = tuple(dict.fromkeys(_fetched(page.decode(), address)))
        sizes = {name: self._size(name) for name in fetched if name in self._files}
        return PageWeight(
            address,
            page_kind(address.removeprefix(self.site.folder_of(address))),
            len(gzip_bytes(page)) + sum(sizes.values()),
            sum(size for name, size in sizes.items() if name.endswith(".js")),
            1 + len(sizes),
        )

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(self.site.files)

    def _size(self, address: str) -> int:
        if address not in self._known:
            self._known[address] = len(gzip_bytes(self.site.read(address)))
        return self._known[address]


def _fetched(page: str, address: str) -> Iterator[str]:
    """The addresses of what a browser fetches at once, as they are written."""
    for tag, rest in _FETCHING.findall(page):
        said = dict(_ATTRIBUTE.findall(rest))
        if tag == "link" and said.get("rel") not in _FETCHED_LINKS:
            continue
        if said.get("loading") == "lazy":
            continue
        target = urlsplit(said.get("href" if tag == "link" else "src", ""))
        if target.path and not target.scheme:
            folder = "" if target.path.startswith("/") else posixpath.dirname(address)
            path = unquote(target.path).lstrip("/")
            yield posixpath.normpath(posixpath.join(folder, path))
