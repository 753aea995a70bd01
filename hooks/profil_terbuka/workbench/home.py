"""The first page: the agency's datasets, what can be done, what is not published yet."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from ..editing import identity
from ..model import Agency
from ..model.messages import message
from ..read.catalog import agency_slugs
from . import repository
from .agency_places import agency_places
from .bench import Workbench
from .rooms import room_of
from .shelves import Shelf, shelves
from .showing import Leaf, Room, go_to, show_page
from .visits import Visit


@dataclass(frozen=True, slots=True)
class AgenciesView:
    """The agencies of the repository."""

    agencies: tuple[Agency, ...]

    def home(self, agency: Agency) -> str:
        """Where an agency's pages stand."""
        return Room(agency).home


@dataclass(frozen=True, slots=True)
class HomeView:
    """What an agency has."""

    words: str
    shelves: tuple[Shelf, ...]
    all_shelves: int
    changes: tuple[repository.FolderChange, ...]
    kept: bool
    """Whether the repository has a history, so that changes can be told."""
    left_open: int
    """Places about the agency itself that are still to be filled."""


def agencies_page(bench: Workbench, visit: Visit) -> Response:
    """Which agency; where there is one only, its page at once."""
    known = agency_slugs(bench.root)
    if len(known) == 1:
        return go_to(f"/i/{known[0]}/")
    view = AgenciesView(tuple(identity(bench.root, slug) for slug in known))
    return show_page(bench, Room(), Leaf("instansi", message("workbench.which-agency")), view)


def home_page(bench: Workbench, visit: Visit) -> Response:
    """The datasets of an agency, and what to do with them."""
    room = room_of(bench, visit, "beranda")
    words = visit.asked("q")
    found = [item for item in shelves(bench.root, visit.agency) if not item.register]
    kept = repository.kept_by_git(bench.root)
    view = HomeView(
        words=words,
        shelves=tuple(item for item in found if item.fits(words)),
        all_shelves=len(found),
        changes=repository.unpublished(bench.root, visit.agency) if kept else (),
        kept=kept,
        left_open=len(agency_places(bench.root, visit.agency)),
    )
    return show_page(bench, room, Leaf("beranda", message("workbench.home")), view)
