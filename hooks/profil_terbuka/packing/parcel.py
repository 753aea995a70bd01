"""What goes to a server: every file of a site, those packed beforehand, and rules read by name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from ..hosting import FOLDER, lost_page_rule
from ..render.layout import LOST
from .sealed import SealedSite
from .squeezed import squeezed

HTACCESS = ".htaccess"
NO_JEKYLL = ".nojekyll"
"""GitHub Pages would leave out what begins with a line below, were this not there."""
_APACHE = f"{FOLDER}apache.conf"
_BASE = re.compile(r'<a href="(/[^"]*)"')
"""The first link of a page for lost addresses leads home, by a whole path."""


def parcel_files(site: SealedSite) -> Iterator[tuple[str, bytes]]:
    """Every file by its address: the site's own in their order, each followed by its packed forms.

    What is there already is not made once more: the site has its own `sitemap.xml.gz`.
    """
    own = frozenset(site.files)
    yield HTACCESS, site.read(_APACHE)
    yield NO_JEKYLL, b""
    base = home_of(site.read(LOST).decode())
    for folder in site.sites[1:]:
        yield f"{folder}{HTACCESS}", _lost_below(urljoin(base, folder))
    for address in site.files:
        data = site.read(address)
        yield address, data
        for name, packed in squeezed(address, data):
            if name not in own:
                yield name, packed


def parcel_name(slug: str, day: datetime.date, offline: bool = False) -> str:
    """Where the parcel of an agency ('' for all) lies below the repository, without its ending.

    >>> parcel_name("dinas-x", datetime.date(2026, 11, 22), offline=True)
    'paket/profil-terbuka-dinas-x-luring-2026-11-22'
    """
    parts = ("paket/profil-terbuka", slug, "luring" if offline else "", day.isoformat())
    return "-".join(filter(None, parts))


def home_of(lost: str) -> str:
    """The path of a site on its host, as its page for lost addresses has it.

    >>> home_of('<a href="/profil/">Ke beranda</a> <a href="/profil/data/">Data</a>')
    '/profil/'
    """
    found = _BASE.search(lost)
    return found[1] if found else "/"


def _lost_below(base: str) -> bytes:
    """An agency's own page for lost addresses; all other rules it has from the folder above."""
    return "".join(f"{line}\n" for line in lost_page_rule(base)).encode()
