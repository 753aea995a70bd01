"""The only module that knows rdflib and pyshacl: a catalogue as a harvester reads it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path

import pyshacl
from rdflib import RDF, SH, Graph

from ..model.messages import Message, message

_MOST = 20
"""Faults told at once: one mistake of the program usually stands in every dataset."""


def harvest_faults(jsonld: bytes, turtle: bytes, shapes: Iterable[Path]) -> list[Message]:
    """Why a catalogue cannot be harvested."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib uses what it advises against
        return _faults(jsonld, turtle, shapes)


def _faults(jsonld: bytes, turtle: bytes, shapes: Iterable[Path]) -> list[Message]:
    graphs = []
    for data, notation in ((jsonld, "json-ld"), (turtle, "turtle")):
        try:
            graphs.append(Graph().parse(data=data, format=notation))
        except Exception as problem:  # the parsers raise many kinds on broken input
            said = message("catalogues.notation-unread", notation=notation, problem=str(problem))
            return [said]
    first, second = graphs
    if different := sorted(str(triple) for triple in set(first) ^ set(second)):
        return [message("catalogues.notations-differ", triple=one) for one in different[:_MOST]]
    return _violations(first, shapes)


def _violations(graph: Graph, shapes: Iterable[Path]) -> list[Message]:
    """What DCAT-AP forbids. Nothing is fetched: the shapes are ours to keep."""
    rules = Graph()
    for path in shapes:
        rules.parse(path, format="turtle")
    conforms, report, _ = pyshacl.validate(
        graph, shacl_graph=rules, advanced=False, inference="none", do_owl_imports=False
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
