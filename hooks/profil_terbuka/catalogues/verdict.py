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
from ..model.messages import Message, message
from ..system.cache import Cache, digest, key
from ..system.message_store import restored, stored
from . import promises
from .notations import Notations
from .paging import pages_among, without_paging
from .pieces import divided

KIND, PIECES = "katalog", "bagian-katalog"
"""Kept: verdicts, and that a piece of a graph has no fault."""
SHAPES = Path(__file__).parent / "shapes"

_PACKAGE = re.compile(r"data/[^/]+/datapackage\.json")

Fault = tuple[str, Message]
"""Address of a file, and what is wrong with it."""


def check_catalogues(
    files: Mapping[str, bytes], cache: Cache, portal: bool = False
) -> tuple[Finding, ...]:
    """Everything wrong with the catalogues among a site's `files`, by address below its root.

    The `portal` lists files of other sites; whether they are there was judged where they are.
    """
    faults = [
        *_graphs(files, cache),
        *_tables(files, cache),
        *promises.data_json_faults(files, SHAPES),
    ]
    if not portal:
        faults += promises.broken_promises(files)
    return in_order(
        Finding(codes.CATALOGUE_INVALID, Place(address), said) for address, said in faults
    )


def _graphs(files: Mapping[str, bytes], cache: Cache) -> Iterator[Fault]:
    """Each page of the graph is the same in all notations, and as DCAT-AP wants it."""
    for names in pages_among(files):
        page = without_paging(Notations(*(files[name] for name in names)))
        yield from ((names[0], said) for said in _in_graph(page, cache))


def _in_graph(page: Notations, cache: Cache) -> Iterator[Message]:
    if _clean_in_pieces(page, cache):
        return

    def judge() -> bytes:
        from .harvest import harvest_faults  # noqa: PLC0415  imports rdflib and pyshacl: slow

        return stored(harvest_faults(page, sorted(SHAPES.glob("*.ttl"))))

    parts = (page.jsonld, page.turtle, page.rdf_xml)
    yield from restored(cache.get(KIND, key(__name__, _shapes(), *parts), judge))


def _clean_in_pieces(page: Notations, cache: Cache) -> bool:
    """Whether the graph can be judged in pieces and none has a fault; those that had none before
    are not judged again."""
    graph = divided(page)
    if graph is None:
        return False
    fresh = {
        name: piece
        for piece in graph.pieces
        if cache.kept(PIECES, name := key(__name__, _shapes(), piece.seal)) is None
    }
    if fresh:
        from .harvest import are_clean  # noqa: PLC0415  imports rdflib and pyshacl: slow

        if not are_clean(graph, tuple(fresh.values()), sorted(SHAPES.glob("*.ttl"))):
            return False
    for name in fresh:
        cache.keep(PIECES, name, b"")
    return True


def _tables(files: Mapping[str, bytes], cache: Cache) -> Iterator[Fault]:
    """Every CSV file of a dataset is what its CSVW metadata say."""
    for address in filter(_PACKAGE.fullmatch, sorted(files)):
        folder = posixpath.dirname(address)
        for resource in json.loads(files[address])["resources"]:
            name = f"{resource['path']}-metadata.json"
            if f"{folder}/{name}" not in files:
                missing = message("catalogues.no-metadata", file=name)
                yield f"{folder}/{resource['path']}", missing
                continue
            for said in _described(folder, name, files, cache):
                yield f"{folder}/{name}", said


def _described(
    folder: str, name: str, files: Mapping[str, bytes], cache: Cache
) -> Iterable[Message]:
    try:
        document = json.loads(files[f"{folder}/{name}"])
        named = [str(table["url"]) for table in document["tables"]]
    except (ValueError, KeyError, TypeError) as problem:
        return [message("catalogues.metadata-unread", problem=repr(problem))]
    if missing := [url for url in named if f"{folder}/{url}" not in files]:
        return [message("catalogues.names-missing-file", file=url) for url in missing]
    group = {one: files[f"{folder}/{one}"] for one in (name, *named)}

    def judge() -> bytes:
        from .csvw_reader import csvw_faults  # noqa: PLC0415  imports csvw, which is slow

        return stored(csvw_faults(name, group))

    parts = (part for one, data in group.items() for part in (one, data))
    return restored(cache.get(KIND, key(__name__, *parts), judge))


@remembered
def _shapes() -> str:
    """What a graph is held against besides the program."""
    return digest(*(path.read_bytes() for path in sorted(SHAPES.glob("*.ttl"))))
