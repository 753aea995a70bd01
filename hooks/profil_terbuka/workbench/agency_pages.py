"""A new agency begins, and what only its people know of it is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import Response

from ..editing import begin_agency, known_towns
from ..importer import Unusable, dataset_slug
from ..model.messages import message
from ..read.open_places import NO_REGION
from .agency_places import AgencyPlace, agency_places, by_file, fill_agency
from .bench import Workbench
from .rooms import room_of
from .showing import Leaf, Room, go_to, show_page
from .visits import Visit

_NEW = message("workbench.new-agency")


@dataclass(frozen=True, slots=True)
class NewAgencyView:
    """What is asked of a new agency, and what was said so far."""

    towns: Mapping[str, str]
    """Code -> name of those that the repository knows."""
    no_town: str
    """Stands for a town that it does not know."""
    name: str = ""
    slug: str = ""
    town: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class AgencyFillView:
    """The open places of an agency by where they stand, with what was written so far."""

    title: str
    groups: tuple[tuple[str, tuple[AgencyPlace, ...]], ...]
    said: Mapping[str, str]
    faults: tuple[str, ...]
    of_table: bool = False


def new_agency_page(bench: Workbench, visit: Visit) -> Response:
    """Ask who the agency is; begin it where that is said."""
    towns = known_towns(bench.root)
    if not visit.posts:
        view = NewAgencyView(towns, NO_REGION)
        return show_page(bench, Room(), Leaf("instansi-baru", _NEW), view)
    name, town = visit.said("nama"), visit.said("wilayah")
    slug = visit.said("alamat") or dataset_slug(name)
    try:
        if town not in (*towns, NO_REGION):
            raise Unusable(message("workbench.choose-town"))
        with bench.writing:
            begin_agency(bench.root, slug, name, town)
    except Unusable as reason:
        view = NewAgencyView(towns, NO_REGION, name, visit.said("alamat"), town, str(reason))
        return show_page(bench, Room(), Leaf("instansi-baru", _NEW, 422), view)
    bench.tell([message("workbench.agency-begun", name=name)])
    return go_to(f"/i/{slug}/lengkapi/")


def agency_fill_page(bench: Workbench, visit: Visit) -> Response:
    """Fill what is open about an agency; what stays empty stays open."""
    room = room_of(bench, visit, "beranda")
    faults: tuple[str, ...] = ()
    said = {name: value for name, value in visit.fields if name.startswith("isi:")}
    name = room.agency.name if room.agency else visit.agency
    if visit.posts:
        try:
            with bench.writing:
                fill_agency(bench.root, visit.agency, said)
        except Unusable as reason:
            faults = (str(reason),)
        else:
            bench.tell([message("workbench.filled", title=name)])
            left = agency_places(bench.root, visit.agency)
            return go_to(f"{room.home}lengkapi/" if left else room.home)
    groups = by_file(agency_places(bench.root, visit.agency))
    leaf = Leaf("isi", message("workbench.fill"), 422 if faults else 200)
    return show_page(bench, room, leaf, AgencyFillView(name, groups, said, faults))
