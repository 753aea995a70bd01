"""A page of the bench: its frame, where it stands, and what has just been done."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import HTMLResponse, RedirectResponse

from ..model import Agency
from ..model.messages import Message
from ..words.catalogues import text
from .bench import Workbench
from .refusing import Sorry
from .templates import render


@dataclass(frozen=True, slots=True)
class Room:
    """Where on the bench a page stands: of which agency, in which part."""

    agency: Agency | None = None
    part: str = ""
    """Which entry of the menu it belongs to."""

    @property
    def home(self) -> str:
        """The address below which all of the agency stands."""
        return f"/i/{self.agency.slug}/" if self.agency else "/"


@dataclass(frozen=True, slots=True)
class BenchFrame:
    """What stands around a page."""

    title: str
    room: Room
    seal: str
    told: tuple[str, ...] = ()
    refresh: int = 0
    """Seconds after which the page asks again; 0: never."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which template writes a page, what the page is called, and how it is answered."""

    template: str
    title: Message
    status: int = 200
    refresh: int = 0


def show_page(bench: Workbench, room: Room, leaf: Leaf, view: object) -> HTMLResponse:
    """A page by its template; `isi` is its view there, `bingkai` the frame."""
    told = () if leaf.refresh else tuple(map(text, bench.told()))
    frame = BenchFrame(text(leaf.title), room, bench.seal, told, leaf.refresh)
    return HTMLResponse(render(leaf.template, isi=view, bingkai=frame), leaf.status)


def show_sorry(bench: Workbench, room: Room, sorry: Sorry) -> HTMLResponse:
    """A reason in the frame of the bench, with the way back."""
    return show_page(bench, room, Leaf("gagal", sorry.title, sorry.status), sorry)


def go_to(address: str) -> RedirectResponse:
    """Send the browser on, with a plain GET: reloading what comes sends nothing twice."""
    return RedirectResponse(address, 303)
