"""What a page opens with: its name and first paragraphs, and on a front page the ways on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = re.compile(r"\s*(?:<h1\b.*?</h1>\s*)?(?:<p\b.*?</p>\s*)*", re.DOTALL)
_WAYS = re.compile(
    r'<ul class="pilihan.*?</ul>\s*|<div data-sisip="layanan [^"]*"></div>\s*', re.DOTALL
)
"""A list of what people want, or the mark of the one that is made of services."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The HTML of a page in three parts, each '' where there is none; together they are all of it.

    Figures and tables are never part of an opening: it has a ground of its own.
    """

    words: str
    ways: str
    rest: str


def opening(html: str) -> Opening:
    """The parts of a page.

    >>> opening('<h1>Dinas</h1><p>Kami ...</p><ul class="pilihan"><li>A</li></ul><h2>B</h2>')
    Opening(words='<h1>Dinas</h1><p>Kami ...</p>', ways='<ul class="pilihan"><li>A</li></ul>', \
rest='<h2>B</h2>')
    >>> opening('<h1>Dinas</h1><div data-sisip="grafik pbi/per-tahun"></div>').rest
    '<div data-sisip="grafik pbi/per-tahun"></div>'
    """
    words = _WORDS.match(html)
    after = words.end() if words else 0
    ways = _WAYS.match(html, after)
    end = ways.end() if ways else after
    return Opening(html[:after], html[after:end], html[end:])
