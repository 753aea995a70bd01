"""A Website to files: every page in its frame, 404.html, the map of the site, and all downloads."""

from __future__ import annotations

import datetime
import gzip
import io
from collections.abc import Iterable, Mapping
from functools import partial

from ..model.products import GeneratedPage
from ..system.lazily import derived, united
from ..web.fragments import insert, leftovers
from .layout import LOST, MAP, LayoutPage, Theme
from .links import relative_address
from .prose import prose
from .website import Website, WrittenPage

HERE = "./"
"""The front page as a link leads to it: a folder, as all others are."""


class Unfilled(ValueError):
    """A page holds a mark that nothing replaces, or an address that was not made relative."""


def render_website(website: Website, pages: Mapping[str, LayoutPage]) -> Mapping[str, bytes]:
    """Every file of the site by its address, a page rendered when it is asked for.

    `pages` as `layout_pages` makes them. Unfilled for a mark that nobody knows.
    """
    theme = Theme(website)
    marks = {page.address: page.exhibits for page in website.written}

    def rendered(url: str) -> bytes:
        return filled(theme.page(pages[url]), url, website, marks.get(url, {})).encode()

    besides = {LOST: theme.lost().encode(), **_maps(website, theme, pages)}
    return united(website.files, derived({file_of(url): url for url in pages}, rendered), besides)


def layout_pages(website: Website) -> Mapping[str, LayoutPage]:
    """By address: hand-written pages in their folders' order, then the generated ones, which are
    laid out when they are asked for."""
    addresses = source_addresses(website)
    titles = {page.url: page.title for item in website.menu for page in item.pages}
    written = {
        page.address: _written(page, addresses, titles) for page in in_folder_order(website.written)
    }
    return united(written, derived(website.generated, partial(_generated, titles=titles)))


def in_folder_order(pages: Iterable[WrittenPage]) -> list[WrittenPage]:
    """The pages of a folder, its index first, then those of the folders in it."""

    def position(page: WrittenPage) -> tuple[tuple[int, int, str], ...]:
        *folders, name = page.path.split("/")
        return (*((1, 0, folder) for folder in folders), (0, int(name != "index.md"), name))

    return sorted(pages, key=position)


def source_addresses(website: Website) -> Mapping[str, str]:
    """Where what people link to by its source path is published."""
    made = website.generated.items()
    generated = {page.path: address or HERE for address, page in made}
    written = {page.path: page.address or HERE for page in website.written}
    return {**{name: name for name in website.files}, **generated, **written}


def filled(html: str, url: str, website: Website, own: Mapping[str, str]) -> str:
    """The page with its marks replaced; Unfilled where one is left."""
    made = insert(html, relative_address(".", url), own, website.exhibits)
    if left := leftovers(made):
        raise Unfilled(f"{url}: {', '.join(left)}")
    return made


def file_of(url: str) -> str:
    """'data/' -> 'data/index.html', '' -> 'index.html'."""
    return f"{url}index.html"


def _maps(website: Website, theme: Theme, pages: Mapping[str, LayoutPage]) -> Mapping[str, bytes]:
    """The map of the site, twice; none of a site that nobody is to find."""
    if website.staging:
        return {}
    sitemap = theme.sitemap(pages.values()).encode()
    return {MAP: sitemap, f"{MAP}.gz": _zipped(sitemap, f"{MAP}.gz", website.day)}


def _written(
    page: WrittenPage, addresses: Mapping[str, str], titles: Mapping[str, str]
) -> LayoutPage:
    made = prose(page.markdown, page.path, page.address, addresses)
    title = titles.get(page.address) or page.title or made.title
    return LayoutPage(page.address, title, made.html, made.sections, page.head)


def _generated(page: GeneratedPage, titles: Mapping[str, str]) -> LayoutPage:
    url = page.address
    return LayoutPage(url, titles.get(url) or page.title, page.html, page.sections, page.head)


def _zipped(data: bytes, name: str, day: datetime.date) -> bytes:
    """Compressed, with the day of publication as its date: the same input gives the same bytes."""
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    target = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=target, mtime=moment.timestamp()) as file:
        file.write(data)
    return target.getvalue()
