"""The form of all that a draft left open."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..editing import target_of
from ..model.messages import message
from ..read import descriptor
from ..words.catalogues import text
from .bench import Workbench
from .filling import OpenPlace, by_where, fill_in, open_places_of
from .rooms import room_of
from .showing import Leaf, go_to, show_page
from .visits import Visit


@dataclass(frozen=True, slots=True)
class FillView:
    """The open places of a dataset by where they stand, with what was written so far."""

    title: str
    groups: tuple[tuple[str, tuple[OpenPlace, ...]], ...]
    said: Mapping[str, str]
    faults: tuple[str, ...]
    of_table: bool = True
    """Whether it is about a table that was brought, and not about an agency."""


def fill_page(bench: Workbench, visit: Visit) -> Response:
    """Fill what is open; what stays empty stays open."""
    room = room_of(bench, visit, "beranda")
    target = target_of(bench.root, visit.agency, visit.parts["slug"])
    if target.dataset is None:
        raise HTTPException(404)
    faults: tuple[str, ...] = ()
    said = {name: value for name, value in visit.fields if name.startswith("isi:")}
    if visit.posts:
        with bench.writing:
            found = fill_in(target, said)
        if not found:
            bench.tell([message("workbench.filled", title=target.dataset.title)])
            return go_to(_next(bench, visit, room.home))
        faults = tuple(text(finding.message) for finding in found)
    document = json.loads((target.folder / descriptor.NAME).read_text("utf-8-sig"))
    groups = by_where(open_places_of(document))
    leaf = Leaf("isi", message("workbench.fill"), 422 if faults else 200)
    return show_page(bench, room, leaf, FillView(target.dataset.title, groups, said, faults))


def _next(bench: Workbench, visit: Visit, home: str) -> str:
    """Where to go on: the same page while anything is open."""
    target = target_of(bench.root, visit.agency, visit.parts["slug"])
    left = target.dataset is not None and open_places_of(target.dataset.descriptor)
    return f"{home}isi/{target.slug}/" if left else home
