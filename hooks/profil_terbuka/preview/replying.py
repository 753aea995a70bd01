"""What a browser is shown at an address of the preview."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import urlsplit

from ..model.findings import Severity
from ..model.palette import PORTAL
from ..render import LayoutPage, Website
from ..render.layout import LOST, MAP
from ..render.rendering import file_of, filled
from ..web import policy
from ..web.assets import WORKER, standalone_style
from ..web.fragments import head, renderer
from ..words.told_findings import ToldFinding, told_in_part
from .latest import PreviewEdition
from .making import Faulty, LaidOut

OWN = "/_pratinjau/"
"""Begins the addresses that only a preview has."""
RELOADING, LOOK, NEWS = f"{OWN}muat.js", f"{OWN}gaya.css", f"{OWN}kabar"
STATE = "keadaan"
"""The parameter that says which state of the files a page shows."""

_HTML = "text/html; charset=utf-8"
_LOOK = Path(__file__).parent / "look"
_TYPES = MimeTypes()
"""Those that Python knows itself: a machine may call a script what no browser runs."""
_TYPES.add_type("text/javascript", ".js")  # as later versions of Python say, and servers
_END_OF_HEAD = "</head>"

_render = renderer(Path(__file__).parent / "pages")


@dataclass(frozen=True, slots=True)
class Reply:
    """A status with its body; `leads_to` is the address of one that leads elsewhere."""

    status: int
    body: bytes
    kind: str = _HTML
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class FaultyView:
    """Why there is no site to see: a sentence, or findings by the file that they are about."""

    said: str
    errors: int
    suspicions: int
    files: tuple[tuple[tuple[ToldFinding, ...], int], ...]
    """Of each file the findings that are told, and how many there are besides."""


def reply_to(edition: PreviewEdition, path: str) -> Reply:
    """What stands at `path`, which begins with '/' and is decoded.

    While the files are faulty that is, at each address, why there is no site.
    """
    shown = edition.shown
    if isinstance(shown, Faulty):
        return _why_not(shown, edition.state)
    base = home(shown.website)
    if not path.startswith(base):
        return Reply(302, b"", leads_to=base)
    return _reply_below(edition, shown, path.removeprefix(base))


def own_file(path: str) -> Reply | None:
    """A file that the preview brings along itself; None where there is no such file."""
    if path == RELOADING:
        return Reply(200, (_LOOK / "muat.js").read_bytes(), _kind(path))
    if path == LOOK:
        return Reply(200, _style().encode(), _kind(path))
    return None


def home(website: Website) -> str:
    """Where the site begins, as its address says it: its page for lost addresses leads there."""
    folder = urlsplit(website.address).path.strip("/")
    return f"/{folder}/" if folder else "/"


def _reply_below(edition: PreviewEdition, shown: LaidOut, address: str) -> Reply:
    website, pages = shown.website, shown.pages
    file = file_of(address) if address.endswith("/") or not address else address
    if file == WORKER:  # it would keep pages for later, also for the site published from here
        return Reply(200, b"", _kind(file))
    if file in pages:
        return _page(shown, pages[file], edition.state)
    if file in website.files:
        return Reply(200, website.files[file], _kind(file))
    if file == MAP:
        return Reply(200, shown.theme.sitemap(pages.values()).encode(), _kind(file))
    if file_of(f"{address}/") in {*pages, *website.files}:
        return Reply(302, b"", leads_to=f"{home(website)}{address}/")
    status = 200 if file == LOST else 404
    return Reply(status, _reloading(shown.theme.lost(), edition.state))


def _page(shown: LaidOut, page: LayoutPage, state: str) -> Reply:
    website = shown.website
    marks = {item.address: item.exhibits for item in website.written}
    try:
        html = filled(shown.theme.page(page), page.url, website, marks.get(page.url, {}))
    except Exception as problem:
        return _why_not(shown.source.fault(problem), state)
    return Reply(200, _reloading(html, state))


def _reloading(html: str, state: str) -> bytes:
    """The page with the script that loads it anew once the files are no longer in that state."""
    script = f'<script src="{RELOADING}?{STATE}={state}" defer></script>'
    before, end, after = html.partition(_END_OF_HEAD)
    return f"{before}{script}{end}{after}".encode()


def _why_not(faulty: Faulty, state: str) -> Reply:
    view = faulty_view(faulty)
    html = _render("salah", isi=view, kebijakan=head(policy.PAGE), gaya=LOOK)
    return Reply(500, _reloading(html, state))


def faulty_view(faulty: Faulty) -> FaultyView:
    """What stands against the site, in words: errors alone, for only they must be mended now."""
    wrong = [item for item in faulty.findings if item.code.severity is Severity.ERROR]
    files = []
    for file in dict.fromkeys(item.place.file for item in wrong):
        found = [item for item in wrong if item.place.file == file]
        told = tuple(told_in_part(found))
        files.append((told, len(found) - len(told)))
    return FaultyView(
        said=faulty.said,
        errors=len(wrong),
        suspicions=len(faulty.findings) - len(wrong),
        files=tuple(files),
    )


def _kind(name: str) -> str:
    kind, _ = _TYPES.guess_type(name, strict=False)
    if kind is None:
        return "application/octet-stream"
    worded = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
    return f"{kind}; charset=utf-8" if worded else kind


@cache
def _style() -> str:
    return standalone_style(PORTAL) + (_LOOK / "salah.css").read_text("utf-8")
