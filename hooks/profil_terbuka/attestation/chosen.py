"""Which files of a sealed site are meant by the addresses that somebody names."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ..history.ledger import HOME, published_addresses
from ..model.agencies import UNPUBLISHED
from ..model.messages import NOTHING, Message, message
from ..packing import SealedSite
from ..words.refusals import Refusal

FRONT = ""
LIST = "ppid/dip/"
"""The page of the public-information list."""
DATA = "data/"
_PACKAGE = "datapackage.json"
_PAGE = (HOME, "index.md")
"""A page, and the same for programs."""
_SITEMAP = re.compile(r"^Sitemap: (\S+)/sitemap\.xml$", re.MULTILINE)
_ROBOTS = "robots.txt"
_MOST_NEAR, _ALIKE = 3, 0.5


class NotPublished(Refusal):
    """An address that the site does not have."""


@dataclass(frozen=True, slots=True)
class ChosenFiles:
    """The addresses that were named, '' for the front page, and the files that they stand for."""

    addresses: tuple[str, ...]
    files: tuple[str, ...]


def own_address(site: SealedSite) -> str:
    """The address that a site was built for, with a slash at its end; '' where it has none yet."""
    told = site.read(_ROBOTS).decode("utf-8", "replace") if _ROBOTS in site.files else ""
    found = _SITEMAP.search(told)
    return f"{found[1]}/" if found and not found[1].startswith(UNPUBLISHED.rstrip("/")) else ""


def chosen_files(site: SealedSite, named: Sequence[str], root: str = "") -> ChosenFiles:
    """The files below addresses of the site; raises NotPublished for one that is not there.

    A dataset's address stands for all below it, a page's for itself and for the files beside it
    that are called like it (ppid/dip/ for ppid/dip.csv), a file's for itself. `root` is the site's
    address, which may stand before them. Nothing named: the front page and the list of public
    information, as far as the site has them.
    """
    addresses = [_below(address, root) for address in named]
    addresses = addresses or [page for page in (FRONT, LIST) if f"{page}{HOME}" in site.files]
    known = frozenset(site.files)
    found: dict[str, tuple[str, ...]] = {}
    for address in addresses:
        whole = next((one for one in _spellings(address) if tuple(_covered(one, known))), None)
        if whole is None:
            raise NotPublished(_refused(address, known))
        found[whole] = tuple(_covered(whole, known))
    files = dict.fromkeys(file for files in found.values() for file in files)
    return ChosenFiles(tuple(found), tuple(files))


def _below(address: str, root: str) -> str:
    """An address as people copy it, below the site: no scheme, host, query or place in a page.

    >>> _below("https://data.contoh.go.id/data/pkh/#tabel", "https://data.contoh.go.id/")
    'data/pkh/'
    >>> _below("/data/pkh/index.html", ""), _below("./", ""), _below("index.html", "")
    ('data/pkh/', '', '')
    """
    address = address.strip()
    inside = address.removeprefix(root) if root else address
    if "://" in inside:
        return inside  # of another site: it is told as it was written
    path = unquote(urlsplit(inside).path)
    plain = posixpath.normpath(f"/{path}").lstrip("/")
    plain += "/" if plain and path.endswith("/") else ""
    return plain.removesuffix(HOME) if f"/{plain}".endswith(f"/{HOME}") else plain


def _spellings(address: str) -> Iterator[str]:
    """As it was named, and with the slash that people leave out."""
    yield address
    if not address.endswith("/"):
        yield f"{address}/"


def _covered(address: str, known: frozenset[str]) -> Iterator[str]:
    if address in known:
        yield address
        return
    if address.startswith(DATA) and f"{address}{_PACKAGE}" in known:
        yield from sorted(file for file in known if file.startswith(address))
        return
    if (address and not address.endswith("/")) or f"{address}{HOME}" not in known:
        return
    yield from (f"{address}{name}" for name in _PAGE if f"{address}{name}" in known)
    if address:
        yield from sorted(_called_like(f"{address.rstrip('/')}.", known))


def _called_like(start: str, known: Iterable[str]) -> Iterator[str]:
    return (file for file in known if file.startswith(start) and "/" not in file[len(start) :])


def _refused(address: str, known: frozenset[str]) -> Message:
    pages = sorted(published_addresses(known))
    near = tuple(difflib.get_close_matches(address, pages, _MOST_NEAR, _ALIKE))
    close = message("attestation.near", addresses=near) if near else NOTHING
    return message("attestation.not-published", address=address, near=close)
