"""The only module that knows rdflib and pyshacl: a catalogue as a harvester reads it."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

import pyshacl
from rdflib import RDF, SH, BNode, Graph

from ..model.messages import Message, message
from .notations import Notations
from .pieces import DividedGraph, GraphPiece

_MOST = 20
"""Faults told at once: one mistake of the program usually stands in every dataset."""
_TOGETHER = 50
"""Pieces of a graph that are read at once: rdflib needs a megabyte for each."""


def harvest_faults(whole: Notations, shapes: Sequence[Path]) -> list[Message]:
    """Why a catalogue cannot be harvested."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib uses what it advises against
        graph = _read(whole)
        return _violations(graph, shapes) if isinstance(graph, Graph) else graph


def are_clean(whole: DividedGraph, pieces: Sequence[GraphPiece], shapes: Sequence[Path]) -> bool:
    """Whether these pieces of a catalogue say the same in all notations, and have no fault."""
    alone = [piece for piece in pieces if not piece.listed]
    some = (alone[start : start + _TOGETHER] for start in range(0, len(alone), _TOGETHER))
    listings = [piece for piece in pieces if piece.listed]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return all(_is_clean(whole, piece, shapes) for piece in (*map(_joined, some), *listings))


def _joined(pieces: Sequence[GraphPiece]) -> GraphPiece:
    return GraphPiece(tuple(dict.fromkeys(one for piece in pieces for one in piece.nodes)), (), "")


def _is_clean(whole: DividedGraph, piece: GraphPiece, shapes: Sequence[Path]) -> bool:
    """The same of one piece; what it lists is judged elsewhere."""
    if not piece.nodes:
        return True
    graph = _read(whole.of(piece.nodes))
    if not isinstance(graph, Graph):
        return False
    if not piece.listed:
        return not _violations(graph, shapes)
    graph.parse(data=whole.kinds_of(piece.listed), format="json-ld")
    return not _violations(graph, shapes, piece.nodes)


def _read(page: Notations) -> Graph | list[Message]:
    """The graph that all notations hold, or why there is none."""
    graphs = []
    for data, notation in (
        (page.jsonld, "json-ld"),
        (page.turtle, "turtle"),
        (page.rdf_xml, "xml"),
    ):
        try:
            graphs.append(Graph().parse(data=data, format=notation))
        except Exception as problem:  # the parsers raise many kinds on broken input
            said = message("catalogues.notation-unread", notation=notation, problem=str(problem))
            return [said]
    first, *others = graphs
    told = _triples(first)
    for name, other in zip(("catalog.ttl", "catalog.rdf"), others, strict=True):
        if different := sorted(map(str, told ^ _triples(other))):
            return [_differs(name, one) for one in different[:_MOST]]
    return first


def _differs(name: str, triple: str) -> Message:
    return message("catalogues.notations-differ", file=name, triple=triple)


def _triples(graph: Graph) -> set[tuple[object, ...]]:
    """All that a graph says; nodes without address are known by what is said of them."""
    told: dict[object, list[str]] = {}
    for subject, term, value in graph:
        if isinstance(subject, BNode):
            told.setdefault(subject, []).append(f"{term.n3()} {value.n3()}")
    names: dict[object, str] = {one: f"[{' ; '.join(sorted(said))}]" for one, said in told.items()}
    return {tuple(names.get(one, one) for one in triple) for triple in graph}


def _violations(
    graph: Graph, shapes: Sequence[Path], about: Sequence[str] | None = None
) -> list[Message]:
    """What DCAT-AP forbids, of all nodes or of some. Nothing is fetched: the shapes are ours."""
    rules = Graph()
    for path in shapes:
        rules.parse(path, format="turtle")
    conforms, report, _ = pyshacl.validate(
        graph,
        shacl_graph=rules,
        advanced=False,
        inference="none",
        do_owl_imports=False,
        focus_nodes=None if about is None else list(about),
    )
    if conforms:
        return []
    found = sorted(
        tuple(
            str(report.value(result, term))
            for term in (SH.focusNode, SH.resultPath, SH.resultMessage)
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    )
    return [
        message("catalogues.dcat-violated", node=node, path=path, problem=problem)
        for node, path, problem in found[:_MOST]
    ]
