"""A page for what takes longer: what is being done, step by step, until it is done."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from ..model.messages import Message
from ..words.catalogues import text
from .bench import Workbench
from .errands import Errand
from .showing import Leaf, Room, show_page

_SECONDS = 1


@dataclass(frozen=True, slots=True)
class WaitingView:
    """What is under way."""

    steps: tuple[str, ...]
    seconds: int


def waiting_page(bench: Workbench, room: Room, title: Message, errand: Errand) -> Response:
    """The steps so far; the page asks again by itself, with or without a script."""
    view = WaitingView(tuple(map(text, errand.steps)), errand.seconds)
    return show_page(bench, room, Leaf("tunggu", title, refresh=_SECONDS), view)
