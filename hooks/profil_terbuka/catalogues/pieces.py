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
    """Over all that both notations say of these nodes."""


@dataclass(frozen=True, slots=True)
class DividedGraph:
    """A graph in both notations, by the addresses of its nodes."""

    context: object
    prefixes: str
    nodes: Mapping[str, Node]
    blocks: Mapping[str, str]
    pieces: tuple[GraphPiece, ...]

    def jsonld(self, addresses: Iterable[str], listed: Iterable[str] = ()) -> bytes:
        """Some of the nodes, and of those listed their kinds, as a document."""
        graph = [self.nodes[one] for one in addresses]
        graph += [{"@id": one, "@type": self.nodes[one]["@type"]} for one in listed]
        return json.dumps({"@context": self.context, "@graph": graph}).encode()

    def turtle(self, addresses: Iterable[str]) -> bytes:
        """The same nodes as Turtle."""
        return "\n\n".join([self.prefixes, *(self.blocks[one] for one in addresses)]).encode()


def divided(jsonld: bytes, turtle: bytes) -> DividedGraph | None:
    """The graph in pieces, which together are all of it; None where it has to stay whole.

    Every node of the one notation has one block of the other: what stands in neither, or twice,
    keeps the graph whole, and its judge tells why.
    """
    try:
        document = json.loads(jsonld)
        nodes = {str(item["@id"]): item for item in document["@graph"]}
        prefixes, *texts = turtle.decode().strip().split("\n\n")
        blocks = {_address(text): text for text in texts}
        alike = list(nodes) == list(blocks)
        if not alike or len(blocks) != len(texts) or len(nodes) != len(document["@graph"]):
            return None
        if document.keys() != {"@context", "@graph"} or _BACKWARDS in jsonld:
            return None
        seals = {one: digest(json.dumps(nodes[one]), blocks[one]) for one in nodes}
        surroundings = digest(json.dumps(document["@context"]), prefixes)
        pieces = tuple(_pieces(nodes, seals, surroundings))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return DividedGraph(document["@context"], prefixes, nodes, blocks, pieces)


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
