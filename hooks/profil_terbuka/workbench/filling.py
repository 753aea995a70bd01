"""What a draft left to people (`ISI: ...`) is filled in: no form of it is written by hand."""

from __future__ import annotations

import copy
import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..editing import Target
from ..importer.shaping.units_of_totals import units_that_follow, with_units_of_main
from ..model.findings import Finding
from ..model.messages import Message, message
from ..read import descriptor
from ..read.located import Keys, every
from ..read.open_places import MARK, NO_REGION, hints
from ..system.cache import write_atomically
from ..system.canonical import json_like
from ..words.catalogues import text

Document = Mapping[str, Any]
OPEN = re.compile(rf"{MARK}\s*[^\n\"]*")
"""An open place with its hint, as it stands in a descriptor."""
_REGION = "wilayah"
_LONG = ("description", "uraian", "alasan", "definisi")


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """One place that is open: the way to it, what belongs there, and where it stands in words."""

    keys: Keys
    hint: str
    where: Message

    @property
    def name(self) -> str:
        """What its field in a form is called.

        >>> OpenPlace(("sources", 0, "bagian"), "", message("workbench.where-source")).name
        'isi:sources/0/bagian'
        """
        return "isi:" + "/".join(map(str, self.keys))

    @property
    def label(self) -> str:
        """What is to be written, beginning with a capital."""
        return self.hint[:1].upper() + self.hint[1:]

    @property
    def is_long(self) -> bool:
        """Whether a sentence or more belongs there."""
        return self.keys[-1] in _LONG


def open_places_of(document: Document) -> tuple[OpenPlace, ...]:
    """Every open place of a descriptor, in its own order.

    >>> [place.hint for place in open_places_of({"title": "ISI: judul", "name": "a"})]
    ['judul']
    """
    following = set(units_that_follow(document))
    return tuple(place for place in _places(document) if place.keys not in following)


def _places(document: Document) -> Iterator[OpenPlace]:
    for keys, told in every(document):
        if keys and keys[-1] == _REGION and told == NO_REGION:
            yield OpenPlace(keys, text(message("read.hint-region")), _where(document, keys))
            continue
        for hint in hints(told):
            yield OpenPlace(keys, hint, _where(document, keys))


def _where(document: Document, keys: Keys) -> Message:
    """Where a place stands, for people who have never seen a descriptor."""
    column = _column(document, keys)
    if column:
        return message("workbench.where-column", title=column)
    if keys[0] == "sources":
        return message("workbench.where-source")
    return message("workbench.where-dataset")


def _column(document: Document, keys: Keys) -> str:
    """The title of the column that a place is about; '' where it is about none."""
    part: Any = document
    title = ""
    for at, key in enumerate(keys):
        part = part[key]
        if at > 0 and keys[at - 1] == "fields" and isinstance(part, Mapping):
            title = str(part.get("title") or part.get("name") or "")
    return title


def filled_document(document: Document, said: Mapping[str, str]) -> dict[str, Any]:
    """The document with what was said by the names of fields; what was not said stays open.

    >>> filled_document({"title": "ISI: judul"}, {"isi:title": "Penerima"})
    {'title': 'Penerima'}
    """
    made: dict[str, Any] = copy.deepcopy(dict(document))
    for place in open_places_of(document):
        if value := said.get(place.name, "").strip():
            _put(made, place.keys, value)
    return with_units_of_main(made)


def _put(document: Any, keys: Keys, value: str) -> None:
    part = document
    for key in keys[:-1]:
        part = part[key]
    old = str(part[keys[-1]])
    part[keys[-1]] = value if old == NO_REGION else OPEN.sub(lambda _: value, old, count=1)


def fill_in(target: Target, said: Mapping[str, str]) -> tuple[Finding, ...]:
    """Write what was said into the descriptor; findings, and nothing written, where it is unfit."""
    file = target.folder / descriptor.NAME
    former = file.read_text("utf-8-sig")
    document = filled_document(json.loads(former), said)
    data = json_like(former, document)
    faults = faults_of(target, data)
    if not faults:
        write_atomically(file, data)
    return faults


def faults_of(target: Target, data: bytes) -> tuple[Finding, ...]:
    """What the engine's reader says of a descriptor, laid beside the tables that are there."""
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside) / target.slug
        shutil.copytree(target.folder, folder, ignore=shutil.ignore_patterns("v"))
        (folder / descriptor.NAME).write_bytes(data)
        return descriptor.read_descriptor(folder, f"{target.shown}/{descriptor.NAME}")[1]


def by_where(places: Sequence[OpenPlace]) -> tuple[tuple[str, tuple[OpenPlace, ...]], ...]:
    """Open places by where they stand, in words."""
    groups: dict[str, list[OpenPlace]] = {}
    for place in places:
        groups.setdefault(text(place.where), []).append(place)
    return tuple((where, tuple(found)) for where, found in groups.items())
