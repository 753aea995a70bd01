"""A site's pages and downloads with all that surrounds them: style, scripts, icon, host rules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from ..hosting import server_files
from ..read.manuscripts import PAGES
from ..read.shipped import files_below
from ..render import Website
from ..render.rendering import file_of
from ..render.staging import ROBOTS
from ..system.cache import Cache
from ..system.lazily import united
from ..web import assets, vendored
from ..web.frame import SHARED_PICTURE
from .sharing import shared_picture_of


def dressed(website: Website, cache: Cache) -> Website:
    """The website with its style sheets, scripts, icon, service worker and rules for hosts."""
    written = [file_of(page.address) for page in website.written]
    generated = map(file_of, website.generated)
    made = assets.made(website.frame, [*written, *generated, *website.files], cache)
    base = urlsplit(urljoin(website.address or "/", ".")).path
    rules = server_files(portal=bool(website.frame.below), base=base)
    besides = {name: text.encode() for name, text in {**made, **rules}.items()}
    if assets.SQL in made:
        besides |= vendored.sql_engine()
    besides[SHARED_PICTURE] = shared_picture_of(website.frame, website.summary, cache)
    files = united(website.files, besides)
    if website.staging:
        files = united(website.staging.marked_files(files), {assets.ROBOTS: ROBOTS.encode()})
    return replace(website, files=files)


def media(root: Path, slug: str) -> dict[str, bytes]:
    """Pictures and documents that people laid beside their pages, by address."""
    return {
        name: path.read_bytes()
        for name, path in files_below(root, f"{PAGES}/{slug}")
        if path.is_file() and path.suffix != ".md"
    }
