"""A large catalogue on several pages, as harvesters of DCAT turn them (CKAN, udata): Hydra.

What a page says of itself stands beside the catalogue, in words that need no prefix: without it a
page is a graph like any other, and its parts are those that stand in the agencies' own catalogues.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .graph import Node, jsonld, turtle
from .notations import ENDINGS, Notations
from .rdf_xml import arrow, rdf_xml

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
        """The page with these nodes in every notation; alone it says nothing of pages."""
        if self.of == 1:
            page = Notations(jsonld(nodes), turtle(nodes), rdf_xml(nodes))
        else:
            told = {"@id": f"{self.root}{self.name('jsonld')}", "@type": list(_KINDS)}
            ways = {term: {"@id": way} for term, way in self._ways("jsonld").items()}
            count = {f"{_HYDRA}totalItems": self.total}
            page = Notations(
                jsonld([*nodes, {**told, **ways, **count}]),
                turtle(nodes) + self._block().encode(),
                rdf_xml(nodes, [self._element()]),
            )
        names = map(self.name, ENDINGS)
        return dict(zip(names, (page.jsonld, page.turtle, page.rdf_xml), strict=True))

    def _block(self) -> str:
        kinds = " , ".join(f"<{kind}>" for kind in _KINDS)
        lines = [f"\n<{self.root}{self.name('ttl')}> a {kinds}"]
        lines += [f"    <{term}> <{way}>" for term, way in self._ways("ttl").items()]
        lines.append(f'    <{_HYDRA}totalItems> "{self.total}"^^<{_INTEGER}>')
        return " ;\n".join(lines) + " .\n"

    def _element(self) -> str:
        here = f'rdf:about="{self.root}{self.name("rdf")}"'
        lines = [f'<rdf:Description xmlns:hydra="{_HYDRA}" {here}>']
        lines += (f"  {arrow('rdf:type', kind)}" for kind in _KINDS)
        for term, way in self._ways("rdf").items():
            lines.append(f"  {arrow(f'hydra:{term.removeprefix(_HYDRA)}', way)}")
        count = f'<hydra:totalItems rdf:datatype="{_INTEGER}">{self.total}</hydra:totalItems>'
        return "\n".join([*lines, f"  {count}", "</rdf:Description>"])

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


def without_paging(page: Notations) -> Notations:
    """A page in all notations without what it says of itself."""
    if _HYDRA.encode() not in page.jsonld:
        return page
    document = json.loads(page.jsonld)
    kept = [item for item in document["@graph"] if not set(_KINDS) <= set(item["@type"])]
    named = _without_blocks(page.turtle)
    return Notations(
        json.dumps({**document, "@graph": kept}).encode(),
        f"{named.rstrip()}\n".encode(),
        _without_blocks(page.rdf_xml).encode(),
    )


def _without_blocks(page: bytes) -> str:
    blocks = page.decode().split("\n\n")
    return "\n\n".join(block for block in blocks if _KINDS[0] not in block)


def pages_among(addresses: Iterable[str]) -> list[tuple[str, ...]]:
    """The pages of a catalogue that stand at these addresses, each in all notations.

    >>> pages_among(["catalog.jsonld", "catalog.ttl", "catalog.rdf", "katalog/2.jsonld"])
    [('catalog.jsonld', 'catalog.ttl', 'catalog.rdf')]
    """
    there = set(addresses)
    found: list[tuple[str, ...]] = []
    while True:
        page = CataloguePage("", len(found) + 1, 0, 0)
        names = tuple(map(page.name, ENDINGS))
        if not there.issuperset(names):
            return found
        found.append(names)
