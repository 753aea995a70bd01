"""llms.txt (llmstxt.org): what a site holds, for a program that has to find its way in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import unescape

from ...model import Dataset
from ...model.messages import Message, message
from ...render import LayoutPage
from ...words.catalogues import text
from ..publication import Publication
from .caveats import note_lines

NAME = "llms.txt"
_MOST_CAVEATS = 3
"""Of a dataset; its page tells all."""
_OF_AGENCY = (
    ("catalog.ttl", message("publish.llms-dcat")),
    ("semua-data.zip", message("publish.llms-everything")),
    ("data.sqlite", message("publish.llms-database")),
    ("data/mutu/mutu.csv", message("publish.llms-quality")),
    ("feed.xml", message("publish.llms-feed")),
)
_OF_PORTAL = (
    ("catalog.ttl", message("publish.llms-dcat")),
    ("feed.xml", message("publish.llms-feed")),
)


def llms_text(
    pages: Sequence[LayoutPage], publication: Publication, datasets: Mapping[str, Dataset]
) -> str:
    """The file; `datasets` are those of an agency by the address of their pages."""
    website, root = publication.website, publication.website.frame.root
    lines = [f"# {unescape(website.name)}", ""]
    if website.summary:
        lines += [f"> {unescape(website.summary)}", ""]
    lines += [text(message("publish.llms-about")), ""]
    told = [_dataset(page, root, datasets[page.url]) for page in pages if page.url in datasets]
    lines += _part(message("publish.llms-data"), told)
    below = [f"- [{name}]({root}{name}/{NAME})" for name in publication.below]
    lines += _part(message("publish.llms-agencies"), below)
    others = [page for page in pages if page.url not in datasets and not _is_beside(page)]
    lines += _part(message("publish.llms-pages"), [_page(page, root) for page in others])
    files = _OF_PORTAL if publication.is_portal else _OF_AGENCY
    known = [
        f"- [{name}]({root}{name}): {text(said)}" for name, said in files if name in website.files
    ]
    lines += _part(message("publish.llms-files"), known)
    return "\n".join(lines)


def _part(title: Message, lines: Iterable[str]) -> list[str]:
    listed = list(lines)
    return [f"## {text(title)}", "", *listed, ""] if listed else []


def _is_beside(page: LayoutPage) -> bool:
    """Whether a page is about an older edition, or what it differs in: its dataset leads there."""
    return page.url.startswith("data/") and page.url.count("/") > 2


def _dataset(page: LayoutPage, root: str, dataset: Dataset) -> str:
    """A dataset: what notes say of it, then what it is."""
    noted = list(note_lines(dataset))
    more = len(noted) - _MOST_CAVEATS
    left = [text(message("publish.llms-more-caveats", count=more))] if more > 0 else []
    told = [*noted[:_MOST_CAVEATS], *left, " ".join(dataset.description.split())]
    return f"- [{unescape(page.title)}]({root}{page.url}index.md): {' '.join(told)}"


def _page(page: LayoutPage, root: str) -> str:
    about = " ".join(unescape(page.head.description).split())
    return f"- [{unescape(page.title)}]({root}{page.url}index.md){': ' if about else ''}{about}"
