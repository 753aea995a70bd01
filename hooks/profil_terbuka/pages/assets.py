"""The site's one style sheet, one script, icon and service worker, made of the theme's parts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from ..cache import Cache, key
from .frame import ICON, Frame

STYLE = "aset/situs.css"
SCRIPT = "aset/situs.js"
SEARCH = "aset/cari.js"
"""The search page's own: a quarter of all script, which no other page needs."""
URGENT = "aset/pengumuman.js"
"""Only where there is something to announce."""
WORKER = "pekerja.js"
"""At the root: a service worker serves what lies beside and below it."""

ROBOTS = "robots.txt"

_THEME = Path(__file__).resolve().parent.parent / "theme"
_LIGHT = re.compile(r"^:root\b[^{]*\{(.*?)^\}", re.MULTILINE | re.DOTALL)
_DARK = re.compile(r'^\[data-md-color-scheme="slate"\] \{(.*?)^\}', re.MULTILINE | re.DOTALL)
_FOR_STANDALONE = (
    "gaya/30-dataset.css",
    "gaya/31-grafik.css",
    "gaya/32-tabel.css",
    "gaya/33-catatan.css",
    "gaya/34-peta.css",
    "mandiri.css",
)
_SEARCH_PART = "cari.js"
_URGENT_PART = "pengumuman.js"
_COMMENT = {
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".js": re.compile(r"^ *//.*$", re.MULTILINE),
}
_BREAK = re.compile(r"\s*\n\s*")
_THEIRS = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")


def made(frame: Frame, theirs: str, cache: Cache) -> Mapping[str, str]:
    """The files by address; `theirs` is the style sheet that Material ships."""
    ours = f"{_joined('gaya/*.css')}:root {{ --instansi: {frame.colour}; }}\n"
    files = {
        STYLE: _used(theirs, ours, cache) + ours,
        SCRIPT: _joined("skrip/*.js"),
        SEARCH: _joined(_SEARCH_PART),
        ICON: frame.icon,
    }
    if frame.alerts:
        files[URGENT] = _joined(_URGENT_PART)
    seal = hashlib.sha256("".join(files.values()).encode()).hexdigest()[:12]
    worker = (_THEME / WORKER).read_text("utf-8")
    return {**files, WORKER: worker.replace("VERSI", seal), ROBOTS: frame.robots}


def standalone_style(colour: str) -> str:
    """The style of a document without the site's frame: light or dark as the device says."""
    colours = (_THEME / "gaya/00-warna.css").read_text("utf-8")
    light = "".join(_LIGHT.findall(colours))
    dark = "".join(_DARK.findall(colours))
    parts = [(_THEME / name).read_text("utf-8") for name in _FOR_STANDALONE]
    return "\n".join(
        (
            f":root {{{light}  --instansi: {colour};\n}}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{{dark}}} }}",
            *parts,
        )
    )


def _used(theirs: str, ours: str, cache: Cache) -> str:
    """What pages use of the theme's rules, kept by content: parsing takes a second."""

    def make() -> bytes:
        from . import stylesheet  # noqa: PLC0415  its library is needed for this alone

        return stylesheet.used(theirs, ours).encode()

    return cache.get("gaya", key(f"{__package__}.stylesheet", theirs, ours), make).decode()


def is_theirs(path: str) -> bool:
    """Whether a file of the theme is Material's style sheet, of which `made` takes its part."""
    return bool(_THEIRS.fullmatch(path))


def unused(path: str) -> bool:
    """Whether a file of the theme can stay away: nobody needs it, or it is one of the parts."""
    if path.startswith("assets/"):
        return True
    parts = (WORKER, _SEARCH_PART, _URGENT_PART, "mandiri.css")
    return path in parts or path.startswith(("gaya/", "skrip/"))


def _joined(pattern: str) -> str:
    """The parts in order of name, without comments and indentation: readers pay for every byte.

    Each script keeps its names to itself.
    """
    return "".join(map(_terse, sorted(_THEME.glob(pattern))))


def _terse(path: Path) -> str:
    text = _COMMENT[path.suffix].sub("", path.read_text("utf-8"))
    return _BREAK.sub("\n", text).strip() + "\n"
