"""Something is written: at once where it is quick, or else with a page that tells how far it is."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from ..model.messages import Message, message
from .bench import Workbench
from .errands import Errand, Tell
from .rooms import room_of
from .showing import Room, go_to
from .visits import Visit
from .waiting import waiting_page

_KEEPING = message("workbench.keeping")


@dataclass(frozen=True, slots=True)
class Deed:
    """What was written: where to go on, and what the person should know."""

    address: str
    told: tuple[Message, ...] = ()


def carry_out(bench: Workbench, room: Room, work: Callable[[Tell], Deed]) -> Response:
    """Do it with the repository to oneself, and go on; a reason why not is raised as usual."""

    def alone(tell: Tell) -> Deed:
        tell(_KEEPING)
        with bench.writing:
            return work(tell)

    name = secrets.token_urlsafe(12)
    errand = bench.errands.begin(f"kerja/{name}", alone)
    if errand.wait():
        return _arrived(bench, errand)
    return go_to(f"{room.home}kerja/{name}/")


def deed_page(bench: Workbench, visit: Visit) -> Response:
    """How far it is; once it is done, the page that comes next."""
    room = room_of(bench, visit)
    errand = bench.errands.take(f"kerja/{visit.parts['name']}")
    if errand is None:
        return go_to(room.home)
    if not errand.wait():
        return waiting_page(bench, room, _KEEPING, errand)
    return _arrived(bench, errand)


def _arrived(bench: Workbench, errand: Errand) -> Response:
    deed: Deed = errand.outcome()
    bench.tell(deed.told)
    return go_to(deed.address)
