"""A generated page is one template, which holds its headings, and a typed view of its data."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from html import unescape
from typing import Any

from markdown.extensions.toc import slugify, unique
from markupsafe import Markup, escape

from ..model.messages import message
from ..model.products import GeneratedPage, PageHead, Section
from ..words.catalogues import text
from .fragments import ROOT, literal, render

LINK_TITLE = message("web.link-title")


class Outline:
    """Headings of a page while its template writes them: each gets an address of its own."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self._taken: set[str] = set()

    def title(self, name: str) -> Markup:
        """The page's name, as <h1>."""
        return self._heading(1, name, heading_id(name))

    def section(self, name: str, anchor: str = "") -> Markup:
        """A part of the page, as <h2>; the list of parts leads to it.

        >>> print(Outline().section("Sumber dan lisensi").split("<a")[0])
        <h2 id="sumber-dan-lisensi">Sumber dan lisensi

        Where links from elsewhere lead to it, its `anchor` is given.
        """
        heading = self._heading(2, name, anchor)
        self.sections.append(Section(self._last, _plain(name)))
        return heading

    def fold(self, name: str, anchor: str = "") -> Markup:
        """A part of the page, as <h2> that folds it: without a link of its own, as what a click
        unfolds must hold nothing else to click.
        """
        self._last = self._free(name, anchor)
        self.sections.append(Section(self._last, _plain(name)))
        return Markup('<h2 id="{}">{}</h2>').format(self._last, name)

    def _heading(self, level: int, title: str, anchor: str = "") -> Markup:
        self._last = self._free(title, anchor)
        return Markup(
            '<h{0} id="{1}">{2}<a class="headerlink" href="#{1}" title="{3}">&para;</a></h{0}>'
        ).format(level, self._last, " ".join(title.split()), text(LINK_TITLE))

    def _free(self, title: str, anchor: str) -> str:
        return unique(anchor or slugify(unescape(title), "-"), self._taken)


_GENERATED = re.compile(r"(?:catatan|grafik|istilah|judul|kamus|mutu|tabel)-")
"""How ids begin that are made of the names of tables, charts, notes and terms."""


def heading_id(title: str, separator: str = "-") -> str:
    """The id of a heading that people write; never one that is made of a name.

    >>> heading_id("Penerima menurut kelurahan"), heading_id("Tabel PBI")
    ('penerima-menurut-kelurahan', 'bagian-tabel-pbi')
    """
    plain = slugify(unescape(title), separator)
    return f"bagian{separator}{plain}" if _GENERATED.match(plain) else plain


def write_page(
    template: str, address: str, title: str, description: str, view: object, **head: Any
) -> GeneratedPage:
    """The page at `address` ('data/pbi/'), written by templates/halaman/<template>.html.

    The fields of `view`, a frozen dataclass, are the template's variables; `halaman` writes its
    headings. `head` are further fields of PageHead.
    """
    writer = PageWriter(render)
    return writer.write_page(f"halaman/{template}", address, title, description, view, **head)


@dataclass(frozen=True)
class PageWriter:
    """Writes pages by the templates of one room (`fragments.renderer`); see `write_page`."""

    render: Callable[..., str]

    def write_page(
        self,
        template: str,
        address: str,
        title: str,
        description: str,
        view: object,
        **head: Any,
    ) -> GeneratedPage:
        """The page at `address`, written by that room's <template>.html."""
        outline = Outline()
        values = {item.name: getattr(view, item.name) for item in fields(view)}  # type: ignore[arg-type]
        html = self.render(template, halaman=outline, judul_halaman=title, **values)
        return GeneratedPage(
            address=address,
            title=_plain(title),
            html=html.replace(f'="{ROOT}', f'="{to_root(address)}'),
            sections=tuple(outline.sections),
            head=PageHead(_plain(description), **head),
        )


def to_root(address: str) -> str:
    """The way from a page to the site's root.

    >>> to_root("data/pbi/")
    '../..'
    """
    return posixpath.relpath(".", address or ".")


def _plain(words: str) -> str:
    return literal(str(escape(" ".join(words.split()))))
