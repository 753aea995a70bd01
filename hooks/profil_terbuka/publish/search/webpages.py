"""What can be found on a website's pages: their sections, and the terms that they explain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model.messages import Message
from ...model.products import Term
from ...render import LayoutPage, Website, WrittenPage
from ...render.rendering import filled
from ...words.labels import SUBJECT
from .record import GUIDE, PAGE, TERM, Record

_GUIDE = "panduan/"
"""Where the portal keeps what staff need."""


@dataclass(frozen=True, slots=True)
class Webpage:
    """The article of a page, as HTML; `address` is relative to the site's root."""

    address: str
    subject: str
    html: str

    @property
    def kind(self) -> Message:
        """What staff read is told apart from what everybody does."""
        return GUIDE if self.address.startswith(_GUIDE) else PAGE


def webpages(pages: Iterable[LayoutPage], website: Website) -> tuple[Webpage, ...]:
    """The pages that say something, by address.

    Those that ask not to be indexed only tell what became of an address.
    """
    marks = {page.address: page.exhibits for page in website.written}
    return tuple(
        Webpage(page.url, _subject(page.url), filled(page.html, page.url, website, own))
        for page in sorted(pages, key=lambda page: page.url)
        if not page.head.noindex
        for own in (marks.get(page.url, {}),)
    )


def term_records(website: Website) -> tuple[Record, ...]:
    """Every term once, at its first place: pages in the order of their addresses."""
    found: dict[tuple[str, str], Record] = {}
    for page in sorted(website.written, key=lambda page: page.address):
        for record in _terms(page):
            found.setdefault((record.title, record.content), record)
    return tuple(found.values())


def _terms(page: WrittenPage) -> Iterator[Record]:
    for term in page.terms:
        address = f"{page.address}#{term.anchor}"
        yield Record(address, TERM, _line(term.text), _said(term), _subject(page.address))


def _said(term: Term) -> str:
    """What a term means, in one line.

    >>> _said(Term("istilah-pkh", "PKH", "Bantuan bersyarat.", (("Sejak", "2007"),)))
    'Bantuan bersyarat. Sejak: 2007'
    """
    return _line(" ".join([term.meaning, *(f"{title}: {said}" for title, said in term.details)]))


def _line(words: str) -> str:
    return " ".join(words.split())


def _subject(address: str) -> str:
    return SUBJECT.get(address.partition("/")[0], "")
