"""What catalogues promise about files, held against the files: addresses, sizes, fingerprints."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jsonschema_rs
from jsonschema.validators import validator_for

from ..model.messages import Message, message
from ..read.broken_rules import explain
from ..read.located import path
from . import pod
from .program_promises import program_faults

CATALOGUE = "catalog.jsonld"
_SCHEMA = "data-json.schema.json"
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_SHORTEST, _LONGEST = 50, 5000
"""Characters Google accepts as a description."""
_HERE = "https://situs.invalid/"
"""Stands for the root of a site that does not know its address."""

_Json = Mapping[str, Any]
Fault = tuple[str, Message]
"""Address of a file, and what is wrong with it."""


def data_json_faults(files: Mapping[str, bytes], schemas: Path) -> Iterator[Fault]:
    """data.json against the schema of Project Open Data."""
    if pod.NAME not in files:
        return
    schema = json.loads((schemas / _SCHEMA).read_text("utf-8"))
    document = _object(files[pod.NAME])
    if jsonschema_rs.validator_for(schema).is_valid(document):
        return
    # The quick library only says yes or no; the errors of the other can be put into words.
    for error in validator_for(schema)(schema).iter_errors(document):
        told = message("catalogues.at-key", path=path(error.absolute_path), fault=explain(error))
        yield pod.NAME, told


def broken_promises(files: Mapping[str, bytes]) -> Iterator[Fault]:
    """Everything the catalogues and the dataset pages of a site promise about its files."""
    if CATALOGUE not in files:
        return
    nodes = {str(node.get("@id")): node for node in _object(files[CATALOGUE]).get("@graph", [])}
    root = next(iter(nodes), "").partition(CATALOGUE)[0]
    yield from _distributions(nodes, root, files)
    yield from program_faults(files, root)
    for dataset in _object(files.get(pod.NAME, b"{}")).get("dataset", []):
        for item in dataset.get("distribution", []):
            target = str(item.get("downloadURL"))
            if _address_below(target, root) not in files:
                yield pod.NAME, message("catalogues.file-missing", file=target)
    for node in nodes.values():
        if node.get("@type") == "dcat:Dataset":
            page = f"{_address_below(str(node.get('dcat:landingPage')), root)}index.html"
            yield from ((page, told) for told in _on_page(page, root, files))


def _object(data: bytes) -> _Json:
    """A JSON object; an empty one for anything else, which the readers of the format report."""
    try:
        found = json.loads(data)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _distributions(nodes: Mapping[str, _Json], root: str, files: _Json) -> Iterator[Fault]:
    for node in nodes.values():
        if node.get("@type") != "dcat:Distribution":
            continue
        target = str(node.get("dcat:downloadURL"))
        checksum = nodes.get(str(node.get("spdx:checksum")), {})
        seal = (node.get("dcat:byteSize"), checksum.get("spdx:checksumValue"))
        data = files.get(_address_below(target, root))
        if data is None:
            yield CATALOGUE, message("catalogues.file-missing", file=target)
        elif seal != _seal(data):
            yield CATALOGUE, message("catalogues.seal-differs", file=target)


def _seal(data: bytes) -> tuple[int, str]:
    return len(data), hashlib.sha256(data).hexdigest()


def _address_below(target: str, root: str) -> str:
    """The address below the root; '' for what lies elsewhere."""
    return target.removeprefix(root) if root and target.startswith(root) else ""


def _on_page(page: str, root: str, files: Mapping[str, bytes]) -> Iterator[Message]:
    """The markup for search engines: what Google requires, and files that are there."""
    found = _SCRIPT.findall(files.get(page, b"").decode("utf-8", errors="replace"))
    document = _object(found[0].encode()) if len(found) == 1 else {}
    if document.get("@type") != "Dataset":
        yield message("catalogues.no-dataset-block")
        return
    if not document.get("name"):
        yield message("catalogues.page-name-empty")
    if not _SHORTEST <= len(document.get("description", "")) <= _LONGEST:
        yield message("catalogues.page-description-length", least=_SHORTEST, most=_LONGEST)
    for item in document.get("distribution", []):
        target = str(item.get("contentUrl"))
        inside = urljoin(f"{_HERE}{page}", target).removeprefix(_HERE)
        data = files.get(_address_below(target, root) or posixpath.normpath(inside))
        if data is None:
            yield message("catalogues.page-file-missing", file=target)
        elif (item.get("contentSize"), item.get("sha256")) != (f"{len(data)} B", _seal(data)[1]):
            yield message("catalogues.page-seal-differs", file=target)
