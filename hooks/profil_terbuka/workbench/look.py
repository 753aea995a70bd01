"""How the bench looks: the site's own colours, letters and charts, and what forms need besides."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import Response

from ..model.palette import PORTAL
from ..web.assets import standalone_style
from .bench import Workbench
from .rooms import room_of
from .visits import Visit

_FOLDER = Path(__file__).parent / "look"


def style_sheet(bench: Workbench, visit: Visit) -> Response:
    """The style sheet, in the colour of the agency where one is named."""
    agency = room_of(bench, visit).agency
    own = (_FOLDER / "meja.css").read_text("utf-8")
    colour = agency.colour if agency else PORTAL
    return Response(standalone_style(colour) + own, media_type="text/css")


def script(bench: Workbench, visit: Visit) -> Response:
    """What makes it handier; nothing needs it."""
    own = (_FOLDER / "meja.js").read_text("utf-8")
    return Response(own, media_type="text/javascript")
