"""Addresses inside a site as a page writes them: relative to where it stands itself."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit, urlunsplit


def relative_address(target: str, page: str) -> str:
    """The way from one address to another, both relative to the root; what is a folder stays one.

    >>> relative_address("data/pbi/", "layanan/syarat/")
    '../../data/pbi/'
    >>> relative_address("", "data/pbi/")
    '../..'
    >>> relative_address("layanan/", "")
    'layanan/'
    """
    here, there = _parts(page), _parts(target)
    shared = len(posixpath.commonprefix([here, there]))
    way = "/".join([".."] * (len(here) - shared) + there[shared:]) or "."
    return f"{way}/" if target.endswith("/") else way


def resolved_link(link: str, source: str, page: str, addresses: Mapping[str, str]) -> str:
    """A link from the source file `source` as its `page` writes it; `addresses` by source path.

    What leads elsewhere, or to nothing known, stays as it is: the finished site is verified.

    >>> known = {"data/index.md": "data/"}
    >>> resolved_link("../data/index.md#a", "layanan/index.md", "layanan/", known)
    '../data/#a'
    """
    scheme, host, path, query, anchor = urlsplit(link)
    if scheme or host or not path or link.startswith(("/", "\\")):
        return link
    found = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(path)))
    if found not in addresses:
        return link
    way = relative_address(addresses[found], page)
    return urlunsplit(("", "", way, query, anchor))


def _parts(address: str) -> list[str]:
    return [part for part in posixpath.normpath(f"/{address}")[1:].split("/") if part]
