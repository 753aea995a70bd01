"""The portal's catalogue: those that the agencies have published, under one roof."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ..model.messages import message
from ..words.catalogues import text
from . import pod
from .graph import Node, node, unique
from .paging import CataloguePage, paged
from .vocabulary import INDONESIAN

_OF_A_CATALOGUE = ("@id", "@type", "dct:title", "dct:description", "dct:publisher")


@dataclass(frozen=True, slots=True)
class PublishedCatalogue:
    """What an agency's site offers to harvesters: its catalog.jsonld and its data.json."""

    jsonld: bytes
    pod: bytes


def portal(
    name: str, root: str, published: Collection[PublishedCatalogue]
) -> Iterator[tuple[str, bytes]]:
    """The portal `name` at the address `root` as catalog.jsonld, catalog.ttl, catalog.rdf and
    data.json, by address; where there are many datasets, catalog.* is the first of several pages.

    Datasets keep their addresses: whoever harvests both the portal and an agency sees one of each.
    One page is made after the other, of catalogues that are read when their turn comes.
    """
    alike = _shared_titles(json.loads(one.jsonld)["@graph"] for one in published)
    heads = [_head(json.loads(one.jsonld)["@graph"]) for one in published]
    top = (
        _catalogue(name, root, [head[0] for head in heads]),
        node(f"{root}#penerbit", ["foaf:Organization", "foaf:Agent"], {"foaf:name": name}),
        node(root, "foaf:Document", {}),
    )
    sizes = [_size(head[0]) for head in heads]
    pages, others = paged(sizes), iter(published)
    for number, places in enumerate(pages, 1):
        read = (json.loads(one.jsonld)["@graph"] for one in islice(others, len(places)))
        graphs = [_told_apart(graph, alike) for graph in read]
        whole = (item for graph in graphs for item in graph)
        named = (item for head in heads for item in _named(head)) if number == 1 else ()
        first = top if number == 1 else ()
        page = CataloguePage(root, number, len(pages), sum(sizes))
        yield from page.written(unique((*first, *whole, *named))).items()
    yield pod.NAME, pod.merged_data_json((one.pod for one in published), root, alike)


def _head(graph: Sequence[Node]) -> tuple[Node, ...]:
    """A catalogue itself, and who publishes it."""
    publisher = graph[0].get("dct:publisher")
    return (graph[0], *(item for item in graph if item["@id"] == publisher))


def _size(catalogue: Node) -> int:
    """How many datasets it lists."""
    listed = catalogue.get("dcat:dataset", ())
    return len(listed) if isinstance(listed, list) else 1


def _named(head: Sequence[Node]) -> Iterator[Node]:
    """What the first page says of a catalogue that stands on another."""
    catalogue, *others = head
    kept = {key: value for key, value in catalogue.items() if key in _OF_A_CATALOGUE}
    yield kept
    yield from others


_TITLE = "dct:title"


def _shared_titles(graphs: Iterable[Sequence[Node]]) -> frozenset[str]:
    """Titles of datasets that more than one agency has: a portal makes its names of them."""
    titles = [
        str(title)
        for graph in graphs
        for title in {item.get(_TITLE) for item in graph if item["@type"] == "dcat:Dataset"}
    ]
    return frozenset(title for title, times in Counter(titles).items() if times > 1)


def _told_apart(graph: Sequence[Node], alike: frozenset[str]) -> list[Node]:
    """The graph; datasets of a title that others have as well tell their agency in it."""
    names = {item["@id"]: item["foaf:name"] for item in graph if "foaf:name" in item}

    def told(item: Node) -> Node:
        publisher = item.get("dct:publisher")
        if item["@type"] != "dcat:Dataset" or item.get(_TITLE) not in alike:
            return item
        title = pod.title_of_agency(str(item[_TITLE]), str(names[publisher]))
        return {**item, _TITLE: title}

    return [told(item) for item in graph]


def _catalogue(name: str, root: str, catalogues: Sequence[Node]) -> Node:
    """The catalogue of catalogues."""
    parts = [item["@id"] for item in catalogues]
    terms = {
        "dct:title": text(message("catalogues.catalogue-title", publisher=name)),
        "dct:description": text(message("catalogues.catalogue-of-portal")),
        "dct:publisher": f"{root}#penerbit",
        "foaf:homepage": root,
        "dct:language": INDONESIAN,
        "dct:modified": max((str(item.get("dct:modified", "")) for item in catalogues), default=""),
        "dct:hasPart": parts,
        "dcat:catalog": parts,
    }
    return node(f"{root}catalog.jsonld#catalog", "dcat:Catalog", terms)
