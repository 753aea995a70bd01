"""What people wrote in Markdown as HTML, with links that lead from page to page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from ..model.products import Section
from ..web.fragments import aligned
from ..web.page import LINK_TITLE, heading_id
from ..words.catalogues import text
from .links import resolved_link

EXTENSIONS = ("abbr", "attr_list", "fenced_code", "md_in_html", "tables", "toc")
"""As in mkdocs.yml, and what MkDocs adds by itself."""
_LINKS = {"a": "href", "img": "src"}
_AFTER_ALL_OTHERS = 0


@dataclass(frozen=True)
class Prose:
    """HTML, the first heading ('' where there is none), and the parts of the page."""

    html: str
    title: str
    sections: tuple[Section, ...]


def prose(markdown: str, source: str, page: str, addresses: Mapping[str, str]) -> Prose:
    """The Markdown of the file `source`, published at `page`; `addresses` by source path."""
    contents = {
        "permalink": True,
        "permalink_title": text(LINK_TITLE),
        "slugify": heading_id,
    }
    reader = Markdown(
        extensions=EXTENSIONS,
        extension_configs={"toc": contents},
    )
    reader.treeprocessors.register(_Links(source, page, addresses), "addresses", _AFTER_ALL_OTHERS)
    html = aligned(reader.convert(markdown))
    tokens = reader.toc_tokens  # type: ignore[attr-defined]  # set by the extension
    headed = bool(tokens) and tokens[0]["level"] == 1
    parts = tokens[0]["children"] if headed else tokens
    return Prose(
        html,
        tokens[0]["name"] if headed else "",
        tuple(Section(token["id"], token["name"]) for token in parts),
    )


class _Links(Treeprocessor):
    def __init__(self, source: str, page: str, addresses: Mapping[str, str]) -> None:
        super().__init__()
        self._where = (source, page, addresses)

    def run(self, root: Element) -> None:
        for element in root.iter():
            key = _LINKS.get(element.tag)
            if key and (link := element.get(key)):
                element.set(key, resolved_link(link, *self._where))
