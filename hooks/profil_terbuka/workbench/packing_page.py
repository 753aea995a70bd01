"""The site as one ZIP to take along: for a host that takes files, and for who has no git."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

from .. import packing
from ..model.messages import message
from ..pipeline import SITE, Refused
from ..words.dates import date
from ..words.numbers import size
from ..words.refusals import Refusal
from .bench import Workbench
from .errands import Tell
from .previewing import build_site
from .rooms import room_of
from .showing import Leaf, go_to, show_page
from .visits import Visit
from .waiting import waiting_page

PART = "terbitkan"
_LEAF = Leaf("situs-zip", message("workbench.site-zip"))
_PACKING = message("workbench.step-packing")


@dataclass(frozen=True, slots=True)
class PackedSite:
    """A ZIP that lies in the repository, and what is told of it."""

    file: Path
    files: int
    bytes: int
    day: str


@dataclass(frozen=True, slots=True)
class SiteZipView:
    """The ZIP that can be fetched, or why there is none."""

    name: str = ""
    size: str = ""
    files: int = 0
    day: str = ""
    refused: str = ""
    faulty: bool = False
    """Whether data or pages have errors: the page that checks tells them."""


def site_zip_page(bench: Workbench, visit: Visit) -> Response:
    """On demand build the site and pack it; then offer the ZIP."""
    room = room_of(bench, visit, PART)
    name = _errand(visit)
    if visit.posts:
        bench.errands.again(name, lambda tell: pack_site(bench, visit.agency, tell))
        return go_to(f"{room.home}terbitkan/zip/")
    errand = bench.errands.found(name)
    if errand is None:
        return go_to(f"{room.home}terbitkan/")
    if not errand.wait():
        return waiting_page(bench, room, message("workbench.packing"), errand)
    try:
        packed: PackedSite = errand.outcome()
    except Refused:
        return show_page(bench, room, _LEAF, SiteZipView(faulty=True))
    except Refusal as reason:
        return show_page(bench, room, _LEAF, SiteZipView(refused=str(reason)))
    told = SiteZipView(packed.file.name, size(packed.bytes), packed.files, date(packed.day))
    return show_page(bench, room, _LEAF, told)


def pack_site(bench: Workbench, slug: str, tell: Tell) -> PackedSite:
    """Build the site as the data are now, and lay it as a ZIP where `make paket` does.

    Raises Refused where the data have errors, Unsealed where somebody changes the site meanwhile.
    """
    with bench.writing:
        build_site(bench.root, slug, bench.cache(), tell)
        tell(_PACKING)
        site = packing.sealed_site(bench.root / SITE / slug)
        file = bench.root / f"{packing.parcel_name(slug, site.day)}.zip"
        count, total = packing.lay_zip(file, packing.parcel_files(site), site.day)
    return PackedSite(file, count, total, site.day.isoformat())


def site_zip_file(bench: Workbench, visit: Visit) -> Response:
    """The ZIP that was packed last; only that one is known, by its own name."""
    room_of(bench, visit, PART)
    errand = bench.errands.found(_errand(visit))
    if errand is None or not errand.done or errand.problem is not None:
        raise HTTPException(404)
    packed: PackedSite = errand.outcome()
    if visit.parts["file"] != packed.file.name or not packed.file.is_file():
        raise HTTPException(404)
    return FileResponse(packed.file, filename=packed.file.name, media_type="application/zip")


def _errand(visit: Visit) -> str:
    return f"zip/{visit.agency}"
