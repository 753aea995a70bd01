"""An agency's site is built on this machine, and shown as readers will see it; nothing more."""

from __future__ import annotations

import mimetypes
import shutil
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

from ..model.messages import message
from ..pipeline import SITE, Refused, compose, draw, examine, fill_folder, refuse_faulty, write
from ..system.cache import Cache
from ..system.swap import place_of, side_folder, swap
from ..web.assets import WORKER
from .bench import Workbench
from .errands import Tell
from .examining import state_of
from .rooms import room_of
from .showing import Leaf, go_to, show_page
from .visits import Visit
from .waiting import waiting_page

_CHECKING = message("workbench.step-checking")
_CHARTS = message("workbench.step-charts")
_PAGES = message("workbench.step-pages")
_PROVING = message("workbench.step-proving")


@dataclass(frozen=True, slots=True)
class PreviewView:
    """Whether there is a site to look at, and whether it shows the latest."""

    there: bool
    latest: bool
    refused: str


def build_site(root: Path, agency: str, cache: Cache, tell: Tell) -> str:
    """Build an agency's site; the state of its files that was built. Refused where it must not."""
    state = state_of(root, agency)
    live = place_of(root / SITE / agency)
    tell(_CHECKING)
    prepared = examine(root, agency, cache)
    refuse_faulty(prepared.findings, strict=False)
    tell(_CHARTS)
    drawn = draw(prepared, cache)
    tell(_PAGES)
    publication = compose(write(drawn, cache), cache)
    tell(_PROVING)
    aside = side_folder(live)
    try:
        fill_folder(aside, publication, root, cache)
        swap(aside, live)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return state


def preview_page(bench: Workbench, visit: Visit) -> Response:
    """Build the site and tell how far it is; then lead to it."""
    room = room_of(bench, visit, "pratinjau")
    name = f"pratinjau/{visit.agency}"
    if visit.posts:
        bench.errands.again(
            name, lambda tell: build_site(bench.root, visit.agency, bench.cache(), tell)
        )
        return go_to(f"{room.home}pratinjau/")
    errand = bench.errands.found(name)
    if errand is not None and not errand.wait():
        return waiting_page(bench, room, message("workbench.building"), errand)
    refused, built = "", ""
    if errand is not None:
        try:
            built = errand.outcome()
        except Refused as reason:
            refused = str(reason)
    there = (bench.root / SITE / visit.agency / "index.html").is_file()
    view = PreviewView(there, built == state_of(bench.root, visit.agency), refused)
    return show_page(bench, room, Leaf("pratinjau", message("workbench.preview")), view)


def previewed_file(bench: Workbench, visit: Visit) -> Response:
    """A file of the site that was built; nothing outside of its folder is ever read."""
    room_of(bench, visit)
    asked = visit.parts.get("path", "")
    if asked == WORKER:  # a preview is never kept for later
        return Response("", media_type="text/javascript")
    home = (bench.root / SITE / visit.agency).resolve()
    file = (home / asked).resolve()
    if not file.is_relative_to(home):
        raise HTTPException(404)
    if file.is_dir():
        if asked and not asked.endswith("/"):
            return go_to(f"{visit.path}/")
        file = file / "index.html"
    if not file.is_file():
        raise HTTPException(404)
    return FileResponse(file, media_type=mimetypes.guess_type(file.name)[0])
