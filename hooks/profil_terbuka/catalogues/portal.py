"""The portal's catalogue: those that the agencies have published, under one roof."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model.messages import message
from ..words.catalogues import text
from . import pod
from .graph import Node, jsonld, node, turtle, unique
from .vocabulary import INDONESIAN


@dataclass(frozen=True, slots=True)
class PublishedCatalogue:
    """What an agency's site offers to harvesters: its catalog.jsonld and its data.json."""

    jsonld: bytes
    pod: bytes


def portal(name: str, root: str, published: Sequence[PublishedCatalogue]) -> dict[str, bytes]:
    """catalog.jsonld, catalog.ttl and data.json of the portal `name` at the address `root`.

    Datasets keep their addresses: whoever harvests both the portal and an agency sees one of each.
    """
    graphs = [json.loads(one.jsonld)["@graph"] for one in published]
    alike = _shared_titles(graphs)
    graphs = [_told_apart(graph, alike) for graph in graphs]
    nodes = unique(
        (
            _catalogue(name, root, [graph[0] for graph in graphs]),
            node(f"{root}#penerbit", ["foaf:Organization", "foaf:Agent"], {"foaf:name": name}),
            node(root, "foaf:Document", {}),
            *(item for graph in graphs for item in graph),
        )
    )
    return {
        "catalog.jsonld": jsonld(nodes),
        "catalog.ttl": turtle(nodes),
        pod.NAME: pod.merged_data_json((one.pod for one in published), root, alike),
    }


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
