"""For programs that read: every page as Markdown beside it, and llms.txt, which leads to them.

Of a dataset what must be known before a number is used comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import unescape

from ...model import Dataset
from ...render import LayoutPage, Website
from ...render.layout import TWIN
from ...render.rendering import filled
from ...system.cache import Cache, key
from ..publication import Publication
from .caveats import caveats_of
from .llms import NAME, llms_text
from .markdown import markdown_of

KIND = "kembaran"

__all__ = ["NAME", "program_files"]


def program_files(
    pages: Iterable[LayoutPage], publication: Publication, cache: Cache
) -> Iterator[tuple[str, bytes]]:
    """The Markdown of all pages that ask to be read, then llms.txt, each with its address."""
    website = publication.website
    datasets = {} if publication.is_portal else _datasets(publication)
    marks = {page.address: page.exhibits for page in website.written}
    read = []
    for page in pages:
        if not page.head.noindex:
            twin = _twin(page, website, marks, datasets.get(page.url), cache)
            yield f"{page.url}{TWIN}", twin
            read.append(replace(page, html=""))
    yield NAME, llms_text(read, publication, datasets).encode()


def _datasets(publication: Publication) -> dict[str, Dataset]:
    """An agency's datasets by the address of their pages."""
    (catalog,) = publication.catalogs
    return {f"data/{dataset.slug}/": dataset for dataset in catalog.datasets}


def _twin(
    page: LayoutPage,
    website: Website,
    marks: Mapping[str, Mapping[str, str]],
    dataset: Dataset | None,
    cache: Cache,
) -> bytes:
    html = filled(page.html, page.url, website, marks.get(page.url, {}))
    heading = "" if "<h1" in html else f"# {unescape(page.title)}\n\n"
    kept = key(__name__, html)
    body = cache.get(KIND, kept, lambda: markdown_of(html).encode()).decode()
    if dataset is None:
        return f"{heading}{body}".encode()
    title, _, rest = body.partition("\n\n")
    return f"{title}\n\n{caveats_of(dataset)}\n{rest}".encode()
