"""Holds a finished site, still in its side folder, against what it should be.

Nothing is taken from the program that wrote it: every page and file is read back from disk.
"""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from ..model import codes
from ..model.findings import Code, Finding, Place, in_order
from ..model.messages import NOTHING, Message, message
from ..model.products import DOSSIER
from ..read import formulas
from ..read.catalog import COMPARISONS
from ..system.cache import Cache, key
from ..system.lazily import derived
from ..web import markup
from ..web.markup import Link, Markup
from ..words.excerpts import excerpt

KIND = "markup"
NOT_FOUND = "404.html"
"""Served at any depth, so its links begin at the root; nobody here knows where that will be."""

_DESCRIPTOR = "datapackage.json"
_DOSSIER = re.compile(rf"data/([^/]+)/\1{re.escape(DOSSIER)}")
_COMPARISONS = f"../{COMPARISONS}"
"""Above an agency's site, the portal has a page for each concept that the agency states."""
_DRAWING = ".svg"
"""A browser that opens one runs what is in it, as in a page."""
_TABLE = "data:text/csv;charset=utf-8,"
_NO_ICON = "data:,"
"""Tells browsers of a document without icon not to ask the server for one."""

_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
"""Of links to elsewhere, which readers follow or not: an agency's own site may have http alone."""
_LONGEST = 80
_AT_HAND = 100
"""Pages that are kept: those of one dataset lead to each other, and all to a few."""

Fault = tuple[Code, Message, Message]
"""Kind, message and remedy (nothing: the kind's general one)."""
_LinkFault = tuple[Code, Message]


@dataclass(frozen=True)
class _Site:
    """A folder with its files and pages; `below` holds sites that will stand in it, by name."""

    folder: Path
    files: frozenset[str]
    pages: Mapping[str, Markup]
    below: Mapping[str, Path]


def verify(
    folder: Path,
    expected: Mapping[str, bytes],
    pages: Mapping[str, str],
    cache: Cache,
    below: Mapping[str, Path] | None = None,
) -> tuple[Finding, ...]:
    """Everything wrong with the site in `folder`; all addresses are relative to it.

    `expected` are the files the engine made. `pages` leads from each page's address to the source
    that people can mend. `below` names folders that only later move into this one; links into one
    that is not at hand are taken on trust.
    """
    files = frozenset(_files(folder))
    site = _Site(folder, files, _pages(folder, files, cache), below or {})
    return in_order(
        [
            *_missing(site, pages),
            *_different(site, expected),
            *_undescribed(site, expected),
            *_run(expected),
            *_faulty(site, pages),
        ]
    )


def _pages(folder: Path, files: Iterable[str], cache: Cache) -> Mapping[str, Markup]:
    """The pages, each read when it is asked for; the last ones, which others lead to, are kept."""

    @lru_cache(_AT_HAND)
    def read(path: str) -> Markup:
        return _parsed((folder / path).read_bytes(), cache, body=path.endswith(_DRAWING))

    named = {path: path for path in sorted(files) if path.endswith((".html", _DRAWING))}
    return derived(named, read)


def _parsed(page: bytes, cache: Cache, body: bool) -> Markup:
    """What a page says about itself; the same bytes are parsed once, ever."""
    text = page.decode("utf-8", errors="replace")
    kept = key(markup.__name__, str(body), page)

    def parse() -> bytes:
        return markup.markup_bytes(markup.read_markup(text, body))

    return markup.markup_of(cache.get(KIND, kept, parse))


def _files(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        inside = Path(parent).relative_to(folder)
        yield from ((inside / name).as_posix() for name in names)


def _missing(site: _Site, pages: Mapping[str, str]) -> Iterator[Finding]:
    for address in pages.keys() - site.files:
        said = message("publish.page-missing", address=address)
        yield Finding(codes.SITE_PAGE_MISSING, Place(pages[address]), said)


def _different(site: _Site, expected: Mapping[str, bytes]) -> Iterator[Finding]:
    for address, data in expected.items():
        if address not in site.files:
            said = message("publish.file-missing")
        elif (site.folder / address).read_bytes() != data:
            said = message("publish.file-differs")
        else:
            continue
        yield Finding(codes.SITE_FILE_DIFFERS, Place(address), said)


def _undescribed(site: _Site, expected: Mapping[str, bytes]) -> Iterator[Finding]:
    """Tables that are not what the descriptor published beside them says."""
    for address, data in expected.items():
        parent, name = posixpath.split(address)
        if name != _DESCRIPTOR:
            continue
        for resource in json.loads(data)["resources"]:
            table = posixpath.join(parent, resource["path"])
            if table in site.files and not _described(site.folder / table, resource):
                said = message("publish.table-undescribed", address=address)
                yield Finding(codes.SITE_FILE_DIFFERS, Place(table), said)


def _run(expected: Mapping[str, bytes]) -> Iterator[Finding]:
    """Cells of tables that a spreadsheet would run."""
    for address, data in expected.items():
        if address.endswith(".csv"):
            yield from formulas.formulas_in_table(data.decode("utf-8-sig"), address)


def _described(file: Path, resource: Mapping[str, object]) -> bool:
    data = file.read_bytes()
    seal = f"sha256:{hashlib.sha256(data).hexdigest()}"
    return (len(data), seal) == (resource["bytes"], resource["hash"])


def _faulty(site: _Site, pages: Mapping[str, str]) -> Iterator[Finding]:
    """Faults inside pages. One that many pages share, as a bad menu entry, is told once."""
    places: dict[Fault, list[str]] = {}
    for page, read in site.pages.items():
        for fault in dict.fromkeys(_page_faults(site, page, read)):
            places.setdefault(fault, []).append(page)
    for (code, said, remedy), found in places.items():
        others = len(found) - 1
        told = message("publish.also-elsewhere", fault=said, count=others) if others else said
        yield Finding(code, Place(pages.get(found[0], found[0])), told, remedy)


def _page_faults(site: _Site, page: str, read: Markup) -> Iterator[Fault]:
    # A drawing takes no references: what looks like one is somebody's title.
    for text in () if page.endswith(_DRAWING) else read.unfilled:
        yield codes.SITE_UNFILLED, message("publish.left-unfilled", text=_excerpt(text)), NOTHING
    for name in read.repeated:
        yield codes.SITE_ID_REPEATED, message("publish.id-repeated", name=_excerpt(name)), NOTHING
    for breach in read.breaches:
        yield codes.SITE_MARKUP_FORBIDDEN, breach.what, breach.mend
    for link in read.links:
        if fault := _link_fault(site, page, link):
            yield *fault, NOTHING


def _link_fault(site: _Site, page: str, link: Link) -> _LinkFault | None:
    shown = _excerpt(link.target)
    try:
        parts = urlsplit(link.target)
    except ValueError:
        return codes.SITE_LINK_BROKEN, message("publish.no-address", target=shown)
    if link.target == _NO_ICON or _is_carried(page, link):
        return None
    if parts.scheme or parts.netloc:
        return _foreign(parts, link)
    path = unquote(parts.path)
    if path.startswith("/"):
        if page == NOT_FOUND:
            return None
        return codes.SITE_LINK_FORBIDDEN, message("publish.link-from-root", target=shown)
    address = _address(page, path)
    if address.startswith(_COMPARISONS):
        return None
    if address.startswith("../"):
        return codes.SITE_LINK_FORBIDDEN, message("publish.link-leaves-site", target=shown)
    return _dead_end(site, address, unquote(parts.fragment))


def _is_carried(page: str, link: Link) -> bool:
    """A dataset's dossier holds its tables as addresses to save; a page has files for that."""
    return bool(_DOSSIER.fullmatch(page)) and link.target.startswith(_TABLE) and not link.fetched


def _foreign(parts: SplitResult, link: Link) -> _LinkFault | None:
    """Readers may follow a link to elsewhere; a page may not fetch anything from there."""
    shown = _excerpt(link.target)
    if parts.scheme not in _SCHEMES:
        kind = f"{parts.scheme}:" if parts.scheme else "//"
        return codes.SITE_LINK_FORBIDDEN, message("publish.link-of-kind", target=shown, kind=kind)
    if link.fetched:
        return codes.SITE_LINK_FORBIDDEN, message("publish.fetched-elsewhere", target=shown)
    return None


def _address(page: str, path: str) -> str:
    """The file a relative path on `page` leads to; that of a folder is its index.html.

    >>> _address("data/pbi/index.html", "../"), _address("data/pbi/index.html", "pbi.csv")
    ('data/index.html', 'data/pbi/pbi.csv')
    """
    if not path:
        return page
    folder = posixpath.basename(path) in ("", ".", "..")
    name = f"{path}/index.html" if folder else path
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), name))


def _dead_end(site: _Site, address: str, anchor: str) -> _LinkFault | None:
    """Why a link does not arrive; None when it does."""
    shown = _excerpt(address)
    first, _, rest = address.partition("/")
    if first in site.below:
        below = site.below[first]
        arrives = not below.is_dir() or (below / rest).is_file()
    else:
        arrives = address in site.files
    if not arrives:
        return codes.SITE_LINK_BROKEN, message("publish.link-to-nothing", address=shown)
    if anchor in ("", "top") or address not in site.pages or anchor in site.pages[address].ids:
        return None
    said = message("publish.link-to-no-part", address=shown, part=_excerpt(anchor))
    return codes.SITE_LINK_BROKEN, said


def _excerpt(text: str) -> str:
    """Text of a page as it may stand in a message: one line, not too long."""
    return excerpt(text, _LONGEST)
