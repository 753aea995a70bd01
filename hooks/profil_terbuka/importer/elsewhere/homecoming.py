"""A package that one of our own sites has published comes back: everything is known of it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...model.messages import Message, message
from ...read.descriptor import NAME
from ...system.canonical import json_text
from ..reasons import Unusable
from .bundle import Bundle
from .content import hold_against_seal
from .jsonparts import Said, said_objects, said_text, without
from .proving import hold_against_format

_OURS = ("subjek", "frekuensi", "cakupan", "resources")
_SEALED = ("bytes", "hash")
_DERIVED = "turunan"
"""Marks a table that the program has made of another (downloads/formats)."""


@dataclass(frozen=True)
class CameBack:
    """The files of the folder, and what was left out of them."""

    slug: str
    files: Mapping[str, bytes]
    told: tuple[Message, ...]


def from_our_site(document: Said) -> bool:
    """Whether a descriptor says all that only ours say.

    >>> from_our_site({"name": "a", "resources": []})
    False
    """
    return set(_OURS) <= set(document) and bool(_kept(said_objects(document["resources"])))


def come_back(bundle: Bundle, slug: str) -> CameBack:
    """The package as its agency keeps it: without what publishing makes anew.

    Raises Unusable where the person asks for another name, or the format refuses it.
    """
    document = bundle.document
    name = said_text(document.get("name"))
    if slug and slug != name:
        raise Unusable(message("importer.package-is-called", name=name, wanted=slug))
    resources = said_objects(document["resources"])
    kept = _kept(resources)
    files = {}
    for resource in kept:
        path = said_text(resource.get("path"))
        data = bundle.content(path)
        hold_against_seal(data, resource, path)
        files[posixpath.basename(path)] = data
    plain = {**document, "resources": [without(resource, _SEALED) for resource in kept]}
    whole = {NAME: json_text(plain), **files}
    hold_against_format(whole, name)
    left = tuple(said_text(item.get("name")) for item in resources if item not in kept)
    told = [message("importer.package-is-ours", name=name)]
    if left:
        told.append(message("importer.derived-left-out", tables=left))
    return CameBack(name, whole, tuple(told))


def _kept(resources: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The tables that people keep: each of their columns has its role."""
    return [resource for resource in resources if _DERIVED not in resource and _all_roles(resource)]


def _all_roles(resource: Said) -> bool:
    schema = resource.get("schema")
    fields = said_objects(schema.get("fields", [])) if isinstance(schema, dict) else []
    return bool(fields) and all(said_text(field.get("peran")) for field in fields)
