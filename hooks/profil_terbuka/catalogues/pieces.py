"""A catalogue's graph in pieces that can be judged alone: one changed dataset, not a thousand.

A piece is a node with all that can be reached from it: rules that look along the arrows of a graph
find in it all they would find in the whole. Only the catalogue itself reaches everything; of what
it lists its piece knows the kinds, for which alone its rules ask. What cannot be taken apart for
sure is left whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..system.cache import digest
from .notations import Notations
from .rdf_xml import END, element_address

_LISTING = "dcat:Catalog"
_LISTED = {"dcat:Dataset", "dcat:Catalog", "dcat:Resource"}
"""Kinds of nodes that a catalogue lists."""
_BACKWARDS = b"dcat:inSeries"
"""The one arrow that rules of DCAT-AP follow from its head to its tail."""
_SUBJECT = re.compile(r"<([^>]*)> a ")
Node = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class GraphPiece:
    """Addresses of nodes, the first of which the others are reached from."""

    nodes: tuple[str, ...]
    listed: tuple[str, ...]
    """Addresses of nodes that are known by their kind alone."""
    seal: str
    """Over all that every notation says of these nodes."""


@dataclass(frozen=True, slots=True)
class DividedGraph:
    """A graph in every notation, by the addresses of its nodes."""

    context: object
    prefixes: str
    head: str
    nodes: Mapping[str, Node]
    blocks: Mapping[str, str]
    elements: Mapping[str, str]
    pieces: tuple[GraphPiece, ...]

    def of(self, addresses: Sequence[str]) -> Notations:
        """Some of the nodes as documents."""
        turtle = "\n\n".join([self.prefixes, *(self.blocks[one] for one in addresses)])
        parts = [self.head, *(self.elements[one] for one in addresses), END]
        jsonld = self._document([self.nodes[one] for one in addresses])
        return Notations(jsonld, turtle.encode(), "\n\n".join(parts).encode())

    def kinds_of(self, addresses: Iterable[str]) -> bytes:
        """What kinds some of the nodes are, and nothing else, as JSON-LD."""
        return self._document(
            [{"@id": one, "@type": self.nodes[one]["@type"]} for one in addresses]
        )

    def _document(self, graph: Sequence[Node]) -> bytes:
        return json.dumps({"@context": self.context, "@graph": graph}).encode()


def divided(whole: Notations) -> DividedGraph | None:
    """The graph in pieces, which together are all of it; None where it has to stay whole.

    Every node of one notation has one block of each other: what stands not in all of them, or
    twice, keeps the graph whole, and its judge tells why.
    """
    try:
        document = json.loads(whole.jsonld)
        nodes = {str(item["@id"]): item for item in document["@graph"]}
        prefixes, *texts = whole.turtle.decode().strip().split("\n\n")
        head, *written, end = whole.rdf_xml.decode().strip().split("\n\n")
        blocks = {_address(text): text for text in texts}
        elements = {element_address(text): text for text in written}
        alike = list(nodes) == list(blocks) == list(elements) and end == END
        counted = {len(nodes), len(texts), len(written), len(document["@graph"])}
        if not alike or len(counted) > 1:
            return None
        if document.keys() != {"@context", "@graph"} or _BACKWARDS in whole.jsonld:
            return None
        seals = {one: digest(json.dumps(nodes[one]), blocks[one], elements[one]) for one in nodes}
        surroundings = digest(json.dumps(document["@context"]), prefixes, head)
        pieces = tuple(_pieces(nodes, seals, surroundings))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return DividedGraph(document["@context"], prefixes, head, nodes, blocks, elements, pieces)


def _address(block: str) -> str:
    """The address that a block of Turtle is about; ValueError where it does not begin with one."""
    found = _SUBJECT.match(block)
    if not found:
        raise ValueError(block)
    return found[1]


def _pieces(
    nodes: Mapping[str, Node], seals: Mapping[str, str], surroundings: str
) -> Iterator[GraphPiece]:
    """Every node is in one of them at least."""
    arrows = {one: _named(item, nodes) for one, item in nodes.items()}
    covered: set[str] = set()
    for start, item in nodes.items():
        if start in covered:
            continue
        listed: tuple[str, ...] = ()
        if _LISTING in _kinds(item):
            listed = tuple(one for one in arrows[start] if _LISTED & _kinds(nodes[one]))
        reached = _reached(start, arrows, set(listed))
        covered.update(reached)
        kinds = (f"{one} {sorted(_kinds(nodes[one]))}" for one in listed)
        seal = digest(surroundings, *(seals[one] for one in reached), *kinds)
        yield GraphPiece(reached, listed, seal)


def _reached(start: str, arrows: Mapping[str, Sequence[str]], without: set[str]) -> tuple[str, ...]:
    """The node and all that its arrows lead to, but for those left out, each once."""
    found = {start: None}
    waiting = [start]
    while waiting:
        for one in arrows[waiting.pop()]:
            if one not in found and one not in without:
                found[one] = None
                waiting.append(one)
    return tuple(found)


def _named(value: object, nodes: Mapping[str, Node]) -> tuple[str, ...]:
    """Addresses of nodes that stand anywhere in a value, each once."""
    return tuple(dict.fromkeys(text for text in _texts(value) if text in nodes))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _kinds(item: Node) -> set[str]:
    kinds = item["@type"]
    return set(map(str, kinds)) if isinstance(kinds, list) else {str(kinds)}
