"""The site's style sheets, scripts, icon and service worker, made of the theme's parts."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from importlib.util import find_spec
from pathlib import Path

from ..system.cache import Cache, key
from ..words.scripts import scripted
from .colour_roles import dark_roles, light_roles
from .embedding import EMBED_SCRIPT
from .frame import ICON, Frame
from .vendored import SQL_PAGE

STYLE = "aset/situs.css"
SCRIPT = "aset/situs.js"
FIRST = "aset/awal.js"
"""Run before anything is painted, so it is as short as can be."""
SEARCH = "aset/cari.js"
"""The search page's own: a quarter of all script, which no other page needs."""
EXPLORER = "aset/jelajah.js"
EXPLORER_STYLE = "aset/jelajah.css"
"""Both are fetched by theme/skrip/jelajah.js when a reader opens an explorer."""
EXPLORER_MAP = "aset/jelajah-peta.js"
EXPLORER_SAVING = "aset/jelajah-unduh.js"
"""Fetched by that script with the first map, and with the first file that is saved."""
SQL = "aset/sql.js"
"""Of the page for questions in SQL alone."""
SQL_WORKER = "aset/sql-pekerja.js"
"""Runs them; it loads the engine from beside itself."""
SQL_HOME = f"{SQL_PAGE}index.html"
BARE_STYLE = "aset/mandiri.css"
"""Of embedded figures, which have no frame of the site's."""
TELL_HEIGHT = "aset/tinggi.js"
"""Run within an embedded figure: tells the page around it how high it is."""
LOST_STYLE = "aset/404.css"
URGENT = "aset/pengumuman.js"
"""Only where there is something to announce."""
WORKER = "pekerja.js"
"""At the root: a service worker serves what lies beside and below it."""

ROBOTS = "robots.txt"

_THEME = Path(__file__).resolve().parent.parent / "theme"
_LIGHT = re.compile(r"^:root\b[^{]*\{(.*?)^\}", re.MULTILINE | re.DOTALL)
_DARK = re.compile(r'^\[data-md-color-scheme="slate"\] \{(.*?)^\}', re.MULTILINE | re.DOTALL)
_FOR_STANDALONE = (
    "gaya/21-lipatan.css",
    "gaya/30-dataset.css",
    "gaya/31-grafik.css",
    "gaya/32-tabel.css",
    "gaya/33-catatan.css",
    "gaya/34-peta.css",
    "mandiri.css",
)
_FIRST_PART = "awal.js"
_SEARCH_PARTS = "skrip-cari/*.js"
_EXPLORER_PARTS = "skrip-jelajah/*.js"
_EXPLORER_MAP_PARTS = "skrip-jelajah-peta/*.js"
_EXPLORER_SAVING_PARTS = "skrip-jelajah-unduh/*.js"
_EXPLORER_LOOK = "jelajah.css"
_SQL_PARTS = "skrip-sql/*.js"
_SQL_WORKER_PART = "sql-pekerja.js"
_LOST_PART = "404.css"
_URGENT_PART = "pengumuman.js"
_EMBED_PARTS = {TELL_HEIGHT: "sematan/tinggi.js", EMBED_SCRIPT: "sematan/sematan.js"}
_EMBED_STYLE = "sematan/sematan.css"
_COMMENT = {
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".js": re.compile(r"^ *//.*$", re.MULTILINE),
}
_BREAK = re.compile(r"\s*\n\s*")
_THEIRS = "templates/assets/stylesheets/main.*.min.css"


def made(frame: Frame, own: Collection[str], cache: Cache) -> Mapping[str, str]:
    """The files by address.

    `own` are the site's pages by address: the service worker leaves alone whatever else the host
    has.
    """
    colours = _colours(frame.colour)
    ours = f"{_joined('gaya/*.css')}{colours}"
    files = {
        STYLE: _used(_theirs(), ours, cache) + ours,
        SCRIPT: _joined("skrip/*.js"),
        FIRST: _joined(_FIRST_PART),
        SEARCH: _joined(_SEARCH_PARTS),
        EXPLORER: _joined(_EXPLORER_PARTS),
        EXPLORER_STYLE: _joined(_EXPLORER_LOOK),
        EXPLORER_MAP: _joined(_EXPLORER_MAP_PARTS),
        EXPLORER_SAVING: _joined(_EXPLORER_SAVING_PARTS),
        LOST_STYLE: _by_device(frame.colour) + _joined(_LOST_PART),
        BARE_STYLE: standalone_style(frame.colour) + _joined(_EMBED_STYLE),
        **{address: _joined(part) for address, part in _EMBED_PARTS.items()},
        ICON: frame.icon,
    }
    if frame.alerts:
        files[URGENT] = _joined(_URGENT_PART)
    if SQL_HOME in own:
        files |= {SQL: _joined(_SQL_PARTS), SQL_WORKER: _joined(_SQL_WORKER_PART)}
    seal = hashlib.sha256("".join(files.values()).encode()).hexdigest()[:12]
    names = sorted({address.partition("/")[0] for address in (*own, *files)} | {""})
    worker = (_THEME / WORKER).read_text("utf-8").replace("VERSI", seal)
    return {**files, WORKER: worker.replace("NAMA", json.dumps(names)), ROBOTS: frame.robots}


def _colours(colour: str) -> str:
    """The publisher's own colours; a page is dark where its body says so."""
    return (
        f":root {{{light_roles(colour)}}}\n"
        f'[data-md-color-scheme="slate"] {{{dark_roles(colour)}}}\n'
    )


def _by_device(colour: str, light: str = "", dark: str = "") -> str:
    """The publisher's own colours where the device says whether a page is dark."""
    return (
        f":root {{{light}{light_roles(colour)}}}\n@media screen and (prefers-color-scheme: dark) "
        f"{{ :root {{{dark}{dark_roles(colour)}}} }}\n"
    )


def standalone_style(colour: str) -> str:
    """The style of a document without the site's frame: light or dark as the device says.

    Without comments and empty lines, as templates would leave it: a dossier tells its hash.
    """
    colours = (_THEME / "gaya/00-warna.css").read_text("utf-8")
    light = "".join(_LIGHT.findall(colours))
    dark = "".join(_DARK.findall(colours))
    parts = [(_THEME / name).read_text("utf-8") for name in _FOR_STANDALONE]
    return _without_air("\n".join((_by_device(colour, light, dark), *parts)), ".css")


def _used(theirs: str, ours: str, cache: Cache) -> str:
    """What pages use of the theme's rules, kept by content: parsing takes a second."""

    def make() -> bytes:
        from . import stylesheet  # noqa: PLC0415  its library is needed for this alone

        return stylesheet.used(theirs, ours).encode()

    return cache.get("gaya", key(f"{__package__}.stylesheet", theirs, ours), make).decode()


def _theirs() -> str:
    """The style sheet that Material for MkDocs ships, found without importing it.

    The only thing that is taken from it: whoever replaces it changes this function.
    """
    theirs = find_spec("material")
    if theirs is None or theirs.origin is None:
        raise FileNotFoundError("mkdocs-material is not installed")
    (file,) = Path(theirs.origin).parent.glob(_THEIRS)
    return file.read_text("utf-8")


def _joined(pattern: str) -> str:
    """The parts in order of name, without comments and indentation: readers pay for every byte.

    Each script keeps its names to itself.
    """
    return "".join(map(_terse, sorted(_THEME.glob(pattern))))


def _terse(path: Path) -> str:
    return _without_air(path.read_text("utf-8"), path.suffix)


def _without_air(text: str, kind: str) -> str:
    text = _BREAK.sub("\n", _COMMENT[kind].sub("", text)).strip() + "\n"
    return scripted(text) if kind == ".js" else text
