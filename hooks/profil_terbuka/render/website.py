"""Everything that a finished site is made of, whoever renders it: one frozen value."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.products import GeneratedPage, PageHead, Term
from ..read.manuscripts import address
from ..web.frame import Frame
from .staging import Staging

HOME = ""
"""The address of the front page, relative to the root."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of the main menu: an escaped title, and an address relative to the root.

    One with entries `below` it leads to the first of them.
    """

    title: str
    url: str
    below: tuple[MenuItem, ...] = ()

    @property
    def pages(self) -> tuple[MenuItem, ...]:
        """The entries that are pages: itself, or those below it."""
        return self.below or (self,)

    def leads_to(self, url: str) -> bool:
        """Whether a page belongs to it: the front page's entry has that page alone.

        >>> item = MenuItem("Angka", "statistik/", (MenuItem("Anggaran", "anggaran/"),))
        >>> item.leads_to("anggaran/2024/"), item.leads_to("data/")
        (True, False)
        """
        return any(
            url == page.url or (page.url != HOME and url.startswith(page.url))
            for page in self.pages
        )


@dataclass(frozen=True)
class WrittenPage:
    """A page that people wrote: its path below the site's own pages, and Markdown without head.

    References in it are resolved; `exhibits` is HTML by mark for what only this page shows, `terms`
    what it explains. The title is escaped, '' where only a heading gives it.
    """

    path: str
    markdown: str
    title: str
    head: PageHead
    exhibits: Mapping[str, str]
    terms: tuple[Term, ...] = ()

    @property
    def address(self) -> str:
        """'layanan/index.md' -> 'layanan/', 'index.md' -> ''."""
        return address(self.path)


@dataclass(frozen=True)
class Website:
    """One site before it is laid out. Texts are escaped: templates write them as they are."""

    name: str
    summary: str
    address: str
    """'' while the site has none of its own."""
    day: datetime.date
    """Of publication."""
    frame: Frame
    policy: str
    """What each page says about what browsers may do with it."""
    menu: tuple[MenuItem, ...]
    written: tuple[WrittenPage, ...]
    generated: Mapping[str, GeneratedPage]
    """By address."""
    exhibits: Mapping[str, str]
    """HTML by mark that any hand-written page may show: figures and tables."""
    files: Mapping[str, bytes]
    """Everything that is no page, by address."""
    front: str = ""
    """What the front page tells search engines, as HTML."""
    staging: Staging | None = None
    """Of a site that only shows what waits for its day, and is never published."""
