"""A copy for a flash disk: a browser that opens files has nobody who finds a folder's index.html.

Only links between the site's own pages are lengthened; what stands behind `?` and `#` is kept. A
script that needs a server says so by itself (the search, `theme/skrip-cari`).
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import unquote, urlsplit, urlunsplit

from ..hosting import HEADERS
from ..model.messages import message
from ..publish.manifest import SUMS, sums
from ..render.layout import LOST
from ..words.catalogues import text
from .sealed import SealedSite

READ_FIRST = "BACA-DULU.txt"
_INDEX = "index.html"
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_LINK = re.compile(r'(?<=\s)(href|src|action)="([^"]*)"')
_SERVERS_ONLY = re.compile(rf"({HEADERS}$|{re.escape(LOST)}$|pagefind/)")
"""What nobody reads without a server; the index of the search is most of it."""


def offline_files(site: SealedSite) -> Iterator[tuple[str, bytes]]:
    """Every file that serves without a server, by its address; at the end seals of this copy."""
    yield READ_FIRST, text(message("packing.read-first")).encode()
    seals: dict[str, dict[str, str]] = {folder: {} for folder in site.sites}
    for address in site.files:
        folder = site.folder_of(address)
        name = address.removeprefix(folder)
        if name == SUMS or _SERVERS_ONLY.match(name):
            continue
        data = site.read(address)
        if name.endswith(".html"):
            data = with_file_links(data.decode()).encode()
        seals[folder][name] = hashlib.sha256(data).hexdigest()
        yield address, data
    for folder, told in seals.items():
        yield f"{folder}{SUMS}", sums(told)


def with_file_links(page: str) -> str:
    """A page whose links name the file that a server would have found.

    >>> with_file_links('<a href="../?cari=a#isi">x</a> <a href="#isi">y</a>')
    '<a href="../index.html?cari=a#isi">x</a> <a href="#isi">y</a>'
    """

    def link(found: re.Match[str]) -> str:
        target = unescape(found[2])
        longer = _to_file(target)
        return found[0] if longer == target else f'{found[1]}="{escape(longer)}"'

    return _TAG.sub(lambda tag: _LINK.sub(link, tag[0]), page)


def _to_file(target: str) -> str:
    """A relative link to a folder as one to its page.

    >>> _to_file(".."), _to_file("data/"), _to_file("pbi.csv"), _to_file("https://contoh.go.id/")
    ('../index.html', 'data/index.html', 'pbi.csv', 'https://contoh.go.id/')
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return target
    if posixpath.basename(unquote(parts.path)) not in ("", ".", ".."):
        return target
    folder = "" if parts.path == "." else parts.path
    return urlunsplit(parts._replace(path=posixpath.join(folder, _INDEX)))
