"""The notations of a catalogue's graph, which say the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notations:
    """One graph, or a page or piece of it, in each notation."""

    jsonld: bytes
    turtle: bytes
    rdf_xml: bytes


ENDINGS = ("jsonld", "ttl", "rdf")
"""Of the names of their files, in the same order."""
