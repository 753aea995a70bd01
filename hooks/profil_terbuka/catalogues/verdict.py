"""Reads a finished site's catalogues back as other programs would, and says what is wrong.

Nothing is taken from the program that wrote them. Slow judgements are kept by content, so that the
libraries they need are not even imported when nothing has changed.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache as remembered
from pathlib import Path

from ..model import codes
from ..model.findings import Finding, Place, in_order
from ..system.cache import Cache, digest, key
from . import promises

KIND = "katalog"
SHAPES = Path(__file__).parent / "shapes"

_NOTATIONS = {"catalog.jsonld", "catalog.ttl"}
_PACKAGE = re.compile(r"data/[^/]+/datapackage\.json")

Fault = tuple[str, str]
"""Address of a file, and what is wrong with it."""


def check(files: Mapping[str, bytes], cache: Cache, portal: bool = False) -> tuple[Finding, ...]:
    """Everything wrong with the catalogues among a site's `files`, by address below its root.

    The `portal` lists files of other sites; whether they are there was judged where they are.
    """
    faults = [*_graphs(files, cache), *_tables(files, cache), *promises.data_json(files, SHAPES)]
    if not portal:
        faults += promises.kept(files)
    return in_order(
        Finding(codes.CATALOGUE_INVALID, Place(place), message) for place, message in faults
    )


def _graphs(files: Mapping[str, bytes], cache: Cache) -> Iterator[Fault]:
    """The graph is the same in both notations, and a catalogue as DCAT-AP wants it."""
    if not files.keys() >= _NOTATIONS:
        return
    jsonld, turtle = files["catalog.jsonld"], files["catalog.ttl"]

    def judge() -> bytes:
        from .harvest import faults  # noqa: PLC0415  imports rdflib and pyshacl, which are slow

        return _dump(faults(jsonld, turtle, sorted(SHAPES.glob("*.ttl"))))

    for message in json.loads(cache.get(KIND, key(__name__, _shapes(), jsonld, turtle), judge)):
        yield "catalog.jsonld", message


def _tables(files: Mapping[str, bytes], cache: Cache) -> Iterator[Fault]:
    """Every CSV file of a dataset is what its CSVW metadata say."""
    for address in filter(_PACKAGE.fullmatch, sorted(files)):
        folder = posixpath.dirname(address)
        for resource in json.loads(files[address])["resources"]:
            name = f"{resource['path']}-metadata.json"
            if f"{folder}/{name}" not in files:
                yield f"{folder}/{resource['path']}", f"Tidak ada `{name}` di sampingnya."
                continue
            for message in _described(folder, name, files, cache):
                yield f"{folder}/{name}", message


def _described(folder: str, name: str, files: Mapping[str, bytes], cache: Cache) -> Iterable[str]:
    try:
        document = json.loads(files[f"{folder}/{name}"])
        named = [str(table["url"]) for table in document["tables"]]
    except (ValueError, KeyError, TypeError) as problem:
        return [f"Tidak dapat dibaca: {problem!r}."]
    if missing := [url for url in named if f"{folder}/{url}" not in files]:
        return [f"Menyebut `{url}`, yang tidak ada." for url in missing]
    group = {one: files[f"{folder}/{one}"] for one in (name, *named)}

    def judge() -> bytes:
        from .csvw_reader import faults  # noqa: PLC0415  imports csvw, which is slow

        return _dump(faults(name, group))

    parts = (part for one, data in group.items() for part in (one, data))
    found: list[str] = json.loads(cache.get(KIND, key(__name__, *parts), judge))
    return found


def _dump(messages: list[str]) -> bytes:
    return json.dumps(messages, ensure_ascii=False).encode()


@remembered
def _shapes() -> str:
    """What a graph is held against besides the program."""
    return digest(*(path.read_bytes() for path in sorted(SHAPES.glob("*.ttl"))))
