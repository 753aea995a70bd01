"""Which agency a visit is about; one that is not there has no pages."""

from __future__ import annotations

from starlette.exceptions import HTTPException

from ..editing import identity
from ..read.catalog import agency_slugs
from .bench import Workbench
from .showing import Room
from .visits import Visit


def room_of(bench: Workbench, visit: Visit, part: str = "") -> Room:
    """The agency's room; raises 404 for a name that no folder has, Unusable for a faulty one."""
    if not visit.agency:
        return Room()
    if visit.agency not in agency_slugs(bench.root):
        raise HTTPException(404)
    return Room(identity(bench.root, visit.agency), part)
