"""A large catalogue on several pages, as harvesters of DCAT turn them (CKAN, udata): Hydra.

What a page says of itself stands beside the catalogue, in words that need no prefix: without it a
page is a graph like any other, and its parts are those that stand in the agencies' own catalogues.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .graph import Node, jsonld, turtle

MOST_TOGETHER = 500
"""So many datasets are on one page."""
_HYDRA = "http://www.w3.org/ns/hydra/core#"
_KINDS = (f"{_HYDRA}PagedCollection", f"{_HYDRA}PartialCollectionView")
"""The older kind is what ckanext-dcat looks for, the newer what udata looks for first."""
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """The page `number` (from 1) of as many as `of`, below the address `root`; `total` datasets are
    on all of them."""

    root: str
    number: int
    of: int
    total: int

    def name(self, ending: str, number: int | None = None) -> str:
        """Where it stands, or another page does.

        >>> CataloguePage("", 2, 3, 1200).name("ttl"), CataloguePage("", 2, 3, 1200).name("ttl", 1)
        ('katalog/2.ttl', 'catalog.ttl')
        """
        at = number or self.number
        return f"catalog.{ending}" if at == 1 else f"katalog/{at}.{ending}"

    def written(self, nodes: Sequence[Node]) -> dict[str, bytes]:
        """The page with these nodes in both notations; alone it says nothing of pages."""
        if self.of == 1:
            return {self.name("jsonld"): jsonld(nodes), self.name("ttl"): turtle(nodes)}
        told = {"@id": f"{self.root}{self.name('jsonld')}", "@type": list(_KINDS)}
        ways = {term: {"@id": way} for term, way in self._ways("jsonld").items()}
        count = {f"{_HYDRA}totalItems": self.total}
        return {
            self.name("jsonld"): jsonld([*nodes, {**told, **ways, **count}]),
            self.name("ttl"): turtle(nodes) + self._block().encode(),
        }

    def _block(self) -> str:
        kinds = " , ".join(f"<{kind}>" for kind in _KINDS)
        lines = [f"\n<{self.root}{self.name('ttl')}> a {kinds}"]
        lines += [f"    <{term}> <{way}>" for term, way in self._ways("ttl").items()]
        lines.append(f'    <{_HYDRA}totalItems> "{self.total}"^^<{_INTEGER}>')
        return " ;\n".join(lines) + " .\n"

    def _ways(self, ending: str) -> Mapping[str, str]:
        """To the first, the last and the neighbouring pages, by the older and the newer terms."""
        ways = {"first": 1, "last": self.of}
        if self.number < self.of:
            ways["next"] = self.number + 1
        if self.number > 1:
            ways["previous"] = self.number - 1
        return {
            f"{_HYDRA}{term}{older}": f"{self.root}{self.name(ending, number)}"
            for term, number in ways.items()
            for older in ("", "Page")
        }


def paged(sizes: Sequence[int]) -> list[range]:
    """Which catalogues stand together on a page, given how many datasets each of them has.

    A catalogue stays whole: one that is larger than a page is a page.

    >>> paged([300, 200, 100, 900, 10])
    [range(0, 2), range(2, 3), range(3, 4), range(4, 5)]
    """
    pages: list[range] = []
    start = held = 0
    for at, size in enumerate(sizes):
        if held and held + size > MOST_TOGETHER:
            pages.append(range(start, at))
            start, held = at, 0
        held += size
    return [*pages, range(start, len(sizes))]


def without_paging(json_page: bytes, turtle_page: bytes) -> tuple[bytes, bytes]:
    """Both notations of a page without what it says of itself."""
    if _HYDRA.encode() not in json_page:
        return json_page, turtle_page
    document = json.loads(json_page)
    kept = [item for item in document["@graph"] if not set(_KINDS) <= set(item["@type"])]
    blocks = turtle_page.decode().split("\n\n")
    named = "\n\n".join(block for block in blocks if f"<{_KINDS[0]}>" not in block)
    return json.dumps({**document, "@graph": kept}).encode(), f"{named.rstrip()}\n".encode()


def pages_among(addresses: Iterable[str]) -> list[tuple[str, str]]:
    """The pages of a catalogue that stand at these addresses, each in both notations.

    >>> pages_among(["catalog.jsonld", "catalog.ttl", "katalog/2.jsonld", "katalog/2.ttl"])
    [('catalog.jsonld', 'catalog.ttl'), ('katalog/2.jsonld', 'katalog/2.ttl')]
    """
    there = set(addresses)
    found: list[tuple[str, str]] = []
    while True:
        page = CataloguePage("", len(found) + 1, 0, 0)
        first, second = page.name("jsonld"), page.name("ttl")
        if not {first, second} <= there:
            return found
        found.append((first, second))
