"""The frame around each page: the theme's templates, and the values they may use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..model.products import PageHead, Section
from ..system.compiled_templates import CompiledTemplates
from ..words.templates import speak
from .links import relative_address
from .opening import opening
from .website import HOME, Website

TEMPLATES = Path(__file__).resolve().parent.parent / "theme"
TWIN = "index.md"
"""A page as Markdown, beside it."""
PAGE, LOST, MAP = "main.html", "404.html", "sitemap.xml"


def _environment() -> Environment:
    environment = Environment(  # noqa: S701  texts of a Website are escaped already
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=CompiledTemplates(__name__),
        undefined=StrictUndefined,
    )
    speak(environment)
    return environment


_FRAME = _environment()
"""One for all websites of a process: a template is compiled once."""


@dataclass(frozen=True)
class LayoutPage:
    """One page as the frame sees it; the title is escaped."""

    url: str
    title: str
    html: str = ""
    sections: tuple[Section, ...] = ()
    head: PageHead = field(default_factory=PageHead)

    @property
    def is_home(self) -> bool:
        """Whether it is the front page."""
        return self.url == HOME


class Theme:
    """The templates of the frame, for one website."""

    def __init__(self, website: Website) -> None:
        self._website = website

    def page(self, page: LayoutPage) -> str:
        """A whole page."""
        return self._marked(_FRAME.get_template(PAGE).render(self.page_values(page)), page.url)

    def lost(self) -> str:
        """The page for addresses that do not exist."""
        return self._marked(_FRAME.get_template(LOST).render(self.lost_values()), LOST)

    def sitemap(self, pages: Iterable[LayoutPage]) -> str:
        """sitemap.xml."""
        return _FRAME.get_template(MAP).render(self.sitemap_values(pages))

    def page_values(self, page: LayoutPage) -> dict[str, Any]:
        """What the template of a page may use."""
        address = self._website.address
        base = address if address.endswith("/") else f"{address}/"
        return self._values(lambda target: _from(page.url, target)) | {
            "halaman": page,
            "pembuka": opening(page.html),
            "alamat_kembaran": f"{page.url}{TWIN}",
            "keterangan_mesin": self._website.front if page.is_home else "",
            "alamat_halaman": urljoin(base, page.url) if address else "",
        }

    def lost_values(self) -> dict[str, Any]:
        """What 404.html may use: at any depth, where only whole paths lead somewhere."""
        root = urlsplit(self._website.address or "/").path
        return self._values(lambda target: urljoin(root, target or "."))

    def sitemap_values(self, pages: Iterable[LayoutPage]) -> dict[str, Any]:
        """What sitemap.xml may use."""
        listed = [replace(page, html="") for page in pages if not page.head.noindex]
        days = [] if self._website.frame.below else [page.head.modified for page in listed]
        newest = max(days, default="")
        return self._values(str) | {"halaman_halaman": listed, "terbaru": newest}

    def _marked(self, html: str, url: str) -> str:
        staging = self._website.staging
        return staging.marked(html, url) if staging else html

    def _values(self, way: Callable[[str], str]) -> dict[str, Any]:
        website = self._website
        return {
            "bingkai": website.frame,
            "kebijakan": website.policy,
            "menu": website.menu,
            "uraian_situs": website.summary,
            "alamat_situs": website.address,
            "ke": way,
        }


def _from(page: str, target: str) -> str:
    """As a page writes an address below the root; one with a scheme stays as it is."""
    parsed = urlsplit(target)
    if parsed.scheme or parsed.netloc or target.startswith(("/", "#")):
        return target
    return relative_address(target or ".", page)
